UPDATE documents SET state = ?, version = ? WHERE id = ?

SELECT id FROM documents WHERE kind = ? AND number_key = ?

DELETE FROM documents WHERE id = ?

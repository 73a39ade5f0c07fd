SELECT kind FROM documents WHERE id = ?

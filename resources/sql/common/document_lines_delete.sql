DELETE FROM document_lines WHERE document_id = ?

DELETE FROM document_history WHERE document_id = ?

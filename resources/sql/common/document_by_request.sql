SELECT document_id FROM document_history WHERE request_id = ?

SELECT document_id, action, content FROM document_history WHERE request_id = ?

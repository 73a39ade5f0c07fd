INSERT INTO document_history (document_id, version, action, at, user_id, request_id, content)
SELECT ?, ?, ?, $now, u.id, ?, ? FROM book_users u WHERE u.name = ?

SELECT h.version, h.action, h.at, u.name
FROM document_history h JOIN book_users u ON u.id = h.user_id
WHERE h.document_id = ?
ORDER BY h.version

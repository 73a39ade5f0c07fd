SELECT h.version, h.action, to_char(h.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), u.name
FROM document_history h JOIN book_users u ON u.id = h.user_id
WHERE h.document_id = ?
ORDER BY h.version

SELECT d.id, d.kind, d.state, d.number, p.name, d.posting_date, d.total$2
FROM documents d LEFT JOIN partners p ON p.id = d.partner_id
ORDER BY d.posting_date DESC, d.number_key DESC, d.id DESC
LIMIT ?

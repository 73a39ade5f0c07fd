SELECT d.id, d.kind, d.number, d.posting_date, p.code, w.code, t.code, p.name, w.name, t.name, d.note, d.state, d.version, d.total$2
FROM documents d
JOIN warehouses w ON w.id = d.warehouse_id
LEFT JOIN warehouses t ON t.id = d.warehouse_to_id
LEFT JOIN partners p ON p.id = d.partner_id
WHERE d.id = ?

-- store/DocumentListQuery adds conditions, order and limit.
SELECT d.id, d.kind, d.state, d.number, d.posting_date, p.code, p.name, w.code, t.code, d.note, d.line_count, d.total$2, d.version
FROM documents d
JOIN warehouses w ON w.id = d.warehouse_id
LEFT JOIN warehouses t ON t.id = d.warehouse_to_id
LEFT JOIN partners p ON p.id = d.partner_id

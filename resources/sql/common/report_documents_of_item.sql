SELECT d.id, d.number, p.name
FROM documents d LEFT JOIN partners p ON p.id = d.partner_id
WHERE d.posting_date BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM document_lines l WHERE l.document_id = d.id AND l.item_id = ?)

SELECT c.id, c.code, c.name, p.code, c.active, c.version
FROM categories c LEFT JOIN categories p ON p.id = c.parent_id
WHERE c.code_key = ?

INSERT INTO categories (code, code_key, name, parent_id, active, version)
VALUES (?, ?, ?, (SELECT id FROM categories WHERE code_key = ?), ?, 1)

INSERT INTO items (code, code_key, name, category_id, unit, list_price$4, barcode, reorder_point$4, service, active, version)
VALUES (?, ?, ?, (SELECT id FROM categories WHERE code_key = ?), ?, ?, ?, ?, ?, ?, 1)

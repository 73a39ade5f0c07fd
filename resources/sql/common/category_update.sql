UPDATE categories
SET code = ?, code_key = ?, name = ?, parent_id = (SELECT p.id FROM categories p WHERE p.code_key = ?), active = ?, version = version + 1
WHERE id = ? AND version = ?

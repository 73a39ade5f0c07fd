UPDATE items
SET code = ?, code_key = ?, name = ?, category_id = (SELECT c.id FROM categories c WHERE c.code_key = ?), unit = ?, list_price$4 = ?,
    barcode = ?, reorder_point$4 = ?, service = ?, active = ?, version = version + 1
WHERE id = ? AND version = ?

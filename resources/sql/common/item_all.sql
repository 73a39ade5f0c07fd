SELECT i.id, i.code, i.name, c.code, i.unit, u.decimals, i.list_price$4, i.barcode, i.reorder_point$4, i.service, i.active, i.version
FROM items i JOIN units u ON u.code = i.unit LEFT JOIN categories c ON c.id = i.category_id
ORDER BY i.code_key

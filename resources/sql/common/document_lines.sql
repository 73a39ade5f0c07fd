SELECT i.code, i.name, i.unit, u.decimals, l.quantity$4, l.unit_price$4, l.discount$4, l.amount$2, l.amount_given
FROM document_lines l JOIN items i ON i.id = l.item_id JOIN units u ON u.code = i.unit
WHERE l.document_id = ?
ORDER BY l.line

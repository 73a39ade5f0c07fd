-- The items of a JSON array of folded codes, in one read.
SELECT i.id, i.code, i.name, i.unit, u.decimals, i.service, i.active
FROM items i JOIN units u ON u.code = i.unit
WHERE i.code_key IN (SELECT jsonb_array_elements_text(CAST(? AS JSONB)))

-- Whoever costs issues of an item reads its whole pool first, so one after the other; always in the order of ids.
SELECT id FROM items WHERE id IN (SELECT CAST(jsonb_array_elements_text(CAST(? AS JSONB)) AS BIGINT)) ORDER BY id FOR NO KEY UPDATE

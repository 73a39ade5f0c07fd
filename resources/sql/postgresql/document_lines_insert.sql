-- All lines in one statement: a JSON array of [line, item, quantity, unit price, discount, amount, amount given].
INSERT INTO document_lines (document_id, line, item_id, quantity, unit_price, discount, amount, amount_given)
SELECT ?, CAST(r.value ->> 0 AS INTEGER), CAST(r.value ->> 1 AS BIGINT), CAST(r.value ->> 2 AS NUMERIC), CAST(r.value ->> 3 AS NUMERIC), CAST(r.value ->> 4 AS NUMERIC), CAST(r.value ->> 5 AS NUMERIC), CAST(r.value ->> 6 AS INTEGER) = 1
FROM jsonb_array_elements(CAST(? AS JSONB)) AS r (value)

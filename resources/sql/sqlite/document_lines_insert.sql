-- All lines in one statement: a JSON array of [line, item, quantity, unit price, discount, amount, amount given].
INSERT INTO document_lines (document_id, line, item_id, quantity$4, unit_price$4, discount$4, amount$2, amount_given)
SELECT ?, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]'), json_extract(value, '$[4]'), json_extract(value, '$[5]'), json_extract(value, '$[6]')
FROM json_each(?)

-- The numbers of the documents of a JSON array of ids, in one read.
SELECT id, number FROM documents
WHERE id IN (SELECT CAST(jsonb_array_elements_text(CAST(? AS JSONB)) AS UUID))

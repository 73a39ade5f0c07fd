-- The code of an item whose `service` would change although documents name it. One that somebody else has changed since
-- the version given is left to the conflict.
SELECT i.code FROM items i
WHERE i.id = ? AND i.version = ? AND i.service <> ? AND EXISTS (SELECT 1 FROM document_lines l WHERE l.item_id = i.id)

-- The whole file is locked already: the transaction began IMMEDIATE.
SELECT 1 FROM documents WHERE id = ?

-- The whole file is locked already: the transaction began IMMEDIATE.
SELECT 1 FROM (SELECT ? AS ids) WHERE ids IS NULL

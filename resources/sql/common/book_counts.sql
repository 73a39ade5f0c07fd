SELECT (SELECT count(*) FROM items), (SELECT count(*) FROM partners), (SELECT count(*) FROM warehouses), (SELECT count(*) FROM documents)

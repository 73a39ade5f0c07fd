-- SPDX-License-Identifier: 0BSD
-- An order of your own and its posting in one transaction: both are there, or neither.
CREATE TABLE orders (id TEXT PRIMARY KEY, customer TEXT NOT NULL);

BEGIN IMMEDIATE;
INSERT INTO orders VALUES ('order:1', 'ACME');
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity_e2, amount_e2) VALUES
    ('order:1', '2026-04-10 00:00:00', 'MAIN', 'bolt', -4000, -2000),
    ('order:1', '2026-04-10 00:00:00', 'MAIN', 'nut', -5000, -1000);
COMMIT;

BEGIN IMMEDIATE;
INSERT INTO orders VALUES ('order:2', 'ACME');
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity_e2) VALUES
    ('order:2', '2026-04-11 00:00:00', 'MAIN', 'bolt', -6100); -- 60.00 are left: refused
ROLLBACK; -- an error ends the statement, not the transaction: take the order back, too

SELECT id FROM orders;

-- Output:
-- ...insufficient_stock...
-- order:1

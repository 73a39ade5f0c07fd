-- SPDX-License-Identifier: 0BSD
-- An order of your own and its posting in one transaction: both are there, or neither.
\set VERBOSITY terse
CREATE TABLE orders (id text PRIMARY KEY, customer text NOT NULL);

BEGIN;
INSERT INTO orders VALUES ('order:1', 'ACME');
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount) VALUES
    ('order:1', '2026-04-10', 'MAIN', 'bolt', -40, -20.00),
    ('order:1', '2026-04-10', 'MAIN', 'nut', -50, -10.00);
COMMIT;

BEGIN;
INSERT INTO orders VALUES ('order:2', 'ACME');
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity) VALUES
    ('order:2', '2026-04-11', 'MAIN', 'bolt', -61); -- 60.00 are left: refused
ROLLBACK; -- COMMIT would do the same: the transaction has failed

SELECT id FROM orders;

-- Output:
-- ...insufficient_stock...
-- order:1

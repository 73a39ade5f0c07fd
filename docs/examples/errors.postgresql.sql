-- SPDX-License-Identifier: 0BSD
-- What breaks a rule is refused with SQLSTATE BC0xx; DETAIL holds the same JSON as the library.
\set VERBOSITY terse
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity) VALUES
    ('order:3', '2026-04-12', 'MAIN', 'bolt', -101);
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity) VALUES
    ('order:3', 'yesterday evening', 'MAIN', 'bolt', 1);
UPDATE stock_balance SET quantity = 1;

-- Output:
-- ...bincard:insufficient_stock...
-- ...timestamp...
-- ...permission_denied...

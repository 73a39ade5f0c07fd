-- SPDX-License-Identifier: 0BSD
-- What breaks a rule is refused, and what the statement did before it is taken back.
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity_e2) VALUES
    ('order:3', '2026-04-12 00:00:00', 'MAIN', 'bolt', -10100);
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity_e2) VALUES
    ('order:3', 'yesterday', 'MAIN', 'bolt', 100);
UPDATE stock_balance SET quantity_e2 = 1;

-- Output:
-- ...bincard:insufficient_stock...
-- ...bincard:validation:period...
-- ...bincard:permission_denied...

-- SPDX-License-Identifier: 0BSD
-- Corrects a line by hand: a reversal of what was wrong, and what is right, in one transaction.
-- What comes back to the shelf is written before what leaves it.
BEGIN IMMEDIATE;
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity_e2, amount_e2, reversal_of)
SELECT recorder, period, warehouse, item, -quantity_e2, -amount_e2, id FROM stock_movement m
WHERE recorder = 'order:1' AND item = 'bolt' AND reversal_of IS NULL
    AND NOT EXISTS (SELECT 1 FROM stock_movement r WHERE r.reversal_of = m.id);
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity_e2, amount_e2) VALUES
    ('order:1', '2026-04-10 00:00:00', 'MAIN', 'bolt', -2500, -1250);
COMMIT;
SELECT item, printf('%.2f', quantity_e2 / 100.0) FROM stock_balance
WHERE warehouse = 'MAIN' ORDER BY item;

-- Output:
-- bolt|75.00
-- nut|150.00

-- SPDX-License-Identifier: 0BSD
-- Corrects a line by hand: a reversal of what was wrong, and what is right, in one transaction.
BEGIN;
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount, reversal_of)
SELECT recorder, period, warehouse, item, -quantity, -amount, id FROM stock_movement m
WHERE recorder = 'order:1' AND item = 'bolt' AND reversal_of IS NULL
    AND NOT EXISTS (SELECT 1 FROM stock_movement r WHERE r.reversal_of = m.id);
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount) VALUES
    ('order:1', '2026-04-10', 'MAIN', 'bolt', -25, -12.50);
COMMIT;
SELECT item, quantity FROM stock_balance WHERE warehouse = 'MAIN' ORDER BY item;

-- Output:
-- bolt|75.00
-- nut|150.00

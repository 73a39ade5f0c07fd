-- SPDX-License-Identifier: 0BSD
-- Posts two receipts with sqlite3: triggers keep totals and balances right, whoever inserts.
-- Decimals are whole numbers of their last place: quantity_e2 10000 is 100.00.
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity_e2, amount_e2) VALUES
    ('receipt:1', '2026-04-01 00:00:00', 'MAIN', 'bolt', 10000, 5000),
    ('receipt:1', '2026-04-01 00:00:00', 'MAIN', 'nut', 20000, 4000),
    ('receipt:2', '2026-04-05 09:30:00', 'EAST', 'bolt', 3000, 1560);
SELECT changes() || ' movements posted';

-- Output:
-- 3 movements posted

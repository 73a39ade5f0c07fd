-- SPDX-License-Identifier: 0BSD
-- Posts two receipts with psql: triggers keep totals and balances right, whoever inserts.
WITH posted AS (
    INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount) VALUES
        ('receipt:1', '2026-04-01', 'MAIN', 'bolt', 100, 50.00),
        ('receipt:1', '2026-04-01', 'MAIN', 'nut', 200, 40.00),
        ('receipt:2', '2026-04-05 09:30', 'EAST', 'bolt', 30, 15.60)
    RETURNING id)
SELECT count(*) || ' movements posted' FROM posted;

-- Output:
-- 3 movements posted

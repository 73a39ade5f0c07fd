-- SPDX-License-Identifier: 0BSD
-- Posts many movements with one statement, from any table or query.
WITH RECURSIVE number(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < 9999)
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity_e2, amount_e2)
SELECT 'load:1', printf('2026-04-%02d 00:00:00', 1 + i % 10), 'BULK', 'part-' || (i % 100), 100, 25 FROM number;
SELECT printf('%.2f', SUM(quantity_e2) / 100.0) FROM stock_balance WHERE warehouse = 'BULK';

-- Output:
-- 10000.00

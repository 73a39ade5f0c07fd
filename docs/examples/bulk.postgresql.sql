-- SPDX-License-Identifier: 0BSD
-- Posts many movements with one statement, from any table or query.
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount)
SELECT 'load:1', DATE '2026-04-01' + i % 10, 'BULK', 'part-' || (i % 100), 1, 0.25
FROM generate_series(0, 9999) AS i;
SELECT SUM(quantity) FROM stock_balance WHERE warehouse = 'BULK';

-- Output:
-- 10000.00

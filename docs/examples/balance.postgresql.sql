-- SPDX-License-Identifier: 0BSD
-- Reads the balance table, and a balance at a date from the totals per day.
SELECT warehouse, item, quantity, amount FROM stock_balance ORDER BY warehouse, item;

SELECT item, SUM(quantity_receipts - quantity_issues)
FROM stock_day WHERE day <= DATE '2026-04-03' GROUP BY item ORDER BY item;

-- Output:
-- EAST|bolt|30.00|15.60
-- MAIN|bolt|100.00|50.00
-- MAIN|nut|200.00|40.00
-- bolt|100.00
-- nut|200.00

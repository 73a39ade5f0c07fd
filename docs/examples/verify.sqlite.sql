-- SPDX-License-Identifier: 0BSD
-- The journal is the truth: a balance is nothing but the sum of its movements.
SELECT count(*) || ' wrong' FROM (
    SELECT warehouse, item, SUM(quantity_e2) AS quantity, SUM(amount_e2) AS amount
    FROM stock_movement GROUP BY warehouse, item) j
LEFT JOIN stock_balance b ON b.warehouse = j.warehouse AND b.item = j.item
WHERE b.quantity_e2 IS NOT j.quantity OR b.amount_e2 IS NOT j.amount;

-- Output:
-- 0 wrong

-- SPDX-License-Identifier: 0BSD
-- The journal is the truth: a balance is nothing but the sum of its movements.
SELECT count(*) || ' wrong' FROM (
    SELECT warehouse, item, SUM(quantity) AS quantity, SUM(amount) AS amount
    FROM stock_movement GROUP BY warehouse, item) j
LEFT JOIN stock_balance b USING (warehouse, item)
WHERE (b.quantity, b.amount) IS DISTINCT FROM (j.quantity, j.amount);

-- Output:
-- 0 wrong

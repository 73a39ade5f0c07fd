-- SPDX-License-Identifier: 0BSD
-- Receipts and issues stand apart in the totals per day; all before the period is its opening balance.
SELECT item,
    SUM(quantity_receipts - quantity_issues) FILTER (WHERE day < '2026-04-02') AS opening,
    SUM(quantity_receipts) FILTER (WHERE day >= '2026-04-02') AS receipts,
    SUM(quantity_issues) FILTER (WHERE day >= '2026-04-02') AS issues,
    SUM(quantity_receipts - quantity_issues) AS closing
FROM stock_day WHERE day <= '2026-04-30' GROUP BY item ORDER BY item;

-- Output:
-- bolt|100.00|30.00|40.00|90.00
-- nut|200.00|0.00|50.00|150.00

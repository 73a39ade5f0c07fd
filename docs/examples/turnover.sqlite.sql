-- SPDX-License-Identifier: 0BSD
-- Receipts and issues stand apart in the totals per day; all before the period is its opening balance.
SELECT item,
    printf('%.2f', SUM(quantity_receipts_e2 - quantity_issues_e2) FILTER (WHERE day < '2026-04-02') / 100.0),
    printf('%.2f', SUM(quantity_receipts_e2) FILTER (WHERE day >= '2026-04-02') / 100.0),
    printf('%.2f', SUM(quantity_issues_e2) FILTER (WHERE day >= '2026-04-02') / 100.0),
    printf('%.2f', SUM(quantity_receipts_e2 - quantity_issues_e2) / 100.0)
FROM stock_day WHERE day <= '2026-04-30' GROUP BY item ORDER BY item;

-- Output:
-- bolt|100.00|30.00|40.00|90.00
-- nut|200.00|0.00|50.00|150.00

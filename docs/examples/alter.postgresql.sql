-- SPDX-License-Identifier: 0BSD
-- Registers are altered from C++, the command line or the window; what is posted by hand then names the new columns, and
-- whatever was posted before has their defaults.
INSERT INTO stock_movement (recorder, period, warehouse, item, lot, quantity, weight) VALUES
    ('receipt:10', '2026-04-21', 'MAIN', 'nut', 'L-8', 3, 0.45);
SELECT item, lot, quantity, weight FROM stock_balance WHERE lot = 'L-8';
SELECT count(*) > 0 FROM stock_movement WHERE lot = '' AND weight = 0;

-- Output:
-- nut|L-8|3.00|0.450
-- t

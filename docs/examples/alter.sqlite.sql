-- SPDX-License-Identifier: 0BSD
-- Registers are altered from C++, the command line or the window; what is posted by hand then names the new columns, and
-- whatever was posted before has their defaults.
INSERT INTO stock_movement (recorder, period, warehouse, item, lot, quantity_e2, weight_e3) VALUES
    ('receipt:10', '2026-04-21 00:00:00', 'MAIN', 'nut', 'L-8', 300, 450);
SELECT item, lot, quantity_e2, weight_e3 FROM stock_balance WHERE lot = 'L-8';
SELECT count(*) > 0 FROM stock_movement WHERE lot = '' AND weight_e3 = 0;

-- Output:
-- nut|L-8|300|450
-- 1

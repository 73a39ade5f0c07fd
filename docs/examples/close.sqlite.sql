-- SPDX-License-Identifier: 0BSD
-- One row says up to which day everything is closed; every journal is held to it.
UPDATE accumulator_closing SET closed_until = '2026-03-31';
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity_e2) VALUES
    ('receipt:0', '2026-03-15 00:00:00', 'MAIN', 'nut', 500); -- refused
SELECT closed_until FROM accumulator_closing;

-- Output:
-- ...bincard:period_closed...
-- 2026-03-31

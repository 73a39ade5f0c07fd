-- SPDX-License-Identifier: 0BSD
-- One row says up to which day everything is closed; the update waits for postings under way.
\set VERBOSITY terse
UPDATE accumulator_closing SET closed_until = '2026-03-31';
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity) VALUES
    ('receipt:0', '2026-03-15', 'MAIN', 'nut', 5); -- refused
SELECT closed_until FROM accumulator_closing;

-- Output:
-- ...bincard:period_closed...
-- 2026-03-31

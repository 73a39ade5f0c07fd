-- SPDX-License-Identifier: 0BSD
-- Registers are defined from C++, the command line or the window; this is how SQL sees them.
SELECT name FROM accumulator_register WHERE name = 'stock';

-- Output:
-- stock

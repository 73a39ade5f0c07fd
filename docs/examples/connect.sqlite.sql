-- SPDX-License-Identifier: 0BSD
-- A file book with the sqlite3 shell: sqlite3 stock.bincard < post.sqlite.sql
-- References are only checked where a connection asks for it; wait for others instead of failing.
PRAGMA foreign_keys = ON;
.timeout 10000
SELECT name FROM accumulator_register WHERE name = 'stock';

-- Output:
-- stock

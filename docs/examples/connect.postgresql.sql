-- SPDX-License-Identifier: 0BSD
-- A book on a server with psql: psql -d postgresql://localhost/stock -qAtX -f post.postgresql.sql
-- Whoever may INSERT into a journal may post; what follows from it is kept by its triggers.
SELECT name FROM accumulator_register WHERE name = 'stock';

-- Output:
-- stock

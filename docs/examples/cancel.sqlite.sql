-- SPDX-License-Identifier: 0BSD
-- Cancels a posting by hand: one reversal for each movement that is still active.
INSERT INTO stock_movement (recorder, period, warehouse, item, quantity_e2, amount_e2, reversal_of)
SELECT recorder, period, warehouse, item, -quantity_e2, -amount_e2, id FROM stock_movement m
WHERE recorder = 'order:1' AND reversal_of IS NULL
    AND NOT EXISTS (SELECT 1 FROM stock_movement r WHERE r.reversal_of = m.id);
SELECT changes() || ' reversed';

DELETE FROM stock_movement WHERE recorder = 'receipt:1'; -- the journal is append-only: refused

-- Output:
-- 2 reversed
-- ...permission_denied...

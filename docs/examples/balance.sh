#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Reads balances: now and at any date, filtered and grouped by any dimensions.
bincardctl balance stock --group-by warehouse,item
bincardctl balance stock --group-by item --at 2026-04-03
bincardctl --json balance stock --where warehouse=EAST --where item=bolt

# Output:
# warehouse  item  quantity  amount
# EAST       bolt     30.00   15.60
# MAIN       bolt    100.00   50.00
# MAIN       nut     200.00   40.00
# item  quantity  amount
# bolt    100.00   50.00
# nut     200.00   40.00
# {"rows":[{"amount":"15.60","quantity":"30.00"}]}

#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Cancels a posting: reversals are appended, the history stays, balances are as if it had not been.
bincardctl unpost stock order:1
bincardctl balance stock --where warehouse=MAIN --group-by item
bincardctl movements stock --recorder order:1 --active-only

# Output:
# 2 movements reversed.
# item  quantity  amount
# bolt    100.00   50.00
# nut     200.00   40.00
# ...

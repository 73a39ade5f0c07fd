#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Reads turnovers: opening balance, receipts, issues and closing balance of any period.
bincardctl turnover stock --from 2026-04-02 --to 2026-04-30 --where item=nut
bincardctl --json turnover stock --where warehouse=MAIN --where item=bolt --by day |
    tr ',' '\n' | grep -E 'period|quantity_(receipts|issues)' | tr -d '{}[]'

# Output:
# quantity opening  quantity receipts  quantity issues  quantity net  quantity closing  ...
#           200.00               0.00            50.00        -50.00            150.00  ...
# "period":"2026-04-01"
# "quantity_issues":"0.00"
# "quantity_receipts":"100.00"
# "period":"2026-04-10"
# "quantity_issues":"40.00"
# "quantity_receipts":"0.00"

#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Answers from the books as they stood: what had been recorded up to an instant, and nothing later.
printed=$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ) # a report is printed,
sleep 0.1                                  # and a receipt turns up
echo '{"recorder":"receipt:3","period":"2026-04-02","warehouse":"EAST","item":"nut","quantity":"10"}' |
    bincardctl post stock -
bincardctl balance stock --where warehouse=EAST --group-by item --at 2026-04-30
bincardctl balance stock --where warehouse=EAST --group-by item --at 2026-04-30 --known-on "$printed"
bincardctl unpost stock receipt:3

# Output:
# 1 movement posted.
# item  quantity  amount
# bolt     30.00   15.60
# nut      10.00    0.00
# item  quantity  amount
# bolt     30.00   15.60
# 1 movement reversed.

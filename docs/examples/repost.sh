#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Corrects what was posted: replaces the movements of a recorder and writes only what differs.
bincardctl --json repost stock order:1 - <<'END'
{"period":"2026-04-10","warehouse":"MAIN","item":"bolt","quantity":"-25","amount":"-12.50"}
{"period":"2026-04-10","warehouse":"MAIN","item":"nut","quantity":"-50","amount":"-10.00"}
END
bincardctl balance stock --where warehouse=MAIN --group-by item

# Output:
# {"posted":1,"reversed":1,"unchanged":1}
# item  quantity  amount
# bolt     75.00   37.50
# nut     150.00   30.00

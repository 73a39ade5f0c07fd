#!/bin/sh
# SPDX-License-Identifier: 0BSD
# What one call posts is there as a whole or not at all. (A document of Bincard's own goes further:
# `bincardctl document create FILE --post` saves header and lines and posts them, both or neither.)
bincardctl post stock - <<'END'
{"recorder":"order:1","period":"2026-04-10","warehouse":"MAIN","item":"bolt","quantity":"-40","amount":"-20.00"}
{"recorder":"order:1","period":"2026-04-10","warehouse":"MAIN","item":"nut","quantity":"-50","amount":"-10.00"}
END
bincardctl post stock - <<'END' || echo "refused with exit code $?"
{"recorder":"order:2","period":"2026-04-11","warehouse":"MAIN","item":"nut","quantity":"-1"}
{"recorder":"order:2","period":"2026-04-11","warehouse":"MAIN","item":"bolt","quantity":"-61"}
END
bincardctl balance stock --where warehouse=MAIN --group-by item

# Output:
# 2 movements posted.
# bincardctl: There is not enough in stock.
#   item bolt, warehouse MAIN: 61.00 needed, 60.00 available on 2026-04-11
# refused with exit code 1
# item  quantity  amount
# bolt     60.00   30.00
# nut     150.00   30.00

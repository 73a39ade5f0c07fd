#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Posts two receipts: one object a line, decimals as strings, issues negative.
bincardctl post stock - <<'END'
{"recorder":"receipt:1","period":"2026-04-01","warehouse":"MAIN","item":"bolt","quantity":"100","amount":"50.00"}
{"recorder":"receipt:1","period":"2026-04-01","warehouse":"MAIN","item":"nut","quantity":"200","amount":"40.00"}
{"recorder":"receipt:2","period":"2026-04-05T09:30:00","warehouse":"EAST","item":"bolt","quantity":"30","amount":"15.60"}
END

# Output:
# 3 movements posted.

#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Errors: sentences on standard error, or with --json an object with a code to act on. Exit code 1.
bincardctl post stock - <<'END'
{"recorder":"order:3","period":"2026-04-12","warehouse":"MAIN","item":"bolt","quantity":"-101"}
{"recorder":"order:3","period":"2026-04-12","warehouse":"MAIN","item":"nut","quantity":"-201"}
END
echo '{"recorder":"receipt:1","period":"2026-04-12","warehouse":"MAIN","item":"nut","quantity":"1"}' |
    bincardctl --json post stock - | grep -o '"code":"[a-z_]*"'
bincardctl unpost stock order:3 || echo "exit code $?"

# Output:
# bincardctl: There is not enough in stock.
#   item bolt, warehouse MAIN: 101.00 needed, 100.00 available on 2026-04-12
#   item nut, warehouse MAIN: 201.00 needed, 200.00 available on 2026-04-12
# "code":"already_posted"
# bincardctl: ...order:3...
# exit code 1

#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Closes a period: nothing on or before that date can be posted or cancelled, in any register.
bincardctl close-period 2026-03-31
forgotten='{"recorder":"receipt:0","period":"2026-03-15","warehouse":"MAIN","item":"nut","quantity":"5"}'
echo "$forgotten" | bincardctl post stock - || echo "exit code $?"
bincardctl close-period --reopen none # a right of its own on PostgreSQL
echo "$forgotten" | bincardctl post stock -
bincardctl unpost stock receipt:0
bincardctl close-period 2026-03-31

# Output:
# Closed up to and including 2026-03-31.
# bincardctl: Everything up to and including 2026-03-31 is closed...
# exit code 1
# Everything is open.
# 1 movement posted.
# 1 movement reversed.
# Closed up to and including 2026-03-31.

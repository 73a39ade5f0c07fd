#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Posts many movements in one call: a file of one object a line, as any program can write it.
seq 0 9999 | awk '{ printf "{\"recorder\":\"load:1\",\"period\":\"2026-04-%02d\",", 1 + $1 % 10
    printf "\"warehouse\":\"BULK\",\"item\":\"part-%d\",\"quantity\":\"1\",\"amount\":\"0.25\"}\n", $1 % 100 }' |
    bincardctl post stock -
bincardctl balance stock --where warehouse=BULK

# Output:
# 10000 movements posted.
# quantity   amount
# 10000.00  2500.00

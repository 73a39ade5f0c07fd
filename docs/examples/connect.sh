#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Names the book once, a file or postgresql://user@host:port/database, and makes it.
export BINCARD_BOOK="${BINCARD_BOOK:-stock.bincard}"
bincardctl init > /dev/null
bincardctl info | grep Engine

# Output:
# Engine ...

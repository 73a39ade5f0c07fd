#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Gives a register with movements one more dimension and one more resource: the definition as it shall be.
# What is in the journal takes the default, and nothing of the new resource.
bincardctl register alter stock - <<'END'
{"name": "stock", "kind": "balance",
 "dimensions": [{"name": "warehouse", "type": "text"}, {"name": "item", "type": "text"},
                {"name": "lot", "type": "text", "default": ""}],
 "resources": [{"name": "quantity", "type": "decimal", "scale": 2, "negative": "forbid"},
               {"name": "amount", "type": "decimal", "scale": 2},
               {"name": "weight", "type": "decimal", "scale": 3}]}
END
bincardctl post stock - <<'END'
{"recorder":"receipt:9","period":"2026-04-20","warehouse":"MAIN","item":"nut","lot":"L-7","quantity":"8","weight":"1"}
END
bincardctl balance stock --where lot=L-7 --group-by item,lot

# Output:
# The register stock is as it was defined now.
# 1 movement posted.
# item  lot  quantity  amount  weight
# nut   L-7      8.00    0.00   1.000

#!/bin/sh
# SPDX-License-Identifier: 0BSD
# Defines a register: what is counted (resources), and by what (dimensions).
bincardctl register create - <<'END'
{"name": "stock", "kind": "balance",
 "dimensions": [{"name": "warehouse", "type": "text"}, {"name": "item", "type": "text"}],
 "resources": [{"name": "quantity", "type": "decimal", "scale": 2, "negative": "forbid"},
               {"name": "amount", "type": "decimal", "scale": 2}]}
END

# Output:
# The register stock is there.

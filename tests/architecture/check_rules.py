#!/usr/bin/env python3
"""Fails where a rule of the engine names no test, or a test that does not exist.

usage: check_rules.py ROOT

docs/engine-rules.md has one table row per rule (E1 to E20); its last cell names tests as `file::function`.
"""

import re
import sys
from pathlib import Path

RULES = [f"E{number}" for number in range(1, 21)]
ROW = re.compile(r"^\| (E\d+)\b[^|]*\|[^|]*\|(.*)\|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[^`\s]+\.(?:cpp|py))::(\w+)`")


def problems_of(text, read):
    """`read` gives the text of a file below the root, or None where there is none."""
    found = []
    rows = {}
    for rule, cell in ROW.findall(text):
        if rule in rows:
            found.append(f"{rule} has two rows")
        rows[rule] = TEST.findall(cell)
    for rule in RULES:
        if not rows.get(rule):
            found.append(f"{rule} names no test")
    for rule in rows:
        if rule not in RULES:
            found.append(f"{rule} is no rule")
    for path, function in sorted(set(TEST.findall(text))):
        source = read(path)
        if source is None:
            found.append(f"{path} does not exist")
        elif not re.search(rf"^(?:void \w+::|def ){function}\(", source, re.MULTILINE):
            found.append(f"{path} has no test {function}")
    return found


def main():
    root = Path(sys.argv[1])

    def read(path):
        file = root / path
        return file.read_text(encoding="utf-8") if file.is_file() else None

    found = problems_of((root / "docs" / "engine-rules.md").read_text(encoding="utf-8"), read)
    for problem in found:
        print(f"docs/engine-rules.md: {problem}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Fails where a translation is unfinished or would break the program.

usage: check_translations.py FILE.ts...

Rules: every entry is finished; placeholders (%1, %L2, %n) and markup are those of the source; spaces at the ends and a
closing colon or ellipsis are kept; a text with a mnemonic (&) keeps one; plural entries have a form for one and more.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|Ln|n)")
MARKUP = re.compile(r"</?\w+[^>]*>")
MNEMONIC = re.compile(r"&(?=[^\s&])")
PLURAL_FORMS = 2 # German and English


def complaints_of_text(source, target, plural):
    wanted, found = set(PLACEHOLDER.findall(source)), set(PLACEHOLDER.findall(target))
    if plural: # "one row" may do without its number
        wanted -= {"%n", "%Ln"}
        found -= {"%n", "%Ln"}
    if wanted != found:
        yield f"placeholders {sorted(found)} instead of {sorted(wanted)}"
    if sorted(MARKUP.findall(source)) != sorted(MARKUP.findall(target)):
        yield "markup differs"
    if not target.strip():
        yield "empty"
    elif (source[:1].isspace(), source[-1:].isspace()) != (target[:1].isspace(), target[-1:].isspace()):
        yield "spaces at the ends differ"
    for ending in (":", "\u2026", "..."):
        if source.rstrip().endswith(ending) != target.rstrip().endswith(ending):
            yield f"'{ending}' at the end differs"
    if "<" not in source and len(MNEMONIC.findall(source)) != len(MNEMONIC.findall(target)):
        yield "the mnemonic (&) differs"


def complaints_of_message(message):
    source = message.findtext("source") or ""
    translation = message.find("translation")
    kind = translation.get("type") if translation is not None else "unfinished"
    if kind in ("vanished", "obsolete"):
        return
    if kind == "unfinished":
        yield source, "unfinished"
        return
    if message.get("numerus") != "yes":
        for complaint in complaints_of_text(source, "".join(translation.itertext()), plural=False):
            yield source, complaint
        return
    forms = ["".join(form.itertext()) for form in translation.findall("numerusform")]
    if len(forms) != PLURAL_FORMS:
        yield source, f"{len(forms)} plural forms instead of {PLURAL_FORMS}"
    for form in forms:
        for complaint in complaints_of_text(source, form, plural=True):
            yield source, complaint


def check(path):
    """All complaints about a file, as lines, and the number of its entries."""
    complaints, entries = [], 0
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            entries += 1
            for source, complaint in complaints_of_message(message):
                complaints.append(f"{path}: {context.findtext('name')}: {source!r}: {complaint}")
    return complaints, entries


def main(paths):
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    failed = False
    for path in paths:
        complaints, entries = check(path)
        for line in complaints:
            print(line)
        print(f"{path}: {entries} entries, {len(complaints)} complaints")
        failed = failed or bool(complaints)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

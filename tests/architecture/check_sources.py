#!/usr/bin/env python3
"""Fails where a source file breaks the house rules that a compiler does not check.

usage: check_sources.py ROOT

Rules: a layer includes only the layers before it; Qt SQL and libpq stay in db, accumulator and store (services may name
QSqlDatabase, to open a transaction); from async onward nothing reaches Qt SQL, not even through another header; widgets
stay in gui and app; files are split before they get long; the unnamed namespaces of a layer that the preset asan compiles
many files at a time do not define one name twice.
"""

import re
import sys
from pathlib import Path

# What each layer may include besides itself. The order is that of docs/architecture.md.
ALLOWED = {
    "base": [],
    "domain": ["base"],
    "db": ["base"],
    "accumulator": ["base", "db"],
    "store": ["base", "domain", "db", "accumulator"],
    "service": ["base", "domain", "db", "accumulator", "store"],
    "async": ["base", "domain", "db", "accumulator", "service"],
    "models": ["base", "domain", "accumulator", "service", "async"],
    "gui": ["base", "domain", "accumulator", "service", "async", "models"],
    "cli": ["base", "domain", "accumulator", "service", "async"],
    "app": ["base", "domain", "service", "async", "models", "gui"],
}
SQL_LAYERS = {"db", "accumulator", "store"}
SQL_FREE_LAYERS = {"async", "models", "gui", "cli", "app"}
WIDGET_LAYERS = {"gui", "app"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
SQL_HEADER = re.compile(r"^(QtSql(/.*)?|QSql\w*|qsql\w*\.h|libpq-fe\.h|libpq/.*|sqlite3\.h)$")
SQL_NAME = re.compile(r"\b(QSql[A-Z]\w*|PGconn|PGresult|sqlite3)\b")
WIDGET_HEADER = re.compile(
    r"^(Qt(Widgets|Charts|PrintSupport|SvgWidgets)(/.*)?|Q\w*(Widget|Dialog|Layout|Button|Chart|MessageBox)|QApplication)$")
COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)

# The layers that the sanitizers run over, and of them the files that src/CMakeLists.txt compiles one by one.
JOINED_LAYERS = {"base", "domain", "db", "accumulator", "store", "service", "async", "cli"}
NOT_JOINED = re.compile(r"/(Bench|QueryCode|commands/)[A-Za-z]*\.cpp$")
UNNAMED = re.compile(r"^namespace \{\n", re.MULTILINE)
NAMED = re.compile(r"^namespace ([\w:]+) \{", re.MULTILINE)
# A type, a constant or a function with its parameters, at the start of a line. Overloads and specializations may share a
# name.
DEFINITION = re.compile(
    r"^(?:(?:class|struct|enum(?: class)?) (?P<type>\w+)(?=[^;(<]*\{)"
    r"|(?:(?:static|inline|constexpr|const) )+[^;(={\n]*?\b(?P<value>\w+)(?: =|\{|\[)"
    r"|(?!return|using|namespace|else)[\w:][\w:<>,&* ]*?[ &*](?P<function>\w+)\((?P<parameters>[^()]*)\)(?: const)?\s*\{)",
    re.MULTILINE)

WARN_LINES = 400
FAIL_LINES = 800
LENGTH_PATTERNS = ("src/**/*.cpp", "src/**/*.h", "tests/**/*.cpp", "tests/**/*.h", "tests/**/*.py")


def without_comments(text):
    """The code with comments and literals blanked, the lines kept. Includes keep their names."""

    def blank(match):
        found = match.group(0)
        return re.sub(r"[^\n]", " ", found)

    kept = {}

    def protect(match):
        key = f"#include @{len(kept)}@"
        kept[key] = match.group(0)
        return key

    text = INCLUDE.sub(protect, text)
    text = COMMENT_OR_STRING.sub(blank, text)
    return re.sub(r"#include @\d+@", lambda match: kept[match.group(0)], text)


class Checker:
    def __init__(self, root):
        self.root = Path(root)
        self.src = self.root / "src"
        self.errors = []
        self.warnings = []
        self.code = {}
        self.includes = {}
        self.sql_path = {}

    def error(self, path, line, text):
        self.errors.append(f"{path.relative_to(self.root)}:{line}: {text}")

    def load(self):
        for path in sorted(self.src.rglob("*")):
            if path.suffix not in (".cpp", ".h"):
                continue
            code = without_comments(path.read_text(encoding="utf-8"))
            self.code[path] = code
            self.includes[path] = [
                (code.count("\n", 0, match.start(1)) + 1, match.group(1) == '"', match.group(2))
                for match in INCLUDE.finditer(code)
            ]

    def layer(self, path):
        return path.relative_to(self.src).parts[0]

    def resolve(self, path, name):
        """The file of ours that `path` means by `name`, or None."""
        for candidate in (self.src / name, path.parent / name):
            candidate = candidate.resolve()
            if candidate in self.code:
                return candidate
        return None

    def way_to_sql(self, path, visiting=()):
        """The chain of includes by which a file reaches a Qt SQL or libpq header, or None."""
        if path in self.sql_path:
            return self.sql_path[path]
        if path in visiting:
            return None
        found = None
        for _, _, name in self.includes[path]:
            if SQL_HEADER.match(name):
                found = [name]
                break
            other = self.resolve(path, name)
            rest = self.way_to_sql(other, (*visiting, path)) if other else None
            if rest:
                found = [name, *rest]
                break
        self.sql_path[path] = found
        return found

    def check_include(self, path, layer, line, name):
        other = self.resolve(path, name)
        if other and self.layer(other) != layer and self.layer(other) not in ALLOWED[layer]:
            self.error(path, line, f'{layer} must not include "{name}"')
        if name.startswith("ui_") or "/ui_" in name:
            if layer != "gui":
                self.error(path, line, f'only gui includes forms, not {layer}: "{name}"')
        if WIDGET_HEADER.match(name) and layer not in WIDGET_LAYERS:
            self.error(path, line, f"{layer} must not include <{name}>: widgets belong to gui and app")
        if layer == "service" and SQL_HEADER.match(name) and name != "QSqlDatabase":
            self.error(path, line, f"service may name QSqlDatabase, not <{name}>")
        if layer not in SQL_LAYERS | {"service"} and SQL_HEADER.match(name):
            self.error(path, line, f"{layer} must not include <{name}>")

    def check_names(self, path, layer):
        if layer in SQL_LAYERS:
            return
        for match in SQL_NAME.finditer(self.code[path]):
            if layer == "service" and match.group(0) == "QSqlDatabase":
                continue
            start = self.code[path].rfind("\n", 0, match.start()) + 1
            if INCLUDE.match(self.code[path], start):
                continue # already told by check_include
            self.error(path, self.code[path].count("\n", 0, match.start()) + 1, f"{layer} must not name {match.group(0)}")

    def check_layers(self):
        self.load()
        if not self.code:
            self.errors.append(f"{self.src}: no sources found")
        for path in self.code:
            layer = self.layer(path)
            if layer not in ALLOWED:
                self.error(path, 1, f"src/{layer} is no layer of docs/architecture.md")
                continue
            for line, _, name in self.includes[path]:
                self.check_include(path, layer, line, name)
            self.check_names(path, layer)
            way = self.way_to_sql(path) if layer in SQL_FREE_LAYERS else None
            if way and len(way) > 1:
                self.error(path, 1, f"{layer} reaches Qt SQL by {' -> '.join(way)}")

    def definitions(self, path):
        """What the unnamed namespaces of a file define, each with its line."""
        code = self.code[path]
        for start in UNNAMED.finditer(code):
            named = tuple(NAMED.findall(code, 0, start.start()))
            end, depth = start.end(), 1
            while depth and end < len(code):
                depth += (code[end] == "{") - (code[end] == "}")
                end += 1
            for found in DEFINITION.finditer(code, start.end(), end):
                name = found["type"] or found["value"] or found["function"]
                types = [re.sub(r"(?<=[ &*>])\w+(?: =.*)?$", "", parameter.strip()).strip()
                         for parameter in (found["parameters"] or "").split(",")]
                yield code.count("\n", 0, found.start()) + 1, name, (named, name, *types)

    def check_clashes(self):
        seen = {}
        for path in self.code:
            layer = self.layer(path)
            if path.suffix != ".cpp" or layer not in JOINED_LAYERS or NOT_JOINED.search(path.as_posix()):
                continue
            for line, name, key in self.definitions(path):
                other = seen.setdefault((layer, key), path)
                if other != path:
                    self.error(path, line, f"{name} is defined in {other.relative_to(self.src)} too")

    def check_lengths(self):
        for pattern in LENGTH_PATTERNS:
            for path in sorted(self.root.glob(pattern)):
                lines = path.read_text(encoding="utf-8").count("\n")
                if lines > FAIL_LINES:
                    self.error(path, lines, f"{lines} lines; split it (at most {FAIL_LINES})")
                elif lines > WARN_LINES:
                    self.warnings.append(f"{path.relative_to(self.root)}: {lines} lines; aim under {WARN_LINES}")

    def run(self):
        self.check_layers()
        self.check_clashes()
        self.check_lengths()
        return not self.errors


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    checker = Checker(Path(arguments[1]).resolve())
    good = checker.run()
    for text in checker.warnings:
        print(f"warning: {text}")
    for text in checker.errors:
        print(f"error: {text}")
    print(f"{len(checker.code)} sources, {len(checker.errors)} errors, {len(checker.warnings)} warnings")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))

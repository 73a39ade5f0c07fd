#!/usr/bin/env python3
"""Plants violations and expects check_sources to find each: a check that never fails would prove nothing."""

import tempfile
import unittest
from pathlib import Path

from check_sources import FAIL_LINES, WARN_LINES, Checker


class PlantedViolations(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        self.write("src/base/Decimal.h", "#pragma once\n")
        self.write("src/domain/Document.h", '#pragma once\n#include "base/Decimal.h"\n')
        self.write("src/db/Connection.h", "#pragma once\n#include <QSqlDatabase>\nclass Connection { QSqlDatabase d; };\n")
        self.write("src/store/ItemStore.h", '#pragma once\n#include "db/Connection.h"\n')
        self.write("src/service/Catalog.h", '#pragma once\n#include "domain/Document.h"\nclass QString;\n')

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def errors(self):
        checker = Checker(self.root)
        checker.run()
        return checker.errors

    def assert_found(self, place, text):
        errors = self.errors()
        self.assertTrue(any(error.startswith(place) and text in error for error in errors), errors)

    def test_clean_tree_passes(self):
        self.assertEqual(self.errors(), [])

    def test_empty_tree_fails(self):
        checker = Checker(self.root / "nowhere")
        self.assertFalse(checker.run())

    def test_include_of_a_later_layer(self):
        self.write("src/base/Bad.cpp", '\n#include "domain/Document.h"\n')
        self.assert_found("src/base/Bad.cpp:2:", "base must not include")

    def test_one_name_twice_in_what_is_compiled_together(self):
        for definition in ('const QString comma = x;', 'struct comma {};', 'QString comma(int a, const Text &b)\n{\n}'):
            with self.subTest(definition):
                for file in ("One", "Two"):
                    self.write(f"src/base/{file}.cpp", f"namespace b {{\nnamespace {{\n\n{definition}\n\n}}\n}}\n")
                self.assert_found("src/base/Two.cpp:4:", "comma is defined in base/One.cpp too")

    def test_overloads_and_other_namespaces_may_share_a_name(self):
        self.write("src/base/One.cpp", "namespace b {\nnamespace {\nint a(int i)\n{\n}\nint a(long i)\n{\n}\n}\n}\n")
        self.write("src/base/Two.cpp", "namespace b {\nnamespace {\nint a(char i)\n{\n}\n}\n}\n")
        self.write("src/base/Three.cpp", "namespace c {\nnamespace {\nint a(char i)\n{\n}\n}\n}\n")
        self.assertEqual(self.errors(), [])

    def test_siblings_do_not_know_each_other(self):
        self.write("src/domain/Bad.h", '#include "db/Connection.h"\n')
        self.assert_found("src/domain/Bad.h:1:", "domain must not include")

    def test_include_by_a_relative_path(self):
        self.write("src/base/Bad.cpp", '#include "../domain/Document.h"\n')
        self.assert_found("src/base/Bad.cpp:1:", "base must not include")

    def test_gui_never_sees_a_store(self):
        self.write("src/gui/Bad.cpp", '#  include "store/ItemStore.h"\n')
        self.assert_found("src/gui/Bad.cpp:1:", "gui must not include")

    def test_gui_never_includes_qt_sql(self):
        for header in ("QSqlDatabase", "QtSql/QSqlQuery", "QtSql", "libpq-fe.h"):
            self.write("src/gui/Bad.cpp", f"#include <{header}>\n")
            self.assert_found("src/gui/Bad.cpp:1:", "gui must not include")

    def test_gui_never_names_qt_sql(self):
        self.write("src/gui/Bad.h", "class QSqlDatabase;\n")
        self.assert_found("src/gui/Bad.h:1:", "gui must not name QSqlDatabase")

    def test_models_do_not_reach_qt_sql_through_a_service(self):
        self.write("src/service/Leaky.h", '#include "db/Connection.h"\n')
        self.write("src/models/Bad.h", '#include "service/Leaky.h"\n')
        self.assert_found("src/models/Bad.h:1:", "service/Leaky.h -> db/Connection.h -> QSqlDatabase")

    def test_service_names_the_database_but_runs_no_query(self):
        self.write("src/service/Good.h", "#include <QSqlDatabase>\nvoid open(QSqlDatabase &database);\n")
        self.assertEqual(self.errors(), [])
        self.write("src/service/Bad.cpp", "#include <QSqlQuery>\nQSqlQuery query;\n")
        self.assert_found("src/service/Bad.cpp:1:", "not <QSqlQuery>")
        self.assert_found("src/service/Bad.cpp:2:", "must not name QSqlQuery")

    def test_widgets_stay_in_the_gui(self):
        self.write("src/models/Bad.h", "#include <QTableWidget>\n")
        self.assert_found("src/models/Bad.h:1:", "widgets belong to gui")

    def test_forms_stay_in_the_gui(self):
        self.write("src/app/Bad.cpp", '#include "ui_MainWindow.h"\n')
        self.assert_found("src/app/Bad.cpp:1:", "only gui includes forms")

    def test_unknown_folder(self):
        self.write("src/util/Bad.h", "\n")
        self.assert_found("src/util/Bad.h:1:", "is no layer")

    def test_comments_and_strings_do_not_count(self):
        self.write("src/gui/Good.cpp",
                   '// #include <QSqlQuery>\n/* QSqlDatabase */\nauto text = "QSqlDatabase";\nauto raw = R"(sqlite3 x)";\n')
        self.assertEqual(self.errors(), [])

    def test_long_files(self):
        self.write("src/base/Long.cpp", "\n" * (WARN_LINES + 1))
        checker = Checker(self.root)
        self.assertTrue(checker.run())
        self.assertEqual(len(checker.warnings), 1)
        self.write("src/base/Long.cpp", "\n" * (FAIL_LINES + 1))
        self.assert_found("src/base/Long.cpp:", "split it")


if __name__ == "__main__":
    unittest.main()

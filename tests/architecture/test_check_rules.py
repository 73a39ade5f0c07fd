#!/usr/bin/env python3
"""Tests of check_rules.py: each way to go wrong is noticed."""

import unittest

import check_rules

SOURCES = {"tests/a/tst_one.cpp": "void TestOne::holds()\n{\n}\n", "tests/b/test_two.py": "def stands():\n    pass\n"}


def table(rows):
    return "| Rule | What | Tests |\n|---|---|---|\n" + "".join(f"| {rule} | what | {tests} |\n" for rule, tests in rows)


def complete(test="`tests/a/tst_one.cpp::holds`"):
    return [(f"{rule} name", test) for rule in check_rules.RULES]


class CheckRules(unittest.TestCase):
    def problems(self, rows):
        return check_rules.problems_of(table(rows), SOURCES.get)

    def test_good(self):
        self.assertEqual(self.problems(complete()), [])
        self.assertEqual(self.problems(complete("`tests/b/test_two.py::stands`, `tests/a/tst_one.cpp::holds`")), [])

    def test_a_rule_without_row(self):
        self.assertEqual(self.problems(complete()[1:]), ["E1 names no test"])

    def test_a_row_without_tests(self):
        self.assertEqual(self.problems([("E1 name", "none yet")] + complete()[1:]), ["E1 names no test"])

    def test_two_rows(self):
        self.assertEqual(self.problems(complete() + complete()[:1]), ["E1 has two rows"])

    def test_no_rule(self):
        self.assertEqual(self.problems(complete() + [("E21 more", "`tests/a/tst_one.cpp::holds`")]), ["E21 is no rule"])

    def test_functions_and_files_that_are_gone(self):
        self.assertEqual(self.problems(complete("`tests/a/tst_one.cpp::hold`")), ["tests/a/tst_one.cpp has no test hold"])
        self.assertEqual(self.problems(complete("`tests/a/tst_gone.cpp::holds`")), ["tests/a/tst_gone.cpp does not exist"])


if __name__ == "__main__":
    unittest.main()

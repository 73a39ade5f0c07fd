#!/usr/bin/env python3
"""Installs the register engine alone, and builds and runs what others would build against it: a program of somebody
else's, every header by itself, and the examples of the documentation.

usage: test_library.py CMAKE BUILD_FOLDER CXX_COMPILER
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CMAKE = COMPILER = ""
BUILD = Path()
HERE = Path(__file__).resolve().parent
HEADERS = {
    "accumulator/Accumulator.h", "accumulator/RegisterDefinition.h",
    "base/Decimal.h", "base/Error.h", "base/Period.h", "base/Result.h",
}


def run(*command, code=0):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=240, check=False)
    if (done.returncode == 0) != (code == 0):
        raise AssertionError(f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout + done.stderr


class Library(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="bincard-library-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        # Moved after it was installed: no path of the machine it was made on may be needed.
        made = cls.folder / "made"
        run(CMAKE, "--install", BUILD, "--component", "Development", "--prefix", made)
        cls.prefix = cls.folder / "elsewhere"
        made.rename(cls.prefix)

    def configure(self, source, name, code=0):
        return run(CMAKE, "-S", source, "-B", self.folder / name, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={self.prefix}",
                   f"-DCMAKE_CXX_COMPILER={COMPILER}", code=code)

    def project(self, name, text):
        source = self.folder / name
        source.mkdir()
        (source / "CMakeLists.txt").write_text(
            f"cmake_minimum_required(VERSION 3.25)\nproject(Other LANGUAGES CXX)\n{text}", encoding="utf-8")
        return source

    def test_files(self):
        include = self.prefix / "include" / "bincard"
        self.assertEqual({str(path.relative_to(include)) for path in include.rglob("*.h")}, HEADERS)
        self.assertEqual(list(self.prefix.rglob("bin/*")), [])
        documents = self.prefix / "share/doc/bincard-accumulator"
        for file in ("LICENSE.LGPL", "accumulator.md", "examples/CMakeLists.txt", "examples/order.cpp"):
            self.assertTrue((documents / file).is_file(), file)
        for file in self.prefix.rglob("*.cmake"):
            self.assertNotIn(str(BUILD), file.read_text(encoding="utf-8"), file.name)

    def test_program(self):
        self.configure(HERE / "consumer", "program")
        run(CMAKE, "--build", self.folder / "program")
        self.assertEqual(run(self.folder / "program" / "consumer"), "0.00 12.50\n") # after rollback, and after commit

    def test_versions(self):
        wanted = "find_package(BincardAccumulator {} REQUIRED)\n"
        self.configure(self.project("same", wanted.format("0.1")), "same-build")
        for other in ("0.2", "1.0"):
            told = self.configure(self.project(f"v{other}", wanted.format(other)), f"v{other}-build", code=1)
            self.assertIn("compatible with requested version", told)

    def test_headers_stand_alone(self):
        """Each compiles first in a file of its own, with the warnings that a careful program turns on."""
        source = self.project("headers", "find_package(BincardAccumulator 0.1 REQUIRED)\n"
                              "file(GLOB files ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)\nadd_library(headers STATIC ${files})\n"
                              "target_compile_options(headers PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)\n"
                              "target_link_libraries(headers PRIVATE BincardAccumulator::accumulator)\n")
        for header in HEADERS:
            (source / (header.replace("/", "_") + ".cpp")).write_text(
                f"#include <{header}>\n#include <{header}>\n", encoding="utf-8")
        self.configure(source, "headers-build")
        run(CMAKE, "--build", self.folder / "headers-build")

    def test_examples(self):
        """The installed examples, as a project of their own, run in the order of the documentation."""
        self.configure(self.prefix / "share/doc/bincard-accumulator/examples", "examples")
        run(CMAKE, "--build", self.folder / "examples")
        source = (HERE.parents[1] / "src/models/CodeExamples.cpp").read_text(encoding="utf-8")
        order = re.findall(r'^    \{"([a-z]+)", QT_TRANSLATE_NOOP', source, re.MULTILINE)
        programs = {path.name for path in (self.folder / "examples" / "bin").iterdir() if os.access(path, os.X_OK)}
        self.assertTrue(programs and programs <= set(order), programs)
        for name in order:
            if name not in programs:
                continue
            printed = run(self.folder / "examples" / "bin" / name, self.folder / "stock.db")
            text = (HERE.parents[1] / "docs/examples" / f"{name}.cpp").read_text(encoding="utf-8")
            promised = [line[3:] for line in text.split("// Output:\n", 1)[1].splitlines()]
            self.assertRegex(printed, re.compile(
                "".join(r"(.*\n)*" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + "\n"
                        for line in promised) + r"\Z"), name)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    COMPILER = sys.argv.pop(3)
    BUILD = Path(sys.argv.pop(2)).resolve()
    CMAKE = sys.argv.pop(1)
    unittest.main(verbosity=2)

#!/usr/bin/env python3
"""Builds the Debian package, unpacks it into a folder of its own, and uses it from there as a person would.

usage: test_package.py BUILD_FOLDER VERSION
"""

import gzip
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUILD = Path()
VERSION = ""


def run(*command, code=0, **options):
    """Runs a command to its end and returns what it printed."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=240, check=False,
                          stdin=subprocess.DEVNULL, **options)
    if done.returncode != code:
        raise AssertionError(f"{command} ended with {done.returncode}, not {code}\n{done.stdout}\n{done.stderr}")
    return done.stdout


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="bincard-package-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        run("cpack", "-G", "DEB", "-B", cls.folder / "cpack", "--config", BUILD / "CPackConfig.cmake", cwd=BUILD)
        (cls.deb,) = (cls.folder / "cpack").glob("*.deb")
        cls.root = cls.folder / "root"
        run("dpkg-deb", "-x", cls.deb, cls.root)
        cls.prefix = cls.root / "usr"
        # Nothing of the build's or the developer's surroundings may help the programs along.
        cls.environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(cls.folder / "home"),
            "XDG_RUNTIME_DIR": str(cls.folder / "runtime"),
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }
        (cls.folder / "home").mkdir()
        (cls.folder / "runtime").mkdir(mode=0o700)

    def program(self, name, *arguments, code=0):
        return run(self.prefix / "bin" / name, *arguments, code=code, env=self.environment, cwd=self.folder)

    def test_control(self):
        self.assertEqual(run("dpkg-deb", "-f", self.deb, "Package").strip(), "bincard")
        self.assertEqual(run("dpkg-deb", "-f", self.deb, "Version").strip(), VERSION)
        depends = run("dpkg-deb", "-f", self.deb, "Depends")
        for package in ("libqt6sql6-sqlite", "libqt6sql6-psql", "libqt6svg6", "libqt6core6", "libqt6charts6", "libpq5"):
            self.assertIn(package, depends)

    def test_files(self):
        for file in (
            "share/applications/org.bincard.Bincard.desktop",
            "share/metainfo/org.bincard.Bincard.metainfo.xml",
            "share/mime/packages/org.bincard.Bincard.xml",
            "share/icons/hicolor/scalable/apps/org.bincard.Bincard.svg",
            "share/icons/hicolor/48x48/apps/org.bincard.Bincard.png",
            "share/icons/hicolor/48x48/mimetypes/application-x-bincard.png",
            "share/man/man1/bincard.1.gz",
            "share/man/man1/bincardctl.1.gz",
            "share/doc/bincard/copyright",
        ):
            self.assertTrue((self.prefix / file).is_file(), file)
        self.assertFalse((self.prefix / "include").exists(), "the library's headers are a component of their own")

    def test_metadata_is_valid(self):
        share = self.prefix / "share"
        run("desktop-file-validate", share / "applications/org.bincard.Bincard.desktop")
        run("appstreamcli", "validate", "--no-net", share / "metainfo/org.bincard.Bincard.metainfo.xml")
        run("update-mime-database", "-V", share / "mime")
        magic = (share / "mime/magic").read_bytes()
        self.assertIn(b"application/x-bincard", magic)
        self.assertIn("*.bincard", (share / "mime/globs2").read_text(encoding="utf-8"))

    def test_man_pages(self):
        for page in ("bincard.1.gz", "bincardctl.1.gz"):
            done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z",
                                   self.prefix / "share/man/man1" / page],
                                  capture_output=True, text=True, check=True, env={**self.environment, "MANWIDTH": "80"})
            self.assertEqual(done.stderr, "")

    def test_man_page_names_the_commands_there_are(self):
        told = self.program("bincardctl", "--help").split("Subcommands:", 1)[1]
        there = set(re.findall(r"^  ([a-z][a-z-]*)", told, re.MULTILINE))
        page = gzip.decompress((self.prefix / "share/man/man1/bincardctl.1.gz").read_bytes()).decode()
        commands = page.split(".SH COMMANDS", 1)[1].split(".SH EXIT STATUS", 1)[0].replace("\\-", "-")
        described = set(re.findall(r'^\.T[PQ]\n\.B[RI]? "?([a-z][a-z-]*)', commands, re.MULTILINE))
        self.assertEqual(described, there)

    def test_lintian(self):
        run("lintian", "--allow-root", "--fail-on", "error", self.deb, env={**os.environ, "LC_ALL": "C.UTF-8"})

    def test_versions(self):
        for program in ("bincard", "bincardctl"):
            self.assertIn(VERSION, self.program(program, "--version"))
            self.assertIn("usage", self.program(program, "--help").lower())

    def test_demo_book(self):
        book = self.folder / "demo.bincard"
        self.program("bincardctl", "--book", book, "init", "--demo")
        head = book.read_bytes()[:72]
        self.assertEqual((head[:16], head[68:72]), (b"SQLite format 3\0", b"BINC"), "the MIME type goes by these")

        found = json.loads(self.program("bincardctl", "--book", book, "--json", "balance", "inventory",
                                        "--where", "warehouse=MAIN", "--where", "item=WDG-A1"))
        self.assertEqual(found["rows"][0]["quantity"], "420.0000")

        picture = self.folder / "balances.png"
        self.program("bincard", book, "--page", "balances", "--screenshot", picture)
        data = picture.read_bytes()
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", data[16:24])
        self.assertGreaterEqual(width, 800)
        self.assertGreaterEqual(height, 500)
        self.assertGreater(len(data), 10_000, "an empty picture compresses to less")

    def test_book_that_cannot_be_opened(self):
        self.program("bincardctl", "--book", self.folder / "nowhere" / "none.bincard", "info", code=3)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    VERSION = sys.argv.pop(2)
    BUILD = Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=2)

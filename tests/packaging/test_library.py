#!/usr/bin/env python3
"""Installs the register engine alone, builds somebody else's program against it, and runs that.

usage: test_library.py CMAKE BUILD_FOLDER CXX_COMPILER
"""

import subprocess
import sys
import tempfile
from pathlib import Path


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=240, check=False)
    if done.returncode != 0:
        sys.exit(f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def main(cmake, build, compiler):
    source = Path(__file__).resolve().parent / "consumer"
    with tempfile.TemporaryDirectory(prefix="bincard-library-") as name:
        folder = Path(name)
        prefix = folder / "prefix"
        run(cmake, "--install", build, "--component", "Development", "--prefix", prefix)
        if list(prefix.rglob("bin/*")):
            sys.exit("the library's component holds programs")
        run(cmake, "-S", source, "-B", folder / "build", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}",
            f"-DCMAKE_CXX_COMPILER={compiler}")
        run(cmake, "--build", folder / "build")
        printed = run(folder / "build" / "consumer")
    if printed != "0.00 12.50\n": # after the caller's rollback, and after its commit
        sys.exit(f"the program printed {printed!r}")
    print("built and ran against the installed library")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])

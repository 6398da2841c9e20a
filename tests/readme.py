"""The commands of the README with their output. `python3 -m tests.readme` writes the output anew."""
from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)


class Example(NamedTuple):
    """A command of a ``console`` block, and the output that stands below it."""

    command: str
    output: str

    @property
    def is_runnable(self) -> bool:
        """Tells whether the programs that it needs are there."""
        words = ["|", *shlex.shlex(self.command, posix=True, punctuation_chars="|")]
        programs = [word for before, word in pairwise(words) if before == "|"]
        return all(program == "briefx" or shutil.which(program) for program in programs)

    def run(self) -> str:
        """Returns what the command prints, run at the project's root with this checkout's ``briefx``."""
        with tempfile.TemporaryDirectory() as place:
            program = Path(place, "briefx")
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefx "$@"\n')
            program.chmod(0o755)
            path = os.pathsep.join((place, os.environ["PATH"]))
            done = subprocess.run(["sh", "-c", self.command], cwd=ROOT, env={**os.environ, "PATH": path}, check=True,
                                  capture_output=True, timeout=60)
        return done.stdout.decode()


def examples() -> Iterator[Example]:
    """Yields the examples of the README."""
    for match in _BLOCK.finditer(README.read_text(encoding="utf-8")):
        yield Example(match["command"], match["output"])


def rewrite() -> None:
    """Writes what each command prints below it."""
    text = README.read_text(encoding="utf-8")
    README.write_text(_BLOCK.sub(_rewritten, text), encoding="utf-8")


def _rewritten(match: re.Match[str]) -> str:
    return f"```console\n$ {match['command']}\n{Example(match['command'], '').run()}```"


if __name__ == "__main__":
    import tests  # noqa: F401  (sets where the package is)

    rewrite()

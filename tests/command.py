"""Runs the command for the tests: in this process where that will do, as a program of its own where it must."""
from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from unittest import mock

from briefx.cli import main

Result = TypeVar("Result")


class Run(NamedTuple):
    """What came of a run: the exit status and what was written to standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


class _Stream(io.BytesIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def briefx(*words: object, stdin: str | bytes = b"", terminal: bool = False, watched: bool = False) -> Run:
    """Runs the command in this process. ``terminal`` says that standard output is one, ``watched`` standard error."""
    out, err = _Stream(terminal), _Stream(watched)
    with tempfile.TemporaryFile() as given, \
            mock.patch("sys.stdout", io.TextIOWrapper(out, "utf-8")), \
            mock.patch("sys.stderr", io.TextIOWrapper(err, "utf-8")), mock.patch("sys.stdin", given):
        given.write(stdin.encode() if isinstance(stdin, str) else stdin)
        given.seek(0)
        status = main([str(word) for word in words])
        sys.stdout.flush()
        sys.stderr.flush()
        return Run(status, out.getvalue().decode(), err.getvalue().decode())


def started(*words: object, **options: Any) -> subprocess.Popen[bytes]:
    """Starts the command as a program of its own, its streams connected to pipes unless ``options`` say otherwise."""
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    command = [sys.executable, "-m", "briefx", *(str(word) for word in words)]
    return subprocess.Popen(command, **{**streams, **options})


def program(*words: object, stdin: bytes = b"", **options: Any) -> Run:
    """Runs the command as a program of its own."""
    with started(*words, **options) as process:
        out, err = process.communicate(stdin if "stdin" not in options else None, timeout=60)
    return Run(process.returncode, (out or b"").decode(), (err or b"").decode())


def at_once(*runs: Callable[[], Result]) -> list[Result]:
    """Returns what each of some functions that wait for a program gives, two of them waiting at a time."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda run: run(), runs))


@contextmanager
def folder(**files: str | bytes):
    """Gives a new folder with such files; "__" in a name stands for its dot."""
    with tempfile.TemporaryDirectory() as name:
        for file, content in files.items():
            path = Path(name, file.replace("__", "."))
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        yield Path(name)


def json_lines(*objects: object) -> bytes:
    """Returns JSON Lines."""
    return b"".join(json.dumps(each).encode() + b"\n" for each in objects)

"""Runs tests of a tree, over and over, each time as if nothing had run before: a program that tests.mutation starts.

It has unittest and the modules of the standard library in memory, none of the package or the tests; each run is a
fork of it that imports these anew, so that a run of quick tests costs some hundredths of a second. What a fork
leaves behind, processes and files alike, is removed after it. On request a run also tells which functions of the
package were called, so that a change to one is shown only to the tests that call it.
"""
from __future__ import annotations

import importlib
import json
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
import unittest
from contextlib import suppress
from pathlib import Path
from typing import Any

# Bytes that a run may take: a change that makes a list grow without end is caught by it, not by the machine.
MOST_MEMORY = 3 << 30


def main() -> None:
    """Answers lines of standard input, JSON of [[test, seconds]..., watched], by what ``first_failure`` says."""
    sys.path[0] = os.getcwd()
    sys.dont_write_bytecode = True
    for line in sys.stdin:
        failed, times, told = first_failure(*json.loads(line))
        shutil.rmtree(tempfile.gettempdir(), ignore_errors=True)
        os.makedirs(tempfile.gettempdir())
        for name in told.get("loaded", ()):
            with suppress(ImportError):
                importlib.import_module(name)
        print(json.dumps([failed, times, told.get("called", {})]), flush=True)


def first_failure(tests: list[tuple[str, float]],
                  watched: bool) -> tuple[str | None, dict[str, float], dict[str, Any]]:
    """Runs tests in a fork, each within its seconds.

    Returns the first that fails or does not end, if any; the seconds of those that passed; and, where all did,
    which modules of the standard library they loaded and, if ``watched``, what they called: {module: [line where
    a function begins...]}.
    """
    times: dict[str, float] = {}
    reading, writing = os.pipe()
    leader = os.fork()
    if leader == 0:
        os.close(reading)
        _run([name for name, _ in tests], writing, watched)
    os.close(writing)
    received = b""
    try:
        for name, seconds in tests:
            began = time.monotonic()
            while b"\n" not in received:
                left = began + seconds - time.monotonic()
                if left <= 0 or not select.select([reading], [], [], left)[0]:
                    return name, times, {}
                piece = os.read(reading, 1 << 16)
                if not piece:
                    return name, times, {}
                received += piece
            answer, _, received = received.partition(b"\n")
            if answer != b"passed":
                return name, times, {}
            times[name] = time.monotonic() - began
        while piece := os.read(reading, 1 << 16):
            received += piece
        return None, times, json.loads(received)
    finally:
        os.close(reading)
        with suppress(ProcessLookupError):
            os.killpg(leader, signal.SIGKILL)
        os.waitpid(leader, 0)


def _run(tests: list[str], told: int, watched: bool) -> None:
    """Runs tests up to the first that fails and writes a line for each, in a process that it then ends."""
    try:
        os.setsid()
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        importlib.import_module("tests")
        # Programs that the tests start find the package compiled already, all but the module that is changed.
        os.environ.pop("PYTHONPYCACHEPREFIX", None)
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        calls: set[tuple[str, int]] = set()
        if watched:
            sys.setprofile(lambda frame, event, _: calls.add((frame.f_code.co_filename, frame.f_code.co_firstlineno)))
        for name in tests:
            result = unittest.TestResult()
            result.failfast = True
            unittest.defaultTestLoader.loadTestsFromName(name).run(result)
            os.write(told, b"passed\n" if result.wasSuccessful() else b"failed\n")
            if not result.wasSuccessful():
                break
        sys.setprofile(None)
        with os.fdopen(told, "w", encoding="utf-8") as stream:
            json.dump({"loaded": _standard_modules(), "called": _of_package(calls)}, stream)
    finally:
        os._exit(0)


def _of_package(calls: set[tuple[str, int]]) -> dict[str, list[int]]:
    """Returns {module: [first line...]} of the functions of the package among those called."""
    found: dict[str, list[int]] = {}
    package = os.path.join(os.getcwd(), "src", "briefx", "")
    for path, line in sorted(calls):
        if path.startswith(package):
            found.setdefault(path.removeprefix(package), []).append(line)
    return found


def _standard_modules() -> list[str]:
    """Returns the names of the loaded modules that come with Python."""
    library = str(Path(os.__file__).parent)
    modules: dict[str, Any] = dict(sys.modules)
    return [name for name, module in modules.items() if name.split(".")[0] not in ("tests", "briefx", "__main__")
            and str(getattr(module, "__file__", None) or library).startswith(library) and "site-packages" not in name]


if __name__ == "__main__":
    main()

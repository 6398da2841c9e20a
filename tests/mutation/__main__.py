"""Breaks modules and counts what the tests catch.

    python3 -m tests.mutation                        twenty changes to each module
    python3 -m tests.mutation text loading/index.py  these modules alone
    python3 -m tests.mutation --count 40 --minutes 10 --seed 2 model.py

Each change is made in a copy of the tree. The tests that mirror the module run first, then those of its package and
of whole briefs, then those of other packages, quick ones before slow ones; a change is caught by the first that
fails or does not end in time. A test that never calls a function is not asked about a change within it. What survives
is shown. A change that is caught costs some tenths of a second, one that survives some seconds.

What changes nothing that could be seen is not tried, see tests/mutation/mutants.py.
"""
from __future__ import annotations

import argparse
import json
import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.mutation.mutants import Mutant, chosen, function_around

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = Path("src", "briefx")
COPIED = ("src", "tests", "seeds", "README.md", "pyproject.toml")
NOT_COPIED = ("__pycache__", "mutation")
# Tests of whole briefs, for what lies deep in the package.
WHOLE = ("test_golden", "test_pipeline", "test_readings")
# What asks nothing of the package's behaviour, or asks only after much time.
LEFT_OUT = ("test_linear_time", "test_patterns", "test_imports", "test_seeds", "test_attribution_cases",
            "test_same_bytes", "test_engines")
# Those that start programs or read much: asked for the modules that stand beside them, or beside no others, alone.
LONG = ("test_cli", "test_collector", "test_escaping", "test_hostile_text", "test_index", "test_merged_output",
        "test_properties", "test_readme", "test_tagger", "test_terminal_output", "test_workers")
# Those that start programs whose calls count.
PROGRAMS = ("test_cli", "test_workers")
# A test that takes so many times as long as usual, and some seconds more, is in a loop without end.
LONGEST_TIMES = 10
LONGEST_SECONDS = 5


class Figures(NamedTuple):
    """How many changes to a module were made, how many a test caught, and how many the nearest tests did."""

    module: str
    made: int
    caught: int
    near: int


def groups_of_tests(tests: Path, module: Path) -> Iterator[list[str]]:
    """Yields the tests for a module of the package, the nearest first, as names that unittest takes."""
    folder = tests / module.parent
    whole = [tests / f"{name}.py" for name in WHOLE]
    around = folder.glob("test_*.py") if folder == tests else (tests / module.parts[0]).rglob("test_*.py")
    others = (path for path in tests.rglob("test_*.py") if path.stem not in LONG or folder == tests)
    given: set[Path] = set()
    for place in (folder.glob(f"test_{module.stem}.py"), [*whole, *around], others):
        paths = {path for path in place if path.stem not in LEFT_OUT} - given
        given |= paths
        if paths:
            yield [".".join(path.relative_to(tests.parent).with_suffix("").parts) for path in sorted(paths)]


class Runner:
    """Runs tests in a copy of the tree, through a process of tests/mutation/runner.py."""

    def __init__(self, tree: Path) -> None:
        self._times: dict[str, float | None] = {}
        self._called: dict[str, dict[str, list[int]]] = {}
        scratch = tree / "scratch"
        scratch.mkdir()
        environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "TMPDIR": str(scratch)}
        environment.pop("PYTHONPYCACHEPREFIX", None)
        self._process = subprocess.Popen([sys.executable, str(ROOT / "tests" / "mutation" / "runner.py")], cwd=tree,
                                         env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def close(self) -> None:
        """Ends the process."""
        self._process.communicate()

    def quickest_first(self, tests: list[str]) -> list[str]:
        """Returns the tests that pass as long as nothing is broken, by the time that they take."""
        for test in tests:
            if test not in self._times:
                failed, times, self._called[test] = self._answer([(test, 120)], watched=True)
                self._times[test] = times.get(test)
                if failed:
                    print(f"left out, since it fails as it is: {test}", flush=True)
        passing = [(seconds, test) for test in tests if (seconds := self._times[test]) is not None]
        return [test for _, test in sorted(passing)]

    def first_failure(self, tests: list[str]) -> str | None:
        """Returns the first of the tests that fails or does not end in time; they are known to pass unbroken."""
        limits = [(test, LONGEST_SECONDS + LONGEST_TIMES * (self._times[test] or 0)) for test in tests]
        return self._answer(limits)[0]

    def callers(self, tests: list[str], module: Path, lines: range | None) -> list[str]:
        """Returns the tests that call a function on these lines of a module, all of them where none is given.

        What a program calls that a test starts is not known: those that may start one are among them.
        """
        if lines is None:
            return tests
        return [test for test in tests if test.rpartition(".")[2] in PROGRAMS
                or any(line in lines for line in self._called[test].get(module.as_posix(), ()))]

    def _answer(self, tests: list[tuple[str, float]], watched: bool = False
                ) -> tuple[str | None, dict[str, float], dict[str, list[int]]]:
        sending, receiving = self._process.stdin, self._process.stdout
        assert sending is not None and receiving is not None
        sending.write(json.dumps([tests, watched]) + "\n")
        sending.flush()
        failed, times, called = json.loads(receiving.readline())
        return failed, times, called


def modules(names: list[str]) -> list[Path]:
    """Returns the modules that are named, by path within the package, with those of the folders that are."""
    within = ROOT / PACKAGE
    found = []
    for name in names or ["."]:
        place = within / name
        paths = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        found += [path.relative_to(within) for path in paths if path.stem not in ("__init__", "__main__")]
    return found


def tried(tree: Path, runner: Runner, module: Path, count: int, seed: int, until: float) -> Figures:
    """Makes changes to a module in a copy of the tree, one after the other, and returns what came of them."""
    path = tree / PACKAGE / module
    source = path.read_text(encoding="utf-8")
    groups = [runner.quickest_first(group) for group in groups_of_tests(tree / "tests", module)]
    tests = [test for group in groups for test in group]
    compiled = path.parent / "__pycache__" / f"{path.stem}.{sys.implementation.cache_tag}.pyc"
    compiled.unlink()
    catches: Counter[str] = Counter()
    made = 0
    for mutant in chosen(source, count, Random(f"{seed} {module}")):
        if time.monotonic() > until:
            break
        path.write_text(mutant.of(source), encoding="utf-8")
        made += 1
        # What has caught others is soon asked: it is about this module.
        order = sorted(tests, key=lambda test: tests.index(test) / (1 + catches[test]))
        asked = runner.callers(order, module, function_around(source, mutant.line))
        failed = runner.first_failure(asked) if asked else None
        if failed is None:
            print(shown(module, source, mutant), flush=True)
        else:
            catches[failed] += 1
    path.write_text(source, encoding="utf-8")
    py_compile.compile(str(path), str(compiled), doraise=True)
    if catches and (failed := runner.first_failure(tests)) is not None:
        print(f"not to be relied on, since it now fails unbroken as well: {failed}", flush=True)
    return Figures(str(module), made, catches.total(), sum(catches[test] for test in groups[0]))


def shown(module: Path, source: str, mutant: Mutant) -> str:
    """Returns a change that survived as a line: where it is, what stood there and what stands there now."""
    start = source.rfind("\n", 0, mutant.start) + 1
    end = source.find("\n", mutant.end)
    line = f"{source[start:mutant.start]}[{source[mutant.start:mutant.end]} -> {mutant.new}]{source[mutant.end:end]}"
    return f"survived  {module}:{mutant.line}: {line.strip()}"


def main() -> int:
    """Prints what survives and, at the end, a table."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.mutation", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="MODULE", help="files and folders within src/briefx")
    parser.add_argument("--count", type=int, default=20, help="changes to each module (default 20)")
    parser.add_argument("--minutes", type=float, default=600, help="begin no change after so many")
    parser.add_argument("--seed", type=int, default=1, help="another choice of changes")
    options = parser.parse_args()
    for name in options.names:
        if not (ROOT / PACKAGE / name).exists():
            parser.error(f"{name} does not stand within {PACKAGE}")
    until = time.monotonic() + 60 * options.minutes
    figures = []
    with tempfile.TemporaryDirectory(prefix="briefx-mutation-") as folder:
        tree = Path(folder)
        for name in COPIED:
            place = ROOT / name
            if place.is_dir():
                shutil.copytree(place, tree / name, ignore=shutil.ignore_patterns(*NOT_COPIED))
            else:
                shutil.copy(place, tree / name)
        compile_all = [sys.executable, "-m", "compileall", "-q", "src", "tests"]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPYCACHEPREFIX"}
        subprocess.run(compile_all, cwd=tree, check=True, env=environment)
        with closing(Runner(tree)) as runner:
            for module in modules(options.names):
                if time.monotonic() > until:
                    break
                figures.append(tried(tree, runner, module, options.count, options.seed, until))
                print(f"{figures[-1].caught:4} of {figures[-1].made:3} caught  {module}", flush=True)
    print_table(figures)
    return 0


def print_table(figures: list[Figures]) -> None:
    """Prints the share that is caught, by module and in all."""
    print(f"\n{'module':44} made caught share  by its own tests")
    total = Figures("all", *(sum(column) for column in zip(*(one[1:] for one in figures))))
    for one in (*figures, total):
        if one.made:
            print(f"{one.module:44} {one.made:4} {one.caught:6} {one.caught / one.made:5.0%} {one.near:9}")


if __name__ == "__main__":
    sys.exit(main())

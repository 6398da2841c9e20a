"""Breaks modules and counts what the tests catch.

    python3 -m tests.mutation                        twenty changes to each module: hours
    python3 -m tests.mutation text loading/index.py  these modules alone
    python3 -m tests.mutation --count 40 --minutes 10 --seed 2 model.py

Each change is made in a copy of the tree. The tests that mirror the module run first, then those of its package,
then those of whole briefs; a change is caught by the first that fails or does not end in time. What survives is shown.
"""
from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.mutation.mutants import Mutant, chosen

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = Path("src", "briefx")
COPIED = ("src", "tests", "seeds", "README.md", "pyproject.toml")
NOT_COPIED = ("__pycache__", "benchmarks", "mutation")
# Tests of the whole, for what lies deep in the package; those of the command and its surroundings are for the rest.
WHOLE = ("test_golden", "test_pipeline")
# What asks nothing of the package's behaviour, or asks only after much time.
LEFT_OUT = ("test_linear_time", "test_patterns", "test_imports", "test_seeds", "test_attribution_cases")
# Seconds for one run of tests, several times what it takes: a loop without end counts as caught.
LONGEST_RUN = 60


class Figures(NamedTuple):
    """How many changes to a module were made, how many a test caught, and how many the nearest tests did."""

    module: str
    made: int
    caught: int
    near: int


def groups_of_tests(tree: Path, module: Path) -> Iterator[list[str]]:
    """Yields the tests for a module of the package, the nearest first, as names that unittest takes."""
    given: set[Path] = set()
    tests = tree / "tests"
    folder = tests / module.parent
    around = [place for place in (folder, *folder.parents) if place.is_relative_to(tests) and place != tests]
    places = [folder.glob(f"test_{module.stem}.py"), (tests / f"{name}.py" for name in WHOLE)]
    places += [place.rglob("test_*.py") for place in around or [tests]]
    for place in places:
        paths = [path for path in sorted(place) if path not in given and path.stem not in LEFT_OUT]
        given.update(paths)
        names = [".".join(path.relative_to(tree).with_suffix("").parts) for path in paths]
        names = [name for name in names if passes_unbroken(tree, name)]
        if names:
            yield names


@cache
def passes_unbroken(tree: Path, test: str) -> bool:
    """Says whether a test passes as long as nothing is broken: one that does not can show nothing."""
    passed = passes(tree, [test])
    if not passed:
        print(f"left out, since it fails as it is: {test}", flush=True)
    return passed


def passes(tree: Path, tests: list[str]) -> bool:
    """Says whether tests pass in a copy of the tree, within the time that they are given."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(tree / "src")}
    command = [sys.executable, "-m", "unittest", "--failfast", *tests]
    with subprocess.Popen(command, cwd=tree, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, start_new_session=True) as run:
        try:
            return run.wait(LONGEST_RUN) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            end_group(run.pid)


def end_group(leader: int) -> None:
    """Ends what a run of tests has started and left, by the group of its own that it has."""
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def modules(names: list[str]) -> list[Path]:
    """Returns the modules that are named, by path within the package, with those of the folders that are."""
    within = ROOT / PACKAGE
    found = []
    for name in names or ["."]:
        place = within / name
        paths = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        found += [path.relative_to(within) for path in paths if path.stem not in ("__init__", "__main__")]
    return found


def tried(tree: Path, module: Path, count: int, seed: int, until: float) -> Figures:
    """Makes changes to a module in a copy of the tree, one after the other, and returns what came of them."""
    path = tree / PACKAGE / module
    source = path.read_text(encoding="utf-8")
    groups = list(groups_of_tests(tree, module))
    for compiled in path.parent.glob(f"__pycache__/{module.stem}.*"):
        compiled.unlink()
    made = caught = near = 0
    for mutant in chosen(source, count, Random(f"{seed} {module}")):
        if time.monotonic() > until:
            break
        path.write_text(mutant.of(source), encoding="utf-8")
        made += 1
        catching = next((number for number, group in enumerate(groups) if not passes(tree, group)), None)
        if catching is None:
            print(shown(module, source, mutant), flush=True)
        else:
            caught += 1
            near += catching == 0
    path.write_text(source, encoding="utf-8")
    return Figures(str(module), made, caught, near)


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
        subprocess.run([sys.executable, "-m", "compileall", "-q", "src", "tests"], cwd=tree, check=True)
        for module in modules(options.names):
            if time.monotonic() > until:
                break
            figures.append(tried(tree, module, options.count, options.seed, until))
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

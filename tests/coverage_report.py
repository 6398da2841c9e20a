"""Which lines of the package the tests run: ``python3 -m tests.coverage_report [TEST...]``.

The tests run in a copy of the tree in which each process of Python notes the lines of the package that it
reaches, those included that tests start. Lines that only type checkers read do not count.
"""
from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("src", "tests", "seeds", "README.md", "pyproject.toml")
LEAST = 95

# What a process does when it starts: it keeps the lines of each piece of code that it has not reached yet, and
# no longer looks at a piece when there is none left.
TRACER = '''
import atexit, os, sys, threading

_within, _notes, _left, _reached = {within!r}, {notes!r}, {{}}, set()


def _called(frame, event, argument):
    code = frame.f_code
    if not code.co_filename.startswith(_within):
        return None
    if code not in _left:
        _left[code] = {{line for _, _, line in code.co_lines() if line}}
    return _traced if _left[code] else None


def _traced(frame, event, argument):
    if event == "line":
        code, line = frame.f_code, frame.f_lineno
        _left[code].discard(line)
        _reached.add((code.co_filename, line))
    return _traced


def _write():
    sys.settrace(None)
    with open(os.path.join(_notes, f"{{os.getpid()}}-{{id(_left)}}"), "a") as notes:
        notes.writelines(f"{{line}} {{name}}\\n" for name, line in _reached)


atexit.register(_write)
threading.settrace(_called)
sys.settrace(_called)
'''


def lines_of(path: Path) -> set[int]:
    """Returns the lines of a module that can be reached."""
    source = path.read_text(encoding="utf-8")
    found: set[int] = set()
    codes: list[CodeType] = [compile(source, str(path), "exec")]
    while codes:
        code = codes.pop()
        found.update(line for _, _, line in code.co_lines() if line)
        codes += [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    for node in unread(ast.parse(source)):
        found.difference_update(range(node.lineno, (node.end_lineno or 0) + 1))
    return found


def unread(tree: ast.Module) -> Iterator[ast.stmt]:
    """Yields what no program runs: what stands under TYPE_CHECKING, protocols, docstrings."""
    for node in ast.walk(tree):
        if (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING") or (
                isinstance(node, ast.ClassDef) and "Protocol" in map(ast.unparse, node.bases)):
            yield from node.body
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node


def reached(tests: list[str]) -> dict[str, set[int]]:
    """Runs tests and returns the lines that they reach, by the path of the module within the package."""
    found: dict[str, set[int]] = defaultdict(set)
    with tempfile.TemporaryDirectory(prefix="briefx-coverage-") as folder:
        tree, notes = Path(folder, "tree"), Path(folder, "notes")
        notes.mkdir()
        tree.mkdir()
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, tree / name)
        within = f"{tree / 'src' / 'briefx'}/"
        # Python imports a module of this name whenever it starts, from wherever it finds one.
        (tree / "src" / "sitecustomize.py").write_text(TRACER.format(within=within, notes=str(notes)), encoding="utf-8")
        command = [sys.executable, "-c", "import sys; sys.path.insert(0, 'src'); import sitecustomize, unittest; "
                   "unittest.main(None, argv=['tests', *sys.argv[1:]])", *(tests or ["discover", "-q"])]
        subprocess.run(command, cwd=tree, check=False)
        for note in notes.iterdir():
            for entry in note.read_text(encoding="utf-8").splitlines():
                line, _, name = entry.partition(" ")
                found[name.removeprefix(within)].add(int(line))
    return found


def ranges(lines: set[int]) -> str:
    """Returns line numbers as "3-5 9"."""
    runs = groupby(enumerate(sorted(lines)), lambda pair: pair[1] - pair[0])
    pairs = [[line for _, line in run] for _, run in runs]
    return " ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in pairs)


def main() -> int:
    """Prints the share of lines for each module; ends with 1 where the whole is below 95 percent."""
    found = reached(sys.argv[1:])
    all_lines = all_reached = 0
    for path in sorted((ROOT / "src" / "briefx").rglob("*.py")):
        lines = lines_of(path)
        name = path.relative_to(ROOT / "src" / "briefx").as_posix()
        hit = lines & found[name]
        all_lines += len(lines)
        all_reached += len(hit)
        if lines:
            print(f"{len(hit) / len(lines):5.0%} {len(lines):5} {name:44} {ranges(lines - hit)}")
    share = 100 * all_reached / all_lines
    print(f"{share:5.1f}% of {all_lines} lines")
    return 0 if share >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())

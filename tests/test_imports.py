"""Imports run downwards alone, use the standard library alone, and do no work."""
from __future__ import annotations

import ast
import subprocess
import sys
import unittest
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "briefx"

# Each layer may import from those before it, and from its own.
LAYERS = (
    ("records",),
    ("__init__",),
    ("collector",),
    ("memory",),
    ("model",),
    ("lexicon",),
    ("loading", "text"),
    ("extraction",),
    ("merging",),
    ("rendering",),
    ("pipeline",),
    ("workers",),
    ("batch",),
    ("options", "output"),
    ("brat_folder",),
    ("completion",),
    ("cli",),
    ("__main__",),
)
RANKS = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


@cache
def modules() -> list[tuple[str, ast.Module]]:
    """Returns the name of each module within the package, with its syntax tree."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        found.append((name.removesuffix(".__init__"), ast.parse(path.read_text(encoding="utf-8"))))
    return found


@cache
def imports() -> list[tuple[str, str]]:
    """Returns each module within the package with the full name of each that it imports, wherever in it."""
    return [(name, target) for name, tree in modules() for target in imported(name, tree)]


def imported(module: str, tree: ast.Module) -> Iterator[str]:
    """Yields the full name of each module that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                package = ["briefx", *module.split(".")][:-node.level]
                yield ".".join([*package, node.module or ""])
            else:
                yield node.module or ""


def in_fresh_interpreter(program: str) -> str:
    """Returns what a program prints that an interpreter without site packages runs."""
    return subprocess.run([sys.executable, "-S", "-B", "-c", program], check=True, capture_output=True, text=True,
                          timeout=60).stdout.strip()


class DirectionTest(unittest.TestCase):
    def test_each_module_has_its_place(self) -> None:
        found = {name.partition(".")[0] for name, _ in modules()}
        self.assertEqual(set(RANKS), found)

    def test_imports_run_downwards(self) -> None:
        # The package's own file offers what stands above it, for callers, and imports it when it is asked for.
        for name, target in imports():
            part = name.partition(".")[0]
            if target.startswith("briefx.") and part != "__init__":
                other = target.split(".")[1]
                with self.subTest(module=name, imports=target):
                    allowed = other == part or RANKS[other] < RANKS[part]
                    self.assertTrue(allowed, f"{name} stands below {other}")

    def test_nothing_but_the_standard_library_is_imported(self) -> None:
        allowed = {*sys.stdlib_module_names, "_sha2", "briefx"}  # _sha2: of the interpreters from 3.12 on
        for name, target in imports():
            with self.subTest(module=name):
                self.assertIn(target.partition(".")[0], allowed)


class WorkTest(unittest.TestCase):
    def test_named_tuples_are_made_the_cheap_way(self) -> None:
        # typing.NamedTuple takes ten times the work at import (see ``briefx.records``).
        for name, tree in modules():
            statements = [node for node in ast.walk(tree) if getattr(node, "module", "") == "typing"]
            taken = {alias.name for node in statements if isinstance(node, ast.ImportFrom)
                     for alias in node.names}
            with self.subTest(module=name):
                self.assertTrue(name == "records" or "NamedTuple" not in taken, "take it from briefx.records")

    def test_postponed_annotations(self) -> None:
        # Else each is evaluated as its function or class is made, at import.
        for name, tree in modules():
            postponed = any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)
            annotated = any(isinstance(node, (ast.AnnAssign, ast.FunctionDef)) for node in ast.walk(tree))
            with self.subTest(module=name):
                self.assertTrue(postponed or not annotated, "add `from __future__ import annotations`")

    def test_importing_reads_no_file_and_compiles_no_pattern(self) -> None:
        names = ["briefx." + name for name, _ in modules() if name not in ("__init__", "__main__")]
        program = f"""
import ast, dataclasses, enum, functools, importlib, json, multiprocessing.connection, re, sys, typing
done = []
sys.addaudithook(lambda event, about: done.append(about[0])
                 if event == "open" and not str(about[0]).endswith((".py", ".pyc")) else None)
compiler = importlib.import_module("re._compiler")
compile = compiler.compile
compiler.compile = lambda pattern, *flags: (done.append(pattern), compile(pattern, *flags))[1]
for name in {names!r}:
    importlib.import_module(name)
    if done:
        print(name, done)
        done.clear()
"""
        self.assertEqual("", in_fresh_interpreter(program))

    def test_the_version_loads_next_to_nothing(self) -> None:
        program = """
import sys
before = set(sys.modules)
sys.argv = ["briefx", "--version"]
from briefx.cli import main
assert main() == 0
print(*sorted(set(sys.modules) - before))
"""
        self.assertEqual("__future__ briefx briefx.cli", in_fresh_interpreter(program).splitlines()[-1])

    def test_the_package_loads_nothing_until_it_is_asked(self) -> None:
        program = """
import sys, briefx
print(*sorted(name for name in sys.modules if name.startswith("briefx")))
briefx.Span
print(*sorted(name for name in sys.modules if name.startswith("briefx")))
"""
        self.assertEqual(["briefx", "briefx briefx.collector briefx.model briefx.records"],
                         in_fresh_interpreter(program).splitlines())

    def test_one_article_loads_nothing_that_it_does_not_need(self) -> None:
        program = """
import sys
before = set(sys.modules)
import briefx
briefx.extract("Ann Lee said on Monday that it works.").to_dict()
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
"""
        loaded = in_fresh_interpreter(program).split()
        for name in ("argparse", "ast", "dataclasses", "hashlib", "importlib.resources", "inspect", "json", "logging",
                     "multiprocessing", "pathlib", "random", "subprocess", "tempfile", "threading", "typing",
                     "unicodedata", "urllib", "zipfile"):
            with self.subTest(module=name):
                self.assertNotIn(name, loaded)


    def test_one_article_takes_few_modules_and_patterns(self) -> None:
        # Each module costs as much as 600 characters of a pattern do, 0.1 ms; a set of characters that is compiled
        # through a map of all of them as much as three modules.
        seeds = PACKAGE.parent.parent / "seeds"
        for name, most in (("brandao-transfer", 1_700), ("norvik-results", 2_000)):
            program = f"""
import importlib, os, re, sys
compiler = importlib.import_module("re._compiler")
patterns, wide = [], []
compile, optimize = compiler.compile, compiler._optimize_charset
compiler.compile = lambda pattern, *flags: (patterns.append(pattern), compile(pattern, *flags))[1]
def optimized(*given):
    found = optimize(*given)
    wide.extend(1 for code, _ in found[0] if str(code) == "BIGCHARSET")
    return found
compiler._optimize_charset = optimized
from briefx.cli import main
assert main(["extract", {str(seeds / name)!r} + ".txt", "--output", os.devnull]) == 0
print(len([name for name in sys.modules if name.startswith("briefx")]), len(patterns),
      sum(map(len, patterns)), len(wide))
"""
            modules, patterns, characters, wide = map(int, in_fresh_interpreter(program).split())
            with self.subTest(article=name):
                self.assertLessEqual(modules, 106)
                self.assertLessEqual(patterns, 28)
                self.assertLessEqual(characters, most)
                self.assertEqual(0, wide)


class PublicNamesTest(unittest.TestCase):
    def test_each_is_there(self) -> None:
        import briefx

        for name in briefx.__all__:
            with self.subTest(name=name):
                self.assertIsNotNone(getattr(briefx, name))
                self.assertIn(name, dir(briefx))
        with self.assertRaises(AttributeError):
            briefx.nothing  # noqa: B018
        self.assertTrue((PACKAGE / "py.typed").exists())

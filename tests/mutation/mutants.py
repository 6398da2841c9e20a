"""Small changes to a module's source, each of which should make a test fail.

The source keeps its form: a change replaces the characters of one expression, so that what survives can be
read as a line with a mark in it.

What nothing could see is not changed, or is changed in the way that can be seen:

- annotations, names of types, bases of classes, docstrings, messages of exceptions, imports and ``__all__`` are not
  run for what they give;
- the size of a cache and the names of slots are of speed and memory alone;
- -1, where it stands for "none" or "before the first", becomes 0: whoever asks for "below 0" can't tell it from -2;
- a string in which one character is looked for ("tag in 'NSP'", ``frozenset("NSP")``) loses its last one: one more,
  which no tag is, would never be found.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

COMPARED = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="), ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"), ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
COMPUTED = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "+"), ast.FloorDiv: ("//", "*"), ast.Div: ("/", "*"),
    ast.Mod: ("%", "*"),
}
# Words longer than this are messages, patterns and the examples that rules show, which are tests themselves.
LONGEST_WORD = 12
# What is in the names of the sizes of caches.
CACHES = ("_CACHED", "_REMEMBERED", "_MOST_ANSWERS", "_MOST_LOWERS")


class Mutant(NamedTuple):
    """A change: the characters start:end of the source become ``new``; ``line`` counts from 1."""

    line: int
    start: int
    end: int
    new: str

    def of(self, source: str) -> str:
        """Returns the changed source."""
        return source[:self.start] + self.new + source[self.end:]


def mutants(source: str) -> list[Mutant]:
    """Returns every change, in the order of the source; each gives a module that compiles."""
    found = []
    for one in _Finder(source).changes():
        try:
            compile(one.of(source), "mutant", "exec")
        except SyntaxError:
            continue
        found.append(one)
    return sorted(set(found))


def function_around(source: str, line: int) -> range | None:
    """Returns the lines of the outermost function or method that holds a line in its body; None outside of them."""
    places: list[ast.AST] = list(ast.parse(source).body)
    while places:
        node = places.pop()
        if isinstance(node, ast.ClassDef):
            places += node.body
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.body[0].lineno <= line <= (
                node.end_lineno or 0):
            return range(min([node.lineno, *(one.lineno for one in node.decorator_list)]), (node.end_lineno or 0) + 1)
    return None


def chosen(source: str, count: int, dice: Random) -> list[Mutant]:
    """Returns so many changes, or all there are: on as many lines as can be."""
    every = mutants(source)
    dice.shuffle(every)
    lines: set[int] = set()
    first, rest = [], []
    for one in every:
        (rest if one.line in lines else first).append(one)
        lines.add(one.line)
    return (first + rest)[:count]


def _is_characters(node: ast.AST) -> bool:
    """Says whether a node makes a set of the characters of a string."""
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("set", "frozenset") and bool(node.args) \
        and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)


class _Finder:
    """Walks a module for what can be changed."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tree = ast.parse(source)
        self.line_starts = [0]
        for line in source.splitlines(keepends=True):
            self.line_starts.append(self.line_starts[-1] + len(line))
        self.lines = source.splitlines(keepends=True)

    def changes(self) -> Iterator[Mutant]:
        for node in self._walk(self.tree):
            yield from self._of(node)

    def _walk(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yields the nodes that are run: no annotations, docstrings, imports, type aliases and protocols."""
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns") or (isinstance(node, ast.ClassDef) and name == "bases"):
                continue
            if isinstance(value, (ast.Import, ast.ImportFrom)):
                continue
            children = value if isinstance(value, list) else [value]
            for number, child in enumerate(children):
                if not isinstance(child, ast.AST) or self._is_idle(node, name, number, child):
                    continue
                yield child
                yield from self._walk(child)

    @staticmethod
    def _is_idle(node: ast.AST, name: str, number: int, child: ast.AST) -> bool:
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            return True
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            return True
        if isinstance(child, ast.Assign) and ast.unparse(child.targets[0]) in ("__all__", "__slots__"):
            return True
        if isinstance(child, ast.keyword) and child.arg == "maxsize":
            return True
        if isinstance(child, (ast.Assign, ast.Compare)) and any(name in ast.unparse(child) for name in CACHES):
            return True
        if _is_characters(node) and name == "args":
            return True
        # Both are changed by the node that holds them.
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and ast.unparse(child) == "1":
            return True
        if isinstance(node, ast.Compare) and name == "comparators" and isinstance(child, ast.Constant) \
                and isinstance(node.ops[number], (ast.In, ast.NotIn)):
            return True
        if isinstance(node, ast.Module) and isinstance(child, ast.Assign) and isinstance(child.value, ast.Subscript):
            return True  # the name of a type
        if isinstance(child, ast.ClassDef) and "Protocol" in map(ast.unparse, child.bases):
            return True
        if isinstance(child, (ast.JoinedStr, ast.Raise)) or (isinstance(child, ast.Call) and
                                                             ast.unparse(child.func) in ("TypeVar", "re.compile")):
            return True
        # The name, example, result and near miss of a rule's row are its tests.
        return isinstance(node, ast.Call) and name == "args" and isinstance(child, ast.Constant) and \
            isinstance(node.func, ast.Name) and node.func.id[:1].isupper()

    def _of(self, node: ast.AST) -> Iterator[Mutant]:
        if isinstance(node, ast.Compare) and len(node.ops) >= 1:
            left = node.left
            for operator, right in zip(node.ops, node.comparators):
                yield from self._between(left, right, *COMPARED[type(operator)])
                if isinstance(operator, (ast.In, ast.NotIn)) and isinstance(right, ast.Constant) and right.value:
                    yield self._replaced(right, repr(right.value[:-1]))
                left = right
        elif isinstance(node, ast.BinOp) and type(node.op) in COMPUTED and not self._is_text(node):
            yield from self._between(node.left, node.right, *COMPUTED[type(node.op)])
        elif isinstance(node, ast.BoolOp):
            old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
            for left, right in zip(node.values, node.values[1:]):
                yield from self._between(left, right, old, new)
        elif isinstance(node, ast.Call) and _is_characters(node):
            yield self._replaced(node.args[0], repr(ast.literal_eval(node.args[0])[:-1]))
        elif isinstance(node, ast.UnaryOp) and ast.unparse(node) == "-1":
            yield self._replaced(node, "0")
        elif isinstance(node, ast.Subscript):
            part = node.slice
            for place in (part.lower, part.upper) if isinstance(part, ast.Slice) else (part,):
                if place is not None and ast.unparse(place) == "-1":
                    yield self._replaced(place, "-2")
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield self._replaced(node, f"({ast.unparse(node.operand)})")
        elif isinstance(node, (ast.If, ast.While, ast.IfExp)) and not isinstance(node.test, (ast.Compare, ast.UnaryOp)):
            yield self._replaced(node.test, f"(not ({self._text(node.test)}))")
        elif isinstance(node, (ast.Break, ast.Continue)):
            yield self._replaced(node, "continue" if isinstance(node, ast.Break) else "break")
        elif isinstance(node, ast.Constant):
            yield from self._of_constant(node)

    def _of_constant(self, node: ast.Constant) -> Iterator[Mutant]:
        value = node.value
        if isinstance(value, bool):
            yield self._replaced(node, str(not value))
        elif isinstance(value, (int, float)):
            yield self._replaced(node, f"({value!r} + 1)")
            yield self._replaced(node, f"({value!r} - 1)")
        elif isinstance(value, str) and 0 < len(value) <= LONGEST_WORD and self._text(node)[:1] in "\"'":
            yield self._replaced(node, repr(value + "_" if value.isalpha() else ""))

    @staticmethod
    def _is_text(node: ast.BinOp) -> bool:
        return any(isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
                   for side in (node.left, node.right))

    def _between(self, left: ast.expr, right: ast.expr, old: str, new: str) -> Iterator[Mutant]:
        """The change of an operator, which stands between two expressions with brackets and comments around it."""
        start, end = self._end(left), self._start(right)
        at = self.source.find(old, start, end)
        if at >= 0:
            yield Mutant(self.source.count("\n", 0, at) + 1, at, at + len(old), new)

    def _replaced(self, node: ast.expr | ast.stmt, new: str) -> Mutant:
        return Mutant(node.lineno, self._start(node), self._end(node), new)

    def _text(self, node: ast.expr) -> str:
        return self.source[self._start(node):self._end(node)]

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self._offset(node.lineno, node.col_offset)

    def _end(self, node: ast.expr | ast.stmt) -> int:
        return self._offset(node.end_lineno or 0, node.end_col_offset or 0)

    def _offset(self, line: int, column: int) -> int:
        """The code point at a line and a column that counts bytes of UTF-8."""
        return self.line_starts[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

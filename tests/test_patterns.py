"""No regular expression of the package backtracks: each is found in the sources, read, and attacked."""
from __future__ import annotations

import ast
import functools
import importlib
import inspect
import re
import time
import unittest
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from re import _constants as codes
from re import _parser as parser
from typing import Any, NamedTuple

PACKAGE = Path(__file__).parent.parent / "src" / "briefx"
FUNCTIONS = {"compile", "match", "fullmatch", "search", "findall", "finditer", "split", "sub", "subn"}
# Patterns that are put to few characters alone, at most so many.
SHORT = {
    "briefx.loading.metadata._date_patterns": 80,
    "briefx.text.layout._byline": 300,  # one line of at most twelve words
    "briefx.text.layout._dateline": 120,
    "briefx.text.layout._dateline_alone": 300,
}
# Characters that tell the sets of a pattern apart.
ALPHABET = [chr(code) for code in range(128)] + list("éÉß’‘“”«»–—…·中İ\u0301\u200d\u200b\u2028\u202e\ud800\U0001f600²٣")
SIZES = (25, 200, 4000)
# For a string of the last size: a pattern that reads it once takes 0.4 ms, one that reads on from each place 29 to 60.
SECONDS = 0.01


class Use(NamedTuple):
    """A pattern where the package uses it, and the functions of re by which it does."""

    place: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


@functools.cache
def uses() -> tuple[Use, ...]:
    """Returns every pattern that the sources of the package hold."""
    return tuple(use for path in sorted(PACKAGE.rglob("*.py")) if path.name != "__main__.py" for use in uses_in(path))


def uses_in(path: Path) -> Iterator[Use]:
    name = ".".join(("briefx", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    source = path.read_text(encoding="utf-8")
    if not re.search(r"\bre\.", source):
        return
    tree = ast.parse(source)
    made: set[str] = set()
    for around in ast.walk(tree):
        if isinstance(around, ast.FunctionDef) and around.returns and "Pattern" in ast.unparse(around.returns):
            made.update(ast.unparse(node) for node in ast.walk(around) if isinstance(node, ast.Call))
            yield from kept(name, around.name, methods_of(around.name, path))
    for node in ast.walk(tree):
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                and ast.unparse(node.func.value) == "re" and node.func.attr in FUNCTIONS
                and ast.unparse(node) not in made):
            flags = [one for one in (*node.args[1:], *(word.value for word in node.keywords))
                     if ast.unparse(one).startswith("re.")]
            values = [eval(compile(ast.Expression(one), str(path), "eval"), {}, Names(name))
                      for one in (node.args[0], *flags)]
            yield Use(f"{name}:{node.lineno}", re.compile(*values), frozenset((node.func.attr,)))


class Names(dict[str, Any]):
    """The names that a module knows; any other, which is that of a local variable, stands for a word."""

    def __init__(self, module: str) -> None:
        super().__init__(vars(importlib.import_module(module)))

    def __missing__(self, name: str) -> str:
        return "word"


def methods_of(function: str, path: Path) -> frozenset[str]:
    """Returns what is called of the patterns that a function of a file returns, any function where that is unclear."""
    called = re.findall(rf"\b{function}\([^()]*\)(?:\.(\w+)\(|.)", path.read_text(encoding="utf-8"))[1:]
    return frozenset(called) if called and all(called) else frozenset(("finditer", "fullmatch"))


def kept(module: str, function: str, methods: frozenset[str]) -> Iterator[Use]:
    """The patterns that a function returns, for each value of its switches."""
    make = getattr(importlib.import_module(module), function)
    for switches in product((False, True), repeat=len(inspect.signature(make).parameters)):
        found = make(*switches)
        for pattern in found if isinstance(found, tuple) else (found,):
            yield Use(f"{module}.{function}", pattern, methods)


def characters(code: Any, argument: Any) -> frozenset[str]:
    """Returns those of the alphabet that one element of a pattern takes."""
    if code is codes.LITERAL:
        return frozenset((chr(argument),))
    if code is codes.ANY:
        return frozenset(ALPHABET)
    if code is codes.NOT_LITERAL:
        return frozenset(ALPHABET) - {chr(argument)}
    if code is codes.RANGE:
        low, high = argument
        return frozenset(one for one in ALPHABET if low <= ord(one) <= high)
    if code is codes.CATEGORY:
        return category(str(argument).removeprefix("CATEGORY_"))
    if code is codes.IN:
        found = frozenset().union(*(characters(*one) for one in argument if one[0] is not codes.NEGATE))
        return frozenset(ALPHABET) - found if argument[0][0] is codes.NEGATE else found
    return frozenset()


@functools.cache
def category(name: str) -> frozenset[str]:
    kind = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w", "NOT_DIGIT": r"\D", "NOT_SPACE": r"\S", "NOT_WORD": r"\W"}
    return frozenset(one for one in ALPHABET if re.match(kind[name], one))


def bodies(code: Any, argument: Any) -> list[Any]:
    """Returns the sequences of elements inside one element of a pattern."""
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return [argument[2]]
    if code is codes.SUBPATTERN:
        return [argument[-1]]
    if code is codes.BRANCH:
        return list(argument[1])
    if code is codes.ATOMIC_GROUP:
        return [argument]
    return []  # what looks around takes no characters


def nullable(sequence: Any) -> bool:
    return all(can_be_empty(*one) for one in sequence)


def can_be_empty(code: Any, argument: Any) -> bool:
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return argument[0] == 0 or nullable(argument[2])
    if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT, codes.GROUPREF):
        return True
    inside = bodies(code, argument)
    return bool(inside) and any(map(nullable, inside))


def edge(sequence: Any, last: bool = False) -> frozenset[str]:
    """Returns the characters with which a sequence can begin, or the ones of unbounded repeats at its end."""
    found: frozenset[str] = frozenset()
    for code, argument in reversed(list(sequence)) if last else sequence:
        inside = bodies(code, argument)
        if last and is_unbounded(code, argument):
            found |= edge(argument[2])
        elif not last:
            found |= characters(code, argument)
        found = found.union(*(edge(one, last) for one in inside))
        if not can_be_empty(code, argument):
            break
    return found


def is_unbounded(code: Any, argument: Any) -> bool:
    return code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and argument[1] is codes.MAXREPEAT


def ambiguous(sequence: Any) -> Iterator[str]:
    """Yields what is wrong with each unbounded repeat whose rounds end in one that can take the next round's start."""
    for code, argument in sequence:
        if is_unbounded(code, argument) and len(argument[2]):
            if nullable(argument[2]):
                yield "an unbounded repeat of what can be empty"
            shared = edge(argument[2], last=True) & edge(argument[2])
            if shared:
                yield f"an unbounded repeat in another, both of {min(shared)!r}"
        for inside in bodies(code, argument):
            yield from ambiguous(inside)


def sample(sequence: Any, turn: int) -> str:
    """Returns a string that a sequence takes, looks around aside; another for each turn where it has a choice."""
    pieces = []
    for code, argument in sequence:
        if own := sorted(characters(code, argument), key=lambda one: (not one.isalnum(), one)):
            pieces.append(own[turn % len(own)])
        elif inside := bodies(code, argument):
            times = max(1, argument[0]) if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) else 1
            pieces.append(sample(inside[turn % len(inside)], turn) * times)
    return "".join(pieces)


def attacks(sequence: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yields pairs (what comes first, what is repeated without end) for each repeat in a pattern."""
    for number, (code, argument) in enumerate(sequence):
        lead = before + sample(sequence[:number], 0)
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            for turn in range(3):
                body = sample(argument[2], turn)
                yield lead, body
                yield "", lead + body
                if len(argument[2]) > 1:
                    yield lead, body + sample(argument[2], turn + 1)
        for inside in bodies(code, argument):
            yield from attacks(inside, lead)


def seconds(use: Use, text: str) -> float:
    """Returns the least time of the processor, of a few, that a pattern takes for a text in the ways it is used in."""
    pattern = use.pattern
    least = 1.0
    for _ in range(3):
        start = time.process_time()
        for method in use.methods:
            if method in ("match", "fullmatch"):
                getattr(pattern, method)(text)
            else:
                for _match in pattern.finditer(text):
                    pass
        least = min(least, time.process_time() - start)
        if least < SECONDS:
            break
    return least


def slowness(use: Use) -> str:
    """Returns the text on which a pattern takes too long, in words; "" where there is none."""
    tree = parser.parse(use.pattern.pattern, use.pattern.flags)
    sizes = (SHORT[use.place],) if use.place in SHORT else SIZES
    for (lead, body), end in product(sorted(set(attacks(list(tree)))), ("", "\0", " !")):
        for size in sizes:
            if seconds(use, lead + (body * size)[:size] + end) > SECONDS:
                return f"{size} characters of {body!r} behind {lead!r}, before {end!r}"
    return ""


class PatternTest(unittest.TestCase):
    def test_they_are_found(self) -> None:
        self.assertGreater(len(uses()), 50)
        self.assertLessEqual(set(SHORT), {use.place for use in uses()})

    def test_no_repeat_stands_in_a_repeat_that_could_take_its_characters(self) -> None:
        for use in uses():
            with self.subTest(use.place, pattern=use.pattern.pattern[:80]):
                tree = parser.parse(use.pattern.pattern, use.pattern.flags)
                self.assertEqual([], list(ambiguous(tree)))

    def test_time_is_linear_on_what_a_pattern_repeats(self) -> None:
        for use in uses():
            with self.subTest(use.place, pattern=use.pattern.pattern[:80]):
                self.assertEqual("", slowness(use))

    def test_the_checks_find_what_backtracks(self) -> None:
        for bad in (r"(a+)+b", r"(\w+\s?)*$", r"(?:x*)*", r"(?:[a-z]+-?)*!"):
            with self.subTest(bad):
                self.assertNotEqual([], list(ambiguous(parser.parse(bad))))
        for good in (r"(?:\w+,)*x", r"a+b+", r"(?:ab?)+c", r"[^\]]*\]"):
            with self.subTest(good):
                self.assertEqual([], list(ambiguous(parser.parse(good))))
        for bad in (r"(?:a|aa)*b", r"a*a*a*b", r"x\w*,", r"(?:[A-Z]+ )?[A-Z]+-"):
            with self.subTest(bad):
                self.assertNotEqual("", slowness(Use("", re.compile(bad), frozenset(("search",)))))

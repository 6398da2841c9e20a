"""The automaton of all rows accepts what each pattern, read as a regular expression, accepts."""
from __future__ import annotations

import re
import unittest
from itertools import product

from briefx.extraction.dates.grammar import Automaton, State
from briefx.extraction.dates.row import Row

SHARED = {
    "one": "( A | B )",
    "maybe": "A? <one>?",
    "two": "( <one> , )? <maybe> C",
}
PATTERNS = (
    "A",
    "A? B",
    "( A | B C? )? ,",
    "( A ( B | , )? | C ) A",
    "<one> C",
    "<maybe> A",
    "( <maybe> | C ) <one>",
    "<two>",
    "<two> <two>",
    "A <two> ( , | <maybe> B )",
)


def row(name: str, pattern: str) -> Row:
    return Row(name, pattern, lambda match, anchors: None, "", "", "", "")


def expression(pattern: str) -> str:
    """Returns a pattern as a regular expression over categories that each have a space behind them."""
    found = []
    for word in pattern.split():
        bare, optional = (word[:-1], "?") if word.endswith("?") else (word, "")
        if bare in ("(", ")", "|"):
            found.append(("(?:" if bare == "(" else bare) + optional)
        elif bare.startswith("<"):
            found.append(f"(?:{expression(SHARED[bare[1:-1]])}){optional}")
        else:
            found.append(f"(?:{bare} ){optional}")
    return "".join(found)


def accepted(machine: Automaton, categories: tuple[str, ...]) -> list[str]:
    state: State | None = machine.start
    for category in categories:
        state = state[category]
        if state is None:
            return []
    return [one.name for one in state.accepts]


class AutomatonTest(unittest.TestCase):
    def test_it_accepts_what_the_patterns_say(self) -> None:
        machine = Automaton(tuple(row(pattern, pattern) for pattern in PATTERNS), SHARED)
        alone = [Automaton((row(pattern, pattern),), SHARED) for pattern in PATTERNS]
        expressions = [re.compile(expression(pattern)) for pattern in PATTERNS]
        found = 0
        for length in range(1, 7):
            for categories in product("ABC,", repeat=length):
                text = "".join(f"{category} " for category in categories)
                expected = [pattern for pattern, one in zip(PATTERNS, expressions) if one.fullmatch(text)]
                found += len(expected)
                self.assertEqual(expected, accepted(machine, categories), text)
                self.assertEqual(expected, [name for one in alone for name in accepted(one, categories)], text)
        self.assertGreater(found, 100)

    def test_what_matches_nothing_at_all_is_an_error(self) -> None:
        for pattern in ("A?", "( A | B )?", "<maybe>", "A? <maybe>"):
            with self.subTest(pattern=pattern), self.assertRaisesRegex(ValueError, "matches nothing at all"):
                Automaton((row("date.nothing", pattern),), SHARED)

    def test_brackets_without_an_end_are_an_error(self) -> None:
        with self.assertRaisesRegex(ValueError, "unbalanced"):
            Automaton((row("date.open", "( A | B"),), SHARED)


if __name__ == "__main__":
    unittest.main()

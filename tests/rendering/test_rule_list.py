"""The list of the rules and the card of one, letter by letter."""
from __future__ import annotations

import unittest
from typing import NamedTuple
from unittest import mock

from briefx.lexicon.rules import Figures
from briefx.rendering.rule_list import rule_card, rule_list


class Row(NamedTuple):
    name: str
    example: str
    gives: str
    near_miss: str


RULES = (
    Row("date.day", "It rains\n\non Monday.", "Monday", "It rains on Lee."),
    Row("actor.by_its_long_name", "Ann Lee left.", "Ann\nLee", "They\nleft."),
    Row("quote.cut", "He said: “No.”", "“No.”", "He said no."),
    Row("claim.never_measured", "It is said to rain.", "it rains", "It rains."),
)
FIGURES = {"date.day": Figures(9, 12), "actor.by_its_long_name": Figures(5, 12), "quote.cut": Figures(1234, 1234)}

LIST = """\
Rule                    Right  Finds  Example → what it gives
date.day                  75%     12  It rains on Monday. → Monday
actor.by_its_long_name   42%?     12  Ann Lee left. → Ann Lee
quote.cut                100%  1,234  He said: “No.” → “No.”
claim.never_measured        -      -  It is said to rain. → it rains
"""

CARDS = ("""\
date.day
  What it saw: day
  Example:     It rains on Monday.
  Gives:       Monday
  Near miss:   It rains on Lee.
  Measured:    right in 9 of 12 finds on annotated news (75%)
""", """\
actor.by_its_long_name
  What it saw: by its long name
  Example:     Ann Lee left.
  Gives:       Ann Lee
  Near miss:   They left.
  Measured:    right in 5 of 12 finds on annotated news (42%)
""", """\
quote.cut
  What it saw: cut
  Example:     He said: “No.”
  Gives:       “No.”
  Near miss:   He said no.
  Measured:    right in 1,234 of 1,234 finds on annotated news (100%)
""", """\
claim.never_measured
  What it saw: never measured
  Example:     It is said to rain.
  Gives:       it rains
  Near miss:   It rains.
  Measured:    not on its own
""")


class RuleListTest(unittest.TestCase):
    def setUp(self) -> None:
        for place in ("briefx.rendering.rule_list", "briefx.lexicon.rules"):
            self.enterContext(mock.patch(f"{place}.rule_figures", lambda: FIGURES))

    def test_the_list(self) -> None:
        self.assertEqual(LIST, rule_list(RULES))
        self.assertEqual(LIST.splitlines(keepends=True)[0].replace(" " * 20, " " * 2), rule_list(()))

    def test_columns_are_as_wide_as_what_stands_in_them(self) -> None:
        self.assertEqual("Rule       Right  Finds  Example → what it gives\n"
                         "quote.cut   100%  1,234  He said: “No.” → “No.”\n", rule_list([RULES[2]]))

    def test_cards(self) -> None:
        for rule, card in zip(RULES, CARDS, strict=True):
            with self.subTest(rule.name):
                self.assertEqual(card, rule_card(rule))


if __name__ == "__main__":
    unittest.main()

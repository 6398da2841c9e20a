"""What is written out key by key says what the fields say."""
from __future__ import annotations

import unittest

import briefx
from briefx.model import plain, plain_lists

TEXT = """\
“We will not sign,” said Ann Lee, the mayor of Rome, on Monday. “If the bank pays, we might go.”

Spanish officials denied on 3 June 2026 that the harbour would close. She said she may resign on Friday if it does.
"""


class PlainTest(unittest.TestCase):
    def test_each_field_is_there_in_order(self) -> None:
        brief = briefx.extract(TEXT, published="2026-06-04")
        lists = plain_lists(brief)
        self.assertEqual(
            ["summary", "actors", "places", "quotes", "claims", "dates", "timeline", "warnings"], list(lists))
        for part, items in lists.items():
            with self.subTest(part=part):
                wanted = plain(getattr(brief, part))
                self.assertEqual(wanted, items)
                self.assertEqual([list(each) for each in wanted], [list(each) for each in items])
                self.assertTrue(items or part in ("warnings",))
        for key in ("claimant", "hedges", "condition", "quote", "actors", "dates"):
            with self.subTest(key=key):
                self.assertTrue(any(claim[key] for claim in lists["claims"]))

    def test_parts_that_were_not_asked_for_are_absent(self) -> None:
        self.assertEqual(["dates", "warnings"], list(plain_lists(briefx.extract(TEXT, only="dates"))))

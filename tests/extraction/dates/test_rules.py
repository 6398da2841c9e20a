"""Every row of the date rules gives its example's value and leaves its near miss alone."""
import unittest

from briefx.extraction.dates.tagger import find_dates, rows
from briefx.model import Date
from briefx.text.analysis import Analysis

REFERENCE = "2026-06-01"


def dates(text: str, reference: str | None = REFERENCE) -> list[Date]:
    return find_dates(Analysis(text), reference)


class RowsTest(unittest.TestCase):
    def test_names_are_unique(self) -> None:
        names = [row.name for row in rows()]
        self.assertEqual(len(names), len(set(names)))

    def test_examples(self) -> None:
        for row in rows():
            with self.subTest(rule=row.name, text=row.example):
                found = [(date.rule, date.text, date.value) for date in dates(row.example)]
                self.assertIn((row.name, row.gives, row.value), found)

    def test_examples_without_a_reference_date(self) -> None:
        for row in rows():
            with self.subTest(rule=row.name, text=row.example):
                self.assertIn(row.gives, [date.text for date in dates(row.example, None)])

    def test_near_misses(self) -> None:
        for row in rows():
            with self.subTest(rule=row.name, text=row.near_miss):
                self.assertNotIn(row.name, [date.rule for date in dates(row.near_miss)])

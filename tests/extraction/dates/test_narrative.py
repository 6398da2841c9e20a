"""What is a narrative and what is news."""
import unittest

from briefx.extraction.dates.elements import time_flags
from briefx.extraction.dates.narrative import is_narrative
from briefx.extraction.dates.values import Day
from briefx.text.analysis import Analysis

YEARS = "In 1801, 1803, 1805, 1806, 1807 and 1809 it burned. "


class NarrativeTest(unittest.TestCase):
    def test_is_narrative(self) -> None:
        for text, wanted in (
            (YEARS, True), (YEARS + "On Monday it burned.", True),
            (YEARS + "It is old, is small and will burn.", False),
            (YEARS + "It was old and is gone.", True), (YEARS + "It burned, she said.", False),
            (YEARS + "It burned and burned. " * 40 + "It was lost, she said.", True),
            (YEARS + "Today, Monday and Tuesday it burned.", False), ("In 1801 and 1803 it burned.", False),
            ("In 2025, 2026, 2027, 2025, 2026, 2027 and 2025 it burned.", False),
            ("In 499 BC, 498 BC, 497 BC, 496 BC, 495 BC and 494 BC it burned.", True), ("", False),
        ):
            with self.subTest(text=text):
                lowers = Analysis(text).lowers
                self.assertEqual(wanted, is_narrative(lowers, time_flags(lowers), Day(2026, 6, 1)))

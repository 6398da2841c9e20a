"""What is a narrative and what is news."""
import unittest
from collections import Counter

from briefx.extraction.dates.elements import time_flags
from briefx.extraction.dates.narrative import is_narrative
from briefx.extraction.dates.values import Day
from briefx.text.analysis import Analysis

YEARS = "In 1801, 1803, 1805, 1806, 1807 and 1809 it burned. "


def told(lowers: list[str], reference: Day | None) -> bool:
    return is_narrative(lowers, Counter(lowers), time_flags(lowers), reference)


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
                self.assertEqual(wanted, told(lowers, Day(2026, 6, 1)))

    def test_years_outnumber_days_by_more_than_four(self) -> None:
        for years, days, wanted in ((8, 2, False), (9, 2, True), (12, 3, False), (13, 3, True), (6, 1, True),
                                    (5, 0, False)):
            text = "".join(f"In {1801 + number} it burned. " for number in range(years)) + "On Monday it fell. " * days
            with self.subTest(years=years, days=days):
                lowers = Analysis(text).lowers
                self.assertEqual(wanted, told(lowers, Day(2026, 6, 1)))

    def test_one_may_speak_in_180_words(self) -> None:
        for words, wanted in ((179, False), (180, True), (181, True)):
            lowers = Analysis(YEARS + "She said so. ").lowers
            lowers = lowers + ["ash"] * (words - len(lowers))
            with self.subTest(words=words):
                self.assertEqual(wanted, told(lowers, Day(2026, 6, 1)))

    def test_past_forms_outnumber_those_of_the_present(self) -> None:
        for past in ("was", "were", "had"):
            for present in ("is", "are", "has", "have", "will"):
                for text, wanted in ((f"It {past} so. They {present} so.", True), (f"They {present} so.", False),
                                     (f"It {past} so. They {present} so. They {present} so.", False)):
                    with self.subTest(text=text):
                        lowers = Analysis(YEARS + text).lowers
                        self.assertEqual(wanted, told(lowers, Day(2026, 6, 1)))
                        self.assertTrue(told(lowers, None), "no day of publication")

"""Time grows in a straight line: four times the text takes at most five times the time."""
from __future__ import annotations

import unittest

from tests.linear_time import MOST, REPEATED, grown, seconds

# The longer text has four times as many characters: two of the longest sentences and more.
SIZE = 800


class LinearTimeTest(unittest.TestCase):
    def test_what_is_repeated_takes_time_by_its_length(self) -> None:
        seconds("Ann Lee said on Monday that he left.")
        for repeated in REPEATED:
            with self.subTest(repeated):
                # What is measured while the machine is busy is measured again on more: there a square shows better.
                if grown(repeated, SIZE) > MOST:
                    self.assertLessEqual(grown(repeated, 8 * SIZE), MOST)

    def test_there_are_dozens_and_none_twice(self) -> None:
        self.assertGreater(len(REPEATED), 100)
        self.assertEqual(len(REPEATED), len(set(REPEATED)))

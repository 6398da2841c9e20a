"""Time grows in a straight line: four times the text takes at most five times the time."""
from __future__ import annotations

import unittest

from tests.linear_time import MOST, REPEATED, grown, seconds

# The longer text has four times as many characters: a few thousand tokens, several of the longest sentences.
SIZE = 2000


class LinearTimeTest(unittest.TestCase):
    def test_what_is_repeated_takes_time_by_its_length(self) -> None:
        seconds("Ann Lee said on Monday that he left.")
        for repeated in REPEATED:
            with self.subTest(repeated):
                self.assertLessEqual(grown(repeated, SIZE), MOST)

    def test_there_are_dozens_and_none_twice(self) -> None:
        self.assertGreater(len(REPEATED), 100)
        self.assertEqual(len(REPEATED), len(set(REPEATED)))

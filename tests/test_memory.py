"""What is remembered is worked out once."""
from __future__ import annotations

import unittest
from unittest import mock

from briefx import cli, memory, records
from briefx.memory import once, remembered


class Holder:
    def __init__(self) -> None:
        self.calls = 0

    @once
    def told(self) -> int:
        """How often it was asked for."""
        self.calls += 1
        return self.calls


class OnceTest(unittest.TestCase):
    def test_each_holder_has_its_own(self) -> None:
        one, other = Holder(), Holder()
        self.assertEqual([1, 1, 1], [one.told, one.told, other.told])
        self.assertEqual((1, 1), (one.calls, other.calls))

    def test_the_class_shows_what_it_is(self) -> None:
        self.assertEqual("How often it was asked for.", Holder.told.__doc__)


class RememberedTest(unittest.TestCase):
    def test_a_word_is_asked_for_once_until_too_many_were(self) -> None:
        asked: list[str] = []
        answer = remembered(lambda word: asked.append(word) or word.upper())
        with mock.patch("briefx.memory._MOST_ANSWERS", 3):
            self.assertEqual(["A", "B", "A", "C", "A", "D", "A"], [answer(word) for word in "abacada"])
        self.assertEqual("abcda", "".join(asked))


class ImportsTest(unittest.TestCase):
    def test_what_only_type_checkers_read_is_not_loaded(self) -> None:
        for module in (cli, memory, records):
            self.assertIs(False, module.TYPE_CHECKING)


if __name__ == "__main__":
    unittest.main()

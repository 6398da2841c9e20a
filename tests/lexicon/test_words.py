"""The general word files and how they are looked up."""
import unittest

from briefx.lexicon import data_text
from briefx.lexicon.words import class_combinations, function_words, word_classes

LINES = [line.split(" ") for line in data_text("words.txt").splitlines()]


class Words(unittest.TestCase):
    def test_the_file_is_sorted_and_holds_each_word_once(self):
        words = [word for word, _ in LINES]
        self.assertEqual(words, sorted(set(words)))

    def test_the_combinations_are_those_of_the_file(self):
        self.assertEqual(list(class_combinations()), sorted({classes for _, classes in LINES}))

    def test_each_word_is_found(self):
        known = word_classes()
        for word, classes in [*LINES[:50], *LINES[::97], *LINES[-50:]]:
            self.assertEqual(known.get(word), classes)
            self.assertIn(word, known)

    def test_no_other_is(self):
        known = word_classes()
        for word in ("", "a\n", "zzzz", "aaaa", "qwertz", "plan V", "~", "\U0010ffff", "-"):
            with self.subTest(word=word):
                self.assertEqual(known.get(word), "")
                self.assertNotIn(word, known)

    def test_no_word_is_of_an_open_and_a_closed_class(self):
        self.assertEqual({word for word, _ in LINES} & set(function_words()), set())


if __name__ == "__main__":
    unittest.main()

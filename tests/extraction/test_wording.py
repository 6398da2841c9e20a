"""The words of a text without their form."""
import unittest

from briefx.extraction.wording import content_words, name_words, words


class WordsTest(unittest.TestCase):
    CASES = (
        ("The Ferry sails.", ["the", "ferry", "sails"]),
        ("The mayor’s ferry, the mayor's ferry", ["the", "mayor's", "ferry", "the", "mayor's", "ferry"]),
        ("“Nine,” she said_or_wrote—'yes'", ["nine", "she", "said", "or", "wrote", "yes"]),
        ("Öl für 3,5 Euro", ["öl", "für", "3", "5", "euro"]),
        (" … ", []),
    )

    def test_words(self) -> None:
        for text, wanted in self.CASES:
            with self.subTest(text):
                self.assertEqual(words(text), wanted)


class NameWordsTest(unittest.TestCase):
    def test_name_words(self) -> None:
        for text, wanted in (
            ("the ferry of Ann Lee's town", {"ann", "lee"}),
            ("O’Neill and Émile sail to the Vigo docks", {"o'neill", "émile", "vigo"}),
            ("the old wall", set()),
        ):
            with self.subTest(text):
                self.assertEqual(name_words(text), wanted)


class ContentWordsTest(unittest.TestCase):
    CASES = (
        ("the ferry of the town", {"ferry", "town"}),
        # no words of one or two letters
        ("a tax on ox and cow", {"tax", "cow"}),
        # plain endings, where three letters stay
        ("closing closed closes close", {"clos", "close"}),
        ("docks dock docked", {"dock"}),
        ("boxing sing king", {"box", "sing", "king"}),
        ("added shed", {"add", "shed"}),
        ("taxes axes", {"tax", "axe"}),
        ("gas bus cars", {"gas", "bus", "car"}),
        ("the mayor's boats, the mayor’s boat", {"mayor", "boat"}),
    )

    def test_content_words(self) -> None:
        for text, wanted in self.CASES:
            with self.subTest(text):
                self.assertEqual(content_words(text), wanted)

"""The sentences around an item."""
import unittest

from briefx.text.analysis import Block, Sentence
from briefx.text.context import LONGEST, Contexts


def contexts_of(text: str) -> Contexts:
    """Contexts of a text of one paragraph, after a heading or not, whose sentences end at "."."""
    heading = text.find("\n\n")
    blocks = [Block("paragraph", len(text) - len(text.lstrip()), len(text), 1, 0, 0)]
    if heading >= 0:
        blocks = [Block("heading", 0, heading, None, 0, 0), blocks[0]._replace(start=heading + 2)]
    sentences, start = [], len(text) - len(text.lstrip())
    while start < len(text):
        end = text.find(".", start) + 1 or len(text)
        sentences.append(Sentence(start, end, 0, 0, 0 if start < heading else len(blocks) - 1))
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
    return Contexts(text, sentences, [one.start for one in sentences], blocks)


class ContextTest(unittest.TestCase):
    def test_sentences_that_hold_the_item(self) -> None:
        text = "One is here. Two is there. Three is gone."
        contexts = contexts_of(text)
        for item, context in {
            "One": "One is here.",
            "One is here.": "One is here.",
            "Two": "Two is there.",
            "here. Two": "One is here. Two is there.",
            "is here. Two is there. Three": text,
            "gone": "Three is gone.",
            "One is here. ": "One is here. ",
            "here. T": "One is here. Two is there.",
        }.items():
            with self.subTest(item):
                start = text.index(item)
                found = contexts.span(start, start + len(item))
                self.assertEqual(found.text, context)
                self.assertEqual(text[found.start:found.end], context)
                self.assertEqual((1, found), contexts.of(start, start + len(item)))

    def test_long_sentences_are_cut_between_words_around_the_item(self) -> None:
        text = "word " * 700 + "ITEM " + "more " * 700
        contexts = contexts_of(text)
        for item in ("ITEM", "word word", "more more more"):
            with self.subTest(item):
                start = text.index(item)
                found = contexts.span(start, start + len(item))
                self.assertLessEqual(len(found.text), LONGEST)
                self.assertGreater(len(found.text), LONGEST - 20)
                self.assertTrue(found.start <= start and start + len(item) <= found.end)
                self.assertEqual(set(found.text.split()) - {"word", "ITEM", "more"}, set())
                self.assertEqual(found.text.strip(), found.text)

    def test_where_long_sentences_are_cut(self) -> None:
        """1,000 code points with the item in the middle, as far as the sentence goes."""
        single, double = "abcd " * 1000, "abc  " * 1000
        for text, start, end, left, right in (
            (single, 0, 4, 0, 999),
            (single, 400, 404, 0, 999),
            (single[:-1], 400, 404, 0, 999),
            (single, 2500, 2504, 2005, 2999),
            (single, 4600, 4604, 4000, 4999),
            (single, 4995, 4999, 4000, 4999),
            (double, 2500, 2503, 2005, 2998),
            (double, 4995, 4998, 4000, 4998),
            ("a" * 500 + " " + "b" * 499, 0, 3, 0, 1000),
            ("a" * 500 + " " + "b" * 500, 0, 3, 0, 500),
            ("a" * 500 + " " + "b" * 500, 900, 903, 501, 1001),
        ):
            with self.subTest(text=text[:5], start=start):
                found = contexts_of(text).span(start, end)
                self.assertEqual((found.start, found.end), (left, right))

    def test_an_item_longer_than_a_context_is_its_own(self) -> None:
        text = "a " * 2000
        found = contexts_of(text).span(100, 1700)
        self.assertEqual((found.start, found.end), (100, 1700))

    def test_an_item_almost_as_long_as_a_context(self) -> None:
        """The mark behind it comes along where there is room for it."""
        for length, right in ((LONGEST - 2, LONGEST - 1), (LONGEST - 1, LONGEST), (LONGEST, LONGEST),
                              (LONGEST + 1, LONGEST + 1)):
            with self.subTest(length=length):
                found = contexts_of("x" * length + ", more").span(0, length)
                self.assertEqual((found.start, found.end), (0, right))

    def test_an_item_before_the_first_sentence(self) -> None:
        contexts = contexts_of("\n\nOne is here. Two is there.")
        self.assertEqual(contexts.of(0, 1), (None, ("\n\nOne is here.", 0, 14)))
        self.assertEqual(contexts.of(2, 5), (1, ("One is here.", 2, 14)))
        self.assertEqual(contexts.of(2, 17), (1, ("One is here. Two is there.", 2, 28)))

    def test_what_was_asked_before_does_not_matter(self) -> None:
        """A sentence longer than a context is told whole as an item, but not for an item that it holds."""
        contexts = contexts_of("abcd " * 250)
        self.assertEqual(contexts.of(0, 1250)[1][1:], (0, 1250))
        self.assertEqual(contexts.of(0, 4)[1][1:], (0, 999))

    def test_a_word_longer_than_a_context(self) -> None:
        text = "x" * 5000
        found = contexts_of(text).span(2000, 2003)
        self.assertEqual(text[found.start:found.end], found.text)
        self.assertTrue(found.start <= 2000 and found.end >= 2003)
        self.assertLessEqual(len(found.text), LONGEST)

    def test_no_sentence(self) -> None:
        self.assertEqual(contexts_of("").span(0, 0).text, "")

    def test_paragraph(self) -> None:
        contexts = contexts_of("A heading\n\nA paragraph. Another sentence.")
        self.assertIsNone(contexts.paragraph(3))
        self.assertEqual(contexts.paragraph(11), 1)
        self.assertEqual(contexts.paragraph(30), 1)
        contexts = contexts_of("\n\nA paragraph.")
        self.assertEqual([contexts.paragraph(at) for at in (0, 1, 2, 14)], [None, None, 1, 1])

    def test_sentence(self) -> None:
        contexts = contexts_of("One. Two.")
        self.assertEqual([contexts.sentence(at).start for at in (0, 4, 5, 8)], [0, 0, 5, 5])
        contexts = contexts_of("\n\nOne.")
        self.assertEqual([contexts.sentence(at) and contexts.sentence(at).start for at in (0, 1, 2, 6)],
                         [None, None, 2, 2])

import unittest

from briefx.rendering.lessening import is_lessened, lessened_from


class LesseningTest(unittest.TestCase):
    def test_what_stands_before_a_subject(self) -> None:
        for before, lessening in (
            ("", ""),
            ("It rained. ", ""),
            ("Not ", "Not "),
            ("But not ", "not "),
            ("Not all of the ", "Not all of the "),
            ("Fewer than ", "Fewer than "),
            ("Only about 4 in 10 ", "Only about 4 in 10 "),
            ("At last, few ", "few "),
            ("A few ", ""),
            ("Only a few ", "Only a few "),
            ("Neither Kay nor ", "Neither Kay nor "),
            ("Nor did ", "Nor did "),
            ("What did ", ""),
            ("He would not if the ", ""),
            ("Whether or not ", ""),
            ("“Why not,” ", ""),
            ("All ", ""),
            ("Not(", ""),
            ("None of the more than usually patient ", ""),
        ):
            with self.subTest(before):
                text = before + "Lee said so."
                begin = lessened_from(text, 0, len(before))
                self.assertEqual(text[begin:len(before)], lessening)

    def test_nothing_before_the_sentence_counts(self) -> None:
        self.assertEqual(lessened_from("Not Lee", 4, 4), 4)

    def test_letters_that_grow_in_lower_case_shift_nothing(self) -> None:
        before = "İß " * 20
        text = before + "Neither Kay nor Lee said so."
        self.assertEqual(len(before), lessened_from(text, 0, text.index("Lee")))

    def test_no_more_than_its_surroundings_are_read(self) -> None:
        class Text(str):
            def casefold(self) -> str:
                raise AssertionError("the whole text was folded")

            lower = casefold

        text = Text("It rained. " * 20 + "Neither Kay nor Lee said so.")
        self.assertEqual(text.index("Neither"), lessened_from(text, 0, text.index("Lee")))

    def test_words_that_name_a_subject(self) -> None:
        for words, lessened in (("few owners", True), ("None of them", True), ("nobody", False),
                                ("a few owners", False), ("", False)):
            with self.subTest(words):
                self.assertEqual(is_lessened(words), lessened)

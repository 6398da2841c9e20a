"""The labelled sentences are sound: verbatim, consistent, and every value of every label is among them."""
from __future__ import annotations

import unittest
from collections import Counter

from tests.attribution_cases import Case, cases

VALUES = {
    "voice": ("source", "unnamed", "article"),
    "kind": ("question", "denial", "accusation", "demand", "promise", "intention", "prediction", "opinion",
             "statement"),
    "polarity": ("positive", "negative", "unknown"),
    "certainty": ("certain", "probable", "possible", "unknown"),
}


def claims() -> list[Case]:
    """Returns the cases that hold a claim."""
    return [case for case in cases() if case.parts]


class AttributionCases(unittest.TestCase):
    def test_there_are_enough_and_none_twice(self) -> None:
        texts = [case.text for case in cases()]
        self.assertGreaterEqual(len(texts), 150)
        self.assertEqual([text for text, count in Counter(texts).items() if count > 1], [])

    def test_every_value_of_every_label_occurs_often(self) -> None:
        for label, values in VALUES.items():
            counts = Counter(getattr(case, label) for case in claims())
            self.assertEqual(set(counts), set(values), label)
            for value in values:
                with self.subTest(label, value=value):
                    self.assertGreaterEqual(counts[value], 10)
        self.assertGreaterEqual(sum(case.condition is not None for case in claims()), 10)
        self.assertGreaterEqual(sum(not case.parts for case in cases()), 10)

    def test_the_words_stand_in_the_text(self) -> None:
        for case in claims():
            with self.subTest(case.text):
                end = 0
                for part in case.parts:
                    start = case.text.find(part, end)
                    self.assertGreaterEqual(start, 0, part)
                    end = start + len(part)
                for words in (case.source, case.cue):
                    self.assertIn(words or "", case.text)
                self.assertIn(case.condition or "", " […] ".join(case.parts))

    def test_source_and_cue_go_with_the_voice(self) -> None:
        for case in claims():
            with self.subTest(case.text):
                self.assertEqual(case.source is not None, case.voice == "source")
                self.assertEqual(case.cue is not None, case.voice != "article")

    def test_certainty_is_unknown_for_questions_demands_and_unknown_polarity_alone(self) -> None:
        for case in claims():
            with self.subTest(case.text):
                unknown = case.kind in ("question", "demand") or case.polarity == "unknown"
                self.assertEqual(case.certainty == "unknown", unknown)
                if case.kind == "question":
                    self.assertEqual(case.polarity, "unknown")
                if case.kind == "denial":
                    self.assertEqual(case.polarity, "negative")

    def test_a_sentence_without_a_claim_has_no_label(self) -> None:
        for case in cases():
            if not case.parts:
                with self.subTest(case.text):
                    self.assertEqual(set(case[1:]), {None, ()})


if __name__ == "__main__":
    unittest.main()

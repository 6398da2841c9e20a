"""What a subject is, and how sure it makes a relation."""
import unittest
from math import exp, log

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.drafts import Draft
from briefx.extraction.attribution.signs import content_signs, subject_sign
from briefx.extraction.attribution.sureness import can_be_sure_enough, frame_group, is_sure_enough, sureness
from briefx.lexicon.cues import sign_weights
from briefx.text.analysis import Analysis


class SubjectsTest(unittest.TestCase):
    """(text, the sign of the subject of its last verb)"""

    CASES = (
        *((f"{word} left.", "subject_pronoun") for word in ("He", "She", "They")),
        ("Lee saw them leave.", "subject_pronoun"), ("Lee saw him leave.", "subject_pronoun"),
        ("Lee saw her leave.", "subject_pronoun"),
        ("It fell.", "subject_it"), ("I left.", "subject_speaker"), ("We left.", "subject_speaker"),
        ("You left.", "subject_speaker"), ("Ann Lee left.", "subject_name"), ("The mayor said it.", "subject_actor"),
        ("Officials left.", "subject_actor"), ("The report fell.", "subject_document"),
        ("The tree fell.", "subject_thing"), ("Some said it.", "subject_number"), ("Two said it.", "subject_number"),
        ("Two trees fell.", "subject_number"), ("Some trees fell.", "subject_thing"),
        ("Who left?", "subject_who"), ("What fell?", "subject_thing"), ("Which fell?", "subject_thing"),
        # Of a pronoun or a verb that is joined the one that it stands for is asked.
        ("The mayor, who left.", "subject_actor"), ("The tree, which fell.", "subject_thing"),
        ("Ann Lee sat and left.", "subject_name"), ("The report lay there, falling.", "subject_document"),
    )

    def test_signs(self) -> None:
        for text, sign in self.CASES:
            with self.subTest(text=text):
                clauses = Clauses(Analysis(text))
                subject = clauses.subject(len(clauses.groups) - 1)
                assert subject is not None
                self.assertEqual(subject_sign(clauses, subject), sign)


class FramesTest(unittest.TestCase):
    def test_groups(self) -> None:
        for frames, group in (
            ("pass_that pass_none", "passive"), ("noun_that noun_inf", "noun"), ("none as_clause", "trailing"),
            ("adjective_that adjective_of", "adjective"), ("of about to", "prep"),
        ):
            for frame in frames.split():
                with self.subTest(frame):
                    self.assertEqual(frame_group(frame), group)
        for frame in ("that", "bare", "wh", "quote", "colon", "inf", "object", "objinf", "objing", "as", "ing", "adj",
                      "raising", "gap"):
            self.assertEqual(frame_group(frame), frame)

    def test_every_group_has_a_weight(self) -> None:
        frames = {name.removeprefix("frame_") for name in sign_weights() if name.startswith("frame_")}
        self.assertEqual(frames, {frame_group(frame) for frame in frames - {"noun", "passive", "adjective", "trailing"}}
                         | {"noun", "passive", "adjective", "trailing"})


class SurenessTest(unittest.TestCase):
    @staticmethod
    def sure(rate: float, *signs: str, frame: str = "that") -> float:
        draft = Draft("attribution.verb_that", frame, ((0, 1),), None, None, None, None, "say", True, rate)
        return sureness(draft._replace(signs=signs))

    def test_it_is_the_logistic_function_of_the_sum(self) -> None:
        weights = sign_weights()
        for frame in ("that", "none", "pass_that"):
            for signs in ((), ("negated",), ("negated", "modal"), ("no such sign",)):
                score = weights["base"] + weights[f"frame_{frame_group(frame)}"] + weights["rate"] * log(0.8 / 0.2) \
                    + sum(weights.get(sign, 0) for sign in signs)
                with self.subTest(frame=frame, signs=signs):
                    self.assertAlmostEqual(self.sure(0.8, *signs, frame=frame), 1 / (1 + exp(-score)))

    def test_no_rate_is_taken_for_surer_than_its_few_cases_allow(self) -> None:
        self.assertEqual(self.sure(0.0), self.sure(0.03))
        self.assertEqual(self.sure(1.0), self.sure(0.97))
        self.assertLess(self.sure(0.03), self.sure(0.04))
        self.assertLess(self.sure(0.96), self.sure(0.97))

    def test_what_no_content_makes_sure_enough_is_told_before(self) -> None:
        weights = sign_weights()
        frames = ("that", "object", "objinf", "adj", "pass_none", "none", "of", "raising")
        own = ((), ("no_subject",), ("present", "subject_thing"), ("modal_will", "subject_it"),
               ("gerund", "no_subject"), ("negated", "subject_document"), ("no such sign",))
        of_content = ("content_quotes", "sentence_quotes", "content_number", "gerund_name", "gerund_actor",
                      "gerund_no_subject")
        best = [sign for sign in of_content if weights[sign] > 0]
        told = set()
        for frame in frames:
            for rate in (0.0, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 0.9):
                for signs in own:
                    draft = Draft("rule", frame, ((0, 1),), None, None, None, None, "say", True, rate, signs)
                    can = can_be_sure_enough(frame, rate, signs)
                    told.add(can)
                    with self.subTest(frame=frame, rate=rate, signs=signs):
                        self.assertEqual(is_sure_enough(draft, best), can)
                        self.assertEqual(sureness(draft, best) >= 0.26, can)
        self.assertEqual(told, {True, False})

    def test_signs_of_contents(self) -> None:
        for text, content, head, signs, expected in (
            ("He said it fell.", (2, 4), 1, (), []),
            ("He said “it” fell.", (2, 6), 1, (), ["content_quotes", "sentence_quotes"]),
            ("“He” said it fell.", (4, 6), 3, (), ["sentence_quotes"]),
            ("He wanted five.", (2, 3), 1, (), ["content_number"]),
            ("Lee left, saying so.", (4, 5), 3, ("gerund", "subject_name"), ["gerund_name"]),
            ("Saying so is easy.", (1, 2), 0, ("gerund", "no_subject"), ["gerund_no_subject"]),
        ):
            draft = Draft("rule", "that", (content,), None, None, None, head, "say", True, 0.5, signs)
            with self.subTest(text=text):
                found = content_signs(Clauses(Analysis(text)), draft)
                self.assertEqual(found, expected)
                self.assertTrue(all(sign.startswith(("content_", "sentence_", "gerund_")) for sign in found))


if __name__ == "__main__":
    unittest.main()

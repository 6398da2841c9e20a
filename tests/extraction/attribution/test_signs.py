"""Signs of a content, the groups of frames and the rules that they lead to."""
import unittest

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.drafts import Draft, Interval
from briefx.extraction.attribution.rows import RULES, rule_of_frame
from briefx.extraction.attribution.signs import content_signs
from briefx.text.analysis import Analysis


class ContentSigns(unittest.TestCase):
    # 0 “, 1 No, 2 “,”, 3 ”, 4 Lee, 5 said, 6 ., 7 Hale, 8 wants, 9 20, 10 “, 11 big, 12 ”, 13 ships, 14 .,
    # 15 Dorn, 16 left, 17 .
    clauses = Clauses(Analysis("“No,” Lee said. Hale wants 20 “big” ships. Dorn left."))

    def signs(self, *content: Interval, head: int | None = None, signs: tuple[str, ...] = ()) -> list[str]:
        return content_signs(self.clauses, Draft("attribution.verb_that", "that", content, None, None, None, head, "",
                                                 True, 0.5, signs))

    def test_marks_within_the_last_piece(self) -> None:
        for content, marks in (((0, 4), True), ((0, 1), True), ((1, 3), False), ((3, 4), True), ((4, 7), False),
                               ((9, 10), False), ((9, 14), True), ((13, 14), False), ((15, 17), False)):
            with self.subTest(content):
                self.assertEqual("content_quotes" in self.signs(content), marks)
        self.assertEqual(self.signs((0, 4), (4, 5)), [])
        self.assertEqual(self.signs((4, 5), (0, 4)), ["content_quotes"])

    def test_marks_in_the_sentence_of_the_cue(self) -> None:
        for head, marks in ((None, False), (0, True), (5, True), (6, True), (8, True), (15, False), (16, False)):
            with self.subTest(head=head):
                self.assertEqual(self.signs((4, 5), head=head), ["sentence_quotes"] if marks else [])

    def test_a_number_opens_the_last_piece(self) -> None:
        self.assertEqual(self.signs((9, 10)), ["content_number"])
        self.assertEqual(self.signs((8, 10)), [])
        self.assertEqual(self.signs((9, 10), (4, 5)), [])
        self.assertEqual(self.signs((4, 5), (9, 10)), ["content_number"])
        self.assertEqual(self.signs((9, 14), head=8), ["content_quotes", "sentence_quotes", "content_number"])

    def test_the_subject_of_a_participle(self) -> None:
        self.assertEqual(self.signs((4, 5), signs=("subject_name", "present")), [])
        self.assertEqual(self.signs((4, 5), signs=("gerund", "subject_name", "present")), ["gerund_name"])
        self.assertEqual(self.signs((4, 5), signs=("gerund", "no_subject")), ["gerund_no_subject"])
        self.assertEqual(self.signs((4, 5), signs=("gerund",)), [])


class RulesOfFrames(unittest.TestCase):
    def test_every_frame_leads_to_its_rule(self) -> None:
        for frame, rule in (
                ("that", "that"), ("bare", "bare"), ("wh", "wh"), ("inf", "infinitive"), ("object", "object"),
                ("adj", "object"), ("objinf", "object_infinitive"), ("ing", "gerund"), ("objing", "gerund"),
                ("as", "as"),
                ("prep", "preposition"), ("for", "preposition"), ("none", "preposition"), ("quote", "quote"),
                ("colon", "colon")):
            with self.subTest(frame):
                self.assertEqual(rule_of_frame(frame), f"attribution.verb_{rule}")

    def test_no_frame_leads_to_two_rules(self) -> None:
        frames = [frame for rule in RULES for frame in rule.frames]
        self.assertEqual(len(frames), len(set(frames)))
        self.assertEqual(set(frames),
            {"that", "bare", "wh", "inf", "object", "adj", "objinf", "ing", "objing", "as", "prep",
                                       "quote", "colon"})


if __name__ == "__main__":
    unittest.main()

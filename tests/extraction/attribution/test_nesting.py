"""Speech and the contents around it: what is set off and what is a part, token by token."""
import unittest

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.drafts import Draft, Interval
from briefx.extraction.attribution.nesting import Speech, without_nested
from briefx.text.analysis import Analysis


def draft(*content: Interval, source: Interval | None = None, cue: Interval | None = None, head: int | None = None,
          frame: str = "quote") -> Draft:
    return Draft("attribution.verb_that", frame, content, source, None, cue, head, "", True, 0.5)


class SetOff(unittest.TestCase):
    def content(self, text: str, outer: Interval, *speech: Draft) -> tuple[Interval, ...] | None:
        """What is left of a content from which speech is set off."""
        found = Speech(Clauses(Analysis(text)), speech).set_off(draft(outer, frame="that"))
        return found.content if found is not None else None

    def test_a_dash_a_colon_or_a_joined_clause_sets_speech_off(self) -> None:
        # Lee said that it rained (tokens 0 to 4), what stands between, a mark, We left, its end
        for between, left in (("–", 5), (":", 5), (", and", 5), (", as", 5), ("as", 5), (",", 10), ("and", 10),
                              ("with", 10),
                              ("”,", 5), ("”, and", 5), ("; –", 5), (": “:", 5)):
            with self.subTest(between):
                text = f"Lee said that it rained {between} “We left now,” Hale said."
                words = Analysis(text).words
                first = len(words) - words[::-1].index("“")
                found = self.content(text, (3, first + 3), draft((first, first + 3), source=(first + 5, first + 6),
                                                                 cue=(first + 6, first + 7)))
                self.assertEqual(found, ((3, 5 if left == 5 else first + 3),))

    def test_bounds(self) -> None:
        # 0 Lee, 1 said, 2 it, 3 rained, 4 –, 5 “, 6 We, 7 left, 8 “,”, 9 ”, 10 Hale, 11 said
        text = "Lee said it rained – “We left,” Hale said."
        speech = draft((6, 8), source=(10, 11), cue=(11, 12))
        self.assertEqual(self.content(text, (2, 12), speech), ((2, 4),))
        self.assertEqual(self.content(text, (2, 7), speech), ((2, 4),))
        self.assertEqual(self.content(text, (2, 6), speech), ((2, 6),), "it begins behind the content")
        self.assertEqual(self.content(text, (6, 12), speech), ((6, 12),), "it is where the content begins")
        self.assertEqual(self.content(text, (7, 12), speech), ((7, 12),), "it begins before the content")
        self.assertEqual(self.content(text, (5, 12), speech), None, "nothing is left but a mark")
        self.assertEqual(self.content(text, (4, 12), speech), None)
        self.assertEqual(self.content(text, (2, 12)), ((2, 12),))
        self.assertEqual(self.content(text, (2, 12), draft((6, 8))), ((2, 12),),
                                                           "without a cue a colon must stand there")

    def test_speech_without_a_cue_stands_behind_a_colon(self) -> None:
        # 0 Lee, 1 said, 2 it, 3 rained, 4 :, 5 “, 6 We, 7 left
        text = "Lee said it rained: “We left.” It did."
        self.assertEqual(self.content(text, (2, 8), draft((6, 8))), ((2, 4),))
        self.assertEqual(self.content(text, (5, 8), draft((6, 8))), ((5, 8),), "the content is the speech")
        self.assertEqual(self.content(text, (2, 8), draft((6, 8), (10, 11))), ((2, 4),), "its first piece stands there")
        self.assertEqual(self.content(text, (2, 8), draft((7, 8), (6, 8))), ((2, 8),))
        self.assertEqual(self.content(text, (4, 8), draft((6, 8))), None)
        self.assertEqual(self.content("“We left.” It did.", (0, 4), draft((1, 3))), ((0, 4),))

    def test_speech_begins_with_its_source_and_its_cue(self) -> None:
        # 0 Lee, 1 said, 2 it, 3 rained, 4 –, 5 Hale, 6 said, 7 “,”, 8 “, 9 We, 10 left
        text = "Lee said it rained – Hale said, “We left.” Dorn left."
        self.assertEqual(self.content(text, (2, 11), draft((9, 11), source=(5, 6), cue=(6, 7))), ((2, 4),))
        self.assertEqual(self.content(text, (2, 11), draft((9, 11), cue=(5, 7))), ((2, 4),))
        self.assertEqual(self.content(text, (2, 11), draft((9, 11), cue=(6, 7))), ((2, 11),), "no dash is before it")
        # What stands in an earlier sentence is not where it begins.
        text = "Hale left. It rained – “We left.”"
        self.assertEqual(self.content(text, (3, 9), draft((7, 9), source=(0, 1), cue=(1, 2))), ((3, 5),))
        self.assertEqual(self.content(text, (3, 9), draft((7, 9), source=(3, 4), cue=(1, 2))), ((3, 9),),
                         "it begins where the content does")

    def test_the_nearest_speech_is_set_off_from_each_piece(self) -> None:
        # 0 It, 1 rained, 2 –, 3 “, 4 No, 5 ”, 6 –, 7 and, 8 snowed, 9 :, 10 “, 11 Yes
        clauses = Clauses(Analysis("It rained – “No” – and snowed: “Yes”"))
        speech = Speech(clauses, [draft((11, 12), cue=(11, 12)), draft((4, 5), cue=(5, 6))])
        self.assertEqual(speech.set_off(draft((0, 12), frame="that")).content, ((0, 2),))
        self.assertEqual(speech.set_off(draft((0, 3), (8, 12), frame="that")).content, ((0, 3), (8, 9)))
        self.assertEqual(speech.set_off(draft((3, 5), (8, 12), frame="that")).content, ((8, 9),))


class Nested(unittest.TestCase):
    # 0 Lee, 1 says, 2 that, 3 Hale, 4 said, 5 “,”, 6 “, 7 We, 8 left, 9 .
    speech = draft((7, 9), source=(3, 4), cue=(4, 5), head=4)

    def left(self, *outer: Draft, speech: Draft | None = None) -> int:
        return len(without_nested([speech or self.speech], outer))

    def test_a_clause_holds_speech_with_its_attribution(self) -> None:
        for frame, left in (("that", 0), ("bare", 0), ("wh", 0), ("quote", 0), ("according", 0), ("object", 1),
                            ("colon", 1),
                            ("inf", 1), ("noun_that", 1)):
            with self.subTest(frame):
                self.assertEqual(self.left(draft((3, 9), source=(0, 1), head=1, frame=frame)), left)

    def test_bounds(self) -> None:
        for content, left in (((3, 9), 0), ((4, 9), 0), ((5, 9), 1), ((3, 8), 0), ((3, 7), 1), ((3, 5), 1), ((3, 4), 1),
                              ((0, 20), 0), ((8, 9), 1)):
            with self.subTest(content):
                self.assertEqual(self.left(draft(content, source=(0, 1), head=1, frame="that")), left)
        for head, left in ((0, 0), (3, 0), (4, 1), (9, 1)):
            with self.subTest(head=head):
                self.assertEqual(self.left(draft((3, 9), source=(0, 1), head=head, frame="that")), left)

    def test_somebody_puts_the_clause_forward(self) -> None:
        self.assertEqual(self.left(draft((3, 9), head=1, frame="that")), 1)
        self.assertEqual(self.left(draft((3, 9), source=(0, 1), frame="that")), 1)
        self.assertEqual(self.left(), 1)
        outer = draft((3, 9), source=(0, 1), head=1, frame="that")
        self.assertEqual(self.left(draft((0, 1), frame="inf"), outer), 0, "one that holds nothing is passed over")

    def test_only_speech_with_a_source_and_a_cue_is_held(self) -> None:
        outer = draft((3, 9), source=(0, 1), head=1, frame="that")
        self.assertEqual(self.left(outer, speech=self.speech._replace(source=None)), 1)
        self.assertEqual(self.left(outer, speech=self.speech._replace(cue=None)), 1)
        self.assertEqual(self.left(outer, speech=self.speech._replace(cue=(3, 4))), 0)
        self.assertEqual(self.left(outer, speech=self.speech._replace(cue=(2, 3))), 1)
        self.assertEqual(self.left(outer, speech=self.speech._replace(cue=(8, 9))), 0)
        self.assertEqual(self.left(outer, speech=self.speech._replace(cue=(9, 10))), 1)

    def test_all_of_its_pieces_are_held(self) -> None:
        outer = draft((3, 9), source=(0, 1), head=1, frame="that")
        self.assertEqual(self.left(outer, speech=self.speech._replace(content=((5, 6), (7, 9)))), 0)
        self.assertEqual(self.left(outer, speech=self.speech._replace(content=((7, 9), (12, 14)))), 1)
        self.assertEqual(self.left(outer, speech=self.speech._replace(content=((2, 3), (7, 9)))), 1)
        self.assertEqual(self.left(outer, speech=self.speech._replace(content=((3, 4), (7, 10)))), 0)
        other = draft((12, 14), source=(15, 16), cue=(16, 17), head=16)
        self.assertEqual(without_nested([other, self.speech], [outer]), [other])
        self.assertEqual(without_nested([self.speech, other], [outer]), [other])
        both = outer._replace(content=((3, 9), (11, 18)))
        self.assertEqual(without_nested([self.speech, other], [both]), [])


if __name__ == "__main__":
    unittest.main()

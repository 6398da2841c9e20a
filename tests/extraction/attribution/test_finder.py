"""Relations of a text: found once, in order, with true spans."""
import random
import unittest

import briefx
from briefx.extraction.attribution import finder
from briefx.extraction.attribution.drafts import Draft, Interval
from briefx.extraction.attribution.finder import find_attributions
from briefx.extraction.attribution.rows import RULES, rule_of_frame
from briefx.lexicon import cues
from briefx.text.analysis import Analysis
from tests.attribution_cases import cases

# Sentences of the labelled table whose source, cue, content and voice are found exactly; it may only rise.
LEAST_EXACT = 0.95
# text, contents that it has, none nested in another
OUTERMOST = (
    ("Lee said Orr had claimed that taxes fell.", ["Orr had claimed that taxes fell"]),
    ("Orr claimed that taxes fell, Lee said.", ["Orr claimed that taxes fell"]),
    ("The paper reported that, according to police, two men fled.", ["according to police, two men fled"]),
    ("Taxes rose, forcing shops to close, said Ann Lee, a grocer.", ["Taxes rose, forcing shops to close"]),
    ("Lee said taxes fell, according to Orr.", ["Lee said taxes fell"]),
    ("“Orr said taxes fell,” Lee told reporters.", ["Orr said taxes fell"]),
    ("The council has backed Lee, confident that he can win.", ["Lee", "he can win"]),
    ("Worried that the dam would fail, residents praised the mayor.", ["the dam would fail", "the mayor"]),
    ("The tax is, in their view, too high.", ["The tax is too high"]),
    ("In Leeds, crowds wept, the Herald reported, while in York the fair began, the Post reported.",
     ["In Leeds, crowds wept", "in York the fair began"]),
    ("A clerk asked: Did it rain on his vow?", ["Did it rain on his vow"]),
    ("The union said:\n\nWe will not sign it. It is late.", ["We will not sign it. It is late."]),
    ("Ann Lee said before leaving the hall that Orr asked her to sing.", ["Orr asked her to sing"]),
    ("Lee came to point out flaws and praise the crew.", ["flaws", "the crew"]),
    ("Those who favor the tax agree that it is late.", ["the tax", "it is late"]),
    ("Lee supported the plan when Orr had left it.", ["the plan"]),
    ("Lee and Orr were both sharply critical of the plan.", ["the plan"]),
    ("It is a clash between those who favor a pause and those who believe that it is late.",
     ["a pause", "it is late"]),
    ("Many speculated that he might lose.", ["he might lose"]),
    ("Orr rejected the claim that there was no plan.", ["the claim that there was no plan"]),
    ("Ann Lee said in a statement issued on Monday that it would strike.", ["it would strike"]),
    ("Orr condemned the deal struck by Lee.", ["the deal struck by Lee"]),
    ("Orr praised the port, and letters found there suggested that it leaked.", ["the port", "it leaked"]),
    ("What Orr said was that the port was safe.", ["the port was safe"]),
    ("The price, as she soon admitted, was a guess.", ["The price was a guess"]),
    ("Unions mock offer by council;\n\nThe plan is late.", ["offer by council"]),
    ("Ann Hale Backs Plan To Close Harbour Mine.\n\nThe plan is late.", ["Plan To Close Harbour Mine"]),
    ("Ann Lee hints at tax cut\n\nThe plan is late.", ["tax cut"]),
    ("Harbour plan vote results\n\nThe plan is late.", []),
    ("Reports that a test had shown a leak were wrong, said the doctor, Ann Lee.",
     ["Reports that a test had shown a leak were wrong"]),
    ("The port's unit, whose year ended in June, posted its first profit since 2021.", []),
    ("Ann Lee endorsed Bo Orr in a speech at the port.", ["Bo Orr"]),
    ("Ann Lee praised him in late May.", ["him"]),
    ("Ann Lee praised the sale of a ship in 2021.", ["the sale of a ship in 2021"]),
    ("The court ruled on March 3, 2025, that the tax was void.", ["the tax was void"]),
    ("The two sides agreed on Monday.", []),
    ("The two sides agreed on Monday to meet again.", ["to meet again"]),
    ("The board said late on Tuesday that it would close.", ["it would close"]),
    ("The owner threatened to sue, vowed to win and left.", ["to sue", "to win"]),
    ("In a Herald/North University poll, voters backed the toll.", ["voters backed the toll"]),
)
PIECES = ("Ann Lee", "the minister", "said", "that", "“", "”", ",", ".", "who", "and", "claims", "to leave", "a plan",
          "according to", "the report", "(", ")", "—", "\n\n", "he", "?", ":", "it is", "likely", "asked", "by")


class Relations(unittest.TestCase):
    def test_labelled_sentences(self) -> None:
        exact = 0
        rows = cases()
        for case in rows:
            analysis = Analysis(case.text)
            found = find_attributions(analysis)
            if case.voice is None:
                exact += not found
            elif len(found) == 1:
                [one] = found
                words = [case.text[slice(*analysis.span(*tokens))].strip(" ,.") if tokens else None
                         for tokens in (one.source, one.cue)]
                parts = tuple(case.text[start:end].rstrip(" ,.") for start, end in one.content)
                wanted = tuple(part.rstrip(" ,.") for part in case.parts)
                source = case.source.strip(" ,.") if case.source else None
                exact += (*words, parts, one.voice) == (source, case.cue, wanted, case.voice)
        self.assertGreaterEqual(exact / len(rows), LEAST_EXACT)

    def test_outermost(self) -> None:
        for text, wanted in OUTERMOST:
            with self.subTest(text=text):
                found = [one for one in find_attributions(Analysis(text)) if one.voice != "article"]
                self.assertEqual([" ".join(text[start:end] for start, end in one.content) for one in found], wanted)

    def test_a_quotation_behind_a_colon(self) -> None:
        for text, source in (
            ("On Monday Ann Lee went back to her old lines: “There will be no toll.”", "Ann Lee"),
            ("Bo Lind had the best line. The plan, in the words of Ann Lee: “There will be no toll.”", "Ann Lee"),
            ("Lee said on Monday that it was late. Orr shook his head: “There will be no toll.”", "Orr"),
        ):
            with self.subTest(text=text):
                quote = briefx.extract(text).quotes[-1]
                self.assertEqual(("There will be no toll.", source), (quote.text, quote.speaker.text))

    def test_random_text(self) -> None:
        rng = random.Random(7)
        names = {rule.name for rule in RULES}
        for _ in range(400):
            text = " ".join(rng.choices(PIECES, k=rng.randrange(1, 40)))
            analysis = Analysis(text)
            found = find_attributions(analysis)
            self.assertEqual(found, find_attributions(Analysis(text)))
            for one in found:
                self.assertIn(one.rule, names)
                self.assertTrue(one.content)
                for start, end in (*one.content, *one.quoted):
                    self.assertTrue(0 <= start < end <= len(text), text)
                for tokens in (one.source, one.cue, one.antecedent):
                    if tokens:
                        self.assertTrue(0 <= tokens[0] < tokens[1] <= len(analysis.words), text)
                self.assertIn(one.voice, ("source", "unnamed", "article"))
                self.assertIn(one.form, ("direct", "mixed", "indirect"))


def draft(*content: Interval, head: int | None = None, rule: str = "attribution.verb_that") -> Draft:
    return Draft(rule, "that", content, (0, 1), None, None, head, "", True, 0.5)


class Pieces(unittest.TestCase):
    """Pieces and relations as intervals: which are one, which are empty, which stand in others."""

    def test_overlapping_pieces_are_one(self) -> None:
        for pieces, wanted in (
                ([], []), ([(0, 4)], [(0, 4)]), ([(0, 4), (2, 6)], [(0, 6)]), ([(2, 6), (0, 4)], [(0, 6)]),
                ([(0, 4), (4, 6)], [(0, 4), (4, 6)]), ([(0, 4), (5, 6)], [(0, 4), (5, 6)]), ([(0, 9),
                (2, 3)], [(0, 9)]),
                ([(5, 8), (0, 2), (3, 6)], [(0, 2), (3, 8)]), ([(0, 2), (1, 3), (5, 6), (5, 9)], [(0, 3), (5, 9)]),
                ([(0, 5), (1, 2), (4, 7), (6, 9)], [(0, 9)]), ([(0, 2), (3, 9), (4, 5)], [(0, 2), (3, 9)])):
            with self.subTest(pieces):
                self.assertEqual(finder._apart(pieces), wanted)

    def test_empty_pieces_are_left_out(self) -> None:
        for content, left in (
                (((1, 2),), ((1, 2),)), (((1, 1),), None), (((2, 1),), None), (((1, 1), (2, 4)), ((2, 4),)),
                (((2, 4), (5, 5)), ((2, 4),)), (((2, 4), (6, 5), (7, 8)), ((2, 4), (7, 8))), ((), None)):
            with self.subTest(content):
                kept = finder._filled([draft((0, 1)), draft(*content), draft((8, 9))])
                self.assertEqual([one.content for one in kept], [((0, 1),), *([left] if left else []), ((8, 9),)])

    def test_what_stands_in_a_content_or_at_a_cue_is_covered(self) -> None:
        covered = bytearray(12)
        finder._cover(covered, [draft((2, 5), (7, 8), head=10), draft((2, 3))])
        self.assertEqual([at for at in range(12) if covered[at]], [2, 3, 4, 7, 10])
        for content, head, inside in (
                (((2, 5),), None, True), (((3, 4),), None, True), (((1, 5),), None, False), (((2, 6),), None, False),
                (((2, 8),), None, True), (((0, 1),), None, False), (((0, 1), (3, 5)), None, True), (((0, 1),),
                10, True),
                (((0, 1),), 4, True), (((0, 1),), 5, False), (((10, 11),), 0, True)):
            with self.subTest(content, head=head):
                self.assertEqual(finder._is_covered(covered, draft(*content, head=head)), inside)

    def test_all_sentences_of_relations_are_taken(self) -> None:
        numbers = [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 7, 8, 8, 9]
        for drafts, taken in (
                ([draft((3, 5))._replace(source=None, cue=None)], {2}),
                ([draft((2, 5))._replace(source=None, cue=None)], {1, 2}),
                ([draft((2, 6), (7, 8))._replace(source=(0, 2), cue=(8, 9))], {0, 1, 2, 3, 5, 6}),
                ([draft((11, 12))._replace(source=None, cue=(4, 5)), draft((13, 14))], {0, 2, 8, 9}), ([], set())):
            with self.subTest(drafts):
                self.assertEqual(finder._taken(drafts, numbers), taken)

    def test_the_outermost_stand(self) -> None:
        according = "attribution.according_to"
        outer, inner, apart = draft((2, 6), head=1), draft((4, 6), head=3), draft((8, 9), head=7)
        self.assertEqual(finder._outermost([outer, inner, apart]), [outer, apart])
        self.assertEqual(finder._outermost([inner, apart, outer]), [apart, outer])
        for head, kept in ((1, True), (2, False), (5, False), (6, True), (None, True)):
            with self.subTest(head=head):
                one = draft((7, 8), head=head)
                self.assertEqual(finder._outermost([draft((2, 6), head=0), one])[1:], [one] if kept else [])
        own = draft((2, 6), head=3)
        self.assertEqual(finder._outermost([own]), [own])
        # Each in the other's content
        first, second = draft((0, 3), head=4), draft((4, 8), head=1)
        self.assertEqual(finder._outermost([first, second]), [first, second])
        first, second = draft((0, 3), head=4, rule=according), draft((4, 8), head=1)
        self.assertEqual(finder._outermost([first, second]), [first])
        first, second = draft((0, 3), head=4), draft((4, 8), head=1, rule=according)
        self.assertEqual(finder._outermost([first, second]), [second])
        for head, mutual in ((0, True), (2, True), (3, False)):
            with self.subTest(head=head):
                first, second = draft((0, 3), head=4), draft((4, 8), head=head)
                self.assertEqual(len(finder._outermost([second, first])), 2 if mutual else 1)


class Lexicon(unittest.TestCase):
    def test_frames(self) -> None:
        for lemma, frame, speech in (("say", "that", True), ("accuse", "object", True), ("want", "inf", False),
                                     ("call", "for", True), ("believe", "pass_inf", False)):
            with self.subTest(lemma=lemma):
                cue = cues.verb_cue(lemma)
                self.assertGreater(cue.rates[frame], 50)
                self.assertEqual(cue.speech, speech)

    def test_absent(self) -> None:
        self.assertIsNone(cues.verb_cue("walk"))
        self.assertIsNone(cues.noun_cue("table"))
        self.assertIsNone(cues.adjective_cue("tall"))

    def test_actor_nouns(self) -> None:
        for word, actor in (("minister", True), ("ministers", True), ("companies", True), ("walls", False)):
            with self.subTest(word=word):
                self.assertEqual(cues.is_actor_noun(word), actor)

    def test_rule_of_frame(self) -> None:
        self.assertEqual(rule_of_frame("that"), "attribution.verb_that")
        self.assertEqual(rule_of_frame("about"), "attribution.verb_preposition")


if __name__ == "__main__":
    unittest.main()

"""Complements: what a verb's frame is and where the content begins, with the bounds of the search."""
import unittest

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.frames import complement, phrase_end
from briefx.text.analysis import Analysis

PREPOSITIONS = ("for", "on", "to", "about", "inf", "objinf")
# text; of its first verb the frame, the first word of the content, the words of the cue behind the verb and the object
CASES = (
    ("Lee said: it rained.", "colon", "it", ":", ""),
    ("Lee said “no.”", "quote", "“", "", ""),
    ("Lee told Hale “no.”", "quote", "“", "", "Hale"),
    ("Lee said, “no.”", "quote", "“", "", ""),
    ("Lee said, in May, “no.”", "quote", "“", "", ""),
    ("Lee said, in May, it rained.", "bare", "it", "", ""),
    ("Lee said, though it was late, that it rained.", "that", "it", "", ""),
    ("Lee said, rain, it fell.", None, "", "", ""),
    ("Lee said, late.", None, "", "", ""),
    ("Lee pointed out that it rained.", "that", "it", "out", ""),
    ("Lee pointed out rain.", "object", "rain", "out", ""),
    ("Lee said quietly that it rained.", "that", "it", "", ""),
    ("Lee told Hale that it rained.", "that", "it", "", "Hale"),
    ("Lee said that rains.", "bare", "that", "", ""),
    ("Lee praised a law that allows it.", "object", "a", "", ""),
    ("Lee said that, it rained.", "that", ",", "", ""),
    ("Lee asked if it rained.", "wh", "if", "", ""),
    ("Lee asked Hale whether it rained.", "wh", "whether", "", "Hale"),
    ("Lee described it as late.", "as", "as", "", "it"),
    ("Lee left as it rained.", None, "", "", ""),
    ("Lee left because it rained.", None, "", "", ""),
    ("Lee said why it rained.", "wh", "why", "", ""),
    ("Lee said when it rained.", "when", "when", "", ""),
    ("Lee vowed to “fight on.”", "inf", "to", "", ""),
    ("Lee urged Hale to “fight on.”", "objinf", "to", "", "Hale"),
    ("Lee spoke to “Oslo.”", "to", "“", "to", ""),
    ("Lee decided not to go.", "inf", "not", "", ""),
    ("Lee urged Hale not to go.", "objinf", "not", "", "Hale"),
    ("Lee denied not having gone.", "ing", "not", "", ""),
    ("Lee wants to go.", "inf", "to", "", ""),
    ("Lee urged the mayor of Oslo to go.", "objinf", "to", "", "the mayor of Oslo"),
    ("Lee denied going.", "ing", "going", "", ""),
    ("Lee denied ever having gone.", "ing", "ever", "", ""),
    ("Lee heard Hale going.", "objing", "going", "", "Hale"),
    ("Lee said in a letter sent on Monday that it rained.", "that", "it", "", ""),
    ("The court ruled on March 3, 2025, that it rained.", "that", "it", "", ""),
    ("The court ruled on March 3 that it rained.", "that", "it", "", ""),
    ("The court ruled in 2015 that it rained.", "that", "it", "", ""),
    ("The court ruled on taxes that rose.", "on", "taxes", "on", ""),
    ("Lee called for calm.", "for", "calm", "for", ""),
    ("Lee asked Hale for calm.", "objfor", "calm", "", "Hale"),
    ("Lee asked Hale with calm.", "object", "Hale", "", ""),
    ("Lee said before leaving the hall that it rained.", "that", "it", "", ""),
    ("Lee said in Oslo that it rained.", "that", "it", "", ""),
    ("Lee said it rained.", "bare", "it", "", ""),
    ("Lee told Hale it rained.", "bare", "it", "", "Hale"),
    ("Lee said Monday it rained.", "bare", "it", "", ""),
    ("Lee said late on Monday that it rained.", "that", "it", "", ""),
    ("Lee said early Monday that it rained.", "that", "it", "", ""),
    ("Lee called it late.", "adj", "late", "", "it"),
    ("Lee called it a farce.", "object", "it", "", ""),
    ("Lee deemed late the plan.", "object", "the", "", ""),
    ("Lee said it and left.", "object", "it", "", ""),
    ("Lee said there was rain.", "bare", "there", "", ""),
    ("Lee said only Hale left.", "bare", "Hale", "", ""),
    ("Lee said; it rained.", None, "", "", ""),
    ("Lee said.", None, "", "", ""),
)


class Complements(unittest.TestCase):
    def test_cases(self) -> None:
        for text, frame, first, cue, obj in CASES:
            with self.subTest(text):
                clauses = Clauses(Analysis(text))
                words, last = clauses.words, clauses.groups[0].last
                found = complement(clauses, 0, len(words) - 1, PREPOSITIONS)
                if found is None:
                    self.assertIsNone(frame)
                    continue
                self.assertEqual((found.frame, words[found.start], " ".join(words[last:found.cue_last]),
                                  " ".join(words[slice(*found.object)]) if found.object else ""),
                                      (frame, first, cue, obj))

    def test_nothing_behind_the_limit_is_asked(self) -> None:
        for text, limit, frame in (
                ("Lee said: it rained.", 2, None), ("Lee said: it rained.", 3, "colon"),
                ("Lee called for calm.", 2, None),
                ("Lee told Hale that it rained.", 3, "object"), ("Lee told Hale that it rained.", 4, "that"),
                ("Lee said it rained.", 3, "object"), ("Lee said it rained.", 4, "bare"),
                ("Lee said, “no.”", 3, None), ("Lee said, “no.”", 4, "quote"),
                ("Lee pointed out that it rained.", 3, None),
                ("Lee said, in May, it rained.", 6, None), ("Lee said, in May, it rained.", 8, "bare")):
            with self.subTest(text, limit=limit):
                found = complement(Clauses(Analysis(text)), 0, limit, PREPOSITIONS)
                self.assertEqual(found.frame if found else None, frame)

    def test_prepositions_are_those_of_the_verb(self) -> None:
        clauses = Clauses(Analysis("Lee asked Hale about rain."))
        self.assertEqual(complement(clauses, 0, 5, ("about",)).frame, "objabout")
        self.assertEqual(complement(clauses, 0, 5, ("for",)).frame, "object")
        clauses = Clauses(Analysis("Lee spoke about rain."))
        self.assertEqual(complement(clauses, 0, 4, ("about",)).frame, "about")
        self.assertIsNone(complement(clauses, 0, 4, ("for",)))

    def test_so_many_words_are_passed(self) -> None:
        for times, frame in ((0, "that"), (1, "that"), (4, "that"), (5, None)):
            with self.subTest(times=times):
                text = f"Lee said {'with Hale ' * times}that it rained."
                clauses = Clauses(Analysis(text))
                found = complement(clauses, 0, len(clauses.words) - 1, PREPOSITIONS)
                self.assertEqual(found.frame if found else None, frame)


class Phrases(unittest.TestCase):
    # 0 The, 1 mayor, 2 of, 3 Oslo, 4 (, 5 a, 6 port, 7 ), 8 and, 9 the, 10 clerk, 11 with, 12 Lee, 13 left
    clauses = Clauses(Analysis("The mayor of Oslo (a port) and the clerk with Lee left."))

    def test_where_a_phrase_ends(self) -> None:
        for first, limit, end in ((0, 13, 11), (0, 11, 11), (0, 8, 8), (0, 7, 4), (0, 2, 2), (3, 13, 11),
                                  (9, 13, 11), (12, 13, 13),
                                  (2, 13, 2), (13, 14, 13)):
            with self.subTest(first=first, limit=limit):
                self.assertEqual(phrase_end(self.clauses, first, limit), end)

    def test_a_preposition_of_the_verb_ends_it(self) -> None:
        self.assertEqual(phrase_end(self.clauses, 0, 13, ("of",)), 2)
        self.assertEqual(phrase_end(self.clauses, 0, 13, ("in", "for")), 11)
        for word, goes_on in (("of", True), ("in", True), ("at", True), ("for", True), ("from", True), ("with", False),
                              ("on", False), ("by", False), ("and", True)):
            with self.subTest(word):
                clauses = Clauses(Analysis(f"The men {word} Oslo left."))
                self.assertEqual(phrase_end(clauses, 0, 5), 4 if goes_on else 2)

    def test_an_open_bracket_and_a_word_that_opens_no_phrase_end_it(self) -> None:
        self.assertEqual(phrase_end(Clauses(Analysis("The men (of Oslo left.")), 0, 6), 2)
        self.assertEqual(phrase_end(Clauses(Analysis("The men and left.")), 0, 4), 2)


if __name__ == "__main__":
    unittest.main()

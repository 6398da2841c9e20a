"""What is looked up of a text by its tokens: the first, the last and the next token decide."""
import unittest

from briefx.extraction.attribution.clauses import Clauses, is_past_form
from briefx.text.analysis import Analysis

TEXT = "Ann Lee (a clerk) said, “It rained in 2015,” and the mayor of Oslo left. “No,” Lee said; “‘Yes’ or no"

# what stands before a verb, the whole phrase that ends there
PHRASES = (
    ("The mayor of Oslo", "The mayor of Oslo"),
    ("He and Lee", "He and Lee"),
    ("He and she", "she"),
    ("Of Lee", "Lee"),
    ("And Lee", "Lee"),
    ("The old men of Oslo and York", "The old men of Oslo and York"),
    ("The “men” of Oslo", "The “ men ” of Oslo"),
    ("Men now in Oslo", "Men now in Oslo"),
    ("Men so often in Oslo", "Men so often in Oslo"),
    ("The men held in Oslo", "The men held in Oslo"),
    ("The men held by Oslo", "The men held by Oslo"),
    ("The men working in Oslo", "The men working in Oslo"),
    ("The men then working in Oslo", "The men then working in Oslo"),
    ("The men saying Oslo", "Oslo"),
    ("The plan to sell Oslo", "The plan to sell Oslo"),
    ("The plan to vote for Lee", "The plan to vote for Lee"),
    ("Men urged to sell Oslo", "Oslo"),
    ("He urged men to vote for Lee", "Lee"),
    ("The board itself in 2015", "The board itself in 2015"),
    ("The board in itself", "The board in itself"),
    ("Itself in 2015", "Itself in 2015"),
    ("Men before Oslo", "Oslo"),
    ("Men as mayors", "mayors"),
    ("They had to hurry last May to send notes", "notes"),
    ("The town, of Oslo", "Oslo"),
    ("Men built of steel", "Men built of steel"),
    ("Built of steel", "steel"),
    ("A man called Lee", "Lee"),
    ("Half of them", "Half of them"),
    ("Bread (old) of Oslo", "Bread ( old ) of Oslo"),
    ("The men" + " of Oslo" * 8, "The men" + " of Oslo" * 8),
    ("The men" + " of Oslo" * 9, "Oslo" + " of Oslo" * 8),
)


class Lookups(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.clauses = Clauses(Analysis(TEXT))

    def test_sentences(self) -> None:
        for token, first in ((0, 0), (21, 0), (22, 22), (34, 22)):
            self.assertEqual(self.clauses.sentence_of[token].first, first)

    def test_quotations_before_and_over_a_token(self) -> None:
        for token, before, over in ((0, None, None), (8, None, None), (9, 8, 8), (13, 8, 8), (14, 8, None),
                                    (22, 8, None), (23, 22, 22), (25, 22, None), (30, 29, None), (34, 29, None)):
            with self.subTest(token):
                found, holds = self.clauses.outer_before(token), self.clauses.mark_over(token)
                self.assertEqual(found.opening if found else None, before)
                self.assertEqual(holds.opening if holds else None, over)

    def test_names_before_and_after_a_token(self) -> None:
        for word, token, before, after in (
                ("Ann", 0, False, True), ("Ann", 1, True, False), ("Lee", 1, False, True), ("Lee", 2, True, True),
                ("Lee", 26, True, True), ("Lee", 27, True, False), ("Hale", 30, False, False),
                ("Hale", 0, False, False)):
            with self.subTest(word, token=token):
                self.assertEqual(self.clauses.is_named_before(word, token), before)
                self.assertEqual(self.clauses.is_named_after(word, token), after)

    def test_years(self) -> None:
        text = "In 2015 or 201 or 20155 or 1e10 or five men left."
        clauses = Clauses(Analysis(text))
        self.assertEqual([clauses.words[at] for at in range(len(clauses.words)) if clauses.is_year(at)], ["2015"])

    def test_verbs_within_tokens(self) -> None:
        for first, last, has in ((0, 6, False), (0, 7, True), (6, 7, True), (7, 10, False), (7, 11, True),
                                 (11, 20, False), (20, 21, True), (6, 6, False)):
            with self.subTest((first, last)):
                self.assertEqual(self.clauses.has_verb(first, last), has)
        clauses = Clauses(Analysis("Lee came to go, smiling."))
        self.assertFalse(clauses.has_verb(2, 6), "an infinitive and a participle are no finite verbs")

    def test_the_verb_before_and_behind_a_token(self) -> None:
        for token, low, lemma in ((6, 0, None), (7, 0, "say"), (10, 0, "say"), (11, 0, "rain"), (11, 11, None),
                                  (11, 10, "rain"), (20, 12, None), (34, 22, "say")):
            with self.subTest(token=token, low=low):
                index = self.clauses.verb_before(token, low)
                self.assertEqual(self.clauses.groups[index].lemma if index is not None else None, lemma)
        for token, limit, lemma in ((0, 6, None), (0, 7, "say"), (6, 7, "say"), (7, 10, None), (7, 11, "rain"),
                                    (21, 35, "say"), (28, 35, None)):
            with self.subTest(token=token, limit=limit):
                index = self.clauses.next_group(token, limit)
                self.assertEqual(self.clauses.groups[index].lemma if index is not None else None, lemma)

    def test_where_the_words_of_a_clause_begin(self) -> None:
        for first, last, begins in ((0, 7, 0), (15, 20, 16), (8, 14, 9), (8, 15, 9), (8, 16, 8), (2, 6, 3),
                                    (22, 22, 22),
                                    (22, 23, 23), (29, 35, 31), (15, 16, 16)):
            with self.subTest((first, last)):
                self.assertEqual(self.clauses.past_openers(first, last), begins)

        bullet = Clauses(Analysis("* – But Lee left."))
        self.assertEqual([bullet.past_openers(first, 5) for first in range(5)], [3, 3, 3, 3, 4])

    def test_the_phrase_that_ends_at_a_token(self) -> None:
        for at, low, phrase in ((1, 0, (0, 2)), (0, 0, None), (4, 0, (3, 5)), (5, 0, (0, 6)), (5, 2, None),
                                (17, 0, (16, 18)),
                                (18, 0, None), (19, 0, (19, 20)), (13, 0, None), (27, 22, None), (26, 27, None)):
            with self.subTest(at=at, low=low):
                self.assertEqual(self.clauses.phrase_ending(at, low), phrase)

    def test_the_phrase_before_a_mark_an_adjective_or_a_bracket(self) -> None:
        for text, at, low, phrase in (
                ("The “plan” fell.", 3, 0, (0, 4)), ("A farce) fell.", 2, 0, None),
                ("Bread (old) (new) fell.", 3, 0, (0, 4)),
                ("Bread () fell.", 2, 0, (0, 3)), ("Lee smiling left.", 1, 0, (0, 2)),
                ("The men first sang it.", 2, 0, (0, 3)), ("The poor sang it.", 1, 0, None),
                (") fell.", 0, 0, None),
                ("The town (in the north) fell.", 6, 0, (0, 7)), ("The men present fell.", 2, 0, (0, 3)),
                ("“No” fell.", 0, 0, None),
                (f"The plan ({'so ' * 23}) fell.", 26, 0, (0, 27)), (f"The plan ({'so ' * 24}) fell.", 27, 0, None)):
            with self.subTest(text):
                clauses = Clauses(Analysis(text))
                found = clauses.phrase_ending(at, low)
                self.assertEqual(found, phrase, list(enumerate(zip(clauses.words, clauses.tags))))

    def test_the_whole_phrase(self) -> None:
        for text, whole in PHRASES:
            with self.subTest(text):
                clauses = Clauses(Analysis(f"{text} sang it."))
                sang = clauses.groups[-1].first
                first = clauses.extended_left(clauses.phrase_ending(sang - 1, 0), 0)
                self.assertEqual(" ".join(clauses.words[first:sang]), whole)

    def test_verbs_that_clauses_without_that_follow(self) -> None:
        clauses = Clauses(Analysis("Lee said it. Lee hoped it. Lee ate it. Lee praised it."))
        self.assertEqual([clauses.opens_clause(index) for index in range(4)], [True, True, False, False])

    def test_who_can_act_and_who_can_speak(self) -> None:
        for text, act, speak in (
                ("Ann Lee left.", True, True), ("He left.", True, True), ("The mayor sang.", True, True),
                ("Officials left.", True, True), ("The report fell.", False, True), ("The letter fell.", False, True),
                ("The tree fell.", False, False), ("Left it.", False, False)):
            with self.subTest(text):
                clauses = Clauses(Analysis(text))
                self.assertEqual(clauses.can_act(0, clauses.phrase_from.get(0, 1)), act)
                self.assertEqual(clauses.can_speak(0), speak)
        clauses = Clauses(Analysis("The tree of Lee fell."))
        self.assertFalse(clauses.can_act(0, 2))
        self.assertTrue(clauses.can_act(0, 1), "a part of a phrase is asked for itself")

    def test_verbs_of_speech(self) -> None:
        clauses = Clauses(Analysis("Lee said it. Lee favors it. Lee ate it. Lee asked it. Lee found it."))
        self.assertEqual([clauses.speaks(index) for index in range(5)], [True, False, False, True, True])


class PastForms(unittest.TestCase):
    def test_cases(self) -> None:
        for word, past in (("called", True), ("held", True), ("said", True), ("built", True), ("known", False),
                           ("driven", False), ("gone", False), ("done", False), ("become", False), ("run", False),
                           ("borne", False), ("sung", False), ("sang", True), ("hold", False), ("table", False),
                           ("", False)):
            with self.subTest(word):
                self.assertEqual(is_past_form(word), past)


if __name__ == "__main__":
    unittest.main()

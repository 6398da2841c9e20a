"""Contents: where they end."""
import unittest

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.content import content_end, sentence_limit
from briefx.extraction.attribution.finder import find_attributions
from briefx.text.analysis import Analysis

# text, the content of its first attribution
CASES = (
    # What belongs to a content
    ("Lee said the road was shut because it had rained.", "the road was shut because it had rained"),
    ("Lee said the road was shut and the bridge was gone.", "the road was shut and the bridge was gone"),
    ("Lee said he would wait, but the ferry was late.", "he would wait, but the ferry was late"),
    ("Lee said that if it rained, the road would shut.", "if it rained, the road would shut"),
    ("Lee said the town, a port, was full.", "the town, a port, was full"),
    ("Lee said trains, with few exceptions, were late.", "trains, with few exceptions, were late"),
    ("Lee promised to go, if he could.", "to go, if he could"),
    ("Lee condemned the raid, particularly its timing.", "the raid, particularly its timing"),
    ("Lee said the town needed a bridge, a school and a well.", "the town needed a bridge, a school and a well"),
    # What does not
    ("Lee said the road was shut, adding that it was late.", "the road was shut"),
    ("Lee said the road was shut, but he praised the crew.", "the road was shut"),
    ("Lee said the road was shut and praised the crew.", "the road was shut"),
    ("Lee said the road was shut; nobody asked.", "the road was shut"),
    ("Lee condemned the raid, and the crowd went home.", "the raid"),
    ("Lee condemned the raid and left.", "the raid"),
    ("Lee condemned the raid on Monday.", "the raid"),
    ("Lee condemned the raid, which began at dawn.", "the raid"),
    ("As polls show the race is close, Lee went home.", "the race is close"),
    ("Lee, who said the road was shut, went home.", "the road was shut"),
    ("Lee wants to rebuild the port, though money is short.", "to rebuild the port"),
    ("Lee opposed the bill because it cost jobs.", "the bill"),
    ("Lee denounced the raid after Orr praised it.", "the raid"),
    ("Lee mocked the plan, talked over the mayor and left.", "the plan"),
    ("Lee left, mocking the plan and calling for another.", "the plan"),
    ("Lee said he would quit, a blow to his party.", "he would quit"),
    ("Lee mentioned that on the first evening.", "that on the first evening"),
    ("Lee decided not to run.", "not to run"),
    ("Lee asked the court for more time.", "more time"),
    # Quotations take the content with them
    ("Lee said a siren, which should have sounded at noon, “never rang.”",
     "a siren, which should have sounded at noon, “never rang.”"),
    ("Lee vowed to “fight on” in the next round.", "to “fight on” in the next round"),
    ("Lee vowed that the road would open.", "the road would open"),
    ("Lee said she would “fight on,” adding that it was late.", "she would “fight on,”"),
    ("Lee said it was “a mess. It was a shame.” He left.", "it was “a mess. It was a shame.”"),
)
MODES = ("clause", "inf", "phrase", "quote", "colon")
# A cue with its clause, a place where a content could end and what stands behind it: the modes in which it ends there.
PLACES = (
    ("Lee said it was late; he left.", "; he left", "clause inf phrase"),
    ("Lee said it was late - and he left.", "- and he left", "clause inf phrase quote colon"),
    ("Lee said it was late - though he left.", "- though he left", "clause inf phrase quote colon"),
    ("Lee said it was late - saying no.", "- saying no", "clause inf phrase quote colon"),
    ("Lee said it was late - a farce.", "- a farce", ""),
    ("Lee said it was late - and he left - so.", "- so", ""),
    ("Lee said it was late, saying no.", ", saying no", "clause inf phrase quote colon"),
    ("Lee said it was late, eating bread.", ", eating bread", "inf phrase"),
    ("Lee said it was late, also saying no.", ", also saying no", "clause inf phrase quote colon"),
    ("Lee said it was late, also eating bread.", ", also eating bread", "inf phrase"),
    ("Lee said it was late, often.", ", often", "inf phrase"),
    ("Lee said it was late, especially now.", ", especially now", ""),
    ("Lee said it was late, who left.", ", who left", "clause inf phrase quote colon"),
    ("Lee said it was late, which hurt.", ", which hurt", "inf phrase"),
    ("Lee said it was late, where it hurt.", ", where it hurt", "clause inf phrase quote colon"),
    ("Lee said it was late, if it hurt.", ", if it hurt", ""),
    ("Lee said it was late, because it hurt.", ", because it hurt", ""),
    ("Lee said it was late, unless it hurt.", ", unless it hurt", ""),
    ("Lee said it was late, though it hurt.", ", though it hurt", "clause inf phrase quote colon"),
    ("Lee said it was late, while it hurt.", ", while it hurt", "inf phrase"),
    ("Lee said it was late, while he said so.", ", while he said so", "clause inf phrase quote colon"),
    ("Lee said it was late, confident that it hurt.", ", confident that it hurt", "inf phrase"),
    ("Lee said it was late, tall that it hurt.", ", tall that it hurt", ""),
    ("Lee said it was late, with Hale.", ", with Hale", "clause inf phrase quote colon"),
    ("Lee said it was late, despite Hale.", ", despite Hale", "clause inf phrase quote colon"),
    ("Lee said it was late, in Oslo.", ", in Oslo", ""),
    ("Lee said it was late, Hale left.", ", Hale left", "inf phrase"),
    ("Lee said it was late, Hale said.", ", Hale said", "clause inf phrase quote colon"),
    ("Lee said it was late, Hale said on Monday.", ", Hale said on Monday", "clause inf phrase quote colon"),
    ("Lee said it was late, Hale said it.", ", Hale said it", "inf phrase"),
    ("Lee said it was late, a blow.", ", a blow", "clause inf phrase quote colon"),
    ("Lee said it was “late”, a blow.", ", a blow", ""),
    ("Lee said it was late, an end.", ", an end", "clause inf phrase quote colon"),
    ("Lee said it was late, the blow.", ", the blow", ""),
    ("Lee said it was late, a blow and a farce.", ", a blow and a farce", ""),
    ("Lee said it was late, a blow, and he left.", ", a blow", ""),
    ("Lee said it was late, “no.”", ", “no.”", ""),
    ("Lee said it was late and left.", "and left", "inf phrase"),
    ("Lee said it was late and told Hale.", "and told Hale", "clause inf phrase quote colon"),
    ("Lee said it was late and will leave.", "and will leave", ""),
    ("Lee said it was late and will tell Hale.", "and will tell Hale", "inf phrase"),
    ("Lee said it was late and Hale left.", "and Hale left", "inf phrase"),
    ("Lee said it was late and he left.", "and he left", "inf phrase"),
    ("Lee said it was late and the town left.", "and the town left", ""),
    ("Lee said it was late and Hale said so.", "and Hale said so", "clause inf phrase quote colon"),
    ("Lee said it was late, and Hale left.", ", and Hale left", "inf phrase"),
    ("Lee said it was late, and left.", ", and left", "inf phrase"),
    ("Lee said it was late, but left.", ", but left", "clause inf phrase quote colon"),
    ("Lee said it was late and dark.", "and dark", ""),
    ("Lee said it was late and often.", "and often", ""),
    ("Lee said it was late and those who left.", "and those who left", "inf phrase"),
)


class Contents(unittest.TestCase):
    def test_cases(self) -> None:
        for text, wanted in CASES:
            with self.subTest(text=text):
                found = find_attributions(Analysis(text))
                self.assertTrue(found)
                self.assertEqual(" […] ".join(text[start:end] for start, end in found[0].content), wanted)


class Ends(unittest.TestCase):
    def test_places(self) -> None:
        for text, place, modes in PLACES:
            clauses = Clauses(Analysis(text))
            limit = sentence_limit(clauses, 1)
            at = clauses.analysis.token_at(text.index(place))
            for mode in MODES:
                with self.subTest(text, mode=mode):
                    end = content_end(clauses, 0, 2, limit, mode)
                    self.assertEqual(end == at, mode in modes.split(), clauses.words[2:end])

    def test_what_tells_when_or_why_ends_an_object(self) -> None:
        for text, ends in (
                ("Lee backed Hale because he won.", True), ("Lee backed Hale because of it.", False),
                ("Lee backed Hale after the vote.", False), ("Lee backed Hale after Dorn left.", True),
                ("Lee backed Hale on Monday.", True), ("Lee backed Hale on tax.", False),
                ("Lee backed Hale in May.", True),
                ("Lee backed Hale in 2015.", True), ("Lee backed Hale in 2015 rules.", False),
                ("Lee backed Hale in a speech.", True), ("Lee backed Hale in Oslo.", False),
                ("Lee backed Hale by phone.", False), ("Lee backed him since May.", True),
                ("Lee backed us in May.", True),
                ("Lee backed the plan in May.", False), ("Lee backed Hale of Oslo in May.", False),
                ("Lee backed Hale, in May.", False)):
            clauses = Clauses(Analysis(text))
            limit = sentence_limit(clauses, 1)
            with self.subTest(text):
                self.assertEqual(content_end(clauses, 0, 2, limit, "phrase") < limit, ends)
                self.assertEqual(content_end(clauses, 0, 2, limit, "clause"), limit)

    def test_an_object_that_opens_with_a_quotation_ends_with_it(self) -> None:
        for text, end in (("Lee vowed “no” because it rained.", 5), ("Lee vowed “no” retreat because it rained.", 9),
                          ("Lee vowed “no” in May.", 7)):
            clauses = Clauses(Analysis(text))
            with self.subTest(text):
                self.assertEqual(content_end(clauses, 0, 2, sentence_limit(clauses, 1), "quote"), end)

    def test_brackets_and_quotations_are_passed_whole(self) -> None:
        for text, mode, last in (
                ("Lee backed the plan (bold, but it failed) and left.", "phrase", ")"),
                ("Lee backed the plan (bold, but it failed.", "phrase", "bold"),
                ("Lee backed a “plan, but it failed” and left.", "phrase", "”"),
                ("Lee vowed to “go on” - so it hurt.", "inf", "”"),
                ("Lee vowed to go “on” - so it hurt.", "inf", "hurt"),
                ("Lee vowed to “go on,” saying no.", "inf", ","),
                ("Lee vowed to “go on,” smiling.", "inf", ","),
                ("Lee said he would “go on,” saying no.", "clause", ","),
                ("Lee said “no,” saying so.", "clause", "so"),
                ("Lee said he saw “a mess. It was.” He left.", "clause", "."),
                ("“Lee said he saw a mess. It was.” He left.", "clause", "mess")):
            clauses = Clauses(Analysis(text))
            said = clauses.groups[0]
            with self.subTest(text):
                end = content_end(clauses, 0, said.last, sentence_limit(clauses, said.first), mode)
                self.assertEqual(clauses.words[end - 1], last)

    def test_a_clause_before_its_main_clause_ends_where_that_begins(self) -> None:
        for text, last in (
                ("As Lee says it is late, Hale left.", "late"),
                ("As Lee says it is late, on Monday Hale left.", "late"),
                ("As Lee says it is late, now, Hale left.", "late"), ("And as Lee says it is late, Hale left.", "late"),
                ("It rained as Lee says it is late, Hale left.", "left"),
                ("After saying it is late, Hale left.", "late"),
                ("Hale, saying it is late, left.", "late"), ("Men who say it is late, left.", "late"),
                ("He knew that Lee says it is late, Hale left.", "left"), ("Lee says it is late, Hale left.", "left")):
            clauses = Clauses(Analysis(text))
            index = next(number for number, one in enumerate(clauses.groups) if one.lemma == "say")
            said = clauses.groups[index]
            with self.subTest(text):
                end = content_end(clauses, index, said.last, sentence_limit(clauses, said.first), "clause")
                self.assertEqual(clauses.words[end - 1], last)

    def test_a_noun_without_a_verb_before_it(self) -> None:
        clauses = Clauses(Analysis("A claim that it rained, saying so, and he left."))
        self.assertEqual(clauses.words[content_end(clauses, None, 3, 11, "clause") - 1], "rained")
        self.assertEqual(clauses.words[content_end(clauses, None, 3, 4, "clause") - 1], "it")


class Limits(unittest.TestCase):
    def test_stops_and_closing_marks_are_left_out(self) -> None:
        for text, last in (("Lee said no.", "no"), ("Lee said “no.”", "no"), ("Lee said “no”.", "”"),
                           ("Lee said “no”", "”"),
                           ("Lee said no", "no"), ("Lee said no?", "no"), ("“Lee said no.”", "no"),
                           ("Lee said no,”", ","),
                           ("Lee said.", "said"), ("Lee said ‘no.’”", "no"), ("Lee said no...", "no")):
            clauses = Clauses(Analysis(text))
            with self.subTest(text):
                self.assertEqual(clauses.words[sentence_limit(clauses, clauses.groups[0].first) - 1], last)

    def test_the_token_itself_is_never_left_out(self) -> None:
        clauses = Clauses(Analysis("Lee left.”"))
        for token, limit in ((0, 2), (1, 2), (2, 3), (3, 4)):
            self.assertEqual(sentence_limit(clauses, token), limit)


if __name__ == "__main__":
    unittest.main()

"""Headlines that end in a stop, told from ledes."""
import unittest

from briefx.extraction.headline import headline_of, is_label
from briefx.text.analysis import Analysis

BODY = """Nobody on the quay saw it, but the crane of Castlemere gave way in the night. The port was closed.

Fishermen from three villages tied their boats to the northern quay.

Schools along the waterfront sent their pupils home at noon.

Insurers put the damage at four million euros. Divers searched the basin until nightfall."""

# first paragraph, is it a headline
CASES = (
    ("Crane gives way in night over port.", True),
    ("The crane of Castlemere keeps the port waiting.", True),
    ("The crane of Castlemere kept the port waiting for years.", False),
    ("The swans of Velden love their quiet pond in the park.", False),
    ("Dockers Block Talks On Cranes Before The Winter.", True),
    ("Report: The dockers had blocked the talks for years.", True),
    ("LEE: The dockers had blocked the talks for years.", False),
    ("Dockers block the talks; \nThe mayor had hoped for a truce.", True),
    ("Dockers blocked the talks. The mayor had hoped for a truce.", False),
    ("The crane of Castlemere gave way, and Nobody Will Say who is to blame for all that, now or in the years to come.",
     False),
)

# first paragraph, is it a headline without a date, is it one with a date
BOUNDS = (
    ("Crane of Castlemere keeps.", True, False), ("Quay keeps port.", True, False),
    ("Swans love quay pond.", False, False),
    ("Nobody on quay gives way.", True, True),
    ("Quay pond gives night swans love over old park hill town.", True, True),
    ("Quay pond gives way to swans in old park by hill in town near red mill by sea.", False, False),
    # Behind a label of three words at the most, and in no more than 24 tokens.
    ("One two three four: five had six.", False, False), ("One two three: five had six.", True, True),
    ("One: five had six.", True, True), ("LEE: five had six.", False, False), ("Crane: gone.", True, True),
    ("Old: mayor had sung of swans and pond and park and hill and town and mill and sea and eel and elk.", True, True),
    ("Old: mayor had sung of swans and pond and park and hill and town and mill and sea and eel and elk now.", False,
     False),
    # In title case, of four longer words at least.
    ("Dockers Block Talks Now On.", False, False), ("Dockers Block Talks Over it all.", False, False),
    # In the present without an article, of four longer words and 16 tokens at the most.
    ("Swans love quiet ponds among parks.", True, True), ("Swans loved quiet ponds among parks.", False, False),
    ("Swans love the quiet ponds among parks.", False, False), ("Swans do love quiet ponds among parks.", False, False),
    ("They love quiet ponds among parks.", False, False), ("Eels hide.", False, False),
    ("Swans love quiet ponds in parks as eels love muddy rivers and elk love snow now.", False, False),
    # In two lines with a semicolon.
    ("Crane;\nport closed.", True, True), ("Crane; \nport closed.", True, True),
    ("Crane;  \nport closed.", False, False),
    ("Crane ;port closed.", False, False),
)


class HeadlineTest(unittest.TestCase):
    def test_bounds(self) -> None:
        for first, undated, dated in BOUNDS:
            with self.subTest(first):
                analysis = Analysis(f"{first}\n\n{BODY}")
                found = tuple(headline_of(analysis, with_day) == 0 for with_day in (False, True))
                self.assertEqual((undated, dated), found)

    def test_an_article_of_fewer_than_seven_sentences_keeps_what_only_its_words_tell(self) -> None:
        paragraphs = BODY.split("\n\n")
        for count, sentences, wanted in ((1, 3, False), (2, 4, False), (3, 5, False), (4, 7, True)):
            analysis = Analysis("\n\n".join(["Crane of Castlemere keeps port waiting all night.", *paragraphs[:count]]))
            self.assertEqual((sentences, wanted), (len(analysis.sentences), headline_of(analysis, False) == 0))

    def test_what_may_stand_behind_it(self) -> None:
        for first in ("The crane of Castlemere keeps the port waiting.", "Crane gives way in night over port."):
            for behind, wanted in (("Port Shuts\n\n", False), ("VELDEN, May 1 — ", True), ("By Ann Lee\n\n", False),
                                   ("Abstract.\n\n", True), ("Not one more.\n\n", True)):
                with self.subTest(first=first, behind=behind):
                    self.assertEqual(wanted, headline_of(Analysis(f"{first}\n\n{behind}{BODY}"), False) == 0)
                    self.assertEqual(-1, headline_of(Analysis(f"{behind}{first}\n\n{BODY}"), False))

    def test_first_sentences(self) -> None:
        for first, wanted in CASES:
            with self.subTest(first):
                self.assertEqual(headline_of(Analysis(f"{first}\n\n{BODY}"), False) == 0, wanted)

    def test_one_with_a_date_is_told_by_the_sentence_behind_it_alone(self) -> None:
        analysis = Analysis("The crane of Castlemere keeps the port waiting.\n\n" + BODY.replace("crane of", "wall of"))
        self.assertEqual(headline_of(analysis, False), 0)
        self.assertEqual(headline_of(analysis, True), -1)

    def test_a_dateline_may_stand_behind_it(self) -> None:
        analysis = Analysis("The crane of Castlemere keeps the port waiting.\n\nCASTLEMERE (Wire) - " + BODY)
        self.assertEqual(headline_of(analysis, False), 0)

    def test_labels(self) -> None:
        analysis = Analysis("Abstract.\n\nThe port was closed. No.\n\nNobody on the quay saw it at all.")
        self.assertEqual([is_label(analysis, sentence) for sentence in analysis.sentences], [True, False, False, False])

    def test_a_text_of_a_sentence_has_none(self) -> None:
        for text in ("", "Crane Gives Way In Night Over Port.", BODY):
            self.assertEqual(headline_of(Analysis(text), False), -1)


if __name__ == "__main__":
    unittest.main()

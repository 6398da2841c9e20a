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


class HeadlineTest(unittest.TestCase):
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

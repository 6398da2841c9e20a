"""Where sentences end; "|" marks each end in a case."""
import unittest

import briefx
from briefx.text.analysis import Analysis

CASES = (
    "The gate opened.| Nobody came.|",
    "They met at 6 p.m. and left.| It was 6 p.m.| Mr. Lee left at 6 p.m. Monday.|",
    "• 1. The first item stands.| Write to ann.lee@orr.org.| She reads it.|",
    "Mr. Lee met Dr. Orr on Jan. 5.| They talked.|",
    "The U.S. Senate voted.| It moved to the U.S.| The rest stayed.|",
    "It left the U.S. in May.|",
    "Orr Inc. grew.| So did Lee Co.| The others fell.|",
    "They met on the old pier at 6 p.m.| Ann Lee was late.| At 7 p.m. Bo Dahl left for 9 p.m. Eastern news.|",
    "She arrived at 5 p.m.| He left at 6 p.m. on Monday.|",
    "J. K. Orr wrote it.| It had vitamin B.| The end.|",
    "It rose 3.5 percent.| No. 5 fell.|",
    "\"Why now?\" he asked.| Nobody knew.|",
    "\"Why now?\" Ann Lee asked.| Nobody knew.|",
    "\"Why now?\"| The question hung there.|",
    "\"We won!\" shouted Orr.|",
    "“It is over.”| The crowd left.|",
    "\"It is over,\" Lee said.| \"Go home.\"|",
    "'It is over.'| The crowd left.|",
    "«C'est fini.»| The crowd left.|",
    "(It rained.)| The crowd left.|",
    "He said it was done (at last).| It was.|",
    "Well... maybe.| Wait...| The end came.|",
    "Really?!| Yes.|",
    "What a day!| The sun shone.|",
    "1. The first item stands.| 2. The second too.|",
    "He was born in Porto (b. 1950) and left.|",
    "The firm Yahoo! grew.| It sold.|",
    "He cited Art. 5 and vol. 3 of the law.|",
    "The vote, e.g. in Porto, was close.|",
    "It ended.|The crowd left.|",
    "He said: \"Stop.| Go home.\"| They did.|",
    "Gen. Lee and Sen. Orr spoke.| St. Mary's rang.|",
    "The address is orr.org.| Write there.|",
    "A line with no stop|",
)


class Sentences(unittest.TestCase):
    def test_cases(self):
        for case in CASES:
            with self.subTest(case=case):
                text = case.replace("|", "")
                wanted = [piece.strip() for piece in case.split("|") if piece.strip()]
                self.assertEqual([span.text for span in briefx.sentences(text)], wanted)

    def test_no_sentence_runs_over_a_block(self):
        text = "A Short Title\n\nBy Ann Lee\n\nPORTO, May 1 — The gate opened.\n\nThe next paragraph"
        self.assertEqual([span.text for span in briefx.sentences(text)],
                         ["A Short Title", "By Ann Lee", "PORTO, May 1 —", "The gate opened.", "The next paragraph"])

    def test_sentence_at_gives_the_sentence_of_every_token(self):
        analysis = Analysis("A Title\n\nThe gate opened. Nobody came.\n\nThe end.")
        for sentence in analysis.sentences:
            for at in range(sentence.first, sentence.last):
                self.assertEqual(analysis.sentence_at(at), sentence)

    def test_abbreviations_alone_end_nothing(self):
        self.assertEqual(len(briefx.sentences("Mr. " * 50)), 1)


if __name__ == "__main__":
    unittest.main()

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
    "* 12. The first item stands.|", "• 12. The first item stands.|", "– 12. The first item stands.|",
    "- 1. It stands.|",
    "He came in.''She left.''| They sang.|", "It ended.| ````Now?''''| They sang.|", "She sang.'| 'It ended.'|",
    "It ended.  -The crowd sang.|", "It ended.|  - The crowd sang.|", "It ended.  - the crowd sang.|",
    "It ended. \"-- Lee\" The crowd sang.|", "It ended. \"— Lee\" The crowd sang.|", "“It ended.” - The crowd sang.|",
    "It ended. \"– Lee\" The crowd sang.|", "It ended. ― The crowd sang.|",
    "She came 9th.The crowd sang.|", "The file is don3.The crowd sang.|", "The work is done.|It paid.|",
    "b. It.|", "They all met at 6 p.m. Ann|", "They all met once there at 6 p.m. Ann sang.|",
    "They all met once there at 6 p.m.| Ann Lee sang.|", "They all met there at 6 p.m. Ann Lee sang.|",
    "It grew at Orr Inc.| Pacific trade fell.|", "It begins at 6 p.m. Mountain time.|",
    "It began at 6 p.m.| Time flew.|",
    "It closed in Jan.| 'The crowd' sang.|", "It closed in Jan.| (The crowd sang.)|",
    "It closed in Jan.| [The crowd] sang.|", "It closed in Jan.| {The crowd} sang.|",
    "It closed in Jan. (the crowd) sang.|",
    "He lives in the U.S.| In Rome he sang.|", "He had tea etc.| \"The crowd sang.\"|",
    "He knew i.e.| \"The crowd sang.\"|",
    "It was Orr vs. The crowd.|", "Why now?| Ann Lee asked.| Nobody knew.|",
    "“Why now?” Ann Lee of the Orr Bank asked.| Nobody knew.|", "“Why now?” Ann de Boer asked.| Nobody knew.|",
    "“Why now?” Ann van Dam asked.| Nobody knew.|", "“Why now?” I asked.| Nobody knew.|",
    "“Why now?” Lee's Bank asked.| Nobody knew.|", "“Why now?” Lee’s Bank asked.| Nobody knew.|",
    "“Why now?” She asked.| Nobody knew.|", "“Why now?” The Mayor asked.| Nobody knew.|",
    "“Why now?” They asked.| Nobody knew.|", "“Why now?” We asked.| Nobody knew.|", "“Why now?”| It asked too much.|",
    "“Why now?”| The crowd asked nothing.|", "“Why now?”| Ann Lee slept.| She asked.|",
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
                self.assertEqual(analysis.sentence_of[at], sentence)

    def test_none_has_more_than_300_tokens(self):
        for count, wanted in ((299, [299]), (300, [300]), (301, [300, 1]), (600, [300, 300]), (601, [300, 300, 1])):
            for end in ("", ".", "?!"):
                text = " ".join(["dog"] * (count - len(end)) + list(end))
                for rest in ("", " The end is near") if end else ("",):
                    with self.subTest(count=count, end=end, rest=rest):
                        found = Analysis(text + rest).sentences
                        self.assertEqual([one.last - one.first for one in found], wanted + [4] * bool(rest))
                        words = (text + rest).split()
                        self.assertEqual([(text + rest)[one.start:one.end] for one in found],
                                         [" ".join(words[one.first:one.last]) for one in found])

    def test_abbreviations_alone_end_nothing(self):
        self.assertEqual(len(briefx.sentences("Mr. " * 50)), 1)


if __name__ == "__main__":
    unittest.main()

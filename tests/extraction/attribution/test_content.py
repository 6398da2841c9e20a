"""Contents: where they end."""
import unittest

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


class Contents(unittest.TestCase):
    def test_cases(self) -> None:
        for text, wanted in CASES:
            with self.subTest(text=text):
                found = find_attributions(Analysis(text))
                self.assertTrue(found)
                self.assertEqual(" […] ".join(text[start:end] for start, end in found[0].content), wanted)


if __name__ == "__main__":
    unittest.main()

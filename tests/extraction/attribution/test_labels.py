"""Names and colons: whose words stand behind them, and what is no speaker."""
import unittest

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.labels import label_drafts
from briefx.text.analysis import Analysis

MET = "Ann Hale met Tom Dorn."
# paragraphs, the labels that are found with what they say
CASES = (
    # In a headline: a name that is no other word, or that the text names again; a noun of somebody who can speak
    (("Lee: Tax will rise", "It rained."), ["Lee: Tax will rise"]),
    (("Lee: The tax will rise.", "It rained."), ["Lee: The tax will rise"]),
    (("Lee: The tax will rise.", "It rained.", "It snowed."), ["Lee: The tax will rise"]),
    (("Lee: The tax will rise.",), []),
    (("Rain: Tax will rise", "It rained."), []),
    (("Sun: Tax will rise", "The Sun said so."), ["Sun: Tax will rise"]),
    (("Sun: Tax will rise", "It rained."), []),
    (("Officials: tax will rise", "It rained."), ["Officials: tax will rise"]),
    (("Report: tax will rise", "It rained."), ["Report: tax will rise"]),
    (("Two men: tax will rise", "It rained."), []),
    (("Hale’s aides: tax will rise", "It rained."), ["Hale’s aides: tax will rise"]),
    (("The mayor: tax will rise", "It rained."), ["The mayor: tax will rise"]),
    (("Mayor’s aide: tax will rise", "It rained."), []),
    (("The mayor of Oslo: tax will rise", "It rained."), []),
    # In capitals
    (("It rained.", "HALE: It is late."), ["HALE: It is late"]),
    (("By ANN LEE", "HALE: It is late."), ["HALE: It is late"]),
    (("It rained.", "NOTE: It is late."), []),
    (("It rained.", "AL: It is late."), []),
    (("It rained.", "IT: It is late."), []),
    (("It rained.", "MAYOR HALE (laughing): It is late."), []),
    (("It rained.", "Ann Bo Cy Ed Flo HALE: It is late."), ["Ann Bo Cy Ed Flo HALE: It is late"]),
    (("It rained.", "Ann Bo Cy Ed Flo Jo HALE: It is late."), []),
    # A name that stands in the text before
    ((MET, "Ann Hale: It is late."), ["Ann Hale: It is late"]),
    ((MET, "Hale: It is late."), ["Hale: It is late"]),
    ((MET, "Kay: It is late."), []),
    ((MET, "Mayor Hale: It is late."), []),
    ((MET, "Old Hale: It is late."), []),
    ((MET, "Hale: Ann, Tom, Bo and Cy."), []),
    ((MET, f"Hale: {'No, ' * 6}and he came."), [f"Hale: {'No, ' * 6}and he came"]),
    ((MET, f"Hale: {'No, ' * 6}and then he came."), []),
    # What is said
    ((MET, "Hale: It is late. It is dark. No"), ["Hale: It is late. It is dark. No"]),
    ((MET, "Hale: It is late.", "It is dark."), ["Hale: It is late"]),
    ((MET, "HALE:", "It is dark."), []),
    ((MET, "HALE: No", "It is dark."), ["HALE: No"]),
    ((MET, "HALE: “No”", "It is dark."), ["HALE: “No”"]),
    ((MET, "HALE: “", "It is dark."), []),
    (("It is: late.", "ANN HALE"), []),
    ((MET, "“HALE: It is late.”"), []),
    ((MET,), []),
    ((":", "It is dark."), []),
)


class Labels(unittest.TestCase):
    def test_cases(self) -> None:
        for paragraphs, wanted in CASES:
            text = "\n\n".join(paragraphs)
            with self.subTest(text):
                analysis = Analysis(text)
                found = label_drafts(Clauses(analysis))
                self.assertEqual([text[slice(*analysis.span(one.source[0], one.content[0][1]))] for one in found],
                    wanted)
                for one in found:
                    self.assertEqual((one.content[0][0], one.cue), (one.head + 1, (one.head, one.head + 1)))
                    self.assertEqual((analysis.words[one.head], one.source[1], one.frame, one.lemma, one.speech,
                                     one.rate),
                                     (":", one.head, "colon", ":", True, 0.9))

    def test_a_label_of_a_headline_has_a_rule_of_its_own(self) -> None:
        for text, rule in (("Lee: Tax will rise\n\nIt rained.", "headline_label"),
                           ("It rained.\n\nHALE: No.", "transcript")):
            with self.subTest(text):
                self.assertEqual([one.rule for one in label_drafts(Clauses(Analysis(text)))], [f"attribution.{rule}"])


if __name__ == "__main__":
    unittest.main()

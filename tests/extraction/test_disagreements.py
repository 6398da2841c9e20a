"""Opposite sides: who denies or rejects what another holds."""
import unittest

import briefx
from briefx.extraction.disagreements import disagreements

# text, [(who holds it, who denies it)]
CASES = (
    ("Mayor Rosa Delgado accused the Harbour Agency of hiding the report. The Harbour Agency denied that anything was "
     "hidden.", [("Rosa Delgado", "Harbour Agency")]),
    ("Rosa Delgado said the old harbour wall is safe. Bo Lind denied that the old harbour wall is safe.",
     [("Rosa Delgado", "Bo Lind")]),
    ("Rosa Delgado said the old harbour wall is safe. Bo Lind has not confirmed that the old harbour wall is safe.",
     []),
    ("Rosa Delgado said the old harbour wall is safe. She denied that the old harbour wall is safe.", []),
    ("Rosa Delgado said the ferry sails. Bo Lind denied that the bank was closed.", []),
    ("The Harbour Agency denied that anything was hidden.", []),
    ("", []),
)


class Disagreements(unittest.TestCase):
    def test_cases(self):
        for text, wanted in CASES:
            with self.subTest(text=text):
                pairs = disagreements(briefx.extract(text).claims)
                self.assertEqual([(one.claimant.name, other.claimant.name) for one, other in pairs], wanted)

    def test_both_sides_stand_in_markdown(self):
        page = briefx.to_markdown(briefx.extract(CASES[0][0]))
        section = page.partition("## Where they disagree\n\n")[2].partition("\n\n")[0]
        self.assertEqual(section.splitlines(), [
            "- **Rosa Delgado** accused the Harbour Agency of hiding the report ¶1",
            "  against **Harbour Agency** denied that anything was hidden ¶1"])


if __name__ == "__main__":
    unittest.main()

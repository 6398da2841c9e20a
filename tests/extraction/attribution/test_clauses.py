"""Clauses: whose verb it is, and that the search for it ends."""
import unittest

import briefx


class Subjects(unittest.TestCase):
    def test_an_inverted_subject_behind_its_verb_ends_the_search(self):
        brief = briefx.extract(
            "``We cannot stop walking! The strike must not stop for one minute!'' said the note, read during the "
            "meeting of several hundred farmers by Bo Lind, president of the union's Youth Branch.")
        claim = brief.claims[0]
        self.assertTrue(claim.text.startswith("We cannot stop walking!"))
        self.assertEqual(claim.cue.text, "said")


if __name__ == "__main__":
    unittest.main()

"""Nouns of people, bodies and documents in their forms."""
import unittest

from briefx.lexicon.cues import is_actor_noun, is_document_noun
from briefx.lexicon.names import bodies


class NounsTest(unittest.TestCase):
    def test_plurals_are_known_by_their_singular(self) -> None:
        for word in ("minister", "ministers", "party", "parties", "agency", "agencies", "judge", "judges"):
            with self.subTest(word):
                self.assertTrue(is_actor_noun(word))
        for word in ("", "s", "ies", "tree", "trees", "stories", "treeies"):
            with self.subTest(word):
                self.assertFalse(is_actor_noun(word))

    def test_documents(self) -> None:
        self.assertTrue(is_document_noun("report"))
        self.assertFalse(is_document_noun("tree"))


class BodiesTest(unittest.TestCase):
    def test_a_whole_name_is_found_with_its_country(self) -> None:
        known = bodies()
        for name, country in (("NATO", None), ("BBC", "GB"), ("Kremlin", "RU")):
            body = known[name]
            assert body is not None
            self.assertEqual(body.country, country)

    def test_a_part_of_one_is_none(self) -> None:
        known = bodies()
        for name in ("", "NAT", "ATO", "ATO\n", "BBC\tGB", "Kremli", "remlin", "B", "\n", "|"):
            with self.subTest(name):
                self.assertIsNone(known[name])


if __name__ == "__main__":
    unittest.main()

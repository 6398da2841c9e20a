"""Who writes of the events is no actor in them."""
import unittest

import briefx

TEXT = ("Harbour strike goes on\n\nBy Ann Lee and Bo Lind\n\nPORTO, May 2 (Coast Press) — Dockers stayed out on "
        "Friday, Rosa Delgado said.{more}")


def names(text):
    """The names of the actors of a text."""
    return {actor.name for actor in briefx.extract(text).actors}


class Authors(unittest.TestCase):
    def test_a_byline_and_a_datelines_agency_make_no_actor(self):
        found = names(TEXT.format(more=""))
        self.assertIn("Rosa Delgado", found)
        self.assertEqual(found & {"Ann Lee", "Bo Lind", "Coast Press"}, set())

    def test_an_author_who_is_in_the_story_is_one(self):
        self.assertIn("Ann Lee", names(TEXT.format(more=" Ann Lee was turned away at the gate.")))


if __name__ == "__main__":
    unittest.main()

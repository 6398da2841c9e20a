"""Which actors of two documents are the same."""
import unittest

from briefx.merging.actors import Actors
from briefx.merging.merged import MergedActor, SeenActor


def seen(name: str, type: str = "person", roles: tuple[str, ...] = (), aliases: tuple[str, ...] = (),
         of: str | None = None, country: str | None = None, salience: float = 1.0) -> SeenActor:
    return SeenActor("a1", name, type, of, country, roles, aliases, salience, 2)


def joined(*actors: SeenActor) -> tuple[MergedActor, ...]:
    """The merged actors where each is seen in a document of its own."""
    found = Actors()
    for document, one in enumerate(actors, 1):
        found.add(document, one)
    return found.ranked()[1]


class SameTest(unittest.TestCase):
    """(one, other, are they the same?)"""

    CASES = (
        (seen("Ann Lee"), seen("Ann Lee"), True),
        (seen("Ann Lee"), seen("ANN LEE"), True),
        (seen("Ann Lee"), seen("AnnLee"), False),
        (seen("Lee"), seen("Lee"), False),
        (seen("Ann Lee"), seen("Ann Lee", "organization"), False),
        (seen("Ann Lee", roles=("mayor of Velden",)), seen("Ann Lee", roles=("the Velden mayor",)), True),
        (seen("Ann Lee", roles=("mayor",)), seen("Ann Lee", roles=("striker",)), False),
        (seen("Ann Lee", roles=("mayor",)), seen("Ann Lee"), True),
        (seen("Lee", roles=("mayor",)), seen("Lee", roles=("mayor",)), True),
        (seen("Ann Lee", country="NO"), seen("Ann Lee", country="SE"), False),
        (seen("Ann Lee", country="NO"), seen("Ann Lee"), True),
        (seen("Norvik", "organization"), seen("Norvik", "organization"), True),
        (seen("The Times", "organization"), seen("Times", "organization"), True),
        (seen("United Nations", "organization", aliases=("UN",)), seen("UN", "organization"), True),
        (seen("Russia", "gpe", aliases=("Moscow",)), seen("Moscow", "gpe"), True),
        (seen("Ann Lee", aliases=("Lee",)), seen("Lee"), False),
        (seen("forces", "group", of="Israel"), seen("forces", "group", of="Israel"), True),
        (seen("forces", "group", of="Israel"), seen("forces", "group", of="Lebanon"), False),
        (seen("forces", "group", of="Israel"), seen("forces", "group"), False),
        (seen("police", "group"), seen("police", "group"), True),
        (seen("aides", "group", country="NO"), seen("aides", "group", country="SE"), False),
    )

    def test_pairs(self) -> None:
        for one, other, same in self.CASES:
            for pair in ((one, other), (other, one)):
                with self.subTest(pair=pair):
                    self.assertEqual(len(joined(*pair)), 1 if same else 2)

    def test_two_of_one_document_stay_two(self) -> None:
        found = Actors()
        self.assertEqual([found.add(1, seen("Ann Lee")), found.add(1, seen("Ann Lee")), found.add(2, seen("Ann Lee"))],
                         [0, 1, 0])


class JoinedTest(unittest.TestCase):
    def test_the_longer_name_is_taken_and_the_other_an_alias(self) -> None:
        one, = joined(seen("UN", "organization"), seen("United Nations", "organization", aliases=("UN",)))
        self.assertEqual((one.name, one.aliases), ("United Nations", ("UN",)))
        one, = joined(seen("ANN LEE"), seen("Ann Lee"))
        self.assertEqual((one.name, one.aliases), ("ANN LEE", ()), "the first of one length")

    def test_roles_countries_and_places_are_added_up(self) -> None:
        one, = joined(seen("Ann Lee", roles=("mayor",)), seen("Ann Lee", roles=("acting mayor", "mayor"), country="NO"),
                      seen("Ann Lee", roles=("acting mayor",)))
        self.assertEqual((one.roles, one.country), (("mayor", "acting mayor"), "NO"))
        self.assertEqual([(place.document, place.actor, place.mentions) for place in one.documents],
                         [(1, "a1", 2), (2, "a1", 2), (3, "a1", 2)])
        one, = joined(seen("Ann Lee", country="NO"), seen("Ann Lee"))
        self.assertEqual(one.country, "NO")

    def test_they_rank_by_the_sum_of_their_weights(self) -> None:
        first, second, third = joined(seen("Ann Lee", salience=0.5), seen("Tom Hale", salience=0.7),
                                      seen("Ann Lee", salience=0.6), seen("Kay Dorn", salience=0.7))
        self.assertEqual([(one.id, one.name, one.salience) for one in (first, second, third)],
                         [("A1", "Ann Lee", 1.0), ("A2", "Tom Hale", 0.64), ("A3", "Kay Dorn", 0.64)])

    def test_nobody(self) -> None:
        self.assertEqual(joined(), ())
        nobody, = joined(seen("Ann Lee", salience=0.0))
        self.assertEqual(nobody.salience, 0.0)

    MAYOR, CHAIR, BOTH, COACH = ("mayor",), ("chair",), ("mayor", "chair"), ("coach",)
    # actors, each in a document of its own: name, aliases and documents of each that they are
    SEVERAL = (
        ((seen("Ann Lee", roles=MAYOR), seen("Ann Lee", roles=CHAIR), seen("Ann Lee", roles=BOTH, country="NO")),
         [("Ann Lee", (), "NO", [1, 2, 3])]),
        ((seen("Ann Lee", roles=MAYOR, country="SE"), seen("Ann Lee", roles=CHAIR),
          seen("Ann Lee", roles=BOTH, country="NO")), [("Ann Lee", (), "NO", [2, 3]), ("Ann Lee", (), "SE", [1])]),
        ((seen("Ann Lee", roles=MAYOR), seen("Ann Lee", roles=CHAIR, country="SE"),
          seen("Ann Lee", roles=BOTH, country="NO")), [("Ann Lee", (), "NO", [1, 3]), ("Ann Lee", (), "SE", [2])]),
        ((seen("Ann Lee", roles=MAYOR, salience=0.5), seen("Ann Lee", roles=CHAIR, salience=0.3),
          seen("Ann Lee", roles=BOTH, salience=0.1), seen("Bo Orr", salience=0.8)),
         [("Ann Lee", (), None, [1, 2, 3]), ("Bo Orr", (), None, [4])]),
        # A surname is the full name that has its role, where one alone does.
        ((seen("Lee", roles=MAYOR), seen("Ann Lee", roles=MAYOR, aliases=("Mayor Lee",))),
         [("Ann Lee", ("Lee", "Mayor Lee"), None, [1, 2])]),
        ((seen("Lee", roles=MAYOR), seen("Ann Lee", roles=CHAIR)),
         [("Lee", (), None, [1]), ("Ann Lee", (), None, [2])]),
        ((seen("Lee", roles=MAYOR), seen("Ann Lee", roles=MAYOR), seen("Bo Lee", roles=MAYOR)),
         [("Lee", (), None, [1]), ("Ann Lee", (), None, [2]), ("Bo Lee", (), None, [3])]),
        ((seen("Lee", roles=MAYOR), seen("Ann Lee", roles=MAYOR), seen("Bo Lee", roles=COACH)),
         [("Ann Lee", ("Lee",), None, [1, 2]), ("Bo Lee", (), None, [3])]),
        ((seen("Lee", roles=MAYOR), seen("Lee", roles=CHAIR), seen("Ann Lee", roles=BOTH)),
         [("Ann Lee", ("Lee",), None, [1, 2, 3])]),
        ((seen("Lee", roles=MAYOR, country="NO"), seen("Ann Lee", roles=MAYOR, country="SE")),
         [("Lee", (), "NO", [1]), ("Ann Lee", (), "SE", [2])]),
        # Initials may be left out, not differ; a name in full is no initial.
        ((seen("Ann B. Lee"), seen("Ann Lee"), seen("Ann C. Lee")),
         [("Ann B. Lee", (), None, [1, 2]), ("Ann C. Lee", (), None, [3])]),
        ((seen("Ann B. Lee", roles=MAYOR), seen("Ann C. Lee", roles=MAYOR)),
         [("Ann B. Lee", (), None, [1]), ("Ann C. Lee", (), None, [2])]),
        ((seen("Ann B. Lee", roles=MAYOR), seen("Ann B. Lee", roles=MAYOR)), [("Ann B. Lee", (), None, [1, 2])]),
        ((seen("Ann Bea Lee", roles=MAYOR), seen("Ann Lee", roles=MAYOR)),
         [("Ann Bea Lee", (), None, [1]), ("Ann Lee", (), None, [2])]),
        ((seen("Ann B. Cox Lee", roles=MAYOR), seen("Ann Cox Lee", roles=MAYOR)),
         [("Ann B. Cox Lee", (), None, [1, 2])]),
        ((seen("Norvik B. Group", "organization"), seen("Norvik Group", "organization")),
         [("Norvik B. Group", (), None, [1]), ("Norvik Group", (), None, [2])]),
        ((seen("Ann Lee", aliases=("A. Lee",)), seen("Ann Lee", aliases=("Annie",))),
         [("Ann Lee", ("A. Lee", "Annie"), None, [1, 2])]),
        ((seen("Norvik", "organization", aliases=("NV",)), seen("@norvikgroup", "organization", aliases=("Norvik",))),
         [("Norvik", ("NV",), None, [1, 2])]),
        ((seen("Norvik", "organization", aliases=("NV",)), seen("Norvik Group", "organization", aliases=("Norvik",)),
          seen("NV", "organization")), [("Norvik Group", ("NV", "Norvik"), None, [1, 2, 3])]),
    )

    def test_several(self) -> None:
        for actors, wanted in self.SEVERAL:
            with self.subTest([one.name for one in actors]):
                found = [(one.name, one.aliases, one.country, [place.document for place in one.documents])
                         for one in joined(*actors)]
                self.assertEqual(wanted, found)

    def test_who_says_the_same_is_the_same(self) -> None:
        found = Actors()
        for document, (name, role, said, wanted) in enumerate((
                ("Ann Lee", "mayor", (1,), 0), ("Ann Lee", "chair", (2,), 1), ("Ann Lee", "coach", (2, 3), 1),
                ("Ann Lee", "pilot", (3,), 1), ("Lee", "pilot", (9,), 2)), 1):
            self.assertEqual(wanted, found.add(document, seen(name, roles=(role,)), frozenset(said)))
        self.assertEqual([1, 0, 0], found.ranked()[0])

    def test_two_of_one_document_are_never_joined(self) -> None:
        found = Actors()
        for document, name, wanted in ((1, "Ann Lee", 0), (1, "Lee", 1), (2, "Ann Lee", 0), (2, "Lee", 1)):
            self.assertEqual(wanted, found.add(document, seen(name, roles=self.MAYOR)))
        self.assertEqual([0, 1], found.ranked()[0])


if __name__ == "__main__":
    unittest.main()

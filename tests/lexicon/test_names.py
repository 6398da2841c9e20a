"""The name files are sorted, have a source in their head, and are read as they say."""
import unittest

from briefx.lexicon import data_text, names


class NamesTest(unittest.TestCase):
    def test_people(self) -> None:
        for name, given, surname in (("Ursula", "f", ""), ("Peter", "m", "s"), ("Kowalski", "", "s"),
                                     ("Young", "e", "w"), ("Velden", "", "")):
            with self.subTest(name=name):
                self.assertEqual(names.given_names()[name], given)
                self.assertEqual(names.surnames()[name], surname)

    def test_places(self) -> None:
        for name, expected in (("Norway", ("country", "NO")), ("Bavaria", ("region", "DE")), ("Oslo", ("city", "NO")),
                               ("Baltic Sea", ("area", None)), ("U.S.", ("country", "US")), ("Velden", None)):
            with self.subTest(name=name):
                self.assertEqual(names.gazetteer()[name], expected)

    def test_countries(self) -> None:
        for code, country in names.countries().items():
            with self.subTest(code=code):
                self.assertRegex(code, r"[A-Z]{2}\Z")
                self.assertEqual(code, country.code)
                self.assertTrue(country.names)
        self.assertEqual(names.demonyms()["Norwegian"], "NO")
        self.assertEqual(names.capitals()["Tehran"], "IR")

    def test_bodies(self) -> None:
        self.assertEqual(names.bodies()["UN"].name, "United Nations")
        self.assertEqual(names.bodies()["White House"].country, "US")
        self.assertEqual(names.bodies()["AP"], ("Associated Press", None))
        for none in ("", "Unite", "nited Nations", "US", "UN|United", "\n"):
            with self.subTest(name=none):
                self.assertIsNone(names.bodies()[none])
        for line in data_text("organizations.txt").splitlines():
            for name in line.partition("\t")[0].split("|"):
                with self.subTest(name=name):
                    self.assertIsNotNone(names.bodies()[name])
        self.assertEqual(names.seats_of_bodies(), {"Brussels": "European Union"})

    def test_a_lexicon_keeps_a_bounded_number_of_answers(self) -> None:
        column = names.PersonNames(names.SortedLines("person_names.txt"), 0)
        column.update((str(number), "") for number in range(100_000))
        self.assertEqual(column["Ursula"], "f")
        self.assertNotIn("Ursula", column.keys())

    def test_sections(self) -> None:
        for read, section, word in ((names.roles, "person", "minister"), (names.organization_words, "legal", "Ltd"),
                                    (names.place_words, "after", "River"), (names.not_names, "event", "Cup"),
                                    (names.name_signals, "particle", "van")):
            with self.subTest(section=section):
                self.assertIn(word, read()[section])


if __name__ == "__main__":
    unittest.main()

"""Actors and places of whole texts: names, types, mentions, who is who, salience and acts."""
import unittest

from briefx.extraction.actors.cast import Cast
from briefx.extraction.actors.finder import find_actors
from briefx.extraction.attribution.finder import find_attributions
from briefx.model import Actor
from briefx.text.analysis import Analysis


def cast_of(text: str) -> Cast:
    analysis = Analysis(text)
    return find_actors(analysis, find_attributions(analysis))


def actors_of(text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in cast_of(text).actors}


def mentions_of(actor: Actor) -> list[tuple[str, str]]:
    return [(mention.text, mention.form) for mention in actor.mentions]


class NamesTest(unittest.TestCase):
    """(text, [(name, type)...]) of persons, organizations, states and places, in text order."""

    CASES = (
        ("The talks were led by Bank of Velden Deputy Governor Maria Hale on Monday.",
         [("Bank of Velden", "organization"), ("Maria Hale", "person")]),
        ("He studied at the University of California, Los Angeles and in Oslo.",
         [("University of California, Los Angeles", "organization"), ("Oslo", "place")]),
        ("Shoppers left Marks and Spencer for good.", [("Marks and Spencer", "organization")]),
        ("The firm Hale & Morrow hired Mr. Smith.", [("Hale & Morrow", "organization"), ("Smith", "person")]),
        ("Jean-Claude Van Damme met Frederik de Klerk.",
         [("Jean-Claude Van Damme", "person"), ("Frederik de Klerk", "person")]),
        ("He spoke with Bashar al-Assad and with Sean O'Neill.",
         [("Bashar al-Assad", "person"), ("Sean O'Neill", "person")]),
        ("Secretary of State Warren Hale flew to Norway.", [("Warren Hale", "person"), ("Norway", "gpe")]),
        ("Former US president Ann Lee left.", [("US", "gpe"), ("Ann Lee", "person")]),
        ("The United Nations met in Geneva, Switzerland.",
         [("United Nations", "organization"), ("Geneva", "place"), ("Switzerland", "gpe")]),
        ("Troops crossed the Litani River near the West Bank.",
         [("Litani River", "place"), ("West Bank", "place")]),
        ("The Department of Health and Human Services replied.",
         [("Department of Health and Human Services", "organization")]),
        ("The Women's Institute of Velden met.", [("Women's Institute of Velden", "organization")]),
        ("On Monday in March he won the World Cup and the Nobel Prize.", []),
        ("The company Velden Instruments Ltd. grew in May.", [("Velden Instruments Ltd.", "organization")]),
        ("Northern Norway was cold.", [("Northern Norway", "place")]),
        ("King Rudo III waved.", [("Rudo III", "person")]),
        ("The judge, Ann M. Lee, met M. Dupont.", [("Ann M. Lee", "person"), ("Dupont", "person")]),
        ("Minneapolis-based Norvik Corp. grew.", [("Norvik Corp.", "organization")]),
        ("The St. Louis-based firm grew. A Rudo Hale-style plan failed.", []),
        ("Some members of the Velden Supporters’ Trust later met the small Traders' Association.",
         [("Velden Supporters’ Trust", "organization"), ("Traders' Association", "organization")]),
        ("Senator Ann Lee of Florida, who won, left.", [("Ann Lee", "person"), ("Florida", "place")]),
        ("Kay Dorn of King’s College London spoke.",
         [("Kay Dorn", "person"), ("King’s College London", "organization")]),
        ("He studied at King's College London.", [("King's College London", "organization")]),
        ("Sen. Ann Lee, R-N.Y., met Kay Dorn (I-VT).", [("Ann Lee", "person"), ("Kay Dorn", "person")]),
        ("Hurricane Hugo hit the pier. Then Hugo turned north.", []),
        ("The ship sank on Valentine's Day, the port reopened on St. Patrick's Day.", []),
        ("New Year’s Eve was quiet, and Presidents' Day and Columbus Day came late.", []),
        ("Martin Luther King Day and Lincoln's Birthday were wet, unlike Guy Fawkes Night.", []),
        ("Doris Day sang. St. Patrick's Cathedral was full.",
         [("Doris Day", "person"), ("St. Patrick's Cathedral", "place")]),
        ("Hugo Hale hit the pier. Then Hugo turned north.", [("Hugo Hale", "person")]),
    )

    def test_names(self) -> None:
        for text, expected in self.CASES:
            with self.subTest(text=text):
                cast = cast_of(text)
                found = [(actor.mentions[0].start, actor.name, actor.type) for actor in cast.actors
                         if actor.type != "group"]
                found += [(place.mentions[0].start, place.name, "place") for place in cast.places]
                self.assertEqual([one[1:] for one in sorted(found)], expected)

    def test_a_name_is_without_title_and_article(self) -> None:
        actor = actors_of("Israeli National Security Minister Itamar Ben-Gvir left.")["Itamar Ben-Gvir"]
        self.assertEqual([mention.text for mention in actor.mentions], ["Itamar Ben-Gvir"])
        self.assertEqual([role.text for role in actor.roles], ["Israeli National Security Minister"])
        self.assertEqual(actor.country, "IL")

    def test_a_role_is_given_where_it_is_plain_whose_it_is(self) -> None:
        for text, name, roles in (
            ("Ann Lee’s solicitor, Tom Hale, left.", "Ann Lee", []),
            ("Ann Lee spoke. Tom Hale spoke. The Velden governor left.", "Tom Hale", []),
            ("Ann Lee spoke. They said she would be the best governor.", "Ann Lee", []),
            ("Ann Lee urged the minister to pay.", "Ann Lee", []),
            ("The mayor, Ann Lee, left.", "Ann Lee", ["mayor"]),
            ("A group backing Senator Ann Lee left.", "Ann Lee", ["Senator"]),
            ("Its acting director Ann Lee left.", "Ann Lee", ["acting director"]),
            ("The retired engineer Ann Lee left.", "Ann Lee", ["retired engineer"]),
            ("It was something President Ann Lee had said.", "Ann Lee", ["President"]),
            ("We waited, said the union's regional secretary, Ann Lee.", "Ann Lee", ["union's regional secretary"]),
            ("Norvik's chief executive, Ann Lee, left.", "Ann Lee", ["Norvik's chief executive"]),
            ("Its head of research, Ann Lee, left.", "Ann Lee", ["head of research"]),
            ("He met the mayor, Ann Lee and Tom Hale.", "Ann Lee", []),
            ("He met the mayor, Ann Lee, and Tom Hale.", "Ann Lee", []),
            ("With the mayor, Ann Lee left.", "Ann Lee", []),
        ):
            with self.subTest(text):
                self.assertEqual([role.text for role in actors_of(text)[name].roles], roles)

    def test_headings_name_nobody_new(self) -> None:
        text = ("Storm over the coast\n\nAnn Lee warned the towns of the north on Monday.\n\nDiplomatic Fallout\n\n"
                "The storm came in the night and Lee was right about it.\n\nLee Under Fire\n\nShe resigned on Friday.")
        actors = actors_of(text)
        self.assertEqual(list(actors), ["Ann Lee"])
        self.assertIn("Lee",
         [mention.text for mention in actors["Ann Lee"].mentions if mention.start >= text.index("Lee Under")])

    def test_lines_in_capitals(self) -> None:
        text = "LEE WINS IN NORWAY\n\nAnn Lee won the vote in Norway on Monday by a wide margin."
        actors = actors_of(text)
        self.assertEqual(mentions_of(actors["Ann Lee"])[0], ("LEE", "alias"))
        self.assertEqual(mentions_of(actors["Norway"])[0], ("NORWAY", "name"))


class ReferenceTest(unittest.TestCase):
    """(text, actor, its mentions)"""

    CASES = (
        ("Ann Lee spoke. Mrs. Lee left.", "Ann Lee", ["Ann Lee", "Lee"]),
        ("Hillary Hale met Bill Hale. Mrs. Hale left.", "Hillary Hale", ["Hillary Hale", "Hale"]),
        ("The Office for Tidal Records (OTR) met. The OTR left.", "Office for Tidal Records",
         ["Office for Tidal Records", "OTR", "OTR"]),
        ("Ann Lee, the mayor of Velden, spoke. The mayor resigned.", "Ann Lee", ["Ann Lee", "The mayor"]),
        ("Maria Hale met Peter Lee. She praised him.", "Maria Hale", ["Maria Hale", "She"]),
        ("Maria Hale met Peter Lee. She praised him.", "Peter Lee", ["Peter Lee", "him"]),
        ("Peter Lee said Tom Hale had hurt himself.", "Tom Hale", ["Tom Hale", "himself"]),
        ("Norvik Corp grew. The company praised its workers.", "Norvik Corp",
         ["Norvik Corp", "The company", "its"]),
        ("Some officers said they were found in a car.", "officers", ["officers"]),
        ("Some officers said they had found a car.", "officers", ["officers", "they"]),
        ("Norvik Corp grew. The move angers rivals, but it helps buyers.", "Norvik Corp", ["Norvik Corp"]),
        ("Norvik Corp grew. While this angers rivals, it helps buyers.", "Norvik Corp", ["Norvik Corp"]),
        ("Norvik Corp lost rivals, but it helped buyers.", "Norvik Corp", ["Norvik Corp", "it"]),
        ("Norvik ASA grew. The shipbuilder warned of tariffs.", "Norvik ASA", ["Norvik ASA", "The shipbuilder"]),
        ("Velden Hospitals Trust grew. The trust denied fraud.", "Velden Hospitals Trust",
         ["Velden Hospitals Trust", "The trust"]),
        ("Norvik ASA grew. The trust was lost.", "Norvik ASA", ["Norvik ASA"]),
        ("Tehran maintains that Iran is ready.", "Iran", ["Tehran", "Iran"]),
        ("The crisis forces Washington to choose, the United States said.", "United States",
         ["Washington", "United States"]),
        ("The European Union met. Brussels rejected the offer.", "European Union", ["European Union", "Brussels"]),
        ("President Ann Lee spoke. The next president will decide.", "Ann Lee", ["Ann Lee"]),
        ("It rained. Ann Lee said it was late.", "Ann Lee", ["Ann Lee"]),
        ("Protesters marched in Oslo. They wanted change.", "protesters", ["Protesters", "They"]),
    )

    def test_mentions(self) -> None:
        for text, name, expected in self.CASES:
            with self.subTest(text=text, name=name):
                self.assertEqual([mention.text for mention in actors_of(text)[name].mentions], expected)

    def test_the_speaker_is_not_meant_in_his_own_words(self) -> None:
        actors = actors_of("Peter Lee met Tom Hale on Monday. \"I have told him that he must go,\" Peter Lee said.")
        self.assertEqual([text for text, form in mentions_of(actors["Tom Hale"]) if form == "pronoun"],
         ["him", "he"])

    def test_groups_know_whose_they_are(self) -> None:
        actors = actors_of("Iranian officials said they were ready. Iran waited.")
        group = actors["Iranian officials"]
        self.assertEqual(group.type, "group")
        self.assertEqual(group.of, actors["Iran"].id)
        self.assertEqual(mentions_of(group), [("Iranian officials", "nominal"), ("they", "pronoun")])

    def test_forms_and_aliases(self) -> None:
        actors = actors_of("BRITAIN VOTES\n\nBritain voted on Monday. The UK is calm. Ann Lee won. Lee thanked the "
                           "United Kingdom.")
        self.assertEqual(mentions_of(actors["United Kingdom"]), [
            ("BRITAIN", "alias"), ("Britain", "alias"), ("UK", "alias"), ("United Kingdom", "name")])
        self.assertEqual(actors["United Kingdom"].aliases, ("Britain", "UK"))
        self.assertEqual(mentions_of(actors["Ann Lee"]), [("Ann Lee", "name"), ("Lee", "alias")])
        self.assertEqual(actors["Ann Lee"].aliases, ("Lee",))

    def test_demonyms(self) -> None:
        actors = actors_of("Norway voted on Monday. The Norwegian budget grew.")
        self.assertEqual(mentions_of(actors["Norway"]), [("Norway", "name"), ("Norwegian", "demonym")])


class SourcesTest(unittest.TestCase):
    """(text, names of the actors behind its first attribution)"""

    CASES = (
        ("Ann Lee and Peter Hale said that the vote was lost.", ["Ann Lee", "Peter Hale"]),
        ("A spokesman for the United Nations said that the road was open.", ["United Nations"]),
        ("The mayor, Ann Lee, said that the road was open.", ["Ann Lee"]),
        ("Ann Lee spoke on Monday. She said that the road was open.", ["Ann Lee"]),
        ("Ann Lee, an engineer who said that the road was open, left.", ["Ann Lee"]),
        ("Ann Lee met voters. \"We will win,\" the Florida senator said.", ["Ann Lee"]),
        ("Norwegian officials said that the road was open.", ["Norwegian officials"]),
        ("Israeli National Security Minister Itamar Ben-Gvir said that it was time.", ["Itamar Ben-Gvir"]),
        ("Norvik Corp.'s director, Ann Lee, said that the road was open.", ["Ann Lee"]),
        ("Norvik Corp.'s director said that the road was open. Ann Lee left.", ["Norvik Corp."]),
        ("Officials in Norway, Sweden and Denmark said that the road was open.", ["officials"]),
        ("Officials in Norway and Ann Lee said that the road was open.", ["officials", "Ann Lee"]),
        ("Norway and Sweden said that the road was open.", ["Norway", "Sweden"]),
        ("Ann Lee left. Lee's mother said that the road was open.", []),
        ("Ann Lee left. Her friends said that the road was open.", ["friends"]),
        ("Ann Lee left. Her spokesman said that the road was open.", ["Ann Lee"]),
        # A person speaks by what he says and through who speaks for him alone.
        ("Ann Lee's letter said that the road was open.", ["Ann Lee"]),
        ("Ann Lee left. Her defiance suggests that the road is open.", []),
        ("The popularity of Ann Lee suggests that the road is open.", []),
        ("None of Ann Lee's rivals said that the road was open.", []),
        ("Some Lee supporters said that the road was open. Ann Lee left.", ["Lee supporters"]),
        ("The campaign of Ann Lee said that the road was open.", ["Ann Lee"]),
        ("Secretary of State Ann Lee said that the road was open.", ["Ann Lee"]),
        # A body speaks through its people and papers.
        ("A report by the United Nations said that the road was open.", ["United Nations"]),
        ("The United Nations' silence suggests that the road is open.", []),
        ("The rise of the United Nations suggests that the road is open.", []),
        ("Some of the officials said that the road was open.", ["officials"]),
        ("On the road to Norway, Ann Lee's right-hand woman said that it was open.", []),
        ("It rained on the Velden Trust, a new poll says.", []),
        ("According to a poll that shows voters divided, the road was open.", []),
        ("Preliminary figures said that the road was open.", []),
        ("Party figures said that the road was open.", ["Party figures"]),
    )

    def test_sources(self) -> None:
        for text, expected in self.CASES:
            with self.subTest(text=text):
                analysis = Analysis(text)
                attributions = find_attributions(analysis)
                cast = find_actors(analysis, attributions)
                names = {actor.id: actor.name for actor in cast.actors}
                ref = cast.source_of(attributions[0])
                self.assertEqual([names[one] for one in ref.actors], expected)
                self.assertEqual(text[ref.start:ref.end], ref.text)

    def test_ids_within(self) -> None:
        text = "Ann Lee met Peter Hale. Lee left for Norway."
        cast = cast_of(text)
        names = {actor.id: actor.name for actor in cast.actors}
        self.assertEqual([names[one] for one in cast.ids_within(0, len(text))],
         ["Ann Lee", "Peter Hale", "Norway"])
        self.assertEqual([names[one] for one in cast.ids_within(4, 22)], ["Peter Hale"])
        self.assertEqual(cast.ids_within(0, 0), ())


class SalienceTest(unittest.TestCase):
    TEXT = ("Lee closes the port\n\nMayor Ann Lee closed the port of Velden on Monday. She moved the ships out. "
            "Lee said that the pier was not safe.\n\nPeter Hale watched. The port was built by Norvik Corp.")

    def test_order_and_weight(self) -> None:
        actors = cast_of(self.TEXT).actors
        self.assertEqual(actors[0].name, "Ann Lee")
        self.assertEqual(actors[0].salience, 1.0)
        self.assertEqual([actor.salience for actor in actors], sorted((one.salience for one in actors), reverse=True))
        self.assertEqual([actor.id for actor in actors],
         [f"a{number}" for number in range(1, len(actors) + 1)])

    def test_acts_are_deeds_and_not_words(self) -> None:
        acts = [act.text for act in actors_of(self.TEXT)["Ann Lee"].acts]
        self.assertEqual(acts,
         ["Mayor Ann Lee closed the port of Velden on Monday.", "She moved the ships out."])
        self.assertEqual(actors_of(self.TEXT)["Norvik Corp."].acts, ())


class TextsOfAnyKindTest(unittest.TestCase):
    def test_nothing_to_find(self) -> None:
        for text in ("", " ", "\n\n", "it", "?!", "the the the", "A", "\"", "¶", "of of of", "'s 's"):
            with self.subTest(text=text):
                self.assertEqual(cast_of(text).actors, [])

    def test_spans_are_verbatim_and_ids_resolve(self) -> None:
        for text in ("Lee " * 50, "Mr. " * 50, "of the " * 50 + "Bank", "and Lee " * 50, "\"He said\" " * 30,
                     "President " * 40, "LEE\n\n" * 20, "St. " * 40, "I II III IV", "al-al-al-Al- 'Al", "Lee's' ’s 's"):
            with self.subTest(text=text[:30]):
                cast = cast_of(text)
                ids = {actor.id for actor in cast.actors}
                for item in (*cast.actors, *cast.places):
                    for mention in item.mentions:
                        self.assertEqual(text[mention.start:mention.end], mention.text)
                for actor in cast.actors:
                    self.assertTrue(actor.of is None or actor.of in ids)
                    self.assertTrue(actor.mentions)


if __name__ == "__main__":
    unittest.main()

"""Briefs of several documents as one."""
import unittest
from pathlib import Path

import briefx
from briefx.extraction.wording import content_words, words
from briefx.merging.digest import digest
from briefx.merging.likeness import holds, likeness, quote_keys
from briefx.merging.merger import Merger

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def merged(*texts, published="2026-06-03"):
    """The merged brief of some texts."""
    merger = Merger()
    for number, text in enumerate(texts, 1):
        merger.add(digest(briefx.extract(text, published=published, id=f"article-{number}")))
    return merger.result()


def of_name(result, name):
    """The merged actors of a name."""
    return [actor for actor in result.actors if actor.name == name]


class Actors(unittest.TestCase):
    def test_the_same_person_is_one(self):
        result = merged("Mayor Rosa Delgado opened the bridge on Monday. Delgado smiled.",
                        "Rosa Delgado, the mayor of Vigo, was at the bridge. She said it was late.")
        delgado, = of_name(result, "Rosa Delgado")
        self.assertEqual([one.document for one in delgado.documents], [1, 2])
        self.assertEqual(delgado.type, "person")

    def test_one_name_with_two_roles_is_two_people(self):
        result = merged("Judge Alan Reed closed the case on Monday. Reed left.",
                        "Alan Reed, a striker for Leeds United, scored twice. Reed was happy.")
        self.assertEqual(len(of_name(result, "Alan Reed")), 2)

    def test_two_people_of_one_surname_stay_two(self):
        result = merged("Mayor Rosa Delgado opened the bridge. Delgado smiled.",
                        "Minister Pedro Delgado opened the bridge. Delgado smiled.")
        self.assertEqual([len(of_name(result, name)) for name in ("Rosa Delgado", "Pedro Delgado")], [1, 1])

    def test_roles_without_a_common_word_are_joined_by_a_shared_quote(self):
        quote = "\"We had ten minutes to clear the whole street of people,\""
        result = merged(f"{quote} said Station Manager Owen Rhys.",
                        f"{quote} Owen Rhys, the fire officer in charge, told reporters.")
        rhys, = of_name(result, "Owen Rhys")
        self.assertEqual(len(rhys.documents), 2)

    def test_a_middle_initial_may_be_left_out(self):
        result = merged("Mayor Rosa B. Delgado opened the bridge.", "Mayor Rosa Delgado opened the bridge.",
                        "Mayor Rosa C. Delgado opened the bridge.")
        self.assertEqual([[one.document for one in actor.documents] for actor in result.actors
                          if actor.type == "person"], [[1, 2], [3]])

    def test_a_third_document_joins_two_roles(self):
        first = "Rosa Delgado, the mayor of Vigo, was at the bridge."
        second = "Rosa Delgado, an engineer, was at the bridge."
        self.assertEqual(len(of_name(merged(first, second), "Rosa Delgado")), 2)
        third = "Mayor Rosa Delgado, an engineer, was there."
        delgado, = of_name(merged(first, second, third), "Rosa Delgado")
        self.assertEqual([one.document for one in delgado.documents], [1, 2, 3])

    def test_a_last_name_with_a_role_is_the_one_person_who_has_it(self):
        alone, full = "Mayor Delgado opened the bridge.", "Mayor Rosa Delgado opened the bridge."
        result = merged(alone, full)
        self.assertEqual([[one.document for one in actor.documents] for actor in result.actors
                          if actor.type == "person"], [[1, 2]])
        self.assertEqual(of_name(result, "Rosa Delgado")[0].aliases, ("Delgado",))
        result = merged(alone, full, "Mayor Pedro Delgado opened the bridge.")
        self.assertEqual(len([actor for actor in result.actors if actor.type == "person"]), 3)

    def test_ids_rank_by_weight(self):
        result = merged("France and Spain met. France left. France signed.", "France came back. Spain did not.")
        self.assertEqual([actor.id for actor in result.actors[:2]], ["A1", "A2"])
        self.assertEqual(result.actors[0].name, "France")
        self.assertEqual(result.actors[0].salience, 1.0)


    def test_a_shared_quote_of_few_words_joins_nobody(self):
        for words_said, people in (("We are all out now", 2), ("We are all out by now", 1)):
            with self.subTest(words_said):
                result = merged(f"\"{words_said},\" said Station Manager Owen Rhys.",
                                f"\"{words_said},\" said Fire Officer Owen Rhys.")
                self.assertEqual(len(of_name(result, "Owen Rhys")), people)


class Items(unittest.TestCase):
    def test_the_first_of_two_quotes_of_one_length_is_kept(self):
        result = merged("\"The bridge is open,\" Rosa Delgado said.", "\"The BRIDGE is open,\" Rosa Delgado said.")
        self.assertEqual([quote.text for quote in result.quotes], ["The bridge is open"])

    def test_eight_documents_lend_their_ledes(self):
        result = merged(*(f"The town of {name} opened a {thing} of {stuff} in the north."
                          for name, thing, stuff in zip(
                              ("Arlen", "Borne", "Corwick", "Dorne", "Elsing", "Farlow", "Gorse", "Harle", "Irving"),
                              ("bridge", "school", "mill", "harbour", "tunnel", "museum", "bakery", "theatre", "inn"),
                              ("steel", "brick", "wood", "stone", "glass", "concrete", "clay", "straw", "paper"))))
        self.assertEqual([lede.at.document for lede in result.ledes], [1, 2, 3, 4, 5, 6, 7, 8])

    def test_a_shared_quote_stands_once_with_its_places(self):
        result = merged("\"The bridge will open in March, come what may,\" Mayor Rosa Delgado said.",
                        "Mayor Rosa Delgado promised: \"The bridge will open in March, come what may, "
                        "and it will stand.\"")
        shared = [quote for quote in result.quotes if len(quote.places) == 2]
        self.assertEqual(len(shared), 1)
        self.assertIn("and it will stand", shared[0].text, "the fuller form is kept")
        self.assertEqual([at.document for at in shared[0].places], [1, 2])

    def test_the_same_words_of_two_speakers_are_two_quotes(self):
        result = merged("\"We will never give up this harbour,\" Mayor Rosa Delgado said.",
                        "\"We will never give up this harbour,\" Captain Bo Lind said.")
        self.assertTrue(all(len(quote.places) == 1 for quote in result.quotes))

    def test_a_claim_of_one_source_is_marked(self):
        result = merged("Mayor Rosa Delgado said the old bridge is unsafe. She said the tram is safe.",
                        "Mayor Rosa Delgado said that the old bridge is unsafe.")
        single = {claim.text: claim.single_source for claim in result.claims}
        self.assertEqual(single, {"the old bridge is unsafe": False, "the tram is safe": True})

    def test_opposite_stances_are_not_folded(self):
        result = merged("Mayor Rosa Delgado said the old bridge is unsafe.",
                        "Mayor Rosa Delgado denied that the old bridge is unsafe.")
        self.assertEqual(len(result.claims), 2)

    def test_two_dates_for_one_event_are_a_conflict(self):
        result = merged("The old harbour wall collapsed in Vigo on Monday.",
                        "The old harbour wall of Vigo collapsed on Tuesday.")
        conflict, = result.conflicts
        self.assertEqual([side.value for side in conflict.dates], ["2026-06-01", "2026-06-02"])
        self.assertEqual([side.at.document for side in conflict.dates], [1, 2])

    def test_the_people_of_a_field_are_no_event(self):
        for first, second in (
            ("Mayor Rosa Delgado of Vigo met Captain Bo Lind on Monday.",
             "Captain Bo Lind of Vigo thanked Mayor Rosa Delgado on Tuesday."),
            ("The old harbour wall collapsed in Vigo on Monday.",
             "The old harbour wall of Vigo collapsed on May 4."),
        ):
            with self.subTest(second):
                self.assertEqual(merged(first, second).conflicts, ())

    def test_words_that_all_use_tell_of_no_event(self):
        days = [f"The old harbour wall of Vigo leaked on May {day}, 2026." for day in range(1, 12)]
        texts = ("The old harbour wall collapsed in Vigo on Monday.",
                 "The old harbour wall of Vigo collapsed on Tuesday.")
        self.assertEqual(len(merged(*texts).conflicts), 1)
        self.assertEqual(merged(*texts, *days).conflicts, ())

    def test_one_date_is_no_conflict(self):
        result = merged("The old harbour wall collapsed in Vigo on Monday.",
                        "The old harbour wall of Vigo collapsed on June 1.")
        self.assertEqual(result.conflicts, ())

    def test_sides_of_one_document_and_of_several(self):
        result = merged("Mayor Rosa Delgado accused the Harbour Agency of hiding the report. The Harbour Agency denied "
                        "that anything was hidden.",
                        "Captain Bo Lind said the old harbour wall is safe.",
                        "Mayor Rosa Delgado denied that the old harbour wall is safe.")
        pairs = [[result.claims[number].claimant for number in pair] for pair in result.sides]
        self.assertEqual(pairs, [["Rosa Delgado", "Harbour Agency"], ["Bo Lind", "Rosa Delgado"]])

    def test_ledes_that_say_the_same_are_told_once(self):
        result = merged("The old harbour wall of Vigo collapsed in a storm on Monday, and two ships sank.",
                        "The old harbour wall of Vigo collapsed on Monday in a storm.",
                        "Mayor Rosa Delgado will not run again for the office that she has held for years.")
        self.assertEqual([lede.at.document for lede in result.ledes], [1, 3])

    def test_the_timeline_is_in_order_over_documents(self):
        result = merged("The wall fell on Tuesday. It was built in 1990.", "The mayor came on Monday.")
        days = [event.first_day for event in result.timeline]
        self.assertEqual(days, sorted(days))
        self.assertEqual(len(days), 3)

    def test_nothing_merges_to_nothing(self):
        self.assertEqual(set(Merger().result()), {()})


class Floods(unittest.TestCase):
    """Two of the project's articles report one flood."""

    @classmethod
    def setUpClass(cls):
        merger = Merger()
        for name, published in (("flood-aldermouth", "2026-02-16"), ("flood-inquiry", "2026-02-17")):
            text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
            merger.add(digest(briefx.extract(text, published=published, id=name)))
        cls.result = merger.result()

    def test_people(self):
        for name in ("Gwen Pritchard", "Owen Pritchard", "Alan Marsh", "Claire Anstey"):
            with self.subTest(name=name):
                actor, = of_name(self.result, name)
                self.assertEqual([one.document for one in actor.documents], [1, 2])
        self.assertEqual([one.document for one in of_name(self.result, "Ellen Marsh")[0].documents], [2])

    def test_the_shared_quote(self):
        quote = next(quote for quote in self.result.quotes if "twenty minutes" in quote.text)
        self.assertEqual([at.document for at in quote.places], [1, 2])

    def test_the_day_of_the_breach(self):
        self.assertTrue(any({side.value[:10] for side in conflict.dates} == {"2026-02-14", "2026-02-15"}
                            for conflict in self.result.conflicts))


class Likeness(unittest.TestCase):
    def test_words(self):
        self.assertEqual(words("It’s “Bo's” dog—he SAID"), ["it's", "bo's", "dog", "he", "said"])

    def test_content_words(self):
        self.assertEqual(content_words("The walls were rising in Bo's town"), {"wall", "ris", "bo", "town"})

    def test_likeness(self):
        self.assertEqual(likeness(frozenset("ab"), frozenset("bc")), 1 / 3)
        self.assertEqual(likeness(frozenset(), frozenset()), 0.0)

    def test_holds(self):
        self.assertTrue(holds(["a", "b", "c"], ["b", "c"]))
        self.assertFalse(holds(["ab", "c"], ["b", "c"]))

    def test_a_quote_and_a_part_of_it_share_a_key(self):
        whole = words("we will open the bridge in march come what may and the tram will follow in the summer of it")
        self.assertTrue(set(quote_keys(whole)) & set(quote_keys(whole[:14])))
        self.assertEqual(quote_keys(["yes"]), quote_keys(["yes"]))
        self.assertNotEqual(quote_keys(["yes"]), quote_keys(["no"]))


if __name__ == "__main__":
    unittest.main()

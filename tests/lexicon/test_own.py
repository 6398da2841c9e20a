"""The user's own lexicon: what is wrong in a file, and what a right one changes."""
from __future__ import annotations

import os
import pickle
import re
import unittest

import briefx
from briefx.lexicon.own import Lexicon, LexiconError, OwnActor, lexicon_from_toml
from briefx.model import Actor
from tests.command import briefx as command
from tests.command import folder, json_lines
from tests.readme import README

TOML = re.search(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)[1]  # type: ignore[index]
TEXT = """The Quiet Nine met in Downtown Velden. QN kvetched that the pier was unsafe. The Nine left.

"It is a disgrace," kvetched Harbourmaster Rudo Velden. Downtown grew. The island's oldest choir kvetches about rain.
"""


def actors(text: str, lexicon: Lexicon | None) -> dict[str, Actor]:
    return {actor.name: actor for actor in briefx.extract(text, lexicon=lexicon).actors or ()}


class FaultsTest(unittest.TestCase):
    CASES = (
        ("a = [", "1: no TOML:"),
        ("titles = 1", "1: titles is a list of texts"),
        ('titles = ["", "x"]', "1: titles is a list of texts"),
        ('\n\nname = "A"', "3: name is none of actor, titles, cue, never_names"),
        ("[actor]\nname = 1", "1: actor is written [[actor]]"),
        ('[[actor]]\nname = "A"', "1: actor 1: type is missing"),
        ('[[actor]]\ntype = "gpe"', "1: actor 1: name is missing"),
        ('[[actor]]\nname = "A"\ntype = "persn"', "3: actor 1: type 'persn' is none of person, organization"),
        ('[[actor]]\nname = ""\ntype = "gpe"', "2: actor 1: name is a text that is not empty"),
        ('[[actor]]\nname = "A"\ntype = "gpe"\nage = 3', "4: actor 1: age is none of name, type"),
        ('[[actor]]\nname = "A"\ntype = "gpe"\ncountry = "nz"', "4: actor 1: country 'nz' is no ISO"),
        ('[[actor]]\nname = "A"\ntype = "gpe"\n[[actor]]\nname = "A"\ntype = "gpe"',
         "5: actor 2: name 'A' is there twice"),
        ('[[actor]]\nname = "A"\ntype = "gpe"\n[[actor]]\nname = "B"\ntype = "gpe"\naliases = ["A"]',
         "7: actor 2: aliases 'A' is A already"),
        ('[[actor]]\nname = "A"\ntype = "gpe"\naliases = ["B"]\n[[actor]]\nname = "B"\ntype = "gpe"',
         "6: actor 2: name 'B' is A already"),
        ('[[cue]]\nlemma = "x"\nframes = ["that"]\n[[actor]]\nname = "A"\ntype = "persn"',
         "6: actor 1: type 'persn' is none of"),
        ('[[cue]]\nlemma = "x"', "1: cue 1: frames is missing"),
        ('[[cue]]\nlemma = "x"\nframes = ["a b"]', "3: cue 1: frames 'a b' is no frame"),
        ('[[cue]]\nlemma = "x"\nframes = ["that"]\nkind = "loud"', "4: cue 1: kind 'loud' is none of speech, attitude"),
    )

    def test_each_is_named_with_line_and_key(self) -> None:
        for text, words in self.CASES:
            with self.subTest(text), self.assertRaises(LexiconError) as caught:
                lexicon_from_toml(text)
            self.assertEqual(1, len(caught.exception.faults), caught.exception.faults)
            self.assertTrue(caught.exception.faults[0].startswith(words), caught.exception.faults)

    def test_lines_of_fields_in_each_table(self) -> None:
        actor = '[[actor]]\nname = "A"\ntype = "gpe"\n'
        for text, words in (
            (actor + "aliases = 1", "4: actor 1: aliases is a list of texts, none of them empty"),
            (actor + 'roles = [""]', "4: actor 1: roles is a list of texts, none of them empty"),
            (actor + 'aliases = ["B"]\nroles = [1]', "5: actor 1: roles is a list of texts, none of them empty"),
            (actor + "country = 1", "4: actor 1: country is a text that is not empty, not 1"),
            (actor + 'country = "QQ"', "4: actor 1: country 'QQ' is no ISO 3166-1 code of two capital letters"),
            (actor + actor.replace("A", "B") + "aliases = 1",
             "7: actor 2: aliases is a list of texts, none of them empty"),
            (actor + '[[cue]]\nlemma = "x"\nframes = 1', "6: cue 1: frames is a list of texts, none of them empty"),
            (actor + '[[cue]]\nframes = ["that"]', "4: cue 1: lemma is missing"),
            (actor + '[[cue]]\nlemma = "x"\nframes = ["that"]\nkid = 1',
             "7: cue 1: kid is none of lemma, frames, kind"),
            ("cue = 1", "1: cue is written [[cue]], once for each"),
            ("cue = [1]", "1: cue is written [[cue]], once for each"),
            ("never_names = [1]", "1: never_names is a list of texts, none of them empty"),
            ('titles = ["x"]\nnever_names = ""', "2: never_names is a list of texts, none of them empty"),
            ('"titles" = 1', "1: titles is a list of texts, none of them empty"),
            (actor + "[other]\nx = 1", "4: other is none of actor, titles, cue, never_names"),
        ):
            with self.subTest(text), self.assertRaises(LexiconError) as caught:
                lexicon_from_toml(text)
            self.assertEqual([words], caught.exception.faults)
            self.assertEqual(words, str(caught.exception))

    def test_faults_come_by_line(self) -> None:
        with self.assertRaises(LexiconError) as caught:
            lexicon_from_toml('titles = 1\nnames = 2\n[[actor]]\nname = "A"\n[[cue]]\nlemma = ""\nframes = ["that"]\n')
        faults = caught.exception.faults
        self.assertEqual(["1: titles", "2: names", "3: actor 1", "6: cue 1"], [words.rsplit(" is ")[0].rsplit(
            ": ", 1)[0] if words[0] in "36" else words.split(" is ")[0] for words in faults])
        self.assertEqual("\n".join(faults), str(caught.exception))

    def test_what_a_right_file_holds(self) -> None:
        own = lexicon_from_toml('titles = ["Chief  Piper"]\nnever_names = ["Big"]\n[[actor]]\nname = " A  B "\n'
                                'type = "gpe"\naliases = ["C", "D"]\nroles = ["e f"]\ncountry = "NZ"\n'
                                '[[cue]]\nlemma = "Kvetch"\nframes = ["that", "pass_that"]\n'
                                '[[cue]]\nlemma = "sulk"\nkind = "attitude"\nframes = []\n')
        actor = OwnActor("A B", "gpe", ("C", "D"), ("e f",), "NZ")
        self.assertEqual(((actor,), ("Chief Piper",), frozenset(["Big"]), {"A B": actor}),
                         (own.actors, own.titles, own.never_names, own.by_name))
        self.assertEqual({"kvetch": (True, ["that", "pass_that"]), "sulk": (False, [])},
                         {lemma: (cue.speech, list(cue.rates)) for lemma, cue in own.cues.items()})
        self.assertEqual(own.cues["kvetch"], own.verb_cue("kvetch"))
        self.assertIsNone(own.verb_cue("zorb"))
        self.assertEqual(Lexicon().verb_cue("say"), own.verb_cue("say"))
        both = lexicon_from_toml('[[cue]]\nlemma = "say"\nframes = ["zorb"]\n').verb_cue("say")
        self.assertEqual({*own.verb_cue("say").rates, "zorb"}, set(both.rates))

    def test_the_command_names_all_of_them(self) -> None:
        with folder(own__toml="titles = 1\nnames = 2\n") as place:
            run = command("extract", "-", "--lexicon", place / "own.toml", stdin=TEXT)
            self.assertEqual((2, ""), (run.status, run.out))
            first, second = run.err.splitlines()
            self.assertRegex(first, r"\Abriefx: .*own\.toml:1: titles is ")
            self.assertRegex(second, r"\Abriefx: .*own\.toml:2: names is none of ")
            for file in ("none.toml", "."):
                self.assertIn("can't be read", command("extract", "-", "--lexicon", place / file, stdin=TEXT).err)

    @unittest.skipUnless(hasattr(os, "mkfifo"), "needs named pipes")
    def test_what_is_no_file_is_not_waited_for(self) -> None:
        with folder() as place:
            os.mkfifo(place / "pipe.toml")
            for file in (place / "pipe.toml", "/dev/zero"):
                run = command("extract", "-", "--lexicon", file, stdin=TEXT)
                self.assertEqual((2, ""), (run.status, run.out))
                self.assertIn("is a device or a pipe: give a file", run.err)


class ExampleTest(unittest.TestCase):
    """The file that the README shows."""

    def setUp(self) -> None:
        self.lexicon = lexicon_from_toml(TOML)
        self.brief = briefx.extract(TEXT, lexicon=self.lexicon)
        self.actors = {actor.name: actor for actor in self.brief.actors or ()}

    def test_actors_are_found_with_their_aliases(self) -> None:
        nine = self.actors["Quiet Nine"]
        self.assertEqual(("group", "NZ", "actor.lexicon"), (nine.type, nine.country, nine.rule))
        self.assertEqual({("Quiet Nine", "name"), ("QN", "alias"), ("The Nine", "alias"),
                          ("The island's oldest choir", "nominal")},
                         {(mention.text, mention.form) for mention in nine.mentions})
        self.assertNotIn("QN", self.actors)

    def test_titles_mark_the_name_behind_them(self) -> None:
        velden = self.actors["Rudo Velden"]
        self.assertEqual(("person", ["Harbourmaster"]), (velden.type, [role.text for role in velden.roles]))

    def test_verbs_attribute(self) -> None:
        found = {(claim.claimant.name, claim.text, claim.rule) for claim in self.brief.claims or () if claim.claimant}
        self.assertLessEqual({("Quiet Nine", "the pier was unsafe", "attribution.verb_that"),
                              ("Rudo Velden", "It is a disgrace", "attribution.quote_before_verb"),
                              ("Quiet Nine", "rain", "attribution.verb_preposition")}, found)

    def test_what_is_never_a_name_is_none(self) -> None:
        for actor in self.actors.values():
            for mention in actor.mentions:
                self.assertNotIn("Downtown", mention.text)

    def test_nothing_of_it_is_known_without_it_before_or_after(self) -> None:
        plain = briefx.extract(TEXT)
        self.assertNotEqual(plain, self.brief)
        self.assertNotIn("Quiet Nine", {actor.name for actor in plain.actors or ()})
        self.assertFalse(any(claim.cue and claim.cue.lemma == "kvetch" for claim in plain.claims or ()))
        self.assertEqual(self.brief, briefx.extract(TEXT, lexicon=lexicon_from_toml(TOML)))
        self.assertEqual(plain, briefx.extract(TEXT, lexicon=Lexicon()), "an empty one changes nothing")

    def test_workers_have_it(self) -> None:
        self.assertEqual(self.brief, briefx.extract(TEXT, lexicon=pickle.loads(pickle.dumps(self.lexicon))))
        given = json_lines(*({"id": str(number), "text": TEXT} for number in range(3)))
        with folder(own__toml=TOML) as place:
            words = ("extract", "-", "--input-format", "jsonl", "-f", "jsonl", "--lexicon", place / "own.toml", "-j")
            one, two = (command(*words, jobs, stdin=given) for jobs in (1, 2))
            self.assertEqual((0, one.out), (two.status, two.out))
            self.assertEqual("actor.lexicon", two.lines[2]["actors"][0]["rule"])


class ActorsTest(unittest.TestCase):
    def test_each_type_is_what_the_file_says(self) -> None:
        for type in ("person", "organization", "gpe", "group"):
            for name in ("Velden", "Marlow Tern", "Norway", "quiet nine"):
                with self.subTest(type=type, name=name):
                    own = Lexicon((OwnActor(name, type),))
                    self.assertEqual(type, actors(f"We saw {name} on Monday.", own)[name].type)

    def test_a_last_name_alone_is_that_person(self) -> None:
        own = Lexicon((OwnActor("Zoll Quarrick", "person", roles=("tide warden",)),))
        found = actors("Zoll Quarrick left. Quarrick was tired. The tide warden said so.", own)
        self.assertEqual(["Zoll Quarrick"], list(found))
        self.assertEqual(["Zoll Quarrick", "Quarrick", "The tide warden"],
                         [mention.text for mention in found["Zoll Quarrick"].mentions])

    def test_a_noun_can_be_an_alias(self) -> None:
        own = Lexicon((OwnActor("Zoll Quarrick", "person", ("the Company",)),))
        found = actors("Norvik Corp grew. Zoll Quarrick left the Company. The Company said so.", own)
        self.assertEqual(["Zoll Quarrick", "the Company", "The Company"],
                         [mention.text for mention in found["Zoll Quarrick"].mentions])
        self.assertEqual(["Norvik Corp"], [mention.text for mention in found["Norvik Corp"].mentions])

    def test_its_names_win_over_what_overlaps(self) -> None:
        own = Lexicon((OwnActor("Bank of the River", "organization"),))
        self.assertEqual(["Bank of the River"], list(actors("We saw the Bank of the River Tamsin left.", own))[:1])

import re
import unittest
from typing import NamedTuple

import briefx
from briefx.model import Brief
from briefx.rendering.brat import brat_configuration, to_brat
from tests.rendering.harbour import TEXT, harbour_brief


class Read(NamedTuple):
    """Standoff annotation as it is read back."""

    stretches: dict[str, tuple[str, tuple[tuple[int, int], ...]]]
    relations: list[tuple[str, str, str]]
    attributes: dict[str, dict[str, str]]
    notes: dict[str, str]
    same: list[list[str]]


def read(annotations: str, text: str) -> Read:
    """Returns what an ``.ann`` file says, after the checks that brat makes of it."""
    result = Read({}, [], {}, {}, [])
    seen = set()
    for line in annotations.split("\n")[:-1]:
        name, _, rest = line.partition("\t")
        if name != "*":
            assert name not in seen, line
            seen.add(name)
        if name[0] == "T":
            about, _, words = rest.partition("\t")
            kind, _, places = about.partition(" ")
            fragments = tuple(tuple(map(int, place.split(" "))) for place in places.split(";"))
            assert fragments == tuple(sorted(fragments)), line
            assert " ".join(text[start:end] for start, end in fragments) == words, line
            result.stretches[name] = kind, fragments  # type: ignore[assignment]
        elif name[0] == "R":
            kind, first, second = re.fullmatch(r"(\w+) Arg1:(T\d+) Arg2:(T\d+)", rest).groups()  # type: ignore[union-attr]
            result.relations.append((kind, first, second))
        elif name[0] == "A":
            kind, stretch, value = rest.split(" ")
            assert kind not in result.attributes.setdefault(stretch, {}), line
            result.attributes[stretch][kind] = value
        elif name[0] == "#":
            about, _, note = rest.partition("\t")
            result.notes[about.removeprefix("AnnotatorNotes ")] = note
        else:
            assert name == "*", line
            result.same.append(rest.removeprefix("Equiv ").split(" "))
    for letter in "TRA#":
        numbers = [int(name[1:]) for name in seen if name[0] == letter]
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), letter
    return result


class RoundTripTest(unittest.TestCase):
    def check(self, brief: Brief) -> None:
        text = brief.document.text
        back = read(to_brat(brief), text)
        by_id = {note.split(" ")[0]: name for name, note in back.notes.items()}

        def bare(words: str) -> str:
            return "".join(character for character in words if character.isprintable() and character != " ")

        def places(name: str) -> str:
            return "".join(bare(text[start:end]) for start, end in back.stretches[name][1])

        def related(kind: str, name: str) -> list[str]:
            return [second for relation, first, second in back.relations if (relation, first) == (kind, name)]

        for actor in brief.actors or ():
            if actor.mentions:
                group = next((same for same in back.same if by_id[actor.id] in same), [by_id[actor.id]])
                self.assertEqual(
                    [(back.stretches[name][1][0][0], back.attributes[name]["MentionForm"]) for name in group],
                    [(mention.start, mention.form) for mention in actor.mentions],
                )
        for quote in brief.quotes or ():
            name = by_id[quote.id]
            self.assertEqual(back.stretches[name][0], "Quote")
            self.assertEqual(places(name), "".join(bare(part.text) for part in quote.parts))
            self.assertEqual(back.attributes[name]["QuoteForm"], quote.form)
            self.assertIn(f"rule={quote.rule}", back.notes[name])
        for claim in brief.claims or ():
            name = by_id[claim.id]
            self.assertEqual(places(name), "".join(bare(part.text) for part in claim.parts))
            self.assertEqual(
                back.attributes[name],
                {"Voice": claim.voice, "Kind": claim.kind, "Polarity": claim.polarity, "Certainty": claim.certainty},
            )
            sources = related("Claimant", name)
            if claim.claimant is not None and claim.claimant.text is not None:
                self.assertEqual("".join(map(places, sources)), bare(claim.claimant.text))
                named = [back.notes[first].split(" ")[0] for source in sources for first in related("Names", source)]
                self.assertLessEqual(set(claim.claimant.actors), {*named})
            else:
                self.assertEqual(sources, [])
            self.assertEqual(
                [places(cue) for cue in related("CuedBy", name)],
                [bare(claim.cue.text)] if claim.cue else [],
            )
            self.assertEqual(
                [places(hedge) for hedge in related("HedgedBy", name)],
                [bare(hedge.text) for hedge in claim.hedges],
            )
        for date in brief.dates or ():
            name = by_id[date.id]
            self.assertEqual(back.stretches[name][1][0][0], date.start)
            self.assertIn(f"value={date.value} ", back.notes[name])

    def test_it_reads_back_as_it_was(self) -> None:
        self.check(harbour_brief())
        text = (
            "Mayor Ann Lee said on Monday\r\nthat 🙂 “we will not\r\ngo”. She may sell if it rains, she said. "
            "Officials denied it."
        )
        self.check(briefx.extract(text, published="2026-06-01"))

    def test_nothing_found_is_nothing_said(self) -> None:
        self.assertEqual(to_brat(briefx.extract("")), "")
        self.assertEqual(to_brat(harbour_brief()._replace(
            summary=None, actors=None, places=None, quotes=None, claims=None, dates=None, timeline=None)), "")

    def test_stretches_hold_no_line_break_and_no_margin(self) -> None:
        for kind, fragments in read(to_brat(harbour_brief()), TEXT).stretches.values():
            for start, end in fragments:
                with self.subTest(kind=kind, start=start):
                    self.assertEqual(TEXT[start:end], TEXT[start:end].strip())
                    self.assertNotIn("\n", TEXT[start:end])

    def test_control_characters_do_not_come_through(self) -> None:
        brief = harbour_brief()
        text = TEXT.replace("Ann Lee", "Ann\x1bLee").replace("Grey River", "Grey\u202eRiver")
        annotations = to_brat(brief._replace(document=brief.document._replace(text=text)))
        self.assertIn("T1\tPerson 34 37;38 41\tAnn Lee\n", annotations)
        self.assertNotRegex(annotations, "[\x1b\u202e]")
        read(annotations, text)


class ConfigurationTest(unittest.TestCase):
    def test_it_declares_all_that_is_used(self) -> None:
        sections = dict(re.findall(r"\[(\w+)\]\n(.*?)(?=\n\[|\Z)", brat_configuration(), re.DOTALL))
        self.assertEqual(list(sections), ["entities", "relations", "events", "attributes"])
        back = read(to_brat(harbour_brief()), TEXT)
        entities = sections["entities"].split()
        self.assertLessEqual({kind for kind, _ in back.stretches.values()}, set(entities))
        relations = dict(line.split("\t") for line in sections["relations"].split("\n") if line[:1].isalpha())
        for kind, first, second in back.relations:
            with self.subTest(kind):
                ends = dict(end.split(":") for end in relations[kind].split(", ")[:2])
                self.assertIn(back.stretches[first][0], ends["Arg1"].split("|"))
                self.assertIn(back.stretches[second][0], ends["Arg2"].split("|"))
        attributes = dict(line.split("\t") for line in sections["attributes"].split("\n") if line)
        for stretch, values in back.attributes.items():
            for kind, value in values.items():
                with self.subTest(kind):
                    bearers, _, allowed = attributes[kind].partition(", Value:")
                    self.assertIn(back.stretches[stretch][0], bearers.removeprefix("Arg:").split("|"))
                    self.assertIn(value, allowed.split("|"))

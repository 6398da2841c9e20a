"""A brief as standoff annotation (``.ann``) for brat, and the configuration that brat needs to show it.

The format is brat's: a line "T1 TAB Type START END TAB words" for a stretch of the text, "R" for a relation
between two, "A" for an attribute, "#" for a note, "*" for stretches that name the same. Offsets are the code
points of the brief, which are brat's too. A stretch that runs over a line break is given in fragments, one a
line, since brat shows no other; its words are the fragments joined with a space.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from briefx.model import Brief, Claim, Cue, Mention, Quote, Ref, Span
from briefx.rendering.escaping import one_line

ACTOR_TYPES = {"person": "Person", "organization": "Organization", "gpe": "GPE", "group": "Group"}
NAMED_TYPES = (*ACTOR_TYPES.values(), "Place")
OTHER_TYPES = ("Timex", "Claim", "Quote", "Source", "Cue", "Hedge", "Condition", "Quoted", "Summary")

RELATIONS = {
    "Claimant": ("Claim", "Source"),
    "Speaker": ("Quote", "Source"),
    "Names": ("Source", "|".join(ACTOR_TYPES.values())),
    "CuedBy": ("Claim|Quote", "Cue"),
    "HedgedBy": ("Claim", "Hedge"),
    "LimitedBy": ("Claim", "Condition"),
    "CarriedBy": ("Claim", "Quote"),
}

ATTRIBUTES = {
    "MentionForm": ("|".join(NAMED_TYPES), "name|alias|nominal|pronoun|metonym|demonym"),
    "TimexType": ("Timex", "DATE|TIME|DURATION|SET"),
    "QuoteForm": ("Quote", "direct|mixed|indirect"),
    "Voice": ("Claim", "source|unnamed|article"),
    "Kind": ("Claim", "question|denial|accusation|demand|promise|intention|prediction|opinion|statement"),
    "Polarity": ("Claim", "positive|negative|unknown"),
    "Certainty": ("Claim", "certain|probable|possible|unknown"),
}

Fragments = tuple[tuple[int, int], ...]


def to_brat(brief: Brief) -> str:
    """Returns the annotations of a brief, a line each; nothing where nothing was found."""
    return "".join(f"{line}\n" for line in _Annotations(brief).lines())


def brat_configuration() -> str:
    """Returns the text of the file ``annotation.conf`` that goes beside the annotations."""
    sections = {
        "entities": (*NAMED_TYPES, *OTHER_TYPES),
        "relations": (
            *(f"Equiv\tArg1:{kind}, Arg2:{kind}, <REL-TYPE>:symmetric-transitive" for kind in NAMED_TYPES),
            *(f"{name}\tArg1:{first}, Arg2:{second}" for name, (first, second) in RELATIONS.items()),
            "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
        ),
        "events": (),
        "attributes": tuple(f"{name}\tArg:{kind}, Value:{values}" for name, (kind, values) in ATTRIBUTES.items()),
    }
    return "\n".join("\n".join((f"[{name}]", *rows, "")) for name, rows in sections.items())


class _Annotations:
    """The lines of one brief; each stretch of one type is written once, however many items share it."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.text = brief.document.text
        self.stretches: dict[tuple[str, Fragments, str], str] = {}
        # What is said of the stretches, each line once, after the letter of its kind.
        self.said: dict[tuple[str, str], None] = {}
        self.first_mentions: dict[str, str] = {}
        self.quotes: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        """Yields the stretches, then what is said of them."""
        self.entities()
        for date in self.brief.dates or ():
            stretch = self.stretch("Timex", [(date.start, date.end)], date.id)
            self.attribute("TimexType", stretch, date.type)
            self.note(stretch, f"{date.id} value={date.value}" + (f" mod={date.mod}" if date.mod else ""), date.rule)
        for quote in self.brief.quotes or ():
            self.quote(quote)
        for claim in self.brief.claims or ():
            self.claim(claim)
        for sentence in self.brief.summary or ():
            self.stretch("Summary", _places([sentence]))
        for (kind, fragments, _), name in self.stretches.items():
            places = ";".join(f"{start} {end}" for start, end in fragments)
            words = " ".join(self.text[start:end] for start, end in fragments)
            yield f"{name}\t{kind} {places}\t{words}"
        counts = dict.fromkeys("RA#", 0)
        for letter, line in self.said:
            if letter == "*":
                yield f"*\t{line}"
            else:
                counts[letter] += 1
                yield f"{letter}{counts[letter]}\t{line}"

    def entities(self) -> None:
        for actor in self.brief.actors or ():
            about = f"{actor.id} {actor.name}" + (f" country={actor.country}" if actor.country else "")
            names = self.mentions(ACTOR_TYPES[actor.type], actor.mentions, actor.id, about, actor.rule)
            self.first_mentions[actor.id] = names[0] if names else ""
        for place in self.brief.places or ():
            about = f"{place.id} {place.name}" + (f" country={place.country}" if place.country else "")
            self.mentions("Place", place.mentions, place.id, about, "")

    def mentions(self, kind: str, mentions: Iterable[Mention], id: str, about: str, rule: str) -> list[str]:
        """Returns the names of the stretches of one actor or place, the first with a note, all as the same."""
        names = []
        for mention in mentions:
            name = self.stretch(kind, [(mention.start, mention.end)], id)
            self.attribute("MentionForm", name, mention.form)
            names.append(name)
        if names:
            self.note(names[0], about, rule)
        if len(names) > 1:
            self.say("*", f"Equiv {' '.join(names)}")
        return names

    def quote(self, quote: Quote) -> None:
        name = self.quotes[quote.id] = self.stretch("Quote", _places(quote.parts), quote.id)
        self.attribute("QuoteForm", name, quote.form)
        self.note(name, quote.id, quote.rule)
        self.source("Speaker", name, quote.speaker)
        self.related("CuedBy", name, "Cue", [quote.cue] if quote.cue else [])
        for stretch in quote.quoted:
            self.stretch("Quoted", _places([stretch]))

    def claim(self, claim: Claim) -> None:
        name = self.stretch("Claim", _places(claim.parts), claim.id)
        for attribute, value in (
            ("Voice", claim.voice), ("Kind", claim.kind), ("Polarity", claim.polarity), ("Certainty", claim.certainty),
        ):
            self.attribute(attribute, name, value)
        self.note(name, claim.id, claim.rule)
        self.source("Claimant", name, claim.claimant)
        self.related("CuedBy", name, "Cue", [claim.cue] if claim.cue else [])
        self.related("HedgedBy", name, "Hedge", claim.hedges)
        self.related("LimitedBy", name, "Condition", [claim.condition] if claim.condition else [])
        if claim.quote in self.quotes:
            self.relation("CarriedBy", name, self.quotes[claim.quote])

    def source(self, relation: str, name: str, source: Ref | None) -> None:
        if source is None or source.start is None or source.end is None:
            return
        stretch = self.stretch("Source", [(source.start, source.end)])
        self.relation(relation, name, stretch)
        for actor in source.actors:
            if self.first_mentions.get(actor):
                self.relation("Names", stretch, self.first_mentions[actor])

    def related(self, relation: str, name: str, kind: str, spans: Sequence[Span | Cue]) -> None:
        for span in spans:
            self.relation(relation, name, self.stretch(kind, [(span.start, span.end)]))

    def stretch(self, kind: str, places: Iterable[tuple[int, int]], owner: str = "") -> str:
        """Returns the name ("T1") of a stretch of the text, which items share but where it has an owner."""
        fragments = tuple(fragment for start, end in places for fragment in self.fragments(start, end))
        return self.stretches.setdefault((kind, fragments, owner), f"T{len(self.stretches) + 1}")

    def fragments(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yields an interval in pieces that hold nothing unfit and do not begin or end with white space."""
        for piece in _fit().finditer(self.text, start, end):
            words = piece[0].strip()
            if words:
                first = piece.start() + piece[0].index(words)
                yield first, first + len(words)

    def relation(self, kind: str, first: str, second: str) -> None:
        self.say("R", f"{kind} Arg1:{first} Arg2:{second}")

    def attribute(self, kind: str, name: str, value: str) -> None:
        self.say("A", f"{kind} {name} {value}")

    def note(self, name: str, about: str, rule: str) -> None:
        self.say("#", f"AnnotatorNotes {name}\t{one_line(about)}" + (f" rule={rule}" if rule else ""))

    def say(self, letter: str, line: str) -> None:
        self.said[letter, line] = None


def _places(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


@cache
def _fit() -> re.Pattern[str]:
    """What can stand in a line and reach a terminal: no control, bidirectional control or lone surrogate."""
    return re.compile("[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")

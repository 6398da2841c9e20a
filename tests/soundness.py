"""What must hold of every brief, whatever its text is: true spans, ids that resolve, the order that is promised.

Each check is written from the description of the output, not from the code that makes it.
"""
from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import briefx
from briefx.model import Brief, Span
from briefx.rendering.brat import to_brat
from briefx.rendering.json import brief_json, json_line
from briefx.rendering.schema import schema_text
from briefx.rendering.terminal import for_terminal
from briefx.rendering.web_annotation import to_web_annotation
from tests.schema_validator import Schema, violations

LONGEST_CONTEXT = 1000
# What a terminal or a reader could act on: controls but the line feed, line separators, bidirectional controls.
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# What gives no page that is looked at below.
OTHER_RENDERERS: tuple[Callable[[Brief], str], ...] = (to_brat, to_web_annotation)


def faults(brief: Brief) -> list[str]:
    """Returns a line for each thing that does not hold of a brief; none when all does."""
    return [*span_faults(brief), *id_faults(brief), *order_faults(brief), *item_faults(brief)]


def rendering_faults(brief: Brief) -> list[str]:
    """Returns a line for each rendering that fails, is unsafe or breaks the schema."""
    found = []
    markdown, lines, written = briefx.to_markdown(brief), json_line(brief), brief_json(brief)
    for_terminal(markdown, 80, styled=True).encode("utf-8")
    for render in OTHER_RENDERERS:
        render(brief).encode("utf-8")
    for name, page in (("markdown", markdown), ("a line of JSON", lines), ("JSON", written)):
        page.encode("utf-8")
        if bad := UNSAFE.search(page):
            found.append(f"{name} holds {bad[0]!r}")
    plain = json.loads(json.dumps(brief.to_dict()))  # where JSON makes one character of two surrogates, so here
    if not json.loads(lines) == json.loads(written) == plain:
        found.append("JSON and to_dict differ")
    return found + violations(plain, {"$ref": "#/$defs/brief"}, schema())


@cache
def schema() -> Schema:
    """Returns the schema of the output."""
    parsed: Schema = json.loads(schema_text())
    return parsed


def spans(brief: Brief) -> Iterator[tuple[str, Any]]:
    """Yields all that has text, start and end, with a name for it."""
    for name in ("summary", "dates", "timeline"):
        for item in getattr(brief, name) or ():
            yield name, item
    for actor in brief.actors or ():
        for name, items in (("role", actor.roles), ("act", actor.acts), ("mention", actor.mentions)):
            for item in items:
                yield f"{actor.id} {name}", item
    for place in brief.places or ():
        for item in place.mentions:
            yield f"{place.id} mention", item
    for quote in brief.quotes or ():
        yield from _attributed(quote.id, quote, quote.speaker)
        for item in quote.quoted:
            yield f"{quote.id} quoted", item
    for claim in brief.claims or ():
        yield from _attributed(claim.id, claim, claim.claimant)
        for item in claim.hedges:
            yield f"{claim.id} hedge", item
        if claim.condition:
            yield f"{claim.id} condition", claim.condition
    for date in brief.dates or ():
        yield f"{date.id} context", date.context


def _attributed(id: str, item: Any, source: Any) -> Iterator[tuple[str, Any]]:
    for part in item.parts:
        yield f"{id} part", part
    yield f"{id} context", item.context
    if item.cue:
        yield f"{id} cue", item.cue
    if source and source.text is not None:
        yield f"{id} source", source


def span_faults(brief: Brief) -> Iterator[str]:
    """Every span is in bounds, holds something, and its text is what stands there."""
    text = brief.document.text
    for name, item in spans(brief):
        if not 0 <= item.start < item.end <= len(text):
            yield f"{name}: {item.start}:{item.end} is out of bounds"
        elif text[item.start:item.end] != item.text:
            yield f"{name}: {item.text!r:.60} is not what stands at {item.start}:{item.end}"
    for warning in brief.warnings:
        if warning.start is not None and not 0 <= warning.start < (warning.end or 0) <= len(text):
            yield f"warning {warning.code}: {warning.start}:{warning.end} is out of bounds"


def id_faults(brief: Brief) -> Iterator[str]:
    """Ids count up from 1, and each that is named is one of an item that is there."""
    known = {}
    for letter, items in (("a", brief.actors), ("p", brief.places), ("q", brief.quotes), ("c", brief.claims),
                          ("d", brief.dates)):
        ids = [item.id for item in items or ()]
        if ids != [f"{letter}{number}" for number in range(1, len(ids) + 1)]:
            yield f"ids do not count up: {ids[:5]}"
        known[letter] = set(ids)
    named: list[tuple[str, Iterable[str | None]]] = []
    if brief.actors is not None:
        named.append(("a", (actor.of for actor in brief.actors)))
        named += [("a", claim.actors) for claim in brief.claims or ()]
        named += [("a", claim.claimant.actors) for claim in brief.claims or () if claim.claimant]
        named += [("a", quote.speaker.actors) for quote in brief.quotes or () if quote.speaker]
        named += [("a", event.actors) for event in brief.timeline or ()]
    if brief.dates is not None:
        named.append(("d", (date.anchor for date in brief.dates if date.anchor != "reference_date")))
        named.append(("d", (event.date for event in brief.timeline or ())))
        named += [("d", claim.dates) for claim in brief.claims or ()]
    if brief.quotes is not None:
        named.append(("q", (claim.quote for claim in brief.claims or ())))
    for letter, ids_named in named:
        listed = [id for id in ids_named if id is not None]
        for id in listed:
            if id not in known[letter]:
                yield f"{id} is not there"
    for claim in brief.claims or ():
        if len(set(claim.actors)) < len(claim.actors) or len(set(claim.dates)) < len(claim.dates):
            yield f"{claim.id}: an id is named twice"
    for actor in brief.actors or ():
        if actor.of is not None and (actor.type != "group" or actor.of == actor.id):
            yield f"{actor.id}: a {actor.type} belongs to {actor.of}"
    for number, date in enumerate(brief.dates or (), 1):
        if date.anchor and date.anchor[0] == "d" and int(date.anchor[1:]) >= number:
            yield f"{date.id}: counted from {date.anchor}, which stands behind it"


def order_faults(brief: Brief) -> Iterator[str]:
    """Each list has the order that is promised."""
    def by_text(item: Any) -> tuple[Any, ...]:
        return _place(item.parts[0]), _place(item.parts[-1]), item.cue.start if item.cue else -1

    salience = [actor.salience for actor in brief.actors or ()]
    keys: dict[str, list[Any]] = {
        "quotes": [by_text(quote) for quote in brief.quotes or ()],
        "claims": [by_text(claim) for claim in brief.claims or ()],
        "dates": [_place(date) for date in brief.dates or ()],
        "summary": [_place(sentence) for sentence in brief.summary or ()],
        "actors": [-value for value in salience],
    }
    if brief.dates is not None:
        dates = {date.id: date for date in brief.dates}
        days = [(dates[event.date], event) for event in brief.timeline or () if event.date in dates]
        keys["timeline"] = [(date.first_day or date.last_day or "", date.last_day or date.first_day or "", event.start)
                            for date, event in days]
    for actor in brief.actors or ():
        for name, items in (("mentions", actor.mentions), ("roles", actor.roles), ("acts", actor.acts)):
            keys[f"{name} of {actor.id}"] = [_place(item) for item in items]
    for place in brief.places or ():
        keys[f"mentions of {place.id}"] = [_place(item) for item in place.mentions]
    for item in (*(brief.quotes or ()), *(brief.claims or ())):
        keys[f"parts of {item.id}"] = [_place(part) for part in item.parts]
    for name, found in keys.items():
        if found != sorted(found):
            yield f"{name} are out of order"
    if salience and (salience[0] != 1 or min(salience) < 0):
        yield f"salience runs from {salience[0]} to {min(salience)}"


def _place(item: Any) -> tuple[int, int]:
    return item.start, item.end


def item_faults(brief: Brief) -> Iterator[str]:
    """What the fields of single items must be to each other."""
    text = brief.document.text
    paragraphs = brief.paragraphs
    if brief.counts.characters != len(text) or brief.counts.paragraphs != len(paragraphs):
        yield f"counts are off: {brief.counts}"
    for item in (*(brief.quotes or ()), *(brief.claims or ())):
        if item.text != " […] ".join(part.text for part in item.parts):
            yield f"{item.id}: text and parts differ"
        if any(first.end > second.start for first, second in zip(item.parts, item.parts[1:])):
            yield f"{item.id}: parts overlap"
    for item in (*(brief.quotes or ()), *(brief.claims or ()), *(brief.dates or ())):
        start, end = (item.parts[0].start, item.parts[-1].end) if hasattr(item, "parts") else (item.start, item.end)
        yield from _context_faults(item.id, item.context, start, end)
        if item.paragraph is not None and not _in_paragraph(paragraphs, item.paragraph, start):
            yield f"{item.id}: does not begin in paragraph {item.paragraph}"
    for quote in brief.quotes or ():
        for inner in quote.quoted:
            if not any(part.start <= inner.start and inner.end <= part.end for part in quote.parts):
                yield f"{quote.id}: what is quoted stands outside its parts"
        if (quote.form == "indirect") != (not quote.quoted):
            yield f"{quote.id}: {quote.form} with {len(quote.quoted)} quoted stretches"
    for claim in brief.claims or ():
        if (claim.voice == "source") != (claim.claimant is not None):
            yield f"{claim.id}: the voice is {claim.voice} and the claimant {claim.claimant}"
        if claim.certainty == "unknown" and claim.hedges:
            yield f"{claim.id}: hedged and unknown"
    for number, (date, following) in enumerate(zip(brief.dates or (), (brief.dates or ())[1:]), 1):
        if date.end > following.start:
            yield f"d{number}: overlaps the next date"
    for date in brief.dates or ():
        if date.first_day and date.last_day and date.first_day > date.last_day:
            yield f"{date.id}: ends before it begins"
    for actor in brief.actors or ():
        if not actor.mentions:
            yield f"{actor.id}: is mentioned nowhere"
        for name in (actor.name, *actor.aliases):
            if name != " ".join(name.split()) or not name:
                yield f"{actor.id}: white space in {name!r}"
        if len(actor.acts) > 3 or len(set(actor.aliases)) < len(actor.aliases):
            yield f"{actor.id}: too many acts or an alias twice"
    if len(brief.summary or ()) > 5:
        yield "the summary is too long"


def _context_faults(id: str, context: Span, start: int, end: int) -> Iterator[str]:
    if not context.start <= start < end <= context.end:
        yield f"{id}: {start}:{end} is not in its context {context.start}:{context.end}"
    if len(context.text) > max(LONGEST_CONTEXT, end - start):
        yield f"{id}: the context has {len(context.text)} characters"


def _in_paragraph(paragraphs: tuple[tuple[int, int], ...], number: int, position: int) -> bool:
    if not 1 <= number <= len(paragraphs):
        return False
    start, end = paragraphs[number - 1]
    return start <= position < end



"""A brief as W3C Web Annotations (Web Annotation Data Model, 2017): JSON-LD that annotation tools load.

Each item is an annotation. Its targets are stretches of the text, each found in two ways: by position
(TextPositionSelector, in code points, as everywhere in briefx) and by its words with some of the words
around them (TextQuoteSelector), which still finds it where the text has been laid out anew. Its bodies are
a text for a reader and the item's own fields, under the terms ``urn:briefx:terms:``.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from json import JSONEncoder
from typing import Any

from briefx.model import SCHEMA_VERSION, Actor, Brief, Claim, Date, Place, Quote, Ref, Span, plain
from briefx.rendering.json import escape_unsafe
from briefx.rendering.wording import claim_notes, date_words

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"briefx": "urn:briefx:terms:"})

# Code points on each side of the words of a TextQuoteSelector, as annotation clients use.
SURROUNDINGS = 32


def to_web_annotation(brief: Brief) -> str:
    """Returns the annotations of a brief as one page (AnnotationPage), on one line, without the line feed."""
    return escape_unsafe(_encode(_Page(brief).page()))


def _encode(page: dict[str, Any]) -> str:
    return JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode(page)


class _Page:
    """The annotations of one brief."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.text = brief.document.text
        self.base = f"urn:briefx:{brief.document.sha256 or 'text'}"
        self.source = self.text_resource()

    def page(self) -> dict[str, Any]:
        """Returns the page as JSON-LD."""
        items = list(self.annotations())
        return {
            "@context": list(CONTEXT),
            "id": f"{self.base}:annotations",
            "type": "AnnotationPage",
            "briefx:schemaVersion": SCHEMA_VERSION,
            "startIndex": 0,
            "items": items,
        }

    def text_resource(self) -> dict[str, Any]:
        """Returns what the targets are stretches of: the text that the brief was made of."""
        from urllib.parse import quote as percent_encoded

        document = self.brief.document
        named = document.path is not None and document.path != "-" and document.line is None
        resource = {
            "id": percent_encoded(str(document.path), errors="replace") if named else f"{self.base}:source",
            "type": "Text",
            "format": "text/plain",
        }
        if document.language is not None:
            resource["language"] = document.language
        return resource

    def annotations(self) -> Iterator[dict[str, Any]]:
        for actor in self.brief.actors or ():
            yield self.actor(actor)
        for place in self.brief.places or ():
            yield self.place(place)
        for quote in self.brief.quotes or ():
            yield self.quote(quote)
        for claim in self.brief.claims or ():
            yield self.claim(claim)
        for date in self.brief.dates or ():
            yield self.date(date)
        if self.brief.summary:
            yield self.annotation("summary", "highlighting", self.brief.summary, None, {"type": "briefx:Summary"})

    def actor(self, actor: Actor) -> dict[str, Any]:
        own = _fields("Actor", actor, "name", "type", "of", "aliases", "country", "salience", "rule")
        own["briefx:roles"] = [role.text for role in actor.roles]
        own["briefx:forms"] = [mention.form for mention in actor.mentions]
        mentions = [Span(text, start, end) for text, start, end, _ in actor.mentions]
        return self.annotation(actor.id, "identifying", mentions, actor.name, own)

    def place(self, place: Place) -> dict[str, Any]:
        own = _fields("Place", place, "name", "country")
        own["briefx:forms"] = [mention.form for mention in place.mentions]
        mentions = [Span(text, start, end) for text, start, end, _ in place.mentions]
        return self.annotation(place.id, "identifying", mentions, place.name, own)

    def quote(self, quote: Quote) -> dict[str, Any]:
        own = _fields("Quote", quote, "form", "quoted", "speaker", "cue", "paragraph", "rule")
        return self.annotation(quote.id, "describing", quote.parts, _said_by(quote.speaker, [quote.form]), own)

    def claim(self, claim: Claim) -> dict[str, Any]:
        own = _fields(
            "Claim", claim, "voice", "claimant", "cue", "kind", "polarity", "certainty", "hedges", "condition",
            "quote", "actors", "dates", "paragraph", "rule",
        )
        notes = claim_notes(claim) or [claim.kind]
        return self.annotation(claim.id, "classifying", claim.parts, _said_by(claim.claimant, notes), own)

    def date(self, date: Date) -> dict[str, Any]:
        own = _fields(
            "Date", date, "type", "value", "mod", "quant", "freq", "first_day", "last_day", "anchor", "paragraph",
            "rule",
        )
        span = Span(date.text, date.start, date.end)
        return self.annotation(date.id, "identifying", [span], date_words(date.value, date.mod), own)

    def annotation(self, id: str, motivation: str, spans: Sequence[Span], words: str | None,
                   own: dict[str, Any]) -> dict[str, Any]:
        bodies = [own]
        if words is not None:
            bodies.insert(0, {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en"})
        return {
            "id": f"{self.base}:{id}",
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": self.targets(spans),
        }

    def targets(self, spans: Iterable[Span]) -> list[dict[str, Any]]:
        targets: list[dict[str, Any]] = []
        for text, start, end in spans:
            words = {
                "type": "TextQuoteSelector",
                "exact": text,
                "prefix": self.text[max(0, start - SURROUNDINGS) : start],
                "suffix": self.text[end : end + SURROUNDINGS],
            }
            position = {"type": "TextPositionSelector", "start": start, "end": end}
            target: dict[str, Any] = {"source": self.source, "selector": [position, words]}
            if self.brief.document.url is not None:
                target["scope"] = self.brief.document.url
            targets.append(target)
        return targets


def _fields(kind: str, item: tuple[Any, ...], *names: str) -> dict[str, Any]:
    """Returns fields of an item as a body, under the terms of briefx; nulls are left out, as JSON-LD does."""
    body: dict[str, Any] = {"type": f"briefx:{kind}"}
    for name in names:
        value = getattr(item, name)
        if value is not None:
            body[f"briefx:{name}"] = _termed(plain(value))
    return body


def _termed(value: Any) -> Any:
    """Returns plain values with each key of an object as a term of briefx."""
    if isinstance(value, dict):
        return {f"briefx:{key}": _termed(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_termed(item) for item in value]
    return value


def _said_by(source: Ref | None, notes: Sequence[str]) -> str:
    """Returns what a tool shows beside the words: who is behind them, and what is to be known of them."""
    who = f"{source.name}: " if source is not None and source.name else ""
    return who + "; ".join(notes)

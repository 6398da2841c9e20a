"""What briefx reads and writes, as plain typed tuples.

Every offset counts Unicode code points of the document's text; every interval is half-open, so that
``text[start:end]`` gives an item's words back. The field names are those of the JSON output.
"""
from __future__ import annotations

from briefx.collector import without_collector
from briefx.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    Plain = dict[str, Any]

SCHEMA_VERSION = "1.0"

PARTS = ("actors", "claims", "quotes", "dates")


class Span(NamedTuple):
    """A verbatim stretch of the text."""

    text: str
    start: int
    end: int


class Warning(NamedTuple):
    """Something that a reader of the brief should know; ``start`` and ``end`` where it has a place."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class Document(NamedTuple):
    """One article as it was read.

    ``text`` is the whole text, header included, without a byte order mark; ``body_start`` is where the
    header ends (0 without one). ``title_start`` and ``title_end`` give the place of a title that stands in
    the header; they are null where the title comes from elsewhere or stands in the body. ``published`` is
    an ISO date or null. ``sha256`` is of the bytes (of the text as UTF-8 for JSON Lines).
    """

    text: str
    id: str
    path: str | None = None
    line: int | None = None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    encoding: str = "utf-8"
    sha256: str = ""
    body_start: int = 0
    title_start: int | None = None
    title_end: int | None = None
    warnings: tuple[Warning, ...] = ()


class InputError(NamedTuple):
    """An input that gave no document: what is wrong and what to do, in one line."""

    code: str
    message: str
    path: str | None = None
    line: int | None = None
    id: str | None = None


class Mention(NamedTuple):
    """A place where an actor is named; ``form`` is name, alias, nominal, pronoun, metonym or demonym."""

    text: str
    start: int
    end: int
    form: str


class Actor(NamedTuple):
    """Somebody or something that acts; ``type`` is person, organization, gpe or group (``of`` says whose)."""

    id: str
    name: str
    type: str
    of: str | None
    roles: tuple[Span, ...]
    aliases: tuple[str, ...]
    country: str | None
    salience: float
    acts: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    rule: str


class Place(NamedTuple):
    """A location that does not act."""

    id: str
    name: str
    country: str | None
    mentions: tuple[Mention, ...]


class Ref(NamedTuple):
    """A speaker or claimant: the actors behind it and the words that cite it (null where none do)."""

    actors: tuple[str, ...]
    name: str
    text: str | None
    start: int | None
    end: int | None


class Cue(NamedTuple):
    """The words that attribute: a whole verb group, a noun, "according to"; with the head's lemma."""

    text: str
    start: int
    end: int
    lemma: str


class Quote(NamedTuple):
    """Reported speech: direct, mixed or indirect."""

    id: str
    form: str
    text: str
    parts: tuple[Span, ...]
    quoted: tuple[Span, ...]
    speaker: Ref | None
    cue: Cue | None
    paragraph: int | None
    context: Span
    rule: str


class Claim(NamedTuple):
    """A proposition that somebody, or the article itself, puts forward."""

    id: str
    text: str
    parts: tuple[Span, ...]
    voice: str
    claimant: Ref | None
    cue: Cue | None
    kind: str
    polarity: str
    certainty: str
    hedges: tuple[Span, ...]
    condition: Span | None
    quote: str | None
    actors: tuple[str, ...]
    dates: tuple[str, ...]
    paragraph: int | None
    context: Span
    rule: str


class Date(NamedTuple):
    """A time expression as TIMEX3 has it, with the interval of days that it covers."""

    id: str
    text: str
    start: int
    end: int
    type: str
    value: str
    mod: str | None
    quant: str | None
    freq: str | None
    first_day: str | None
    last_day: str | None
    anchor: str | None
    paragraph: int | None
    context: Span
    rule: str


class Event(NamedTuple):
    """An entry of the timeline: a date and the sentence that holds it."""

    date: str
    value: str
    text: str
    start: int
    end: int
    paragraph: int | None
    actors: tuple[str, ...]


class Counts(NamedTuple):
    """``characters`` of the whole text; words, sentences and paragraphs of the body."""

    characters: int
    words: int
    sentences: int
    paragraphs: int


class ReferenceDate(NamedTuple):
    """What relative dates are counted from: an ISO date or null, and where it was found."""

    value: str | None
    basis: str


class Brief(NamedTuple):
    """What briefx has to say of one document. A part that was not asked for is null here, absent in JSON.

    ``paragraphs`` holds the start and end of each paragraph of the body, so that renderers can name the
    paragraph of any position; it is no part of the output.
    """

    document: Document
    counts: Counts
    reference_date: ReferenceDate
    summary: tuple[Span, ...] | None
    actors: tuple[Actor, ...] | None
    places: tuple[Place, ...] | None
    quotes: tuple[Quote, ...] | None
    claims: tuple[Claim, ...] | None
    dates: tuple[Date, ...] | None
    timeline: tuple[Event, ...] | None
    warnings: tuple[Warning, ...]
    paragraphs: tuple[tuple[int, int], ...] = ()

    @without_collector
    def to_dict(self) -> dict[str, Any]:
        """Returns the BRIEF object of the JSON output: dicts, lists, strings, numbers and nulls alone.

        A part that was not asked for is absent; one that was asked for and holds nothing is an empty list.
        """
        document = self.document
        return {
            "schema_version": SCHEMA_VERSION,
            "id": document.id,
            "document": {
                "path": document.path, "line": document.line, "title": document.title,
                "byline": document.byline, "publisher": document.publisher, "url": document.url,
                "published": document.published, "language": document.language,
                "encoding": document.encoding, "sha256": document.sha256,
                "counts": self.counts._asdict(),
            },
            "reference_date": self.reference_date._asdict(),
            **plain_lists(self),
        }


def plain(value: Any) -> Any:
    """Returns a record as a dict, other tuples as lists, anything else as it is."""
    if not isinstance(value, tuple):
        return value
    items = map(plain, value)
    names = getattr(value, "_fields", None)
    return list(items) if names is None else dict(zip(names, items))


def plain_lists(brief: Brief) -> dict[str, list[Plain]]:
    """Returns the lists of a brief that are there, in order.

    Keys are written out, since dicts made of names and values in pairs would take twice the time of all; so are the
    dicts within the many, since calls would take a sixth of it.
    """
    lists: dict[str, list[Plain]] = {}
    if brief.summary is not None:
        lists["summary"] = _spans(brief.summary)
    if brief.actors is not None:
        lists["actors"] = _actors(brief.actors)
    if brief.places is not None:
        lists["places"] = _places(brief.places)
    if brief.quotes is not None:
        lists["quotes"] = _quotes(brief.quotes)
    if brief.claims is not None:
        lists["claims"] = _claims(brief.claims)
    if brief.dates is not None:
        lists["dates"] = _dates(brief.dates)
    if brief.timeline is not None:
        lists["timeline"] = _events(brief.timeline)
    lists["warnings"] = [plain(warning) for warning in brief.warnings]
    return lists


def _spans(spans: Sequence[Span]) -> list[Plain]:
    if len(spans) == 1:  # most are of one, for which a comprehension would take most of the time
        text, start, end = spans[0]
        return [{"text": text, "start": start, "end": end}]
    return [{"text": text, "start": start, "end": end} for text, start, end in spans]


def _mentions(mentions: Iterable[Mention]) -> list[Plain]:
    return [{"text": text, "start": start, "end": end, "form": form} for text, start, end, form in mentions]


def _actors(actors: Iterable[Actor]) -> list[Plain]:
    return [{
        "id": id, "name": name, "type": type, "of": of, "roles": _spans(roles) if roles else [],
        "aliases": list(aliases) if aliases else [], "country": country, "salience": salience,
        "acts": _spans(acts) if acts else [], "mentions": _mentions(mentions), "rule": rule,
    } for id, name, type, of, roles, aliases, country, salience, acts, mentions, rule in actors]


def _places(places: Iterable[Place]) -> list[Plain]:
    return [{"id": id, "name": name, "country": country, "mentions": _mentions(mentions)}
            for id, name, country, mentions in places]


def _ref(ref: Ref) -> Plain:
    actors, name, text, start, end = ref
    return {"actors": list(actors) if actors else [], "name": name, "text": text, "start": start, "end": end}


def _cue(cue: Cue) -> Plain:
    text, start, end, lemma = cue
    return {"text": text, "start": start, "end": end, "lemma": lemma}


def _quotes(quotes: Iterable[Quote]) -> list[Plain]:
    return [{
        "id": id, "form": form, "text": text, "parts": _spans(parts), "quoted": _spans(quoted) if quoted else [],
        "speaker": _ref(speaker) if speaker is not None else None, "cue": _cue(cue) if cue is not None else None,
        "paragraph": paragraph, "context": {"text": around, "start": start, "end": end}, "rule": rule,
    } for id, form, text, parts, quoted, speaker, cue, paragraph, (around, start, end), rule in quotes]


def _claims(claims: Iterable[Claim]) -> list[Plain]:
    return [{
        "id": id, "text": text, "parts": _spans(parts), "voice": voice,
        "claimant": _ref(claimant) if claimant is not None else None, "cue": _cue(cue) if cue is not None else None,
        "kind": kind, "polarity": polarity, "certainty": certainty, "hedges": _spans(hedges) if hedges else [],
        "condition": _spans((condition,))[0] if condition is not None else None, "quote": quote,
        "actors": list(actors) if actors else [], "dates": list(dates) if dates else [], "paragraph": paragraph,
        "context": {"text": around, "start": start, "end": end}, "rule": rule,
    } for (id, text, parts, voice, claimant, cue, kind, polarity, certainty, hedges, condition, quote, actors, dates,
           paragraph, (around, start, end), rule) in claims]


def _dates(dates: Iterable[Date]) -> list[Plain]:
    return [{
        "id": id, "text": text, "start": start, "end": end, "type": type, "value": value, "mod": mod, "quant": quant,
        "freq": freq, "first_day": first_day, "last_day": last_day, "anchor": anchor, "paragraph": paragraph,
        "context": {"text": around, "start": left, "end": right}, "rule": rule,
    } for (id, text, start, end, type, value, mod, quant, freq, first_day, last_day, anchor, paragraph,
           (around, left, right), rule) in dates]


def _events(events: Iterable[Event]) -> list[Plain]:
    return [{"date": date, "value": value, "text": text, "start": start, "end": end, "paragraph": paragraph,
             "actors": list(actors)} for date, value, text, start, end, paragraph, actors in events]

"""A brief as JSON: the whole document, written piece by piece, and JSON Lines.

The text is valid UTF-8 always and safe to show in a terminal: what JSON leaves bare and a terminal or an
editor may act on (control characters from U+007F, line separators, bidirectional controls) and what UTF-8
can't hold (lone surrogates) is escaped.

The items are written straight from the model's tuples. They say what ``Brief.to_dict`` says, key by key, and a test
holds the two together; written so, a brief takes a quarter of the time that dicts and an encoder take, which would be
as long as finding half of its parts.

In the whole document each item (an actor, a quote, a claim) stands on a line of its own, so that it can be
read, searched with grep and compared line by line.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from briefx.model import (
    SCHEMA_VERSION,
    Actor,
    Brief,
    Claim,
    Cue,
    Date,
    Event,
    InputError,
    Mention,
    Place,
    Quote,
    Ref,
    Span,
    Warning,
    plain,
)
from briefx.records import TYPE_CHECKING

if TYPE_CHECKING:
    from briefx.merging.merged import Merged

try:
    # The function itself: the package around it compiles seven patterns as it is imported.
    from _json import encode_basestring
except ImportError:  # another interpreter
    from json.encoder import encode_basestring

quoted = encode_basestring
MERGED_PARTS = ("documents", "actors", "quotes", "claims", "timeline", "conflicts")


def json_line(brief: Brief, *, explain: bool = False) -> str:
    """Returns a brief as one line of JSON Lines, without the line feed; ``explain`` adds why each item is there."""
    members = [f'"{key}":{value}' for key, value in _head(brief)]
    members += [f'"{key}":[{",".join(items)}]' for key, items in _parts(brief, explain)]
    return escape_unsafe(f"{{{','.join(members)}}}")


def error_line(error: InputError) -> str:
    """Returns the line of JSON Lines that stands in place of a brief, without the line feed."""
    label = "null" if error.id is None else quoted(error.id)
    return escape_unsafe(f'{{"schema_version":"{SCHEMA_VERSION}","id":{label},"error":{error_json(error)}}}')


def document_json(briefs: Iterable[Brief], errors: Iterable[InputError], version: str) -> str:
    """Returns the whole JSON document, ending in a line feed."""
    parts = [document_opening(version)]
    for number, brief in enumerate(briefs):
        parts.append(brief_separator(number) + brief_json(brief))
    parts.append(document_closing(len(parts) - 1, errors))
    return "".join(parts)


def document_opening(version: str) -> str:
    """Returns what stands before the first brief; ``version`` is that of the program."""
    generator = f'{{"name": "briefx", "version": {quoted(version)}}}'
    return f'{{\n"schema_version": "{SCHEMA_VERSION}",\n"generator": {generator},\n"briefs": ['


def brief_separator(number: int) -> str:
    """Returns what stands before the brief of that number, counted from 0."""
    return ",\n" if number else "\n"


def brief_json(brief: Brief, *, explain: bool = False) -> str:
    """Returns a brief as it stands in the whole document: one item a line, no line feed at its end."""
    members = [f'  "{key}": {escape_unsafe(value)}' for key, value in _head(brief)]
    for key, items in _parts(brief, explain):
        listed = "[\n    " + ",\n    ".join(map(escape_unsafe, items)) + "\n  ]" if items else "[]"
        members.append(f'  "{key}": {listed}')
    return "{\n" + ",\n".join(members) + "\n}"


def document_closing(count: int, errors: Iterable[InputError], merged: Merged | None = None) -> str:
    """Returns what stands after the last of ``count`` briefs: the errors, the merged brief, a line feed."""
    items = [escape_unsafe(error_json(error)) for error in errors]
    listed = "[\n" + ",\n".join(items) + "\n]" if items else "[]"
    last = "" if merged is None else ",\n" + _merged_json(merged)
    return ("\n" if count else "") + f'],\n"errors": {listed}{last}\n}}\n'


def _merged_json(merged: Merged) -> str:
    """Returns the member "merged" of the whole document: one item a line."""
    from json import dumps

    members = []
    for key in MERGED_PARTS:
        items = getattr(merged, key)
        lines = [escape_unsafe(dumps(plain(item), ensure_ascii=False)) for item in items]
        members.append(f'  "{key}": ' + ("[\n    " + ",\n    ".join(lines) + "\n  ]" if lines else "[]"))
    return '"merged": {\n' + ",\n".join(members) + "\n}"


def _parts(brief: Brief, explain: bool) -> list[tuple[str, list[str]]]:
    """Returns the lists of a brief; explained, each item of a rule has one member more."""
    parts = parts_json(brief)
    if not explain:
        return parts
    from briefx.rendering.explanation import explanations

    told = explanations(brief)
    for key, items in parts:
        if key in ("actors", "quotes", "claims", "dates"):
            items[:] = [f'{item[:-1]},"explanation":{quoted(told[each.id])}}}'
                        for each, item in zip(getattr(brief, key), items)]
    return parts


def _head(brief: Brief) -> tuple[tuple[str, str], ...]:
    """Returns the members of a brief that are no lists."""
    return (
        ("schema_version", f'"{SCHEMA_VERSION}"'),
        ("id", quoted(brief.document.id)),
        ("document", about_json(brief)),
        ("reference_date", reference_date_json(brief)),
    )


def escape_unsafe(text: str) -> str:
    """Returns JSON text with each character that must not be bare written as \\uXXXX.

    Those are DEL and the C1 controls, U+2028, U+2029, the bidirectional controls and lone surrogates; all of
    them stand inside JSON strings, because nothing else in JSON holds them.
    """
    if text.isascii():
        return text.replace("\x7f", "\\u007f") if "\x7f" in text else text
    # Most texts hold none, which is seen fastest so.
    if text.isprintable():
        return text
    return _unsafe().sub(_escape, text)


@cache
def _unsafe() -> re.Pattern[str]:
    return re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def parts_json(brief: Brief) -> list[tuple[str, list[str]]]:
    """Returns the parts of a brief that are there, in order: the key and the objects of its list."""
    parts: list[tuple[str, list[str]]] = []
    if brief.summary is not None:
        parts.append(("summary", [span_json(span) for span in brief.summary]))
    if brief.actors is not None:
        parts.append(("actors", [actor_json(actor) for actor in brief.actors]))
    if brief.places is not None:
        parts.append(("places", [place_json(place) for place in brief.places]))
    if brief.quotes is not None:
        parts.append(("quotes", [quote_json(quote) for quote in brief.quotes]))
    if brief.claims is not None:
        parts.append(("claims", [claim_json(claim) for claim in brief.claims]))
    if brief.dates is not None:
        parts.append(("dates", [date_json(date) for date in brief.dates]))
    if brief.timeline is not None:
        parts.append(("timeline", [event_json(event) for event in brief.timeline]))
    parts.append(("warnings", [warning_json(warning) for warning in brief.warnings]))
    return parts


def about_json(brief: Brief) -> str:
    """Returns the object that a brief holds of its document."""
    document, counts = brief.document, brief.counts
    return (
        f'{{"path":{_text(document.path)},"line":{_number(document.line)},"title":{_text(document.title)},'
        f'"byline":{_text(document.byline)},"publisher":{_text(document.publisher)},"url":{_text(document.url)},'
        f'"published":{_text(document.published)},"language":{_text(document.language)},'
        f'"encoding":{quoted(document.encoding)},"sha256":{quoted(document.sha256)},'
        f'"counts":{{"characters":{counts.characters},"words":{counts.words},"sentences":{counts.sentences},'
        f'"paragraphs":{counts.paragraphs}}}}}'
    )


def reference_date_json(brief: Brief) -> str:
    """Returns the object of what relative dates are counted from."""
    reference = brief.reference_date
    return f'{{"value":{_text(reference.value)},"basis":{quoted(reference.basis)}}}'


def span_json(span: Span) -> str:
    """Returns a verbatim stretch as an object."""
    text, start, end = span
    return f'{{"text":{quoted(text)},"start":{start},"end":{end}}}'


def actor_json(actor: Actor) -> str:
    """Returns an actor as an object."""
    return (
        f'{{"id":{quoted(actor.id)},"name":{quoted(actor.name)},"type":{quoted(actor.type)},"of":{_text(actor.of)},'
        f'"roles":{_spans(actor.roles)},"aliases":{_texts(actor.aliases)},"country":{_text(actor.country)},'
        f'"salience":{actor.salience!r},"acts":{_spans(actor.acts)},"mentions":{_mentions(actor.mentions)},'
        f'"rule":{quoted(actor.rule)}}}'
    )


def place_json(place: Place) -> str:
    """Returns a place as an object."""
    return (
        f'{{"id":{quoted(place.id)},"name":{quoted(place.name)},"country":{_text(place.country)},'
        f'"mentions":{_mentions(place.mentions)}}}'
    )


def quote_json(quote: Quote) -> str:
    """Returns a quote as an object."""
    id, form, text, parts, stretches, speaker, cue, paragraph, context, rule = quote
    return (
        f'{{"id":{quoted(id)},"form":{quoted(form)},"text":{quoted(text)},"parts":{_spans(parts)},'
        f'"quoted":{_spans(stretches)},"speaker":{_ref(speaker)},"cue":{_cue(cue)},'
        f'"paragraph":{_number(paragraph)},"context":{span_json(context)},"rule":{quoted(rule)}}}'
    )


def claim_json(claim: Claim) -> str:
    """Returns a claim as an object."""
    condition = "null" if claim.condition is None else span_json(claim.condition)
    return (
        f'{{"id":{quoted(claim.id)},"text":{quoted(claim.text)},"parts":{_spans(claim.parts)},'
        f'"voice":{quoted(claim.voice)},"claimant":{_ref(claim.claimant)},"cue":{_cue(claim.cue)},'
        f'"kind":{quoted(claim.kind)},"polarity":{quoted(claim.polarity)},"certainty":{quoted(claim.certainty)},'
        f'"hedges":{_spans(claim.hedges)},"condition":{condition},"quote":{_text(claim.quote)},'
        f'"actors":{_texts(claim.actors)},"dates":{_texts(claim.dates)},"paragraph":{_number(claim.paragraph)},'
        f'"context":{span_json(claim.context)},"rule":{quoted(claim.rule)}}}'
    )


def date_json(date: Date) -> str:
    """Returns a date as an object."""
    id, text, start, end, type, value, mod, quant, freq, first_day, last_day, anchor, paragraph, context, rule = date
    return (
        f'{{"id":{quoted(id)},"text":{quoted(text)},"start":{start},"end":{end},"type":{quoted(type)},'
        f'"value":{quoted(value)},"mod":{_text(mod)},"quant":{_text(quant)},"freq":{_text(freq)},'
        f'"first_day":{_text(first_day)},"last_day":{_text(last_day)},"anchor":{_text(anchor)},'
        f'"paragraph":{_number(paragraph)},"context":{span_json(context)},"rule":{quoted(rule)}}}'
    )


def event_json(event: Event) -> str:
    """Returns an entry of the timeline as an object."""
    date, value, text, start, end, paragraph, actors = event
    return (
        f'{{"date":{quoted(date)},"value":{quoted(value)},"text":{quoted(text)},"start":{start},"end":{end},'
        f'"paragraph":{_number(paragraph)},"actors":{_texts(actors)}}}'
    )


def warning_json(warning: Warning) -> str:
    """Returns a warning as an object."""
    code, message, start, end = warning
    return (
        f'{{"code":{quoted(code)},"message":{quoted(message)},"start":{_number(start)},"end":{_number(end)}}}'
    )


def error_json(error: InputError) -> str:
    """Returns an input that gave no brief as an object."""
    return (
        f'{{"code":{quoted(error.code)},"message":{quoted(error.message)},"path":{_text(error.path)},'
        f'"line":{_number(error.line)}}}'
    )


def _text(value: str | None) -> str:
    return "null" if value is None else quoted(value)


def _number(value: int | None) -> str | int:
    return "null" if value is None else value


def _texts(values: Iterable[str]) -> str:
    return f"[{','.join([quoted(value) for value in values])}]"


def _spans(spans: tuple[Span, ...]) -> str:
    if not spans:
        return "[]"
    objects = [f'{{"text":{quoted(text)},"start":{start},"end":{end}}}' for text, start, end in spans]
    return f"[{','.join(objects)}]"


def _mentions(mentions: tuple[Mention, ...]) -> str:
    objects = [
        f'{{"text":{quoted(text)},"start":{start},"end":{end},"form":{quoted(form)}}}'
        for text, start, end, form in mentions
    ]
    return f"[{','.join(objects)}]"


def _ref(ref: Ref | None) -> str:
    if ref is None:
        return "null"
    actors, name, text, start, end = ref
    return (
        f'{{"actors":{_texts(actors)},"name":{quoted(name)},"text":{_text(text)},"start":{_number(start)},'
        f'"end":{_number(end)}}}'
    )


def _cue(cue: Cue | None) -> str:
    if cue is None:
        return "null"
    text, start, end, lemma = cue
    return f'{{"text":{quoted(text)},"start":{start},"end":{end},"lemma":{quoted(lemma)}}}'

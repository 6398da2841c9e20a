"""A document becomes a brief: each part is found once, in the order in which they need each other."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from briefx.collector import without_collector
from briefx.extraction.actors.finder import find_actors
from briefx.extraction.attribution.finder import find_attributions
from briefx.extraction.claims import views
from briefx.extraction.dates import anchor
from briefx.extraction.dates.tagger import find_dates
from briefx.extraction.quotes import unclosed_marks
from briefx.extraction.summary import summarize
from briefx.extraction.timeline import timeline
from briefx.lexicon.words import function_words
from briefx.loading.document import document_from_text
from briefx.model import (
    PARTS,
    Actor,
    Brief,
    Claim,
    Counts,
    Date,
    Document,
    Event,
    Place,
    Quote,
    ReferenceDate,
    Span,
    Warning,
)
from briefx.records import TYPE_CHECKING, NamedTuple
from briefx.text.analysis import Analysis, Block
from briefx.text.forms import words_within

if TYPE_CHECKING:
    from datetime import date

    from briefx.lexicon.own import Lexicon

# Function words of three letters and more: in English news they are 0.06 of all words and more (mostly 0.2);
# in other languages of Latin script 0.03 and less. Shorter ones ("a", "as", "do") are words of many languages.
_FUNCTION_WORD_LETTERS = 3
_ENGLISH_RATE = 0.05
# So many words are looked at before the others.
_LOOKED_AT = 200
# A headline alone may have none.
_ENOUGH_WORDS = 20
# What the analysis of a text finds when it is asked, in the order in which it needs it.
_STEPS = ("tags", "verb_groups", "noun_phrases")


def extract(text: str, *, reference_date: str | date | None = None, title: str | None = None,
            published: str | date | None = None, id: str | None = None,
            only: str | Iterable[str] | None = None, lexicon: Lexicon | None = None) -> Brief:
    """Returns the brief of a text.

    Offsets in it are code points of ``text``, in which no header is looked for. Relative dates are counted
    from ``reference_date``, else from ``published``, else from a date that the text gives; both are a
    ``datetime.date`` or a string YYYY-MM-DD. ``only`` names the parts that are wanted ("actors", "claims",
    "quotes", "dates"), as a sequence or with commas between them; the others are null. ``lexicon`` holds
    names, titles and verbs of your own (``briefx.lexicon_from_toml``). Raises ValueError for a reference date or
    a part that is none; nothing is raised for what the text holds.
    """
    document = document_from_text(text, title=title, published=published, id=id)
    return brief_of(document, reference_date=reference_date, only=only, lexicon=lexicon)


@without_collector
def brief_of(document: Document, *, reference_date: str | date | None = None,
             only: str | Iterable[str] | None = None, lexicon: Lexicon | None = None) -> Brief:
    """Returns the brief of a document; the options are those of ``extract``."""
    return _together([document], iso_day(reference_date), wanted_parts(only), lexicon)[0]


@without_collector
def briefs_of(documents: Sequence[Document], *, reference_date: str | date | None = None,
              only: str | Iterable[str] | None = None, lexicon: Lexicon | None = None) -> list[Brief]:
    """Returns the brief of each document, in order, as ``brief_of`` gives it, some percent faster.

    Each step is done for all documents before the next, since what a step needs then stays in the caches of the
    processor. All documents and what is known of them are in memory at the same time: give ten or twenty at a
    time, not a hundred thousand.
    """
    return _together(documents, iso_day(reference_date), wanted_parts(only), lexicon)


def _together(documents: Sequence[Document], option: str | None, wanted: frozenset[str] | None,
              lexicon: Lexicon | None) -> list[Brief]:
    """Returns the brief of each document, step by step for all; ``wanted`` names the parts (null: all)."""
    analyses = [analysis_of(document, lexicon) for document in documents]
    documents = list(map(_completed, documents, analyses))
    counts = list(map(_counts, analyses))
    references = [anchor.reference_date(analysis, document, option)
                  for analysis, document in zip(analyses, documents)]
    parts = _parts(analyses, [reference.value for reference, _ in references], wanted)
    return list(map(_brief, documents, analyses, counts, references, parts))


def _brief(document: Document, analysis: Analysis, counts: Counts,
           reference: tuple[ReferenceDate, Sequence[Warning]], parts: _Parts) -> Brief:
    warnings = (*document.warnings, *_warnings(document, analysis, counts), *reference[1],
                *unclosed_marks(analysis))
    paragraphs = tuple([(block.start, block.end) for block in analysis.blocks if block.number is not None])
    return Brief(document=document, counts=counts, reference_date=reference[0], **parts._asdict(),
                 warnings=warnings, paragraphs=paragraphs)


class _Parts(NamedTuple):
    """The parts of a brief, null where they were not asked for."""

    summary: tuple[Span, ...] | None = None
    actors: tuple[Actor, ...] | None = None
    places: tuple[Place, ...] | None = None
    quotes: tuple[Quote, ...] | None = None
    claims: tuple[Claim, ...] | None = None
    dates: tuple[Date, ...] | None = None
    timeline: tuple[Event, ...] | None = None


def _parts(analyses: list[Analysis], days: list[str | None], wanted: frozenset[str] | None) -> list[_Parts]:
    """Returns the parts that are wanted (null: all); what they don't need is not looked for."""
    if wanted == frozenset(("dates",)):
        return [_Parts(dates=tuple(found)) for found in map(find_dates, analyses, days)]
    for step in _STEPS:
        for analysis in analyses:
            getattr(analysis, step)
    attributions = list(map(find_attributions, analyses))
    casts = list(map(find_actors, analyses, attributions))
    if wanted == frozenset(("actors",)):
        return [_Parts(actors=tuple(cast.actors)) for cast in casts]
    dates = [tuple(found) for found in map(find_dates, analyses, days)]
    seen = list(map(views, analyses, attributions, casts, dates))
    if wanted is not None:
        return [_Parts(actors=tuple(cast.actors) if "actors" in wanted else None,
                       quotes=tuple(quotes) if "quotes" in wanted else None,
                       claims=tuple(claims) if "claims" in wanted else None,
                       dates=found if "dates" in wanted else None)
                for cast, (quotes, claims), found in zip(casts, seen, dates)]
    summaries = list(map(summarize, analyses, casts, [claims for _, claims in seen], dates))
    return [_Parts(summary, tuple(cast.actors), tuple(cast.places), tuple(quotes), tuple(claims), found,
                   timeline(analysis, found, cast))
            for summary, cast, (quotes, claims), found, analysis in zip(summaries, casts, seen, dates, analyses)]


def sentences(text: str) -> list[Span]:
    """Returns the sentences of a text, in order; title, headings and datelines are sentences too."""
    return [Span(text[sentence.start:sentence.end], sentence.start, sentence.end)
            for sentence in Analysis(text).sentences]


def analysis_of(document: Document, lexicon: Lexicon | None = None) -> Analysis:
    """Returns the analysis of a document's text, its header left out but for the title."""
    title = None
    if document.title_start is not None and document.title_end is not None:
        title = document.title_start, document.title_end
    return Analysis(document.text, document.body_start, title, lexicon)


def wanted_parts(only: str | Iterable[str] | None) -> frozenset[str] | None:
    """Returns the parts that are asked for, null for all of them. Raises ValueError."""
    if only is None:
        return None
    names = frozenset(part.strip() for part in (only.split(",") if isinstance(only, str) else only))
    if not names or not names.issubset(PARTS):
        raise ValueError(f"only is some of {', '.join(PARTS)}, not {', '.join(sorted(names)) or 'nothing'}")
    return names


def iso_day(day: str | date | None) -> str | None:
    """Returns a day as YYYY-MM-DD. Raises ValueError where it is none."""
    if day is None:
        return None
    from datetime import date

    shown = str(day)
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", shown) is None:
            raise ValueError
        return date.fromisoformat(shown).isoformat()
    except ValueError:
        raise ValueError(f"{shown!r} is no day of the form YYYY-MM-DD") from None


def _completed(document: Document, analysis: Analysis) -> Document:
    """Returns the document with the title and author that only the text gives."""
    if document.title is not None and document.byline is not None:
        return document
    title, byline = document.title, document.byline
    for block in analysis.blocks[:4]:
        if block.kind == "title" and title is None:
            title = _words(analysis, block).lstrip("#").strip() or None
        elif block.kind == "byline" and byline is None:
            byline = _words(analysis, block).removeprefix("By ")
    return document._replace(title=title, byline=byline)


def _words(analysis: Analysis, block: Block) -> str:
    """The words of a block on one line."""
    return " ".join(analysis.text[block.start:block.end].split())


def _counts(analysis: Analysis) -> Counts:
    forms = analysis.forms
    paragraphs = [(block.first, block.last) for block in analysis.blocks if block.number is not None]
    return Counts(
        characters=len(analysis.text),
        words=sum([words_within(forms, first, last) for first, last in paragraphs]),
        sentences=analysis.told_sentences,
        paragraphs=len(paragraphs))


def _warnings(document: Document, analysis: Analysis, counts: Counts) -> list[Warning]:
    """Returns what the text as a whole gives cause to say."""
    found = []
    if not analysis.text[document.body_start:].strip():
        found.append(Warning("empty", "there is no text"))
    language = (document.language or "en").partition("-")[0].lower()
    if language not in ("en", "eng"):
        message = f"the language is given as {document.language}: only English is understood"
        found.append(Warning("not_english", message))
    elif counts.words >= _ENOUGH_WORDS and not _looks_english(analysis.lowers, counts.words):
        found.append(Warning("not_english", "this does not look like English, which alone is understood"))
    return found


def _looks_english(lowers: list[str], words: int) -> bool:
    """Returns whether enough of the words, in lower case, are function words; most texts show it at once."""
    is_telling = _telling_words().__contains__
    found = 0
    for at in range(0, len(lowers), _LOOKED_AT):
        found += len(list(filter(is_telling, lowers[at:at + _LOOKED_AT])))
        if found / words >= _ENGLISH_RATE:
            return True
    return False


@cache
def _telling_words() -> frozenset[str]:
    """The function words that tell English from other languages."""
    return frozenset([word for word in function_words() if len(word) >= _FUNCTION_WORD_LETTERS])

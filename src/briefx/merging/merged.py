"""What is kept of each document while briefs are merged, and what the merged brief holds.

Documents are numbered from 1 in the order of the input. Ids of merged items begin with a capital letter
("A1" is merged from "a3" of one document and "a1" of another).
"""
from __future__ import annotations

from briefx.records import NamedTuple


class Source(NamedTuple):
    """A document: what a reader needs to find it."""

    number: int
    id: str
    path: str | None
    line: int | None
    title: str | None
    publisher: str | None
    published: str | None


class At(NamedTuple):
    """A place in a document: the item's id there, its paragraph and its code points."""

    document: int
    item: str
    paragraph: int | None
    start: int
    end: int


class SeenActor(NamedTuple):
    """An actor of one document; ``of`` is the name of the actor that a group belongs to."""

    id: str
    name: str
    type: str
    of: str | None
    country: str | None
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    salience: float
    mentions: int


class SeenQuote(NamedTuple):
    """A quote of one document that holds words in quotation marks."""

    at: At
    text: str
    speakers: tuple[str, ...]
    speaker: str | None


class SeenClaim(NamedTuple):
    """A claim of one document; ``cue`` is the words of attribution."""

    at: At
    text: str
    claimants: tuple[str, ...]
    claimant: str | None
    voice: str
    cue: str | None
    kind: str
    polarity: str
    certainty: str
    conditional: bool


class SeenEvent(NamedTuple):
    """An entry of one document's timeline: a sentence and the date in it; ``near`` are the words beside the date."""

    at: At
    value: str
    mod: str | None
    first_day: str | None
    last_day: str | None
    words: str
    text: str
    near: frozenset[str]
    actors: tuple[str, ...]


class Shown(NamedTuple):
    """How Markdown shows an item of a document.

    ``line`` is a claim with its words of attribution or a dated sentence, "" for others; ``doubtful`` that its rule
    is to be checked; ``why`` the explanation, "" where none is asked for. ``left_out`` says that the document's own
    brief passes it over. ``when`` is a date in words, ``excerpt`` the part of its sentence around it, "" where that
    is the whole. All are Markdown.
    """

    line: str = ""
    doubtful: bool = False
    why: str = ""
    left_out: bool = False
    when: str = ""
    excerpt: str = ""


class Lede(NamedTuple):
    """The first sentence of a document's summary."""

    text: str
    at: At


class Digest(NamedTuple):
    """What merging keeps of a brief; it holds no text but that of the items.

    ``sides`` are pairs of ids of claims that are opposed in the document. ``shown`` is {id: how an item is shown},
    for Markdown alone.
    """

    source: Source
    actors: tuple[SeenActor, ...]
    quotes: tuple[SeenQuote, ...]
    claims: tuple[SeenClaim, ...]
    events: tuple[SeenEvent, ...]
    lede: Lede | None = None
    sides: tuple[tuple[str, str], ...] = ()
    shown: dict[str, Shown] | None = None


class InDocument(NamedTuple):
    """An actor in one of the documents."""

    document: int
    actor: str
    mentions: int


class MergedActor(NamedTuple):
    """An actor over documents; ``documents`` gives its number of mentions in each."""

    id: str
    name: str
    type: str
    of: str | None
    country: str | None
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    salience: float
    documents: tuple[InDocument, ...]


class MergedQuote(NamedTuple):
    """Words that one or more documents give in quotation marks, as the fullest of them has them."""

    id: str
    text: str
    actors: tuple[str, ...]
    speaker: str | None
    places: tuple[At, ...]


class MergedClaim(NamedTuple):
    """A claim that one or more documents report; ``single_source`` where only one does."""

    id: str
    text: str
    actors: tuple[str, ...]
    claimant: str | None
    voice: str
    cue: str | None
    kind: str
    polarity: str
    certainty: str
    conditional: bool
    single_source: bool
    places: tuple[At, ...]


class MergedEvent(NamedTuple):
    """A date and a sentence that tells of it; ``words`` are the date's."""

    value: str
    mod: str | None
    words: str
    first_day: str | None
    last_day: str | None
    text: str
    actors: tuple[str, ...]
    single_source: bool
    places: tuple[At, ...]


class ConflictingDate(NamedTuple):
    """One side of a conflict: the date's value and words, and the sentence that it stands in."""

    value: str
    mod: str | None
    words: str
    text: str
    at: At


class Conflict(NamedTuple):
    """Two documents that give different dates for what seems one event; ``shared`` are the words they share."""

    shared: tuple[str, ...]
    dates: tuple[ConflictingDate, ...]


class Merged(NamedTuple):
    """One brief over all documents.

    JSON has all up to the conflicts. ``ledes`` are those of the first documents that tell something new; ``sides``
    are pairs of numbers of claims that are opposed; ``shown`` is how the items of each document are shown.
    """

    documents: tuple[Source, ...]
    actors: tuple[MergedActor, ...]
    quotes: tuple[MergedQuote, ...]
    claims: tuple[MergedClaim, ...]
    timeline: tuple[MergedEvent, ...]
    conflicts: tuple[Conflict, ...]
    ledes: tuple[Lede, ...] = ()
    sides: tuple[tuple[int, int], ...] = ()
    shown: tuple[dict[str, Shown], ...] = ()

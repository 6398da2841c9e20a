"""The actors and places of a text: finds names, types them, puts them together, resolves what refers to them."""
from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from itertools import compress
from operator import attrgetter

from briefx.extraction.actors.acts import BEFORE_VERB, Acts
from briefx.extraction.actors.candidates import find_candidates
from briefx.extraction.actors.cast import Cast
from briefx.extraction.actors.cutting import Name
from briefx.extraction.actors.entity import Entity, Mark
from briefx.extraction.actors.evidence import OTHER
from briefx.extraction.actors.headlines import read_loose
from briefx.extraction.actors.metonyms import find_metonyms
from briefx.extraction.actors.pronouns import PRONOUNS, Pronouns
from briefx.extraction.actors.referring import Referring, may_refer
from briefx.extraction.actors.salience import deeds_of, weigh
from briefx.extraction.actors.sieve import Sieve
from briefx.extraction.actors.sources import Sources
from briefx.extraction.actors.voting import Votes, collect, decide
from briefx.extraction.actors.wording import wording
from briefx.extraction.attribution.relation import Attribution
from briefx.model import Actor, Mention, Place, Span
from briefx.records import NamedTuple
from briefx.text.analysis import Analysis

_FIRST = attrgetter("first")
_WEIGHT = attrgetter("weight")
# The forms of a mention that give its actor another name.
_NAME_FORMS = frozenset(("name", "alias", "metonym"))


def find_actors(analysis: Analysis, attributions: Sequence[Attribution] = ()) -> Cast:
    """Returns the actors and places of a text, by salience and in text order.

    ``attributions`` tell who speaks, which helps with pronouns and salience; without them all else is found.
    """
    entities = find_entities(analysis, attributions)
    return _cast(analysis, entities, attributions)


def find_entities(analysis: Analysis, attributions: Sequence[Attribution] = ()) -> list[Entity]:
    """Returns the actors and places of a text with all marks that refer to them, the passes in their order."""
    names = find_names(analysis)
    sieve = Sieve(analysis, names.votes, names.types)
    entities = _without_authors(analysis, sieve.run(names.found))
    find_metonyms(analysis, sieve, entities)
    cited = bytearray(len(analysis.words))
    for attribution in attributions:
        if attribution.source:
            first, last = attribution.source
            cited[first:last] = b"\x01" * (last - first)
    heads, pronouns = _referring_words(analysis)
    sources = Referring(analysis, sieve, entities, names.demonyms, cited, heads).run()
    if pronouns:
        Pronouns(analysis, sources, pronouns, attributions, cited).run()
    if analysis.lexicon is not None:
        from briefx.extraction.actors.own import refer_by_role

        entities = refer_by_role(analysis, analysis.lexicon, entities)
    for entity in entities:
        entity.marks.sort()
    return entities


def _without_authors(analysis: Analysis, entities: list[Entity]) -> list[Entity]:
    """The entities without people and bodies that a byline or dateline alone names.

    Who writes of the events does not act in them. A place in a dateline stays.
    """
    headers = [(block.first, block.last) for block in analysis.blocks if block.kind in ("byline", "dateline")]
    if not headers:
        return entities
    end = headers[-1][1]
    return [entity for entity in entities if entity.marks[-1][0] >= end or entity.kind in ("gpe", "place") or not all(
        [any([first <= mark[0] < last for first, last in headers]) for mark in entity.marks])]


def _referring_words(analysis: Analysis) -> tuple[list[int], list[int]]:
    """The tokens of the nouns and of the pronouns that may stand for an actor, found in one walk."""
    lowers = analysis.lowers
    heads: list[int] = []
    pronouns: list[int] = []
    for at in compress(range(len(lowers)), map(may_refer, lowers)):
        if lowers[at] in PRONOUNS:
            pronouns.append(at)
        else:
            heads.append(at)
    return heads, pronouns


class Names(NamedTuple):
    """The names of a text in its order; the distinct ones with their votes and types; the tokens of demonyms."""

    found: list[Name]
    votes: dict[str, Votes]
    types: dict[str, int]
    demonyms: list[int]


def find_names(analysis: Analysis) -> Names:
    """Returns the names of a text, typed; those in headlines last, when the rest is known."""
    candidates = find_candidates(analysis)
    found, lexicon = candidates.names, analysis.lexicon
    if lexicon is None:
        votes = collect(analysis, found)
    else:
        from briefx.extraction.actors import own

        found = own.adjusted(analysis, lexicon, found)
        votes = collect(analysis, found)
        for actor in lexicon.actors:
            if actor.name in votes:
                votes[actor.name].make_sure(own.NUMBERS[actor.type])
    types = decide(analysis, votes)
    loose: list[Name] = []
    if candidates.loose:
        loose = read_loose(analysis, candidates.loose, [key for key, kind in types.items() if kind != OTHER])
    if lexicon is not None:
        loose = [name for name in own.apart(loose, found) if name.key not in lexicon.never_names]
    for name in loose:
        entry = votes.get(name.key)
        if entry is None:
            entry = votes[name.key] = Votes(name.key)
            if name.title is not None:
                entry.add(("actor.byline",))
            types[name.key] = entry.best()
        insort(entry.mentions, name, key=_FIRST)
    if loose:
        found = sorted([*found, *loose], key=_FIRST)
    return Names(found, votes, types, candidates.demonyms)


def _cast(analysis: Analysis, entities: list[Entity], attributions: Sequence[Attribution]) -> Cast:
    """The entities as they are given out."""
    tags, gazetteer = analysis.tag_at, wording().gazetteer
    behind = [*tags, ""]
    acting: list[Entity] = []
    lying: list[Entity] = []
    openers: dict[Entity, list[Mark]] = {}
    for entity in entities:
        entity.first = entity.marks[0][0]
        opening = [mark for mark in entity.marks if behind[mark[1]] in BEFORE_VERB and mark[2] != "demonym"]
        if opening:
            openers[entity] = opening
            entity.deeds = deeds_of(tags, opening)
            if entity.deeds and entity.kind == "place":
                located = gazetteer[entity.name]
                if located is not None and located.kind in ("city", "region"):
                    entity.kind = "gpe"
        (lying if entity.kind == "place" else acting).append(entity)
    sources = Sources(analysis, entities)
    for attribution in attributions:
        for entity in sources.of(attribution):
            entity.cited += 1
    acts = Acts(analysis, attributions)
    weigh(analysis, acting)
    acting.sort(key=_FIRST)
    acting.sort(key=_WEIGHT, reverse=True)
    for number, entity in enumerate(acting, 1):
        entity.id = f"a{number}"
    top = acting[0].weight if acting else 1.0
    actors = []
    new = tuple.__new__  # without the constructor and by position
    for entity in acting:
        mentions, others = _mentions(analysis, entity)
        actors.append(new(Actor, (
            entity.id, entity.name, entity.kind, entity.of.id if entity.of is not None else None,
            _roles(analysis, entity) if entity.roles else (), _aliases(entity.name, others) if others else (),
            entity.country, round(entity.weight / top, 2), acts.of(openers[entity]) if entity in openers else (),
            mentions, entity.rule)))
    lying.sort(key=_FIRST)
    places = [Place(f"p{number}", entity.name, entity.country, _mentions(analysis, entity)[0])
              for number, entity in enumerate(lying, 1)]
    return Cast(analysis, actors, places, sources)


def _aliases(name: str, others: list[str]) -> tuple[str, ...]:
    """The other names that a text uses, in the order in which they come; capitals alone make no other name."""
    found: dict[str, str] = {}
    for text in others:
        alias = " ".join(text.split())
        lower = alias.lower()
        if lower not in found or found[lower].isupper():
            found[lower] = alias
    found.pop(name.lower(), None)
    return tuple(found.values())


def _roles(analysis: Analysis, entity: Entity) -> tuple[Span, ...]:
    """A person's roles as the text has them, in text order."""
    spans = [analysis.span(first, last) for first, last in sorted(entity.roles)]
    return tuple([Span(analysis.text[start:end], start, end) for start, end in spans])


def _mentions(analysis: Analysis, entity: Entity) -> tuple[tuple[Mention, ...], list[str]]:
    """The mentions of an entity, and the texts of those that name it in other words than its name."""
    text, starts, ends, name = analysis.text, analysis.starts, analysis.ends, entity.name
    new = tuple.__new__  # mentions are many, and their class's own constructor takes three times as long
    found = []
    others = []
    for first, last, form, _ in entity.marks:
        start, end = starts[first], ends[last - 1]
        said = text[start:end]
        found.append(new(Mention, (said, start, end, form)))
        if said != name and form in _NAME_FORMS:
            others.append(said)
    return tuple(found), others

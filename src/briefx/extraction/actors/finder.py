"""The actors and places of a text: finds names, types them, puts them together, resolves what refers to them."""
from __future__ import annotations

from collections.abc import Sequence

from briefx.extraction.actors.cast import Cast, entity_ids
from briefx.extraction.actors.candidates import find_candidates
from briefx.extraction.actors.entity import Entity, Mark
from briefx.extraction.actors.pronouns import Pronouns
from briefx.extraction.actors.sieve import Sieve
from briefx.extraction.actors.headlines import read_loose
from briefx.extraction.actors.metonyms import find_metonyms
from briefx.extraction.actors.referring import Referring
from briefx.extraction.actors.salience import find_acts, subjects, weigh
from briefx.extraction.actors.sources import Sources
from briefx.extraction.actors.typing import Votes, collect, coordinate, decide, settle
from briefx.extraction.actors.wording import wording
from briefx.lexicon.names import Located
from briefx.extraction.attribution.relation import Attribution
from briefx.model import Actor, Mention, Place, Span
from briefx.text.analysis import Analysis


_NOWHERE = Located("", None)


def find_actors(analysis: Analysis, attributions: Sequence[Attribution] = ()) -> Cast:
    """Returns the actors and places of a text, by salience and in text order."""
    candidates = find_candidates(analysis)
    votes = collect(analysis, candidates.names)
    types = decide(votes)
    coordinate(analysis, votes, types)
    types = settle(votes)
    loose = read_loose(analysis, candidates.loose, {key: None for key, kind in types.items() if kind < 3})
    if loose:
        for name in loose:
            if name.key not in votes:
                votes[name.key] = Votes(name.key)
                if name.title is not None:
                    votes[name.key].add("actor.title_name")
            votes[name.key].mentions.append(name)
        for entry in votes.values():
            entry.mentions.sort(key=lambda name: name.first)
        types = settle(votes)
    sieve = Sieve(analysis, votes, types)
    entities = sieve.run()
    find_metonyms(analysis, sieve, entities)
    cited = {at for attribution in attributions if attribution.source for at in range(*attribution.source)}
    Referring(analysis, sieve, entities, candidates.demonyms, cited).run()
    Pronouns(analysis, entities, _speech(analysis, entities, attributions)).run()
    _act_or_lie(analysis, entities)
    return _cast(analysis, entities, attributions)


def _speech(analysis: Analysis, entities: list[Entity], attributions: Sequence[Attribution]
            ) -> list[tuple[int, int, Entity]]:
    """Whose words stand where: the tokens of quoted stretches with the one person who says them."""
    sources = Sources(analysis, entities)
    found = []
    for attribution in attributions:
        if attribution.quoted and attribution.speech:
            people = sources.of(attribution)
            if len(people) == 1:
                found.extend((analysis.token_at(start), analysis.token_at(end), people[0])
                             for start, end in attribution.quoted)
    return sorted(found, key=lambda item: item[:2])


def _act_or_lie(analysis: Analysis, entities: list[Entity]) -> None:
    """Makes actors of the places that do something."""
    for entity in entities:
        entity.marks.sort()
        if entity.kind == "place" and wording().gazetteer.get(entity.name, _NOWHERE).kind in ("city", "region") \
                and len(subjects(analysis, entity)) > 0:
            entity.kind = "gpe"


def _cast(analysis: Analysis, entities: list[Entity], attributions: Sequence[Attribution]) -> Cast:
    cues = {at for attribution in attributions if attribution.cue for at in range(*attribution.cue)}
    sources = Sources(analysis, entities)
    cited: dict[int, int] = {}
    for attribution in attributions:
        for entity in sources.of(attribution):
            cited[id(entity)] = cited.get(id(entity), 0) + 1
    weights = weigh(analysis, entities, cited)
    acting = sorted((entity for entity in entities if entity.kind != "place"),
                    key=lambda entity: (-weights[id(entity)], entity.marks[0].first))
    ids = entity_ids(acting)
    top = max((weights[id(entity)] for entity in acting), default=1.0) or 1.0
    actors = []
    for entity in acting:
        name = ids[id(entity)]
        mentions = tuple(_mention(analysis, mark) for mark in entity.marks)
        roles = tuple(_span(analysis, *role) for role in sorted(entity.roles)) if entity.kind == "person" else ()
        acts = tuple(Span(analysis.text[start:end], start, end) for start, end in find_acts(analysis, entity, cues))
        full = _full_name(entity)
        actors.append(Actor(name, full, entity.kind, ids.get(id(entity.of)) if entity.of else None, roles,
                            tuple(form for form in _shown(analysis, entity) if form != full), entity.country,
                            round(weights[id(entity)] / top, 2), acts, mentions, entity.rule))
    places = []
    for entity in sorted((entity for entity in entities if entity.kind == "place"), key=lambda one: one.marks[0].first):
        mentions = tuple(_mention(analysis, mark) for mark in entity.marks)
        places.append(Place(f"p{len(places) + 1}", entity.name, entity.country, mentions))
    return Cast(analysis, actors, places, sources, ids)


def _shown(analysis: Analysis, entity: Entity) -> list[str]:
    """The forms of an entity's name as the text has them, in order."""
    forms: dict[str, None] = {}
    for mark in entity.marks:
        if mark.form in ("name", "alias", "metonym"):
            start, end = analysis.span(mark.first, mark.last)
            forms[" ".join(analysis.text[start:end].split())] = None
    return list(forms)


def _full_name(entity: Entity) -> str:
    return entity.name


def _mention(analysis: Analysis, mark: Mark) -> Mention:
    start, end = analysis.span(mark.first, mark.last)
    return Mention(analysis.text[start:end], start, end, mark.form)


def _span(analysis: Analysis, first: int, last: int) -> Span:
    start, end = analysis.span(first, last)
    return Span(analysis.text[start:end], start, end)

"""The names of the user's own lexicon: found before all others, and what is never one left out."""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefx.extraction.actors.cutting import Name
from briefx.extraction.actors.entity import Entity
from briefx.extraction.actors.evidence import ORGANIZATION, PERSON, PLACE
from briefx.extraction.actors.passes import OWN
from briefx.extraction.actors.runs import name_key
from briefx.lexicon.own import Lexicon, OwnActor
from briefx.records import NamedTuple
from briefx.text.analysis import Analysis
from briefx.text.tokens import tokenize

NUMBERS = {"person": PERSON, "organization": ORGANIZATION, "gpe": PLACE, "group": ORGANIZATION}


class OwnRule(NamedTuple):
    """A row: what the lexicon ``EXAMPLE`` makes of a text."""

    name: str
    example: str
    gives: str
    near_miss: str


_NAMED = ("name", "alias")

RULES = (OwnRule(OWN, "He joined the quiet nine.", "quiet nine", "He joined the quiet ten."),)


class _Index(NamedTuple):
    """The forms of a lexicon in tokens by their first one, the longest first; roles in lower case."""

    names: dict[str, list[tuple[tuple[str, ...], str]]]
    titles: dict[str, list[tuple[tuple[str, ...], str]]]
    roles: dict[str, list[tuple[tuple[str, ...], str]]]


def adjusted(analysis: Analysis, lexicon: Lexicon, names: list[Name]) -> list[Name]:
    """Returns the candidates as the lexicon has them: its names with the actor's as their key, titles cut off."""
    index = _index(lexicon)
    found = [Name(first, last, key, None)
             for first, last, key in _matches(analysis.words, index.names)]
    kept = [name for name in (_without(analysis, lexicon, name) for name in names) if name is not None]
    _entitle(analysis, index, kept)
    _entitle(analysis, index, found)
    return sorted([*found, *apart(kept, found)], key=lambda name: name.first)


def apart(names: list[Name], own: list[Name]) -> list[Name]:
    """Returns the names that overlap none of the lexicon's."""
    taken = {at for name in own for at in range(name.first, name.last)}
    return [name for name in names if taken.isdisjoint(range(name.first, name.last))]


def refer_by_role(analysis: Analysis, lexicon: Lexicon, entities: list[Entity]) -> list[Entity]:
    """Gives the roles of the lexicon's actors, where the text has them, to those that it names; drops what is none.

    Returns the entities that have mentions left.
    """
    named = {entity.name: entity for entity in entities if entity.rule == OWN}
    taken = {at for entity in named.values() for first, last, form, _ in entity.marks if form in _NAMED
             for at in range(first, last)}
    for one in entities:  # an alias such as "the Company" is no noun for another
        one.marks = [mark for mark in one.marks
                     if mark[2] in _NAMED or taken.isdisjoint(range(mark[0], mark[1]))]
    begins = {mark[0] for entity in entities for mark in entity.marks if mark[2] in _NAMED}
    for first, last, owner in _matches(analysis.lowers, _index(lexicon).roles):
        entity = named.get(owner)
        if entity is None:
            continue
        if (first, last) not in entity.roles:
            entity.roles.append((first, last))
        if last in begins:
            continue
        start = first - (first > 0 and analysis.lowers[first - 1] == "the")
        for other in entities:
            other.marks = [mark for mark in other.marks
                           if mark[2] != "nominal" or mark[1] <= start or mark[0] >= last]
        if not any(mark[0] < last and start < mark[1] for other in entities for mark in other.marks):
            entity.marks.append((start, last, "nominal", OWN))
    never = {name.lower() for name in lexicon.never_names}
    return [entity for entity in entities if entity.marks and entity.name.lower() not in never]


def own_entity(lexicon: Lexicon, key: str) -> Entity | None:
    """Returns a new entity for a name of the lexicon, or null."""
    actor = lexicon.by_name.get(key)
    if actor is None:
        return None
    entity = Entity(actor.type, key, OWN)
    entity.names.update(dict.fromkeys(actor.aliases))
    entity.country = actor.country
    return entity


def _entitle(analysis: Analysis, index: _Index, names: list[Name]) -> None:
    """Gives names the titles of the lexicon that stand before them, cut off where they stand within."""
    if not index.titles:
        return
    words = analysis.words
    titles = {last: first for first, last, _ in _matches(words, index.titles)}
    for name in names:
        behind = next((at for at in range(name.first, name.last) if at in titles), None)
        if behind is not None:
            name.title = titles[behind], behind
            if behind > name.first:
                name.first, name.key = behind, name_key(words, behind, name.last)


def _without(analysis: Analysis, lexicon: Lexicon, name: Name) -> Name | None:
    """Returns a candidate without what is never a name at its ends, null where nothing is left."""
    if name.key in lexicon.never_names:
        return None
    words, first, last = analysis.words, name.first, name.last
    while first < last and words[first] in lexicon.never_names:
        first += 1
    while first < last and words[last - 1] in lexicon.never_names:
        last -= 1
    if first == last:
        return None
    if (first, last) != (name.first, name.last):
        name.first, name.last, name.key = first, last, name_key(words, first, last)
    return name


@lru_cache(maxsize=4)
def _index(lexicon: Lexicon) -> _Index:
    names, titles, roles = _Index({}, {}, {})
    for actor in lexicon.actors:
        for form in (actor.name, *actor.aliases):
            _enter(names, form, actor.name)
            _enter(names, form[:1].upper() + form[1:], actor.name)  # at the start of a sentence
        for role in actor.roles:
            _enter(roles, role.lower(), actor.name)
    for title in lexicon.titles:
        _enter(titles, title, title)
    for table in (names, titles, roles):
        for forms in table.values():
            forms.sort(key=lambda form: -len(form[0]))
    return _Index(names, titles, roles)


def _enter(table: dict[str, list[tuple[tuple[str, ...], str]]], form: str, owner: str) -> None:
    words = tuple(tokenize(form, 0).words)
    if words:
        table.setdefault(words[0], []).append((words, owner))


def _matches(words: list[str], table: dict[str, list[tuple[tuple[str, ...], str]]]) -> Iterator[tuple[int, int, str]]:
    """Yields (first, last, owner) of the forms in a text, the longest at each place, none overlapping."""
    behind = 0
    for at in [at for at, word in enumerate(words) if word in table] if table else ():
        if at < behind:
            continue
        for form, owner in table[words[at]]:
            if tuple(words[at:at + len(form)]) == form:
                behind = at + len(form)
                yield at, behind, owner
                break


def applied(text: str) -> Iterator[tuple[str, str]]:
    """Yields (rule, mention) of the names that an example of a lexicon gives in a text."""
    from briefx.extraction.actors.finder import find_entities

    analysis = Analysis(text, lexicon=Lexicon((OwnActor("quiet nine", "group"),)))
    for entity in find_entities(analysis):
        for mark in entity.marks:
            start, end = analysis.span(mark[0], mark[1])
            yield entity.rule, text[start:end]

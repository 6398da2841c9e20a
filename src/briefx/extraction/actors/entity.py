"""The actors and places of a document while they are being put together."""
from __future__ import annotations

# A mention: its tokens first:last, its form, and the rule of the pass that found it. There are many, each read in every
# pass, and what is no bare tuple takes ten times as long to make and to take apart.
Mark = tuple[int, int, str, str]

_NONE: frozenset[str] = frozenset()


class Entity:
    """Somebody or something, with all that is known of it.

    ``kind`` is person, organization, gpe, group or place. ``names`` are the forms of its name, in order of
    appearance; ``gender`` is m, f or null; ``roles`` intervals of tokens, ``role_heads`` the nouns in them.

    ``seen`` says how many mentions of a person stand before the pronoun that is looked at, ``asked`` which pronoun
    was the last for which the person was considered. What is known when all mentions are: ``first`` is the token of the
    first, ``deeds`` says how many are the subject of a finite verb, ``cited`` how often it is the source of an
    attribution; ``id`` is null for a place.
    """

    __slots__ = ("asked", "cited", "country", "deeds", "first", "gender", "id", "kind", "marks", "name", "names", "of",
                 "role_heads", "roles", "rule", "seen", "weight")

    def __init__(self, kind: str, name: str, rule: str) -> None:
        self.kind = kind
        self.name = name
        self.rule = rule
        self.names: dict[str, None] = {name: None}
        self.country: str | None = None
        self.gender: str | None = None
        self.of: Entity | None = None
        self.roles: list[tuple[int, int]] = []
        self.role_heads: frozenset[str] = _NONE
        self.marks: list[Mark] = []
        self.asked = -1
        self.first = self.deeds = self.cited = self.seen = 0
        self.weight = 0.0
        self.id: str | None = None

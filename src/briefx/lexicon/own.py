"""A lexicon of the user's own, in TOML: actors, titles, verbs that attribute, and words that are never names."""
from __future__ import annotations

import re
from collections.abc import Iterator

from briefx.lexicon.cues import Cue, verb_cue
from briefx.lexicon.names import countries
from briefx.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

ACTOR_TYPES = ("person", "organization", "gpe", "group")
CUE_KINDS = ("speech", "attitude")

# How surely a frame that the user names attributes, in percent: as the frames of "say" do.
_RATE = 95

_TOP_KEYS = ("actor", "titles", "cue", "never_names")
_ACTOR_KEYS = ("name", "type", "aliases", "roles", "country")
_CUE_KEYS = ("lemma", "frames", "kind")


class OwnActor(NamedTuple):
    """An actor of the user's: ``country`` is an ISO 3166-1 alpha-2 code or null."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    country: str | None = None


class Lexicon:
    """What the user's file says. Two are the same only where they are one object, so that caches can be keyed by it."""

    def __init__(self, actors: tuple[OwnActor, ...] = (), titles: tuple[str, ...] = (),
                 cues: dict[str, Cue] | None = None, never_names: frozenset[str] = frozenset()) -> None:
        self.actors = actors
        self.titles = titles
        self.cues = cues or {}
        self.never_names = never_names
        self.by_name = {actor.name: actor for actor in actors}

    def verb_cue(self, lemma: str) -> Cue | None:
        """Returns a verb's entry by its lemma, the user's frames beside those that it has, or null."""
        own, known = self.cues.get(lemma), verb_cue(lemma)
        if own is None or known is None:
            return own or known
        return Cue(own.speech, {**known.rates, **own.rates})


class LexiconError(ValueError):
    """A file is no lexicon; ``faults`` says where and why, a line each: "3: actor 1: type ..."."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def lexicon_from_toml(text: str) -> Lexicon:
    """Returns the lexicon that a TOML text holds. Raises LexiconError with all that is wrong in it."""
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        place = re.search(r" \(at line (\d+), column \d+\)$", str(fault))
        words = str(fault)[:place.start()] if place else str(fault)
        raise LexiconError([f"{place[1] if place else text.count(chr(10)) + 1}: no TOML: {words}"]) from None
    reader = _Reader(text, table)
    lexicon = reader.lexicon()
    if reader.faults:
        raise LexiconError([words for _, words in sorted(reader.faults)])
    return lexicon


class _Reader:
    """Reads one table, field by field; ``faults`` holds what is wrong, each with its line (0: not known)."""

    def __init__(self, text: str, table: dict[str, Any]) -> None:
        self.lines = text.splitlines()
        self.table = table
        self.faults: list[tuple[int, str]] = []

    def lexicon(self) -> Lexicon:
        for key in self.table:
            if key not in _TOP_KEYS:
                self.fault("", 0, key, f"is none of {', '.join(_TOP_KEYS)}")
        actors = tuple(self.actors())
        titles = self.words("", 0, "titles", self.table)
        cues = dict(self.cues())
        return Lexicon(actors, titles, cues, frozenset(self.words("", 0, "never_names", self.table)))

    def actors(self) -> Iterator[OwnActor]:
        owners: dict[str, str] = {}
        named: set[str] = set()
        for number, entry in self.entries("actor", _ACTOR_KEYS):
            name = self.word("actor", number, "name", entry)
            type = self.word("actor", number, "type", entry, ACTOR_TYPES)
            aliases = self.words("actor", number, "aliases", entry)
            roles = self.words("actor", number, "roles", entry)
            country = self.word("actor", number, "country", entry) if "country" in entry else None
            if country and country not in countries():
                self.fault("actor", number, "country", f"{country!r} is no ISO 3166-1 code of two capital letters")
            for form in (name, *aliases):
                if form and owners.setdefault(form, name) != name:
                    key = "name" if form == name else "aliases"
                    self.fault("actor", number, key, f"{form!r} is {owners[form]} already")
            if name and name in named:
                self.fault("actor", number, "name", f"{name!r} is there twice")
            named.add(name)
            yield OwnActor(name, type, aliases, roles, country)

    def cues(self) -> Iterator[tuple[str, Cue]]:
        for number, entry in self.entries("cue", _CUE_KEYS):
            lemma = self.word("cue", number, "lemma", entry)
            kind = self.word("cue", number, "kind", entry, CUE_KINDS) if "kind" in entry else "speech"
            frames = self.words("cue", number, "frames", entry)
            if "frames" not in entry:
                self.fault("cue", number, "frames", "is missing")
            for frame in frames:
                if re.fullmatch(r"(pass_)?[a-z]+", frame) is None:
                    self.fault("cue", number, "frames", f"{frame!r} is no frame (that, wh, inf, quote, about, ...)")
            yield lemma.lower(), Cue(kind == "speech", dict.fromkeys(frames, _RATE))

    def entries(self, key: str, known: tuple[str, ...]) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yields the tables of an array of tables with their numbers, counted from 1."""
        entries = self.table.get(key, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self.fault("", 0, key, f"is written [[{key}]], once for each")
            return
        for number, entry in enumerate(entries, 1):
            for name in entry:
                if name not in known:
                    self.fault(key, number, name, f"is none of {', '.join(known)}")
            yield number, entry

    def word(self, section: str, number: int, key: str, entry: dict[str, Any], values: tuple[str, ...] = ()) -> str:
        value = entry.get(key)
        if value is None:
            self.fault(section, number, key, "is missing")
        elif not isinstance(value, str) or not value.strip():
            self.fault(section, number, key, f"is a text that is not empty, not {value!r}")
        elif values and value not in values:
            self.fault(section, number, key, f"{value!r} is none of {', '.join(values)}")
        else:
            return " ".join(value.split())
        return ""

    def words(self, section: str, number: int, key: str, entry: dict[str, Any]) -> tuple[str, ...]:
        value = entry.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(" ".join(item.split()) for item in value)
        self.fault(section, number, key, "is a list of texts, none of them empty")
        return ()

    def fault(self, section: str, number: int, key: str, words: str) -> None:
        where = f"{section} {number}: " if section else ""
        line = self.line_of(section, number, key)
        self.faults.append((line or 0, (f"{line}: " if line else "") + f"{where}{key} {words}"))

    def line_of(self, section: str, number: int, key: str) -> int | None:
        """Returns the line of a key, of its table's head where the key is missing; null where it can't be told."""
        seen, head = 0, None
        for at, line in enumerate(self.lines, 1):
            opened = re.match(r"\s*\[\[?\s*([\w-]+)", line)
            if opened:
                seen += opened[1] == section
                if (opened[1] == section and seen == number) or (not section and opened[1] == key):
                    head = at
                elif head is not None:
                    break
            elif head is not None or not section:
                name, equals, _ = line.partition("=")
                if equals and name.strip().strip("\"'") == key:
                    return at
        return head

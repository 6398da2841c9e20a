"""Cuts a run of capitalised words into titles, names and demonyms."""
from __future__ import annotations

from briefx.extraction.actors.runs import name_key
from briefx.extraction.actors.wording import heads_a_thing, wording
from briefx.memory import remembered
from briefx.text.analysis import Analysis

# How runs were cut, by their words; emptied when there are this many. Longer ones seldom come again.
_MOST_CACHED = 20_000
_LONGEST_CACHED = 4
# A name in capitals that is no longer is taken as it is.
_LONGEST_KEPT_SHOUTED = 3
# What a run holds, counted from its first token: names as (first, last, key, title), and demonyms.
_Cuts = tuple[list[tuple[int, int, str, tuple[int, int] | None]], list[int]]
_cuts: dict[tuple[str, ...], _Cuts] = {}


class Name:
    """A candidate: tokens first:last, and the title or role in front of it, if any.

    ``key`` is the name with single spaces. ``dateline`` says that it opens a dateline.
    """

    __slots__ = ("dateline", "first", "key", "last", "title")

    def __init__(self, first: int, last: int, key: str, title: tuple[int, int] | None,
                 dateline: bool = False) -> None:
        self.first = first
        self.last = last
        self.key = key
        self.title = title
        self.dateline = dateline


@remembered
def lone_name(word: str) -> str | None:
    """Returns the name that a capitalised word alone is, "" for one letter.

    Null where it may be none: of the calendar, a title, a people or a role.
    """
    lexicon = wording()
    if word in lexicon.calendar or word in lexicon.edges or word in lexicon.titles or word in lexicon.peoples or (
            word == word.capitalize() and word.lower() in lexicon.person_roles):
        return None
    return _said(word) if len(word) > 1 else ""


def _said(key: str) -> str:
    """A name as it is written elsewhere, if it stands in capitals and that is what is known."""
    if len(key) <= _LONGEST_KEPT_SHOUTED or not key.isupper():
        return key
    known = wording().known
    titled = " ".join(map(str.capitalize, key.split(" ")))
    return titled if not known[key] and known[titled] else key


class Cutter:
    """Collects what the runs of one text hold: ``names``, and ``demonyms`` as tokens."""

    def __init__(self, analysis: Analysis) -> None:
        self.words, self.lowers = analysis.words, analysis.lowers
        self.lexicon = wording()
        self.names: list[Name] = []
        self.demonyms: list[int] = []

    def _key(self, first: int, last: int) -> str:
        return name_key(self.words, first, last)

    def add(self, first: int, last: int, title: tuple[int, int] | None = None, dateline: bool = False) -> None:
        """Takes an interval as one name; a lone demonym is none."""
        words = self.words
        if last - first == 1:
            key = words[first]
            if title is None and key in self.lexicon.peoples:
                self.demonyms.append(first)
                return
            if len(key) == 1:
                return
        else:
            if words[first] == "The":
                first += 1
            key = name_key(words, first, last)
        self.names.append(Name(first, last, _said(key) if words[first].isupper() else key, title, dateline))

    def cut(self, first: int, last: int, title: tuple[int, int] | None = None) -> None:
        """Cuts a run; ``title`` is a role that stands in front of all of it."""
        words = self.words
        if last - first == 1:
            lone = lone_name(words[first])
            if lone is not None:
                if lone:
                    self.names.append(Name(first, last, lone, title))
                return
        if title is not None or last - first > _LONGEST_CACHED:
            self._cut(first, last, title)
            return
        run = tuple(words[first:last])
        cuts = _cuts.get(run)
        if cuts is None:
            self._cut_and_keep(first, last, run)
            return
        names, demonyms = cuts
        for begin, end, key, behind in names:
            before = None if behind is None else (first + behind[0], first + behind[1])
            self.names.append(Name(first + begin, first + end, key, before))
        if demonyms:
            self.demonyms.extend([first + token for token in demonyms])

    def _cut_and_keep(self, first: int, last: int, run: tuple[str, ...]) -> None:
        """Cuts a run, and keeps what came out for other places where the same words stand."""
        names, demonyms = len(self.names), len(self.demonyms)
        self._cut(first, last, None)
        if not self.lexicon.signals["saint"].isdisjoint(run):
            return  # the word behind it counts as well
        if len(_cuts) >= _MOST_CACHED:
            _cuts.clear()
        _cuts[run] = (
            [(name.first - first, name.last - first, name.key,
              (name.title[0] - first, name.title[1] - first) if name.title else None) for name in self.names[names:]],
            [token - first for token in self.demonyms[demonyms:]])

    def _cut(self, first: int, last: int, title: tuple[int, int] | None) -> None:
        words, lexicon = self.words, self.lexicon
        if words[first] not in lexicon.calendar and lexicon.known[name_key(words, first, last)]:
            self.add(first, last, title)
            return
        first, last = self._trimmed(first, last)
        if first == last:
            return
        if last - first > 1 and self._split(first, last, title):
            return
        behind = self._title_end(first, last)
        if behind is not None:
            core = self._strip_role(first, behind)
            if core > first:
                self.cut(first, core)
            if behind < last:
                self.add(behind, last, (core, behind))
        elif words[first] in lexicon.peoples:
            self._cut_demonym(first, last, title)
        else:
            self.add(first, self._event_end(first, last), title)

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """A run without days, months and function words at its ends, and without "London-based" at its front."""
        words, lexicon = self.words, self.lexicon
        while first < last and (words[first] in lexicon.calendar or words[first] in lexicon.edges):
            first += 1
        while first < last and (words[last - 1] in lexicon.calendar or words[last - 1] in lexicon.edges):
            last -= 1
        for at in range(last - 2, first - 1, -1):
            opening, hyphen, ending = words[at].partition("-")
            if hyphen and ending.islower() and opening.lower() not in lexicon.signals["prefix"]:
                return at + 1, last
        return first, last

    def _split(self, first: int, last: int, title: tuple[int, int] | None) -> bool:
        """Cuts a run in two where two names meet, and says whether it did."""
        words, lexicon = self.words, self.lexicon
        if lexicon.known[self._key(first, last)]:
            self.add(first, last, title)
            return True
        second = after = 0
        if words[first][-1] == ".":  # "Calif." in front of a name
            located = lexicon.gazetteer[words[first]]
            second = after = first + 1 if located is not None and located.kind == "region" else 0
        for at in range(first + 1, last - 1):
            if words[at] in lexicon.edges or (words[at] in lexicon.calendar
                                              and words[last - 1] not in lexicon.body_heads):
                second, after = at, at + 1
                break
        if not second and last - first > 2 and title is None:
            second = after = self._known_prefix(first, last)
        if second:
            self.cut(first, second, title)
            self.cut(after, last)
        return bool(second)

    def _cut_demonym(self, first: int, last: int, title: tuple[int, int] | None) -> None:
        """A run that a demonym, a people or a party's adjective opens: it may belong to the name or not."""
        words, lexicon = self.words, self.lexicon
        tail = words[last - 1]
        if last - first == 1 or self._key(first, last) in lexicon.peoples \
                or all(words[at] in lexicon.peoples or words[at] in lexicon.alone for at in range(first, last)):
            self.demonyms.append(first)
            return
        rest = lexicon.known[self._key(first + 1, last)]
        if words[first] in lexicon.parties and last - first > 2 and rest:
            first += 1
        elif tail not in lexicon.body_heads and tail not in lexicon.events and "of" not in self.lowers[first:last] \
                and (rest or lexicon.given_names[words[first + 1]] or words[first + 1] in lexicon.peoples
                     or self.lowers[first + 1] in lexicon.role_words):
            self.demonyms.append(first)
            self.cut(first + 1, last)
            return
        self.add(first, self._event_end(first, last), title)

    def _event_end(self, first: int, last: int) -> int:
        """The end of the body's name that opens an event's: "FIFA" in "FIFA World Cup"; else the run's."""
        words, lexicon = self.words, self.lexicon
        if last - first > 1 and (words[last - 1] in lexicon.events or words[last - 1].rstrip("s") in lexicon.events):
            for end in range(last - 1, first, -1):
                if lexicon.bodies[self._key(first, end)]:
                    return end
        return last

    def _known_prefix(self, first: int, last: int) -> int:
        """The end of a known name that stands before a person's, 0 for none: "Middle East" + "Ann Lee"."""
        words, lexicon = self.words, self.lexicon
        if lexicon.given_names[words[first]] or words[last - 1] in lexicon.body_heads:
            return 0
        for at in range(last - 2, first, -1):
            if lexicon.given_names[words[at]] and not lexicon.gazetteer[words[at]] \
                    and lexicon.known[self._key(first, at)] and self.lowers[at - 1] not in ("of", "for", "the"):
                return at
        return 0

    def _title_end(self, first: int, last: int) -> int | None:
        """The token behind the last title or role word of a run, null where there is none."""
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        if words[first] in lexicon.signals["saint"] and last - first == 2 and lexicon.given_names[words[first + 1]]:
            possessive = last < len(words) and words[last] in ("'s", "’s")  # "St. Mary's" is a place or a house
            return None if possessive else first + 1
        for at in range(last - 1, first - 1, -1):
            word = words[at]
            if word in lexicon.titles or lowers[at] in lexicon.person_roles:
                if at > first and word[1:] == "." and lexicon.given_names[words[at - 1]]:
                    continue  # "Ann M. Lee": an initial
                if at == last - 1:
                    if at > first and lowers[at - 1] in lexicon.particles:
                        return None
                    if word in lexicon.body_heads or (at > first and lexicon.given_names[words[at - 1]]
                                                      and lowers[at - 1] not in lexicon.role_words):
                        return None
                    if at > first and lowers[at - 1] in ("of", "the", "for", "and"):
                        return None
                    if at == first and lexicon.surnames[word] and not lexicon.lower_case[lowers[at]]:
                        return None
                    return last
                tail = words[last - 1]
                if heads_a_thing(tail) and (not lexicon.surnames[tail] or (
                        at == first == last - 2 and lexicon.surnames[word] and word not in lexicon.titles)):
                    return None  # "Cook Strait"
                if at == last - 2 and lexicon.given_names[word] and word not in lexicon.titles:
                    return None  # "Dean Colby"
                if lowers[at + 1] in ("of", "for", "and", "'s", "’s", "&") \
                        or (word in lexicon.parties and not lexicon.given_names[words[at + 1]]) \
                        or (words[at + 1] in lexicon.openings and "of" in lowers[at + 2:last]):
                    return None
                if at > first and lowers[at - 1] in ("of", "for"):
                    return None
                if at > first and lexicon.given_names[words[at - 1]] and lexicon.surnames[word] \
                        and lowers[at - 1] not in lexicon.role_words and word not in lexicon.address:
                    return None
                return at + 1
        return None

    def _strip_role(self, first: int, cut: int) -> int:
        """The end of what stands before a role: "Bank of England" in "Bank of England Deputy Governor"."""
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        at = cut - 1
        while at > first and (words[at - 1] in lexicon.modifiers or words[at - 1] in lexicon.titles
                              or lowers[at - 1] in lexicon.person_roles or lowers[at - 1] == "-"):
            at -= 1
            whole = self._key(first, at + 1)
            if lexicon.known[whole]:
                return at + 1
        return at

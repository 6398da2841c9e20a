"""Cuts a run of capitalised words into titles, names and demonyms."""
from __future__ import annotations

from briefx.extraction.actors.runs import name_key
from briefx.extraction.actors.wording import wording
from briefx.text.analysis import Analysis


class Name:
    """A candidate: tokens first:last, the sentence's index, and the title or role in front of it, if any.

    ``key`` is the name with single spaces. ``dateline`` says that it opens a dateline.
    """

    __slots__ = ("dateline", "first", "key", "last", "sentence", "title")

    def __init__(self, first: int, last: int, key: str, sentence: int, title: tuple[int, int] | None,
                 dateline: bool = False) -> None:
        self.first = first
        self.last = last
        self.key = key
        self.sentence = sentence
        self.title = title
        self.dateline = dateline


class Cutter:
    """Collects what the runs of one text hold: ``names``, and ``demonyms`` as tokens."""

    def __init__(self, analysis: Analysis) -> None:
        self.words, self.lowers = analysis.words, analysis.lowers
        self.lexicon = wording()
        self.names: list[Name] = []
        self.demonyms: list[int] = []

    def _key(self, first: int, last: int) -> str:
        return name_key(self.words, first, last)

    def add(self, first: int, last: int, index: int, title: tuple[int, int] | None = None,
            dateline: bool = False) -> None:
        """Takes an interval as one name; a lone demonym is none."""
        if last - first > 1 and self.words[first] == "The":
            first += 1
        key = self._key(first, last)
        known = self.lexicon.known
        if key.isupper() and len(key) > 3 and not known[key]:
            titled = " ".join(map(str.capitalize, key.split(" ")))
            if known[titled]:
                key = titled
        if title is None and last - first == 1 and key in self.lexicon.peoples:
            self.demonyms.append(first)
        else:
            self.names.append(Name(first, last, key, index, title, dateline))

    def cut(self, first: int, last: int, index: int, title: tuple[int, int] | None = None) -> None:
        """Cuts a run; ``title`` is a role that stands in front of all of it."""
        words, lexicon = self.words, self.lexicon
        calendar, edges = lexicon.calendar, lexicon.edges
        if last - first > 1 and lexicon.known[self._key(first, last)]:
            self.add(first, last, index, title)
            return
        while first < last and (words[first] in calendar or words[first] in edges):
            first += 1
        while first < last and (words[last - 1] in calendar or words[last - 1] in edges):
            last -= 1
        if first == last:
            return
        for at in range(last - 1, first - 1, -1):
            if "-" in words[at] and at + 1 < last and words[at].rpartition("-")[2].islower() \
                    and words[at].partition("-")[0].lower() not in lexicon.signals["prefix"]:
                self.cut(at + 1, last, index, title)
                return
        key = self._key(first, last)
        if lexicon.known[key]:
            self.add(first, last, index, title)
            return
        located = lexicon.gazetteer[words[first]] if last - first > 1 and words[first][-1] == "." else None
        if located is not None and located.kind == "region":
            self.add(first, first + 1, index)
            self.cut(first + 1, last, index, title)
            return
        for at in range(first + 1, last - 1):
            if words[at] in edges or (words[at] in calendar and words[last - 1] not in lexicon.body_heads):
                self.cut(first, at, index, title)
                self.cut(at + 1, last, index)
                return
        if last - first > 2 and title is None:
            middle = self._known_prefix(first, last)
            if middle:
                self.cut(first, middle, index)
                self.cut(middle, last, index)
                return
        behind = self._title_end(first, last)
        if behind is not None:
            core = self._strip_role(first, behind)
            if core > first:
                self.cut(first, core, index)
            if behind < last:
                self.add(behind, last, index, (core, behind))
            return
        if words[first] in lexicon.signals["saint"] and last - first == 2 and lexicon.given_names[words[first + 1]] \
                and (last >= len(words) or words[last] not in ("'s", "’s")):
            self.add(first + 1, last, index, (first, first + 1))
            return
        if words[first] in lexicon.peoples or key in lexicon.peoples:
            if last - first == 1 or key in lexicon.peoples:
                self.demonyms.append(first)
                return
            if all(words[at] in lexicon.peoples or words[at] in lexicon.alone for at in range(first, last)):
                self.demonyms.append(first)
                return
            tail = words[last - 1]
            if words[first] in lexicon.parties and last - first > 2 and lexicon.known[self._key(first + 1, last)]:
                first += 1
            elif not (tail in lexicon.body_heads or tail in lexicon.events or "of" in self.lowers[first:last]) \
                    and (lexicon.given_names[words[first + 1]] or words[first + 1] in lexicon.peoples
                         or lexicon.known[self._key(first + 1, last)] or self.lowers[first + 1] in lexicon.role_words):
                self.demonyms.append(first)
                self.cut(first + 1, last, index)
                return
        if words[last - 1] in lexicon.events or words[last - 1].rstrip("s") in lexicon.events:
            for end in range(last - 1, first, -1):
                if self._key(first, end) in lexicon.bodies:
                    self.add(first, end, index, title)
                    return
        self.add(first, last, index, title)

    def _known_prefix(self, first: int, last: int) -> int | None:
        """The end of a known name that stands before a person's: "Middle East" + "Ann Lee"."""
        words, lexicon = self.words, self.lexicon
        if lexicon.given_names[words[first]] or words[last - 1] in lexicon.body_heads:
            return None
        for at in range(last - 2, first, -1):
            if lexicon.given_names[words[at]] and not lexicon.gazetteer[words[at]] \
                    and lexicon.known[self._key(first, at)] and self.lowers[at - 1] not in ("of", "for", "the"):
                return at
        return None

    def _title_end(self, first: int, last: int) -> int | None:
        """The token behind the last title or role word of a run, null where there is none."""
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        for at in range(last - 1, first - 1, -1):
            word = words[at]
            if word in lexicon.titles or lowers[at] in lexicon.person_roles:
                if at == last - 1:
                    if at > first and lowers[at - 1] in lexicon.particles:
                        return None
                    if word in lexicon.body_heads or (at > first and lexicon.given_names[words[at - 1]]
                                                      and lowers[at - 1] not in lexicon.role_words):
                        return None
                    if at > first and lowers[at - 1] in ("of", "the", "for", "and"):
                        return None
                    if at == first and lexicon.surnames[word] and lowers[at] not in lexicon.lower_case:
                        return None
                    return last
                tail = words[last - 1]
                if (tail in lexicon.body_heads or tail in lexicon.events or tail in lexicon.grounds) \
                        and not lexicon.surnames[tail]:
                    return None
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

"""Runs of capitalised words: where one begins, where it ends, and which of them make one name."""
from __future__ import annotations

from functools import cache

from briefx.extraction.actors.wording import goes_with_of, wording
from briefx.text.analysis import Analysis, Sentence

# What joins two runs into one name, with the particles, the connectors and numerals.
_JOINTS = frozenset(("and", "&", ",", "'s", "’s", "'", "’"))


@cache
def _joints() -> frozenset[str]:
    """The words in lower case that may stand behind the first of two runs which make one name."""
    lexicon = wording()
    return _JOINTS | lexicon.particles | lexicon.signals["connector"]


def name_key(words: list[str], first: int, last: int) -> str:
    """Returns the words of a name with single spaces, clitics joined to theirs."""
    if last - first == 1:
        return words[first]
    key = " ".join(words[first:last])
    if "'" in key or "’" in key or " ," in key:
        key = key.replace(" 's", "'s").replace(" ’s", "’s").replace(" '", "'").replace(" ’", "’")
        key = key.replace(" ,", ",")
    return key


class Runs:
    """Joins the runs of one text; ``tags`` has P for every word that may be part of a name."""

    def __init__(self, analysis: Analysis, tags: str) -> None:
        self.words, self.lowers, self.tags = analysis.words, analysis.lowers, tags
        self.lexicon = wording()
        self._joints = _joints()

    def key(self, first: int, last: int) -> str:
        """Returns the name that an interval of tokens spells."""
        return name_key(self.words, first, last)

    def with_particles(self, first: int, floor: int) -> int:
        """The start of a run moved over lower-case particles in front of it: "de Klerk"."""
        particles = self.lexicon.particles
        while first - 1 >= floor and self.words[first - 1] in particles:
            first -= 1
        return first

    def with_suffix(self, last: int, limit: int) -> int:
        """The end of a run, behind which a comma or an "I" stands, moved over ", Jr.", ", Inc." and "I"."""
        words = self.words
        if words[last] == ",":
            ends = last + 1 < limit and (
                words[last + 1] in self.lexicon.legal or words[last + 1] in self.lexicon.signals["junior"])
            return last + 2 if ends else last
        return last + 1 if last - 2 >= 0 and words[last - 2] in self.lexicon.royal else last

    def widened(self, first: int, last: int, sentence: Sentence) -> tuple[int, int]:
        """A run with a capitalised function word beside it that belongs to it: "All Blacks", "Our Future PAC"."""
        words, known = self.words, self.lexicon.known
        if first > sentence.first and words[first - 1][0].isupper() and (
                known[self.key(first - 1, last)]
                or (self.tags[first - 1] == "q" and first - 1 > sentence.first and self._inside(first - 1))):
            first -= 1
        elif last < sentence.last and words[last][0].isupper() and known[self.key(first, last + 1)]:
            last += 1
        return first, last

    def common_prefix(self, first: int, last: int) -> int:
        """The first token of a run that is no ordinary word: "State" + "Warren Lee"."""
        lexicon = self.lexicon
        if self.words[last - 1] in lexicon.body_heads:
            return first
        at = first
        while at < last and (lexicon.lower_case[self.lowers[at]] or self.words[at] in lexicon.modifiers) \
                and self.words[at] not in lexicon.titles:
            at += 1
        if at == first + 1 == last and last < len(self.words) and self.lowers[last] in ("of", "for"):
            return first
        return at

    def joins(self, first: int, last: int, after: tuple[int, int], in_role: bool) -> str:
        """Do two runs make one name ("name"), a role with a name behind it ("role"), or neither ("")?"""
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        start, end = after
        if start == last:
            return ""
        opener = lowers[last]
        if opener not in self._joints and not opener[0].isdigit():
            return ""
        gap = lowers[last:start]
        if lexicon.particles.issuperset(gap):
            return "name" if not in_role or last > first else ""
        if opener in lexicon.signals["connector"]:
            return self._joins_of(first, last, start, end, in_role)
        if len(gap) > 1:
            return ""
        if opener in ("and", "'s", "’s") and lexicon.known[self.key(first, end).replace("’", "'")]:
            joined = True
        elif opener == ",":  # "University of California, Los Angeles", but not "Oslo, Norway"
            joined = lexicon.bodies[self.key(first, end)] is not None
        elif opener == "and":
            joined = self._joins_and(first, last, start, end)
        elif opener in ("'s", "’s"):
            joined = self._joins_possessive(first, last, start, end)
        elif opener in ("'", "’"):
            joined = words[last - 1] + "'" in lexicon.possessives and words[end - 1] in lexicon.body_heads
        elif opener[0].isdigit():  # "the Norwegian 3rd Infantry Battalion"
            joined = opener[-1].isalpha() and words[end - 1] in lexicon.body_heads
        else:
            joined = opener == "&"
        return "name" if joined else ""

    def _joins_of(self, first: int, last: int, start: int, end: int, in_role: bool) -> str:
        """Runs with "of", "for", "on", "to" or "against" between them, and maybe an article."""
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        opener, head, lower = lowers[last], words[last - 1], lowers[last - 1]
        if start - last > 2 or (start - last == 2 and lowers[last + 1] not in lexicon.signals["article"]):
            return ""
        if opener == "of" and lower in lexicon.person_roles:
            return "role" if self.common_prefix(start, end) > start else ""
        if lexicon.known[self.key(first, end)]:
            return "name"
        if words[start] in lexicon.calendar or (in_role and last == first):
            return ""
        if opener not in ("of", "for") and head not in lexicon.on_heads:
            return ""
        if goes_with_of(head) or goes_with_of(head.rstrip("s")):
            return "" if head in lexicon.area_heads and opener != "of" else "name"
        if opener == "of" and lexicon.lower_case[lower] and lower not in lexicon.role_words \
                and (last - first > 1 or self._inside(first)):
            return "name"
        return ""

    def _inside(self, first: int) -> bool:
        """Does a token stand inside a sentence, where capitals tell something?"""
        return first > 0 and self.tags[first - 1] not in ".:¶\""

    def _joins_and(self, first: int, last: int, start: int, end: int) -> bool:
        """Runs with "and" between them: "Department of Health and Human Services", "Trade and Exchange Commission"."""
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        opens_body = words[first] in lexicon.openings and not {"of", "for"}.isdisjoint(lowers[first:last])
        if lexicon.lower_case[lowers[last - 1]]:
            if opens_body:
                return True
            return lexicon.lower_case[lowers[start]] and words[end - 1] in lexicon.body_heads \
                and words[last - 1] not in lexicon.body_heads and words[last - 1] not in lexicon.titles \
                and lowers[last - 1] not in lexicon.role_words
        return opens_body and words[last - 1] in lexicon.peoples and words[start] in lexicon.peoples

    def _joins_possessive(self, first: int, last: int, start: int, end: int) -> bool:
        """Runs with a possessive between them: "Women's Institute", "St. Mary's Hospital"."""
        words, lexicon = self.words, self.lexicon
        owner = words[last - 1] + self.lowers[last].replace("’", "'")
        if owner in lexicon.possessives or words[last - 1] in lexicon.signals["saint"]:
            return end - start == 1 or not lexicon.body_heads.isdisjoint(words[start:end])
        return words[first] in lexicon.signals["saint"] or words[end - 1] in lexicon.legal or lexicon.known[owner]

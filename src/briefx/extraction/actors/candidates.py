"""Candidates for names: runs of capitalised words, joined and cut by what their words are.

A run is a stretch of words that are capitalised inside a sentence, with the particles, "of", "and" and
possessives that belong to it. Titles and roles are cut off its front, months and days out of it. What kind
of name it is, is not decided here.
"""
from __future__ import annotations

import re
from functools import cache

from briefx.extraction.actors.wording import Wording, wording
from briefx.text.analysis import Analysis, Sentence


class Name:
    """A candidate: tokens first:last, the sentence's index, and the title or role in front of it, if any.

    ``key`` is the name with single spaces. ``dateline`` says that the name opens a dateline.
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


class Candidates:
    """What a text's capitals give: names, demonyms, role phrases in capitals and loose sentences.

    ``demonyms`` holds tokens, ``roles`` intervals of tokens ("Prime Minister" with no name behind it), ``loose``
    the indices of sentences in Title Case or all capitals, which are read when the rest is known.
    """

    __slots__ = ("demonyms", "loose", "names", "roles")

    def __init__(self) -> None:
        self.names: list[Name] = []
        self.demonyms: list[int] = []
        self.roles: list[tuple[int, int]] = []
        self.loose: list[int] = []


@cache
def _particle_word() -> re.Pattern[str]:
    """A word that begins with a lower-case particle and goes on with a capital: al-Assad, d'Estaing."""
    return re.compile(r"(?<![\w'’-])(?:[Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]d|[Aa]r|[Aa]sh|[Aa]t|[Aa]z|bin|ibn|abu|ul|ur|d|l|dell|"
                      r"dall|de)[-'’][A-ZÀ-Þ]")


@cache
def _openers() -> re.Pattern[str]:
    """The first word behind a stop, a break or an opening mark, where its class is not that of a name."""
    return re.compile(r"(?:^|[^a-zA-Z'$,])([NSJVZDnGRMK])")


_RUN = re.compile(r"P+")
_OPENING_MARKS = frozenset("\"“‘'«(")


def find_candidates(analysis: Analysis) -> Candidates:
    """Returns the candidates of a text, in text order."""
    return _Finder(analysis).run()


class _Finder:
    """One pass over a text."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.words = analysis.words
        self.lowers = analysis.lowers
        self.lexicon = wording()
        self.found = Candidates()
        self.tags = self._tags()

    def _tags(self) -> str:
        """The classes, with P for words such as al-Assad, and for sentence openers that belong to a name."""
        analysis, words, tags = self.analysis, self.words, self.analysis.tags
        changed: list[int] = []
        text = analysis.text
        if "-" in text or "'" in text or "’" in text:
            for match in _particle_word().finditer(text):
                token = analysis.token_at(match.start())
                if token < len(words) and analysis.starts[token] == match.start():
                    changed.append(token)
        calendar, opens = self.lexicon.calendar, self.lexicon.function_words
        if changed:
            letters = list(tags)
            for token in changed:
                letters[token] = "P"
            tags = "".join(letters)
        opened = []
        for match in _openers().finditer(tags):
            token = match.start(1)
            word = words[token]
            if word[0].isupper() and self.lowers[token] not in opens and word not in calendar \
                    and self._opens_name(token, tags):
                opened.append(token)
        if opened:
            letters = list(tags)
            for token in opened:
                letters[token] = "P"
            tags = "".join(letters)
        return tags

    def _opens_name(self, token: int, letters: str) -> bool:
        """Does a capitalised word that opens a sentence belong to the name behind it, or is it one?"""
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        word = words[token]
        end = token + 1
        limit = min(len(words), token + 8)
        while end < limit and letters[end] == "P":
            end += 1
        if end == token + 1:
            after = lowers[end] if end < len(words) else ""
            if after in ("of", "for") and word in lexicon.openings and end + 1 < limit:
                behind = end + 2 if lowers[end + 1] == "the" else end + 1
                return behind < len(words) and letters[behind] == "P"
            if after == "of" and lowers[token] in lexicon.person_roles and letters[end + 1:end + 2] == "P":
                return True
            if after in ("&", "and") and end + 1 < limit and letters[end + 1] == "P":
                return after == "&" or lexicon.known[" ".join(words[token:end + 2])]
            if word in lexicon.countries or word in lexicon.demonyms:
                return True
            if lowers[token] in lexicon.lower_case:
                return False
            if lexicon.known[word]:
                return True
            return bool(lexicon.surnames[word]) and letters[end:end + 1] in tuple("ZDMbh'")
        if word in lexicon.demonyms or word in lexicon.titles or word in lexicon.countries:
            return True
        whole = " ".join(words[token:end])
        if lexicon.known[whole]:
            return True
        if lowers[token] in lexicon.plain_adjectives:
            return False
        if lowers[token] in lexicon.role_words or word in lexicon.modifiers:
            return True
        last = words[end - 1]
        if lowers[token] in lexicon.lower_case:
            if last in lexicon.body_heads and letters[token] in "NJ" and lowers[token] not in lexicon.plain_adjectives:
                return True
            return bool(lexicon.given_names[word] and lexicon.surnames[last]) and end - token == 2
        return letters[token] in "NJ" or bool(lexicon.given_names[word])

    def run(self) -> Candidates:
        """All sentences in turn."""
        analysis = self.analysis
        blocks = analysis.blocks
        for index, sentence in enumerate(analysis.sentences):
            kind = blocks[sentence.block].kind
            if self._is_loose(sentence, kind):
                self.found.loose.append(index)
                continue
            if kind == "dateline":
                self._dateline(index, sentence)
                continue
            self._sentence(index, sentence)
        return self.found

    def _is_loose(self, sentence: Sentence, kind: str) -> bool:
        """Do the capitals of a sentence tell little: Title Case in a heading, or all capitals?"""
        words = self.words[sentence.first:sentence.last]
        if kind == "paragraph":
            return len(words) > 3 and words[1][:2].isupper() and self._in_capitals(words)
        if kind in ("dateline", "byline"):
            return kind == "byline"
        if self._in_capitals(words):
            return True
        long_words = [word for word in words[1:] if len(word) > 3 and word[0].isalpha()]
        return sum(word[0].isupper() for word in long_words) > 0.7 * len(long_words) and len(long_words) > 1

    @staticmethod
    def _in_capitals(words: list[str]) -> bool:
        letters = [word for word in words if word[0].isalpha()]
        return len(letters) > 1 and sum(word.isupper() for word in letters) > 0.8 * len(letters)

    def _dateline(self, index: int, sentence: Sentence) -> None:
        """The place, or places, that open a dateline; an agency in brackets."""
        words, tags = self.words, self.tags
        at = sentence.first
        lexicon = self.lexicon
        while at < sentence.last:
            first = at
            while at < sentence.last and (tags[at] == "P" or words[at][0].isupper()) and words[at] not in lexicon.calendar:
                at += 1
            if at > first:
                self._add(first, at, index, None, first == sentence.first)
            else:
                at += 1

    def _sentence(self, index: int, sentence: Sentence) -> None:
        """The runs of a sentence, joined where words between them say so."""
        tags = self.tags
        runs = [match.span() for match in _RUN.finditer(tags, sentence.first, sentence.last)]
        if not runs:
            return
        at = 0
        count = len(runs)
        while at < count:
            first, last = runs[at]
            at += 1
            first = self._with_particles(first, sentence.first)
            role: tuple[int, int] | None = None
            while at < count and runs[at][0] - last <= 3:
                joined = self._joins(first, last, runs[at], role is not None)
                if joined == "name":
                    last = runs[at][1]
                elif joined == "role":
                    start, end = runs[at]
                    begin = first
                    skipped = self._common_prefix(start, end)
                    role = (begin, skipped)
                    first, last = skipped, end
                    if skipped == end:
                        at += 1
                        break
                else:
                    break
                at += 1
            if first == last and role is not None:
                self.found.roles.append(role)
                continue
            last = self._with_suffix(last, sentence.last)
            first, last = self._widened(first, last, sentence)
            if role is not None:
                self._whole_role(role, first, last, index)
            else:
                self._segment(first, last, index)

    def _whole_role(self, role: tuple[int, int], first: int, last: int, index: int) -> None:
        """A role with "of" in front of a name: "Secretary of State" + "Ann Lee"."""
        self._segment(first, last, index, role)

    def _with_particles(self, first: int, floor: int) -> int:
        """The start of a run moved over lower-case particles in front of it: "de Klerk"."""
        particles = self.lexicon.particles
        while first - 1 >= floor and self.words[first - 1] in particles:
            first -= 1
        return first

    def _with_suffix(self, last: int, limit: int) -> int:
        """The end of a run moved over ", Jr." and ", Inc."."""
        words = self.words
        if last < limit and words[last] == "I" and last - 2 >= 0 and words[last - 2] in self.lexicon.royal:
            return last + 1
        if last + 1 < limit and words[last] == "," and (words[last + 1] in ("Jr.", "Jr", "Sr.", "Sr")
                                                        or words[last + 1] in self.lexicon.legal):
            return last + 2
        return last

    def _widened(self, first: int, last: int, sentence: Sentence) -> tuple[int, int]:
        """A run with a capitalised function word beside it, where both are a known name: "All Blacks"."""
        words, known = self.words, self.lexicon.known
        if first > sentence.first and words[first - 1][0].isupper() and known[self._key(first - 1, last)]:
            first -= 1
        elif last < sentence.last and words[last][0].isupper() and known[self._key(first, last + 1)]:
            last += 1
        return first, last

    def _common_prefix(self, first: int, last: int) -> int:
        """The first token of a run that is no ordinary word: "State" + "Warren Lee"."""
        lexicon = self.lexicon
        if self.words[last - 1] in lexicon.body_heads:
            return first
        at = first
        while at < last and (self.lowers[at] in lexicon.lower_case or self.words[at] in lexicon.modifiers) \
                and self.words[at] not in lexicon.titles:
            at += 1
        if at == first + 1 == last and last < len(self.words) and self.lowers[last] in ("of", "for"):
            return first
        return at

    def _joins(self, first: int, last: int, after: tuple[int, int], in_role: bool) -> str:
        """Do two runs make one name ("name"), a role with a name behind it ("role"), or neither ("")?"""
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        start, end = after
        gap = lowers[last:start]
        head = words[last - 1]
        if not gap:
            return ""
        opener = gap[0]
        if opener == "," and len(gap) == 1:
            return "name" if lexicon.known[self._key(first, end)] else ""
        if all(word in lexicon.particles for word in gap):
            return "name" if not in_role or last > first else ""
        if opener in ("of", "for", "on", "to", "in", "against"):
            if len(gap) > 2 or (len(gap) == 2 and gap[1] not in ("the", "la", "its")):
                return ""
            if opener == "of" and lowers[last - 1] in lexicon.person_roles:
                if self._common_prefix(start, end) > start:
                    return "role"
                return ""
            whole = " ".join(words[first:end])
            if lexicon.known[whole]:
                return "name"
            if words[start] in lexicon.calendar or (in_role and last == first):
                return ""
            if opener == "in":
                return ""
            if head in lexicon.of_heads or head.rstrip("s") in lexicon.of_heads:
                if opener in ("on", "to", "against"):
                    return "name" if head in lexicon.on_heads else ""
                if head in lexicon.area_heads and opener != "of":
                    return ""
                return "name"
            if opener == "of" and lowers[last - 1] in lexicon.lower_case \
                    and lowers[last - 1] not in lexicon.role_words \
                    and (last - first > 1 or self._inside(first)):
                return "name"
            return ""
        if opener == "&" and len(gap) == 1:
            return "name"
        if opener == "and" and len(gap) == 1:
            return self._joins_and(first, last, start, end)
        if opener in ("'s", "’s") and len(gap) == 1:
            if words[last - 1] + opener in lexicon.possessives or words[last - 1] in ("St", "St."):
                return "name" if words[end - 1] in lexicon.body_heads or end - start == 1 else ""
            whole = " ".join(words[first:end]).replace(" 's", "'s").replace(" ’s", "’s")
            if lexicon.known[whole]:
                return "name"
            if words[first] in ("St", "St.") or words[end - 1] in lexicon.legal:
                return "name"
            return "name" if lexicon.known[words[last - 1] + opener] else ""
        if opener in ("'", "’") and len(gap) == 1 and words[last - 1].endswith("s"):
            return "name" if (words[last - 1] + "'" in lexicon.possessives and words[end - 1] in lexicon.body_heads) \
                else ""
        if len(gap) == 1 and self.tags[last] in "JK" and gap[0][:1].isdigit() \
                and gap[0].endswith(("st", "nd", "rd", "th")) and words[end - 1] in lexicon.body_heads:
            return "name"
        return ""

    def _inside(self, first: int) -> bool:
        """Does a token stand inside a sentence, where capitals tell something?"""
        return first > 0 and self.tags[first - 1] not in ".:¶\""

    def _joins_and(self, first: int, last: int, start: int, end: int) -> str:
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        if lexicon.known[" ".join(words[first:end])]:
            return "name"
        before_common = lowers[last - 1] in lexicon.lower_case
        after_common = lowers[start] in lexicon.lower_case
        if before_common and after_common and words[last - 1] not in lexicon.body_heads | lexicon.titles:
            inside = lowers[first:last]
            if ("of" in inside or "for" in inside) and words[first] in lexicon.openings:
                return "name"
            if words[end - 1] in lexicon.body_heads and lowers[last - 1] not in lexicon.role_words:
                return "name"
        if "of" in lowers[first:last] and words[first] in lexicon.openings \
                and words[last - 1] in lexicon.peoples and words[start] in lexicon.peoples:
            return "name"
        return ""

    def _segment(self, first: int, last: int, index: int, title: tuple[int, int] | None = None) -> None:
        """Cuts a joined run into titles and names."""
        words, lexicon = self.words, self.lexicon
        calendar, edges = lexicon.calendar, lexicon.edges
        if last - first > 1 and lexicon.known[self._key(first, last)]:
            self._add(first, last, index, title)
            return
        while first < last and (words[first] in calendar or words[first] in edges):
            first += 1
        while first < last and (words[last - 1] in calendar or words[last - 1] in edges):
            last -= 1
        if first == last:
            return
        for at in range(last - 1, first - 1, -1):
            if "-" in words[at] and at + 1 < last and words[at].rpartition("-")[2].islower() \
                    and words[at][:3].lower() not in ("al-", "el-"):
                self._segment(at + 1, last, index, title)
                return
        key = self._key(first, last)
        if lexicon.known[key]:
            self._add(first, last, index, title)
            return
        for at in range(first + 1, last - 1):
            if words[at] in edges or (words[at] in calendar and words[last - 1] not in lexicon.body_heads):
                self._segment(first, at, index, title)
                self._segment(at + 1, last, index)
                return
        if last - first > 2 and title is None:
            cut = self._known_prefix(first, last)
            if cut:
                self._segment(first, cut, index)
                self._segment(cut, last, index)
                return
        cut = self._title_end(first, last)
        if cut is not None:
            core = self._strip_role(first, cut)
            if core > first:
                self._segment(first, core, index)
            if cut == last:
                self.found.roles.append((core, cut))
                return
            self._person(cut, last, index, (core, cut))
            return
        if words[first] in ("St", "St.", "Saint") and last - first == 2 and lexicon.given_names[words[first + 1]] \
                and (last >= len(words) or words[last] not in ("'s", "’s")):
            self._add(first + 1, last, index, (first, first + 1))
            return
        if words[first] in lexicon.peoples or key in lexicon.peoples:
            if last - first == 1 or key in lexicon.peoples:
                self.found.demonyms.append(first)
                return
            if all(words[at] in lexicon.peoples or words[at] in lexicon.alone for at in range(first, last)):
                self.found.demonyms.append(first)
                return
            tail = words[last - 1]
            if not (tail in lexicon.body_heads or tail in lexicon.events or self._has_of(first, last)) \
                    and (lexicon.given_names[words[first + 1]] or words[first + 1] in lexicon.peoples
                         or lexicon.known[self._key(first + 1, last)] or self.lowers[first + 1] in lexicon.role_words):
                self.found.demonyms.append(first)
                self._segment(first + 1, last, index)
                return
        if words[last - 1] in lexicon.events or words[last - 1].rstrip("s") in lexicon.events:
            for cut in range(last - 1, first, -1):
                if lexicon.known[self._key(first, cut)]:
                    self._add(first, cut, index, title)
                    return
        self._add(first, last, index, title)

    def _known_prefix(self, first: int, last: int) -> int | None:
        """The end of a known name that stands before a person's: "Middle East" + "Ann Lee"."""
        words, lexicon = self.words, self.lexicon
        for cut in range(last - 2, first, -1):
            if lexicon.given_names[words[cut]] and not lexicon.given_names[words[first]] \
                    and words[last - 1] not in lexicon.body_heads \
                    and not lexicon.gazetteer[words[cut]] and lexicon.known[self._key(first, cut)] \
                    and self.lowers[cut - 1] not in ("of", "for", "the"):
                return cut
        return None

    def _has_of(self, first: int, last: int) -> bool:
        return "of" in self.lowers[first:last]

    def _title_end(self, first: int, last: int) -> int | None:
        """The token behind the last title or role word of a run, null where there is none."""
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        for at in range(last - 1, first - 1, -1):
            word = words[at]
            if word in lexicon.titles or lowers[at] in lexicon.person_roles:
                if at == last - 1:
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
                if lowers[at + 1] in ("of", "for", "and", "'s", "’s", "&"):
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

    def _person(self, first: int, last: int, index: int, title: tuple[int, int]) -> None:
        """What stands behind a title."""
        if last > first:
            self._add(first, last, index, title)

    def _key(self, first: int, last: int) -> str:
        if last - first == 1:
            return self.words[first]
        words = self.words[first:last]
        key = " ".join(words)
        if "'" in key or "’" in key or " ," in key:
            key = key.replace(" 's", "'s").replace(" ’s", "’s").replace(" '", "'").replace(" ,", ",")
        return key

    def _add(self, first: int, last: int, index: int, title: tuple[int, int] | None,
             dateline: bool = False) -> None:
        words = self.words
        if last - first > 1 and words[first] == "The":
            first += 1
        key = self._key(first, last)
        if key.isupper() and len(key) > 3 and not self.lexicon.known[key]:
            titled = " ".join(word.capitalize() for word in key.split(" "))
            if self.lexicon.known[titled]:
                key = titled
        if title is None and last - first == 1 and key in self.lexicon.peoples:
            self.found.demonyms.append(first)
            return
        self.found.names.append(Name(first, last, key, index, title, dateline))


def lexicon() -> Wording:
    """Returns the words that candidates are cut by."""
    return wording()

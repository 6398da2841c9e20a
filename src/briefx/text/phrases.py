"""Verb groups and base noun phrases, as patterns over the string of word classes."""
from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from briefx.lexicon.cues import verb_class
from briefx.lexicon.words import auxiliaries
from briefx.records import Record
from briefx.text.classes import verb_lemma

# Answers kept about the verbs of a class.
_MOST_CACHED = 20_000
# Classes of so many tokens in a row are looked up.
_LONGEST_CACHED = 20
_NEGATIONS = ("n't", "n’t", "cannot")
# A table from each class that is in no noun phrase to a space.
_OUTSIDE = bytes([byte if byte in b"TqpoNSPKJ$RnGx'\"" else 32 for byte in range(256)])


class VerbGroup(Record):
    """Auxiliaries, negation, adverbs and verb as one: tokens first:last, ``head`` the verb's token.

    ``form`` is finite, infinitive ("to go"), gerund or participle; ``lemma`` is the head's. ``modal`` is the
    modal's token or null, ``tense`` past, present, future or none.
    """

    first: int
    last: int
    head: int
    form: str
    lemma: str
    passive: bool
    negated: bool
    modal: int | None
    tense: str


# Each pattern takes one character of a set first, so that a search passes over all others at once, and looks back
# at it to see which of the forms it may open.

@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile(
        r"([MdhbVZDtnGB](?:"
        r"(?<=[VZD])"                                                                             # finite alone
        r"|(?<=[Mdhb])[xR]{0,3}(?:p[xR]{0,2}(?=[VnGBhb]))?(?:[hB][xR]{0,3}){0,3}[VnGDd]?"         # with auxiliary
        r"|(?<=t)\"?[xR]{0,3}(?:[hB][xR]{0,3}){0,3}[VnGd]?"                                       # infinitive
        r"|(?<=[nGB])(?:(?<=B)[xR]{0,2}n)?))")                                                    # participle


@cache
def _noun_pattern() -> re.Pattern[str]:
    more = "(?:[J'K$]{0,4}[NSPK])*"
    return re.compile(
        r"[TqpoNSPKJ$R](?:"
        r"(?<=[po])"
        # With a determiner, or that alone; a participle only before the first noun ("a poster attacking Lee").
        r"|(?<=[Tq])(?:[Tq]{0,2}R?(?:(?:[JKN$'\"x]|(?<![NSP])[nG]){0,6}[NSPK])+|(?![JNSPKnGR]))"
        rf"|(?:(?<=[JK$])[JnGK$]{{0,5}}[NSPK]|(?<=[NSPK])|(?<=R)(?=[JK])(?:[JK$][JnGK$]{{0,5}})?[NSPK]){more})")


class _Alone(dict[str, tuple[str, str, bool, str]]):
    """{verb in lower case: form, lemma, negation and tense of the group that it makes alone}, for one class."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def __missing__(self, lower: str) -> tuple[str, str, bool, str]:
        if len(self) >= _MOST_CACHED:
            self.clear()
        letter = self._letter
        auxiliary = None if letter in "VZD" else auxiliaries().get(lower)
        form = "participle" if letter == "n" else "gerund" if letter in "GB" else "finite"
        tense = "past" if letter == "D" else "present" if form == "finite" else "none"
        negated = False
        if letter in "Mdhb":
            negated = lower.endswith(_NEGATIONS)
            tense = auxiliary[0] if auxiliary else "present"
        found = self[lower] = form, auxiliary[1] if auxiliary else verb_lemma(lower), negated, tense
        return found


@cache
def _alone() -> dict[str, _Alone]:
    """{class: what a verb of that class makes alone}"""
    return {letter: _Alone(letter) for letter in "VZDnGBMdhb"}


def find_verb_groups(tags: str, lowers: list[str]) -> list[VerbGroup]:
    """Returns the verb groups in text order, which do not overlap."""
    # What stands between the groups and the groups in turn; their lengths give every token.
    pieces = _verb_pattern().split(tags)
    edges = list(accumulate(map(len, pieces)))
    alone = _alone()
    found = []
    for first, group in zip(edges[::2], pieces[1::2]):
        if group in alone:  # most groups are one word
            form, lemma, negated, tense = alone[group][lowers[first]]
            modal = first if group == "M" else None
            found.append(VerbGroup(first, first + 1, first, form, lemma, False, negated, modal, tense))
            continue
        group = group.rstrip("R")  # adverbs behind an auxiliary that has no verb
        if group != "t":
            found.append(_verb_group(tags, lowers, first, group))
    return found


def _verb_group(tags: str, lowers: list[str], first: int, group: str) -> VerbGroup:
    """Returns the verb group that begins at a token, of several words; ``group`` are their classes."""
    last = first + len(group)
    head = first + len(group.rstrip("xRp")) - 1
    opener = group[0]
    lower = lowers[head]
    auxiliary = auxiliaries().get(lower)
    lemma = auxiliary[1] if auxiliary else verb_lemma(lower)
    negated = "x" in group
    passive = group[-1] == "n" and ("b" in group or "B" in group)
    if opener in "Mdhb":
        form = "finite"
        lower = lowers[first]
        negated = negated or lower.endswith(_NEGATIONS)
        auxiliary = auxiliaries().get(lower)
        tense = auxiliary[0] if auxiliary else "present"
        if passive and _is_perfect(tags, lowers, first, last, lemma):
            passive, tense = False, "past"
        elif opener == "h" and tense == "present" and len(group) > 1:
            tense = "past"
    elif opener == "t":
        form, tense = "infinitive", "none"
    else:
        form, tense = "gerund" if lower.endswith("ing") else "participle", "none"
    return VerbGroup(first, last, head, form, lemma, passive, negated, first if opener == "M" else None, tense)


def _is_perfect(tags: str, lowers: list[str], first: int, last: int, lemma: str) -> bool:
    """Is a pronoun's clitic with a participle "has": "he's said it was", where "he's said to be" is a passive?"""
    return (lowers[first] in ("'s", "’s") and first > 0 and tags[first - 1] == "p"
            and lowers[first - 1] not in ("it", "there") and "B" not in tags[first:last]
            and lemma in verb_class("perfect") and not (lemma == "say" and tags[last:last + 1] == "t"))


class _Within(dict[bytes, tuple[tuple[int, int], ...]]):
    """{classes that may stand in noun phrases, between two that may not: where noun phrases begin and end there}"""

    def __missing__(self, classes: bytes) -> tuple[tuple[int, int], ...]:
        found = tuple([match.span() for match in _noun_pattern().finditer(classes.decode("latin-1"))])
        if len(classes) <= _LONGEST_CACHED:
            if len(self) >= _MOST_CACHED:
                self.clear()
            self[classes] = found
        return found


_within = _Within()


def find_noun_phrases(tags: str) -> dict[int, int]:
    """Returns the base noun phrases in text order, which do not overlap: {first token: the token behind the last}.

    Each runs from its determiner to its head noun, a name, pronoun or number: the head is its last token, whose
    class tells what the phrase is.
    """
    # What the pattern finds in a stretch of such classes depends on none beyond: it is the same wherever these stand.
    phrases = {}
    at = 0
    for stretch in tags.encode("latin-1").translate(_OUTSIDE).split(b" "):
        if stretch:
            for first, last in _within[stretch]:
                phrases[at + first] = at + last
            at += len(stretch)
        at += 1
    return phrases

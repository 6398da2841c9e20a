"""Verb groups and base noun phrases, as patterns over the string of word classes."""
from __future__ import annotations

import re
from functools import cache

from briefx.lexicon.cues import verb_class
from briefx.lexicon.words import auxiliaries
from briefx.memory import remembered
from briefx.records import Record
from briefx.text.classes import verb_lemma

# Answers kept about the verbs of a class.
_MOST_CACHED = 20_000
# Classes of so many tokens in a row are looked up.
_LONGEST_CACHED = 20
_NEGATIONS = ("n't", "n’t", "cannot")
# A table from each class that is in no noun phrase to a space.
_OUTSIDE = bytes([byte if byte in b"TqpoNSPKJ$RnGx'\"" else 32 for byte in range(256)])


class VerbGroup:
    """Auxiliaries, negation, adverbs and verb as one: tokens first:last, ``head`` the verb's token.

    ``form`` is finite, infinitive ("to go"), gerund or participle; ``lemma`` is the head's. ``modal`` is the
    modal's token or null, ``tense`` past, present, future or none. No record: every seventh word begins a group, and
    one whose fields are set where they are found is made in half the time.
    """

    __slots__ = ("first", "form", "head", "last", "lemma", "modal", "negated", "passive", "tense")

    first: int
    last: int
    head: int
    form: str
    lemma: str
    passive: bool
    negated: bool
    modal: int | None
    tense: str

    def changed(self, form: str, tense: str) -> VerbGroup:
        """Returns the group read anew."""
        other = VerbGroup()
        other.first, other.last, other.head, other.lemma = self.first, self.last, self.head, self.lemma
        other.passive, other.negated, other.modal = self.passive, self.negated, self.modal
        other.form, other.tense = form, tense
        return other


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


class _Shape(Record):
    """What the classes of a group of several words tell: how many are the group's, where among them its head stands.

    ``width`` is 0 for a "to" without a verb, ``form`` is "" where the head's ending tells it, ``tense`` "" where the
    first word does.
    """

    width: int
    head: int
    form: str
    passive: bool
    negated: bool
    tense: str


@remembered
def _shape(classes: str) -> _Shape:
    group = classes.rstrip("R")  # adverbs behind an auxiliary that has no verb
    opener = group[0]
    finite = opener in "Mdhb"
    return _Shape(
        width=len(group) if group != "t" else 0, head=len(group.rstrip("xRp")) - 1,
        form="finite" if finite else "infinitive" if opener == "t" else "",
        passive=group[-1] == "n" and ("b" in group or "B" in group), negated="x" in group,
        tense="" if finite else "none")


@remembered
def _lemma(head: str) -> str:
    """Returns the lemma of the verb that is the head of several words, in lower case."""
    auxiliary = auxiliaries().get(head)
    return auxiliary[1] if auxiliary else verb_lemma(head)


def find_verb_groups(tags: str, lowers: list[str]) -> list[VerbGroup]:
    """Returns the verb groups in text order, which do not overlap."""
    # What stands between the groups and the groups in turn; their lengths give every token.
    pieces = _verb_pattern().split(tags)
    alone = _alone()
    found = []
    last = 0
    for between, classes in zip(pieces[::2], pieces[1::2]):
        first = last + len(between)
        last = first + len(classes)
        known = alone.get(classes)
        if known is not None:  # most groups are one word
            one = VerbGroup()
            one.first = one.head = first
            one.last = last
            one.form, one.lemma, one.negated, one.tense = known[lowers[first]]
            one.passive = False
            one.modal = first if classes == "M" else None
            found.append(one)
            continue
        shape = _shape(classes)
        if shape.width:
            one = VerbGroup()
            one.first = first
            one.last = first + shape.width
            one.head = head = first + shape.head
            one.lemma = _lemma(lowers[head])
            one.form = shape.form or ("gerund" if lowers[head].endswith("ing") else "participle")
            one.modal = None
            one.passive = shape.passive
            one.negated = shape.negated
            one.tense = shape.tense
            if not shape.tense:
                _tell_by_opener(one, tags, lowers)
            found.append(one)
    return found


def _tell_by_opener(group: VerbGroup, tags: str, lowers: list[str]) -> None:
    """Tells what the auxiliary that opens a group of several words says of it."""
    first = group.first
    opener, lower = tags[first], lowers[first]
    if opener == "M":
        group.modal = first
    group.negated = group.negated or lower.endswith(_NEGATIONS)
    auxiliary = auxiliaries().get(lower)
    tense = auxiliary[0] if auxiliary else "present"
    if group.passive and _is_perfect(tags, lowers, first, group.last, group.lemma):
        group.passive, tense = False, "past"
    elif opener == "h" and tense == "present" and group.last - first > 1:
        tense = "past"
    group.tense = tense


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

"""Verb groups and base noun phrases, as patterns over the string of word classes."""

import re
from functools import cache
from typing import NamedTuple

from briefx.lexicon.words import auxiliaries
from briefx.text.classes import verb_lemma


class VerbGroup(NamedTuple):
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


class NounPhrase(NamedTuple):
    """A base noun phrase, from its determiner to its head noun: tokens first:last, ``head`` the head's token.

    ``kind`` is name, noun, pronoun or number.
    """

    first: int
    last: int
    head: int
    kind: str


# Each pattern takes one character of a set first, so that a search passes over all others at once, and looks back
# at it to see which of the forms it may open.

@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile(
        r"[MdhbVZDtnGB](?:"
        r"(?<=[VZD])()"                                                                             # 1: finite alone
        r"|(?<=[Mdhb])()[xR]{0,3}(?:p[xR]{0,2}(?=[VnGBhb]))?(?:[hB][xR]{0,3}){0,3}[VnGDd]?"         # 2: with auxiliary
        r"|(?<=t)()[xR]{0,3}(?:[hB][xR]{0,3}){0,3}[VnGd]?"                                          # 3: infinitive
        r"|(?<=[nGB])()(?:(?<=B)[xR]{0,2}n)?)")                                                     # 4: participle


@cache
def _noun_pattern() -> re.Pattern[str]:
    more = "(?:[J'K$]{0,4}[NSPK])*"
    return re.compile(
        r"[TqpoNSPKJ$R](?:"
        r"(?<=[po])"
        # With a determiner, or that alone; a participle only before the first noun ("a poster attacking Lee").
        r"|(?<=[Tq])(?:[Tq]{0,2}R?(?:(?:[JKN$'\"x]|(?<![NSP])[nG]){0,6}[NSPK])+|(?![JNSPKnGR]))"
        rf"|(?<=[JK$])[JnGK$]{{0,5}}[NSPK]{more}"
        rf"|(?<=[NSPK]){more}"
        rf"|(?<=R)(?=[JK])(?:[JK$][JnGK$]{{0,5}})?[NSPK]{more})")


_KINDS = {"P": "name", "N": "noun", "S": "noun", "K": "number"}


def find_verb_groups(tags: str, lowers: list[str]) -> list[VerbGroup]:
    """Returns the verb groups in text order, which do not overlap."""
    known = auxiliaries()
    found = []
    for match in _verb_pattern().finditer(tags):
        first, last = match.span()
        kind = match.lastindex
        if last - first == 1 and kind in (1, 4):
            # Most groups are one word: no auxiliary, no negation.
            letter = tags[first]
            lower = lowers[first]
            if kind == 1:
                found.append(VerbGroup(first, last, first, "finite", verb_lemma(lower), False, False, None,
                                       "past" if letter == "D" else "present"))
            else:
                auxiliary = known.get(lower)
                found.append(VerbGroup(first, last, first, "participle" if letter == "n" else "gerund",
                                       auxiliary[1] if auxiliary else verb_lemma(lower), False, False, None, "none"))
            continue
        while tags[last - 1] == "R" and last - 1 > first:
            last -= 1  # adverbs behind an auxiliary that has no verb
        if last - first == 1 and kind == 3:
            continue  # "to" alone
        head = last - 1
        while tags[head] in "xRp" and head > first:
            head -= 1
        group = tags[first:last]
        lower = lowers[head]
        auxiliary = known.get(lower)
        lemma = auxiliary[1] if auxiliary else verb_lemma(lower)
        modal = first if group[0] == "M" else None
        negated = "x" in group
        passive = group[-1] == "n" and len(group) > 1 and ("b" in group or "B" in group)
        if kind == 2:
            form = "finite"
            opener = lowers[first]
            negated = negated or opener.endswith(("n't", "n’t", "cannot"))
            tense = known[opener][0] if opener in known else "present"
            if group[0] == "h" and tense == "present" and len(group) > 1:
                tense = "past"
        elif kind == 3:
            form, tense = "infinitive", "none"
        else:
            form, tense = "gerund" if lower.endswith("ing") else "participle", "none"
        found.append(VerbGroup(first, last, head, form, lemma, passive, negated, modal, tense))
    return found


def find_noun_phrases(tags: str) -> list[NounPhrase]:
    """Returns the base noun phrases in text order, which do not overlap."""
    found = []
    for match in _noun_pattern().finditer(tags):
        first, last = match.span()
        found.append(NounPhrase(first, last, last - 1, _KINDS.get(tags[last - 1], "pronoun")))
    return found

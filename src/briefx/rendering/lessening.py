"""What turns or lessens what is said of a subject and stands just in front of it: "Not everyone", "nor did she"."""
from __future__ import annotations

import re
from functools import cache

from briefx.lexicon.claims import claim_words
from briefx.lexicon.words import auxiliaries

# Looked at in front of a subject, in code points: "fewer than one in twenty of the".
REACH = 48


def lessened_from(text: str, begin: int, start: int) -> int:
    """Returns where the words begin that lessen what is said of the subject at ``start``; ``start`` without any.

    ``begin`` is where its sentence begins; all are code points. "A few" lessens nothing, and "if not" asks.
    """
    if start <= begin or not text[start - 1].isspace():
        return start
    found = start
    after = ""
    for word in reversed(list(_word().finditer(text, max(begin, start - REACH), start))):
        term = word[0].casefold()
        if after == "few" and term == "a":
            found = start
        elif after in ("not", "only") and term in claim_words("before_not"):
            return start
        elif term == "nor" and not after:
            # "neither Lee nor"
            openers = list(_neither().finditer(text, max(begin, start - REACH), word.start()))
            return (openers or [word])[-1].start()
        elif term in claim_words("lessening"):
            found = word.start()
        elif not (term in claim_words("measuring") or term[0].isdigit() or (not after and term in auxiliaries())):
            break
        after = term
    if found < start and after in auxiliaries():
        return start
    return found


def is_lessened(words: str) -> bool:
    """Returns whether words that name a subject begin by lessening what is said of it: "few of the owners"."""
    first, _, rest = words.partition(" ")
    return rest != "" and first.casefold() in claim_words("lessening")


@cache
def _neither() -> re.Pattern[str]:
    return re.compile("(?i:neither) ")


@cache
def _word() -> re.Pattern[str]:
    """What stands between spaces; a mark at its end keeps it from being a word that lessens."""
    return re.compile(r"\S+")

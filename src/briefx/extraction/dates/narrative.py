"""Whether a text tells the past: then its dates are counted from one another, not from its publication."""
from __future__ import annotations

from itertools import compress

from briefx.extraction.dates.values import Day
from briefx.lexicon.words import time_words

# A text is a narrative when it names so many years long gone, and so many times as many as days of the week and
# such as "yesterday"; chosen on annotated news and histories, of which it tells all apart.
_FEWEST_YEARS = 6
_YEARS_TO_A_DAY = 4
_DAYS = frozenset(("TODAY", "WEEKDAY"))
# News that looks back names years too, but cites people and speaks of the present: in histories past forms are at
# least twice as many as present ones, and of a thousand words no six say that somebody speaks.
_WORDS_TO_A_SPEAKER = 180
_PAST = ("was", "were", "had")
_PRESENT = ("is", "are", "has", "have", "will")
_SPEAKING = ("said", "says", "told")


def is_narrative(lowers: list[str], counts: dict[str, int], flags: str, reference: Day | None) -> bool:
    """Says whether a text tells the past, from its tokens, how often each comes, and their flags (``elements``)."""
    if flags.count("y") < _FEWEST_YEARS:
        return False
    this_year = reference.year if reference else 9999
    words = time_words()
    years = 0
    at = flags.find("y")
    while at >= 0:
        word = lowers[at]
        category = words.get(word, ("", ""))[0]
        years += category == "ERA" or (not category and word.isdecimal() and int(word) < this_year - 1)
        at = flags.find("y", at + 1)
    if years < _FEWEST_YEARS:
        return False
    days = sum([words.get(word, ("", ""))[0] in _DAYS for word in compress(lowers, map("td".__contains__, flags))])
    if years <= _YEARS_TO_A_DAY * days:
        return False
    past, present, speaking = (sum([counts.get(form, 0) for form in forms]) for forms in (_PAST, _PRESENT, _SPEAKING))
    return speaking * _WORDS_TO_A_SPEAKER <= len(lowers) and (reference is None or past >= present)

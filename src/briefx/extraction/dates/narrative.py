"""Whether a text tells the past: then its dates are counted from one another, not from its publication."""
from __future__ import annotations

from briefx.extraction.dates.values import Day
from briefx.lexicon.time import time_words

# A text is a narrative when it names so many years long gone, and so many times as many as days of the week and
# such as "yesterday"; chosen on annotated news and histories, of which it tells all apart.
_FEWEST_YEARS = 6
_YEARS_TO_A_DAY = 4
_DAYS = frozenset(("TODAY", "WEEKDAY"))


def is_narrative(lowers: list[str], flags: str, reference: Day | None) -> bool:
    """Says whether a text tells the past, from its tokens and their flags (see ``elements``)."""
    this_year = reference.year if reference else 9999
    words = time_words()
    years = days = 0
    at = flags.find("t")
    while at >= 0:
        word = lowers[at]
        category = words.get(word, ("", ""))[0]
        if category in _DAYS:
            days += 1
        elif category == "ERA" or (not category and word.isdecimal() and int(word) < this_year - 1):
            years += 1
        at = flags.find("t", at + 1)
    return years >= _FEWEST_YEARS and years > _YEARS_TO_A_DAY * days

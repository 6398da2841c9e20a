"""Patterns that the families share, and readers of what they matched: counts, units, modifiers, years."""
from __future__ import annotations

from briefx.extraction.dates.row import Match
from briefx.extraction.dates.values import Day, is_day, shifted
from briefx.lexicon.words import time_contexts

SHARED = {
    "weekday": "( WEEKDAY | SHORT_WEEKDAY )",
    "lead": "the? ( ( THIS NEXT? | NEXT | LAST )? <weekday> ,? the? )? <edge>?",
    "dom": "( NUMBER | ORDINAL | the NUMBER | the ORDINAL )",
    "year": "( YEAR ERA? | SHORT_YEAR | NUMBER ERA | ERA YEAR | ERA NUMBER )",
    "edge": "( the? PART -? | the? PART part of the? | the? EDGE of the? | the latter part of the?"
            " | ( EARLIER | LATER | PART ) ( in the? | on ) | a good part of | around )",
    "mod": "( at least | at most | no? ( more | less | fewer ) than | a little more than | up to | nearly | almost"
           " | over | under | around | roughly | approximately | some | close to | about )",
    "count": "( NUMBER | YEAR | a? few | several | a? couple of? | dozens of )",
    "unit": "( UNIT | UNITS | second )",
}

_MODS = {
    "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "up": "EQUAL_OR_LESS", "nearly": "LESS_THAN",
    "almost": "LESS_THAN", "under": "LESS_THAN", "over": "MORE_THAN", "close": "LESS_THAN", "around": "APPROX",
    "roughly": "APPROX", "approximately": "APPROX", "some": "APPROX", "about": "APPROX",
}
# What says which part of a period is meant.
_EDGES = frozenset(("PART", "EDGE", "EARLIER", "LATER", "latter", "around", "about"))
_QUOTES = frozenset(("\"", "“", "''", "``", "‘", "'"))
# Before a capitalised count of units stand so many code points that are looked at, and more of their words begin with a
# small letter in prose than in a headline.
_TITLE_REACH = 60
# Words that have a capital anyway, and the tags of what a sentence begins behind.
_CAPITALISED = frozenset((
    "MONTH", "WEEKDAY", "SHORT_WEEKDAY", "WEEKDAYS", "HOLIDAY", "SEASON", "QUARTER", "HALF_YEAR", "ERA", "ZONE",
    "AMPM", "fiscal"))
_OPENERS = ".¶:;-\"(*,"
_MOST_SMALL_WORDS = 0.5
_CLOCK_UNITS = {"H": "H", "MIN": "M", "S": "S"}
_UNIT_FACTORS = {"2W": (2, "W"), "50Y": (50, "Y"), "25Y": (25, "Y"), "5Y": (5, "Y"), "6M": (6, "M"),
                 "30MIN": (30, "MIN"), "CE": (100, "Y"), "DE": (10, "Y"), "ML": (1000, "Y")}
_VAGUE_UNITS = {"ML": "L", "2W": "W", "6M": "M", "50Y": "Y", "25Y": "Y", "5Y": "Y"}


# What stands for a period of each unit when nothing is known of it.
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX",
           "WE": "XXXX-WXX-WE", "H": "XXXX-XX-XX", "MIN": "XXXX-XX-XX", "S": "XXXX-XX-XX"}
# From where '98 is expanded when a text gives no year: no clock is asked.
_YEAR_WITHOUT_REFERENCE = 2026


def mod_of(match: Match) -> str | None:
    """Returns the TimeML mod of the words in front of a count ("at least", "nearly"), null without any."""
    categories = match.categories
    if "than" in categories:
        no = categories[0] == "no"
        if "more" in categories:
            return "EQUAL_OR_LESS" if no else "MORE_THAN"
        return "EQUAL_OR_MORE" if no else "LESS_THAN"
    for category in categories[:2]:
        if category in _MODS:
            return _MODS[category]
    return None


def loose_words(match: Match) -> int:
    """Returns how many modifiers in front of a length belong to the clause: "over" in "paid over two years" (but not
    in "for over two years"), "about" and "some", which annotators of news leave out.
    """
    first = match.categories[0]
    if first == "over":
        return int(match.has("the") or match.word_before() not in time_contexts()["length"])
    return int(first in ("about", "some") or (first in ("around", "under") and match.has("the")))


def edge_of(match: Match) -> str | None:
    """Returns START, MID or END for what is singled out of a period ("early", "the end of"), else null."""
    if _EDGES.isdisjoint(match.categories):
        return None
    for category in ("PART", "EDGE", "EARLIER", "LATER"):
        if category in match.categories:
            return match.value(category)
    if match.has("latter"):
        return "END"
    return "APPROX" if match.has("around") or match.has("about") else None


def is_title(match: Match) -> bool:
    """Says whether a count of units is the name of a programme or a film, capitalised in prose: "60 Minutes"."""
    at = match.index("UNITS") if match.has("UNITS") else match.index("UNIT")
    if at < 1 or not match.word(at)[0].isupper() or match.word(at).isupper():
        return False
    return match.word_before() in _QUOTES or is_in_prose(match)


def is_name(match: Match, told: bool) -> bool:
    """Says whether a time is a name, or part of one, by its capital within a sentence: "CBS This Morning".

    For annotators of histories (``told``) only parts of the day are none then: "Operation Dawn".
    """
    elements = match.elements
    token = elements.first_tokens[match.first]
    category = match.categories[0]
    if not elements.text[elements.starts[match.first]].isupper() or category in _CAPITALISED or (
            told and category not in ("DAYPART", "NOON")):
        return False
    return token > 0 and elements.tags[token - 1] not in _OPENERS and is_in_prose(match)


def is_in_prose(match: Match) -> bool:
    """Begin the words before a match with small letters, as they do not in a headline?"""
    start = match.elements.starts[match.first]
    line = match.elements.text[max(0, start - _TITLE_REACH):start].rpartition("\n")[2]
    words = [word for word in line.split()[1:] if word[0].isalpha()]
    return sum(word[0].islower() for word in words) > _MOST_SMALL_WORDS * len(words) > 0


def count_of(match: Match) -> str:
    """Returns the count in a match as TIMEX3 writes it: digits, "X" where it is vague; "" without one."""
    for category in match.categories:
        if category in ("NUMBER", "YEAR"):
            return match.value(category)
        if category in ("few", "several", "dozens"):
            return "X"
        if category == "couple":
            return "2"
        if category == "half":
            return "0.5"
    return ""


def unit_of(match: Match) -> str:
    """Returns the unit in a match (D W M Q Y DE CE ML H MIN S, or one with a factor), "" without one."""
    return match.value("UNIT") or match.value("UNITS") or ("S" if match.has("second") else "")


def ordinal_of(match: Match) -> int:
    """Returns the number of the ordinal in a match, 0 without one."""
    return int(match.value("ORDINAL") or ("2" if match.has("second") else "0"))


def step_of(match: Match) -> int:
    """Returns -1 for last, 1 for next, 0 for this or none of them."""
    return int(match.value("LAST") or match.value("NEXT") or 0)


def is_counted_unit(unit: str) -> bool:
    """Says whether periods of the unit can be counted on a calendar: no season, no millennium."""
    return unit in UNKNOWN or unit in ("2W", "6M", "5Y", "25Y", "50Y")


def counted(base: Day | None, count: int, unit: str) -> str:
    """Returns the period that lies ``count`` units from the base, a symbolic value without one."""
    if unit not in UNKNOWN:
        factor, unit = _UNIT_FACTORS.get(unit, (1, unit))
        count *= factor
    return UNKNOWN[unit] if base is None else shifted(base, count, unit)


def duration(count: str, unit: str, told: bool = False) -> str:
    """Returns the TIMEX3 value of so many units: "P45D", "PT90M", "P2Y6M", "PXW", "P20Y" for two decades."""
    if told and unit in ("DE", "CE") and count != "X":
        return f"P{count}{unit}"  # what TIMEX2 has for decades and centuries, which histories follow
    factor, unit = _UNIT_FACTORS.get(unit, (1, unit)) if count != "X" else (1, unit)
    if unit == "WE":
        unit = "W" if count == "X" else "WE"
    if count == "X":
        unit = _VAGUE_UNITS.get(unit, unit)
    number = count
    rest = ""
    if count not in ("X", "") and not count.isdecimal():
        amount = float(count) * factor
        whole = int(amount)
        part = amount - whole
        number = str(whole)
        smaller, size = {"Y": ("M", 12), "H": ("M", 60), "MIN": ("S", 60), "D": ("H", 24), "W": ("D", 7),
                         "M": ("D", 30)}.get(unit, ("", 0))
        if (part and abs(part * size - round(part * size)) > 1e-6) or not size:
            number = f"{amount:g}"
        elif part:
            rest = f"{round(part * size)}{smaller}"
            if unit == "D":
                return f"PT{round(amount * 24)}H"
            if not whole:
                return f"P{rest}" if unit in ("Y", "M", "W") else f"PT{rest}"
    elif count != "X":
        number = str(int(count or 1) * factor)
    if unit in _CLOCK_UNITS:
        return f"PT{number}{_CLOCK_UNITS[unit]}{rest}"
    return f"P{number}{unit}{rest}"


def year_of(match: Match, reference: int | None) -> int | None:
    """Returns the year in a match (0 for 1 BC), null without one; '98 is the nearest to the reference year."""
    before_christ = match.value("ERA") == "BC"
    written = match.value("YEAR") or (match.value("NUMBER") if match.has("ERA") else "")
    if written:
        if not written.isdecimal():
            return None
        return 1 - int(written) if before_christ else int(written)
    short = match.value("SHORT_YEAR")
    return expanded_year(short, reference) if short else None


def expanded_year(short: str, reference: int | None) -> int:
    """Returns the year that two digits stand for: the last such year not more than ten after the reference."""
    limit = (reference or _YEAR_WITHOUT_REFERENCE) + 10
    return limit - (limit - int(short)) % 100


def day_number(match: Match) -> int:
    """Returns the day of the month in a match, 0 where it is none."""
    value = match.value("NUMBER") or match.value("ORDINAL") or ("2" if match.has("second") else "")
    return int(value) if value.isdecimal() and 1 <= int(value) <= 31 else 0


def month_day(match: Match) -> tuple[int, int] | None:
    """Returns month and day of a match when there is such a day in some year (29 February)."""
    month, day = int(match.value("MONTH") or 0), day_number(match)
    return (month, day) if is_day(2000, month, day) else None


def known_day(year: int, month: int, day: int) -> Day | None:
    """Returns the day, null where that year has none such."""
    return Day(year, month, day) if is_day(year, month, day) else None

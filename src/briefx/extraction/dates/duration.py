"""Stretches of time: how long, whether or not it is said when."""
from __future__ import annotations

from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import UNKNOWN, count_of, duration, is_title, loose_words, mod_of, unit_of
from briefx.extraction.dates.row import Match, Row, Timex
from briefx.lexicon.words import time_contexts

# So many units are all of a longer one.
_ALL_OF_A_UNIT = (["24", "H", "D"], ["7", "D", "W"], ["12", "M", "Y"], ["52", "W", "Y"], ["365", "D", "Y"])
# The pairs of units that are counted together, the smaller one behind the other.
_SMALLER = frozenset((
    ("Y", "M"), ("M", "W"), ("M", "D"), ("W", "D"), ("D", "H"), ("H", "MIN"), ("MIN", "S")))
# Units in one word that qualify a noun by themselves.
_HALF_UNITS = frozenset(("30MIN", "50Y", "25Y", "5Y"))


def _counted(match: Match, anchors: Anchors) -> Timex | None:
    """Two years, at least 30 days, the nine months."""
    unit = unit_of(match)
    if match.has("second") and not match.has("UNITS"):
        return None
    if match.categories[0] == "several" and match.word_before() == "as":
        return None  # "two crashes in as many weeks"
    if unit == "Q" and not (match.has("the") or match.has("several") or match.has("few")):
        return None  # "three-quarters of its food"
    if not anchors.narrative and (_is_age(match) or is_title(match) or _is_always(match, unit)):
        return None
    return _length(match, anchors, count_of(match), unit)


def _length(match: Match, anchors: Anchors, count: str, unit: str) -> Timex:
    """A duration with its modifiers, as far as these belong to it."""
    skip = loose_words(match) if not anchors.narrative or match.has("the") else 0
    if match.categories[0] == "the" and match.has("UNITS") and match.word(match.index("UNITS"))[0].isupper():
        skip = 1  # "the Seven Years' War"
    mod = None if skip and match.categories[0] in ("over", "under") else mod_of(match)
    if match.has("plus"):
        mod = "MORE_THAN"
    elif match.has("odd") or match.has("so"):
        mod = "APPROX"
    return Timex("DURATION", duration(count, unit, anchors.narrative), mod, skip=skip)


def _is_always(match: Match, unit: str) -> bool:
    """Is it all of a longer unit, which is said for always: "24 hours a day", "seven days a week"?"""
    at = match.last + 1
    longer = match.elements.values[at:at + 1] if match.after() == "a" and match.after(2) == "UNIT" else []
    return [count_of(match), unit, *longer] in _ALL_OF_A_UNIT


def _is_age(match: Match) -> bool:
    return match.after() == "old" or (match.after() == "-" and match.after(2) == "old") or \
        match.word_after() == "older" or (match.word_after() == "of" and match.word_after(2) == "age")


def _additional(match: Match, anchors: Anchors) -> Timex | None:
    """Another week, an additional year."""
    if match.value("UNIT") == "SEASON":
        return None
    return Timex("DURATION", duration("1", match.value("UNIT"), anchors.narrative), mod_of(match))


def _and_a_half(match: Match, anchors: Anchors) -> Timex | None:
    """A year and a half, an hour and a half."""
    return Timex("DURATION", duration("1.5", match.value("UNIT")), mod_of(match))


def _half(match: Match, anchors: Anchors) -> Timex | None:
    """Half an hour, a half-century."""
    return Timex("DURATION", duration("0.5", match.value("UNIT")), mod_of(match))


def _half_unit(match: Match, anchors: Anchors) -> Timex | None:
    """The half-hour show, a quarter-century low."""
    unit = match.value("UNIT")
    return Timex("DURATION", duration("1", unit)) if unit in _HALF_UNITS else None


def _quarter_of(match: Match, anchors: Anchors) -> Timex | None:
    """A quarter of a century, a quarter of an hour."""
    unit = match.elements.values[match.last - 1]
    if match.value("UNIT") != "Q" or unit not in ("CE", "H"):
        return None
    return Timex("DURATION", duration("0.25", unit), mod_of(match))


def _adjective(match: Match, anchors: Anchors) -> Timex | None:
    """The 30-day truce, a two-year-long siege; people's ages are no times."""
    unit = match.value("UNIT")
    if (match.after() == "-" and match.after(2) in ("old", "?")) or (match.after() == "old" and unit == "Y"):
        return None
    if unit == "SEASON" or (match.before() in ("-", "/") and match.before(2) == "YEAR"):
        return None  # "the 2025-26 year"
    length = _length(match, anchors, count_of(match), unit)
    return length._replace(skip=1) if match.categories[0] == "the" and match.value("NUMBER") != "1" else length


def _age(match: Match, anchors: Anchors) -> Timex | None:
    """What counts the life of a thing ("an 8-month-old truce"); years are those of people."""
    unit = match.value("UNIT")
    return Timex("DURATION", duration(count_of(match), unit)) if unit != "Y" and not _is_of_child(match) else None


def _is_of_child(match: Match) -> bool:
    """Is it the age of a child: "a 6-month-old baby boy", "the 6-month-old was found"?"""
    young = time_contexts()["newborn"]
    following = match.elements.tags[match.last_token + 1:match.last_token + 2]
    return not following or following not in "NSJP" or match.word_after() in young or match.word_after(2) in young


def _long(match: Match, anchors: Anchors) -> Timex | None:
    """Day-long, months-long, a decades-long feud."""
    return Timex("DURATION", duration("X" if match.has("UNITS") else "1", unit_of(match)))


def _long_word(match: Match, anchors: Anchors) -> Timex | None:
    """Weeklong, a monthslong siege."""
    value = match.value("LONG")
    return Timex("DURATION", duration(value[0], value[1:], anchors.narrative))


def _compound(match: Match, anchors: Anchors) -> Timex | None:
    """Two years and three months, an hour and 10 minutes, 3 minutes 32 seconds."""
    units = [match.elements.values[match.first + place] if category != "second" else "S"
             for place, category in enumerate(match.categories) if category in ("UNIT", "UNITS", "second")]
    counts = [match.elements.values[match.first + place]
              for place, category in enumerate(match.categories) if category == "NUMBER"]
    if len(counts) == 1:
        counts.insert(0, "1")
    if tuple(units) not in _SMALLER or not all(count.isdecimal() for count in counts):
        return None
    first, second = (duration(count, unit) for count, unit in zip(counts, units))
    joined = first + (second[2:] if first[1] == "T" else second[1:])
    return Timex("DURATION", joined, mod_of(match), skip=loose_words(match) if not anchors.narrative else 0)


def _moving(match: Match, anchors: Anchors) -> Timex | None:
    """The past two weeks, the next few days, the first nine months."""
    if _is_verb(match):
        return None
    length = _length(match, anchors, count_of(match), unit_of(match))
    return length._replace(mod="APPROX") if match.has("or") else length


def _is_verb(match: Match) -> bool:
    """Is "last" a verb, as in "to last three weeks"?"""
    elements = match.elements
    return match.categories[0] == "LAST" and elements.tags[match.first_token] == "V" and \
        elements.tags[match.first_token - 1:match.first_token] in ("t", "M", "d", "x", "R")


def _moving_range(match: Match, anchors: Anchors) -> Timex | None:
    """The next 12 to 18 months: a length that is left open."""
    if _is_verb(match):
        return None
    return Timex("DURATION", duration("X", unit_of(match)), mod_of(match))


def _recent(match: Match, anchors: Anchors) -> Timex | None:
    """Recent months, coming weeks, the past years.

    Annotators of news take "recent years" for the past at large more often than for a length.
    """
    unit = match.value("UNITS")
    if match.has("recent") and unit in ("H", "MIN", "S"):
        return None
    if match.has("recent") and unit == "Y" and not anchors.narrative and match.categories.count("UNITS") == 1:
        return Timex("DATE", "PAST_REF")
    return Timex("DURATION", duration("X", unit))


def _one(match: Match, anchors: Anchors) -> Timex | None:
    """A year, a week, an hour: a length where nothing makes it a rate, an age or a kind of day."""
    unit = match.value("UNIT")
    if unit in ("SEASON", "Q", "WE") or match.after() in ("ago", "EARLIER") or (
            match.after() == "-" and match.after(2) == "long"):
        return None
    if match.categories[0] == "a" and _is_no_length(match, unit):
        return None
    return _length(match, anchors, "1", unit)


def _is_no_length(match: Match, unit: str) -> bool:
    """Is "a year" a rate ("$200 a year"), a description ("a day of rest", "was a year") or part of a name?"""
    tags, before = match.elements.tags, match.word_before()
    first, last = match.first_token, match.last_token
    tag_before = tags[first - 1] if first else "¶"
    if before in ("once", "twice", "times", "percent", "%"):
        return True
    if tag_before in "KSN$" and before not in ("last", "than", "after", "within"):
        return True
    if (unit == "D" and match.word_after() == "of") or match.word_after() in ("when", "where"):
        return True
    if unit in ("D", "Y") and tag_before in "DVZMbhd" and before in ("is", "was", "be", "'s", "has", "had", "having"):
        return True
    return match.after() != "'s" and tags[last + 1:last + 2] in ("N", "S", "P")


def _bare_plural(match: Match, anchors: Anchors) -> Timex | None:
    """For years, within weeks, months of delay."""
    unit = match.value("UNITS")
    if match.word_after() == "apart" or (match.word_before() == "of" and match.word_before(2) == "matter"):
        return None
    if unit in ("S", "WE", "Q") or match.before() == "NUMBER" or (unit == "H" and match.before() == "PART"):
        return None  # "the early hours of Sunday"
    if match.word_before() == "back" and unit in ("H", "MIN", "D"):
        return None  # "the firms cut back hours"
    if match.word_before() not in time_contexts()["length"] and \
            match.word_after() not in (
                "of", "later", "before", "after", "earlier", "since", "leading", "following", "preceding") and \
            (match.word_before(), match.word_after()) != ("the", "that"):
        return None
    return Timex("DURATION", duration("X", unit))


def _some(match: Match, anchors: Anchors) -> Timex | None:
    """Some years, some weeks; "some days are better" is no length."""
    unit = match.value("UNITS")
    if unit not in UNKNOWN or unit == "Q" or match.word_before() not in time_contexts()["length"]:
        return None
    return Timex("DURATION", duration("X", unit))


def _first(match: Match, anchors: Anchors) -> Timex | None:
    """The first hours, the early years; the early hours of a morning are a part of the day."""
    unit = match.value("UNITS")
    if unit in ("S", "Q", "WE") or match.value("ORDINAL") not in ("1", "") or (unit == "H" and match.has("PART")):
        return None
    return Timex("DURATION", duration("X", unit))


def _over_the(match: Match, anchors: Anchors) -> Timex | None:
    """The years, in "over the years"."""
    if match.word_before() != "over" or match.value("UNITS") not in ("Y", "M", "W", "DE", "CE"):
        return None
    ends = match.elements.tags[match.last_token + 1:match.last_token + 2]
    return None if ends and ends in "NSKI" else Timex("DURATION", duration("X", match.value("UNITS")))


def _year_before(match: Match, anchors: Anchors) -> Timex | None:
    """The year-earlier nine months, as results are compared with them."""
    if match.value("UNIT") != "Y" or match.value("UNITS") not in ("M", "W"):
        return None
    return Timex("DURATION", duration(match.value("NUMBER"), match.value("UNITS")))


def _vague(match: Match, anchors: Anchors) -> Timex | None:
    """Some time, a while; not "every once in a while"."""
    if match.word_before() == "in" and match.word_before(2) == "once":
        return None
    return Timex("DURATION", "PXM" if match.has("some") else "PXX")


def _part_of_month(match: Match, anchors: Anchors) -> Timex | None:
    """The last week of August, the first two weeks of May."""
    unit = unit_of(match)
    return Timex("DURATION", duration(count_of(match) or "1", unit)) if unit in ("W", "D") else None


def _ahead(match: Match, anchors: Anchors) -> Timex | None:
    """The weeks ahead."""
    return Timex("DURATION", duration("X", match.value("UNITS")))


def _shared_unit(match: Match, anchors: Anchors) -> Timex | None:
    """The first count of a pair that has one unit: "two" in "two to six days"."""
    at = match.last + 1
    if match.after() not in ("to", "or", "-", "and") or match.elements.categories[at:at + 2] != ["NUMBER", "UNITS"]:
        return None
    if (match.after() == "and" and match.before() != "between") or match.before() in ("MONTH", "a", "-", "/"):
        return None
    return Timex("DURATION", duration(match.value("NUMBER"), match.elements.values[at + 1]))


RULES = (
    Row("duration.counted",
        "<mod>? the? same? additional? <count> ( additional | more | entire | consecutive | working | -? plus | -? odd"
        " | or so )?"
        " ( UNITS | second )", _counted, "The siege went on for at least 30 days.",
        "at least 30 days", "She is 30 years old.", "P30D"),
    Row("duration.additional", "<mod>? a? additional entire? UNIT", _additional,
        "They got another month.", "another month", "They got another seven.", "P1M"),
    Row("duration.and_a_half", "<mod>? ( a | NUMBER ) UNIT -? and -? a -? half", _and_a_half,
        "The flight took an hour and a half.", "an hour and a half", "It took an hour and a bit.", "PT1H30M"),
    Row("duration.half", "<mod>? ( half a | a half ) -? UNIT", _half,
        "They waited half an hour.", "half an hour", "They took half an apple.", "PT30M"),
    Row("duration.half_unit", "UNIT", _half_unit,
        "The half-hour meeting was calm.", "half-hour", "The half-time meeting was calm.", "PT30M"),
    Row("duration.quarter_of", "<mod>? a UNIT of a UNIT", _quarter_of,
        "They waited a quarter of an hour.", "a quarter of an hour", "They ate a quarter of an apple.", "PT15M"),
    Row("duration.adjective", "<mod>? the? ( NUMBER | few | several ) -? UNIT ( -? long )?", _adjective,
        "The 30-day truce held.", "30-day", "The 30-year-old singer won.", "P30D"),
    Row("duration.age", "NUMBER -? UNIT -? old", _age, "It threatened the 8-month-old truce.", "8-month-old",
        "The 8-year-old girl sang.", "P8M"),
    Row("duration.long", "( UNIT | UNITS ) - long", _long, "It ended a decades-long feud.", "decades-long",
        "It ended a life-long feud.", "PXDE"),
    Row("duration.compound", "<mod>? ( NUMBER | a ) ( UNIT | UNITS ) and? NUMBER ( UNIT | UNITS | second )", _compound,
        "He led for two years and three months.", "two years and three months",
        "He led for two years and three mayors.", "P2Y3M"),
    Row("duration.long_word", "LONG", _long_word, "The weeklong talks failed.", "weeklong",
        "The weak long talks failed.", "P1W"),
    Row("duration.moving",
        "<mod>? the? ( LAST | NEXT | ORDINAL | latest ) <count> additional? ( consecutive | entire | working )?"
        " ( UNITS | second ) ( or so )?",
        _moving, "Prices doubled in the past two weeks.", "the past two weeks", "The past two mayors left.", "P2W"),
    Row("duration.moving_range", "<mod>? the? ( LAST | NEXT ) NUMBER ( to | or | - ) NUMBER UNITS", _moving_range,
        "It will take the next 12 to 18 months.", "the next 12 to 18 months", "The next 12 to 18 buses are late.",
        "PXM"),
    Row("duration.recent", "the? ( recent | LAST | NEXT ) UNITS ( ( and | or ) UNITS )?", _recent,
        "It has grown in recent months.", "recent months", "It has grown in recent towns.", "PXM"),
    Row("duration.one", "<mod>? a entire? UNIT", _one,
        "It will take a year to rebuild.", "a year", "It costs $200 a year to run.", "P1Y"),
    Row("duration.bare_plural", "( UNITS | UNITS ( or | and ) UNITS )", _bare_plural,
        "The case dragged on for years.", "years", "The years are kind to her.", "PXY"),
    Row("duration.some", "some UNITS", _some,
        "They were away for some years.", "some years", "Some years are better.", "PXY"),
    Row("duration.first", "the ( ORDINAL | PART ) UNITS", _first,
        "Ten men were caught in the first hours.", "the first hours", "Ten men were caught in the first houses.",
        "PTXH"),
    Row("duration.over_the", "the UNITS", _over_the,
        "The fund has grown over the years.", "the years", "The fund grew over the years of the boom.", "PXY"),
    Row("duration.year_before", "the? UNIT -? ( ago | EARLIER ) NUMBER UNITS", _year_before,
        "Net fell from that of the year-earlier nine months.", "the year-earlier nine months",
        "Net fell from that of the year-earlier nine mergers.", "P9M"),
    Row("duration.vague", "( some time | a while )", _vague,
        "They stayed for a while.", "a while", "They stayed while it rained.", "PXX"),
    Row("duration.part_of_month", "the? ( ORDINAL | LAST ) <count>? ( UNIT | UNITS ) of MONTH ( ,? YEAR )?",
        _part_of_month, "It rained in the last week of August.", "the last week of August",
        "It was the last act of August.", "P1W"),
    Row("duration.ahead", "the UNITS ahead", _ahead, "Rain is likely in the days ahead.", "the days ahead",
        "Rain fell on the ship ahead.", "PXD"),
    Row("duration.shared_unit", "NUMBER", _shared_unit,
        "It takes two to six days.", "two", "It takes two to tango.", "P2D"),
)

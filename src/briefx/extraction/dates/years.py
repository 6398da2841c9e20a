"""Years, decades and centuries that are written out, and seasons."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import edge_of, expanded_year, year_of
from briefx.extraction.dates.ranges import carried_year
from briefx.extraction.dates.row import PREVIOUS, Match, Row, Timex
from briefx.lexicon.words import time_contexts

# Four figures alone are a year between these; beyond them only behind a preposition.
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_CENTURIES = 30
# What the thermometer shows is named so many tokens before.
_HEAT_REACH = 12
_PAIRING = ("and", "or", "to")
# "Later than 2030", "rather than 2030".
_COMPARED = frozenset(("later", "earlier", "sooner", "rather", "other"))
# "In his early 60s" is an age.
_PARTS = frozenset(("early", "mid", "late"))


def _year(match: Match, anchors: Anchors) -> Timex | None:
    year = year_of(match, anchors.year)
    if year is None:
        return None
    edge = edge_of(match)
    article = 1 if match.categories[0] == "the" and edge is None and not match.has("UNIT") else 0
    sure = match.has("ERA") or match.has("SHORT_YEAR") or edge is not None or match.has("UNIT")
    if match.has("SHORT_YEAR") and edge is None and _is_quoted_count(match):
        return None
    if not match.has("ERA") and not match.has("SHORT_YEAR") and _is_counted(match):
        return None
    if not sure and _is_no_year(match, year):
        return None
    return Timex("DATE", values.year_value(year), edge, skip=article)


def _is_quoted_count(match: Match) -> bool:
    """Is what looks like '98 a count with which a quotation begins: "it was '98 men'"?"""
    beside = match.word_before() in time_contexts()["preposition"] or match.before() in ("MONTH", "SEASON")
    return not beside or match.word_after() in time_contexts()["counted"]


def _is_counted(match: Match) -> bool:
    """Is the number one of things ("1500 people") or a name's ("flight 1549")?"""
    contexts = time_contexts()
    return match.word_after() in contexts["counted"] or match.word_after() in contexts["make"] or (
        match.word_before() in contexts["counting"] and match.word_before(2) not in _COMPARED)


def _is_no_year(match: Match, year: int) -> bool:
    tags = match.elements.tags
    token = match.first_token
    if token and tags[token - 1] in "K$":
        return True
    if (match.before() in ("-", "/") and match.before(2) == "NUMBER") or year > _LAST_YEAR:
        return True
    if match.after() in ("UNITS", "UNIT", "second") or (match.after() == "-" and match.after(2) == "UNIT"):
        return match.elements.values[match.last:match.last + 1] != ["SEASON"]
    return year < _FIRST_YEAR and match.word_before() not in time_contexts()["preposition"]


def _year_called(match: Match, anchors: Anchors) -> Timex | None:
    """The year 1998, the year two thousand."""
    if match.value("UNIT") != "Y" or match.before() == "-":
        return None  # "full-year 2026 sales"
    if match.value("NUMBER") == "2000" and not match.has("ERA"):
        return Timex("DATE", values.year_value(2000), edge_of(match))
    return _year(match, anchors)


def _decade(match: Match, anchors: Anchors) -> Timex | None:
    possessive = time_contexts()["possessive"]
    before = 3 if match.word_before() == "-" else 2
    if match.word_before() in possessive or (
            match.word_before(before - 1) in _PARTS and match.word_before(before) in possessive) or (
            match.has("DECADE_WORD") and not match.has("the") and not match.has("PART")):
        return None
    if len(match.value("DECADE")) == 2 and _is_heat(match):
        return None
    first = int(match.value("DECADE") or match.value("DECADE_WORD"))
    if first % 100 == 0 and _FIRST_YEAR <= first < 2000 and not match.has("ERA"):
        return Timex("DATE", values.century_value(first), edge_of(match))  # the 1800s
    if match.value("ERA") == "BC":
        return Timex("DATE", values.decade_value(1 - first), edge_of(match))
    if first < 100:
        first = expanded_year(f"{first:02d}", anchors.year)
    return Timex("DATE", values.decade_value(first), edge_of(match))


def _is_heat(match: Match) -> bool:
    """Are the nineties those of a thermometer: "temperatures in the mid-90s", "highs in the 90s and low 100s"?"""
    heat = time_contexts()["heat"]
    lowers, at = match.elements.lowers, match.first_token
    return not heat.isdisjoint(lowers[max(0, at - _HEAT_REACH):at]) or match.word_after() in heat


def _century(match: Match, anchors: Anchors) -> Timex | None:
    number = int(match.value("ORDINAL") or "2")
    if match.value("UNIT") != "CE" or not 1 <= number <= _CENTURIES:
        return None
    era = "BC" if match.value("ERA") == "BC" else ""
    return Timex("DATE", f"{era}{number - 1:02d}", edge_of(match))


def _century_of_two(match: Match, anchors: Anchors) -> Timex | None:
    """The 18th and 19th centuries: each on its own."""
    number = int(match.value("ORDINAL") or "2")
    categories, written = match.elements.categories, match.elements.values
    if match.has("UNITS"):
        if match.value("UNITS") != "CE" or match.before() not in _PAIRING:
            return None
    else:
        at = match.last + 1
        while categories[at:at + 1] and categories[at] in ("the", "PART"):
            at += 1
        if match.after() not in _PAIRING or categories[at:at + 2] != ["ORDINAL", "UNITS"] or written[at + 1] != "CE":
            return None
    return Timex("DATE", f"{number - 1:02d}", edge_of(match)) if 1 <= number <= _CENTURIES else None


def _season_of_year(match: Match, anchors: Anchors) -> Timex | None:
    year = year_of(match, anchors.year)
    if year is None or (_is_in_name(match) and not anchors.narrative):
        return None
    season = match.value("SEASON")
    token = match.first_token
    if match.categories[0] == "SEASON" and match.word(0)[0].isupper() and token and not anchors.narrative and \
            match.elements.tags[token - 1] == "P":
        return None  # "the Arab Spring of 2011"
    if match.categories[-1] == "NUMBER":  # the winter of 2025-26, the summer of 2025-26 in the south
        if season not in ("WI", "SU") or int(match.value("NUMBER")) != (year + 1) % 100:
            return None
        year += season == "WI"
    return Timex("DATE", f"{values.year_value(year)}-{season}", edge_of(match))


def _season(match: Match, anchors: Anchors) -> Timex | None:
    season, edge = match.value("SEASON"), edge_of(match)
    name = _is_in_name(match)
    if name and not anchors.narrative:
        return None
    year = carried_year(match)
    skip = 1 if name and match.categories[0] == "the" else 0
    if year is not None:
        return Timex("DATE", f"{values.year_value(year)}-{season}", edge, skip=skip)
    if not _is_season(match, anchors):
        return None
    return Timex("DATE", anchors.season(season, match), edge, anchor=anchors.base_anchor, skip=skip)


def _is_in_name(match: Match) -> bool:
    """Is a season part of a name: the Winter Olympics, the 2012 Summer Games, the Arab Spring, Spring Street?

    For annotators of histories it is a time in "the Spring Offensive" too.
    """
    if match.categories[-1] != "SEASON" or not match.word(-1 + len(match.categories))[0].isupper():
        return False
    at = match.elements.first_tokens[match.last - 1]
    tags = match.elements.tags
    named = at > 0 and tags[at - 1] == "P" and len(match.categories) == 1
    return tags[at + 1:at + 2] == "P" or named


def _is_season(match: Match, anchors: Anchors) -> bool:
    """Is it one of the year, not a fall of prices or a spring of water, and a certain one?"""
    word = match.word(match.index("SEASON")).lower()
    if word == "fall" and (match.word_before() in ("'s", "’s", "final") or match.after() == "-"):
        return False  # "the city's fall"
    sure = edge_of(match) is not None or match.word_before() in time_contexts()["season"] or _is_in_pair(match)
    if word in ("fall", "spring"):
        tags = match.elements.tags
        token = match.last_token
        if match.word_after() == "of" or tags[token] in "VDZM":
            return False
        if not sure and not anchors.narrative and not (match.has("the") and tags[token + 1:token + 2] in ("N", "S")):
            return False
    return sure or match.has("the") or anchors.narrative


def _season_of_told_year(match: Match, anchors: Anchors) -> Timex | None:
    """The spring of next year, fall of last year, the winter of that year."""
    if match.value("UNIT") != "Y":
        return None
    told = match.has("THAT") or match.has("same")
    base = anchors.told if told else anchors.base
    season = match.value("SEASON")
    if base is None:
        return Timex("DATE", f"XXXX-{season}", edge_of(match))
    year = base.year + int(match.value("LAST") or match.value("NEXT") or 0)
    return Timex("DATE", f"{values.year_value(year)}-{season}", edge_of(match),
                 anchor=PREVIOUS if told else anchors.base_name)


def _is_in_pair(match: Match) -> bool:
    """Is it one of two seasons: summer and fall?"""
    return (match.before() in ("and", "or", "through", "to") and match.before(2) == "SEASON") or (
        match.after() in ("and", "or", "through", "to") and match.after(2) == "SEASON")


RULES = (
    Row("date.year", "( <edge> | about )? the? <year>", _year,
        "The bridge was built in 1931.", "1931", "The bridge cost $1931.", "1931"),
    Row("date.year_called", "( <edge> the? | the )? UNIT ( <year> | NUMBER )", _year_called,
        "They feared the year 2000.", "the year 2000", "They feared the week 2000 men came.", "2000"),
    Row("date.decade", "( the? <edge>? DECADE ERA? | <edge>? DECADE_WORD | the DECADE_WORD )", _decade,
        "Few had cars in the early 1920s.", "the early 1920s", "He is in his 80s.", "192"),
    Row("date.century", "( the? <edge>? | <edge> ) ( ORDINAL | second ) -? UNIT ERA?", _century,
        "It was a harbour in the 12th century.", "the 12th century", "It was their 12th week.", "11"),
    Row("date.century_of_two", "the? <edge>? ( ORDINAL | second ) UNITS?", _century_of_two,
        "It grew in the 18th and 19th centuries.", "19th centuries", "It came 18th and 19th of all.", "18"),
    Row("date.season_of_year",
        "( the? <edge>? SEASON ( ,? <year> | of <year> | of? YEAR ( - | / ) NUMBER ) | the? YEAR SEASON )",
        _season_of_year, "They met in the spring of 1994.", "the spring of 1994", "The spring broke in the clock.",
        "1994-SP"),
    Row("date.season_of_told_year", "the? <edge>? SEASON of ( THIS | LAST | NEXT | THAT same? | the same ) UNIT",
        _season_of_told_year, "It will open in the spring of next year.", "the spring of next year",
        "It will open in the spring of next week.", "2027-SP"),
    Row("date.season", "( the? | <edge> ) SEASON", _season, "The lake dried up in the summer.", "the summer",
        "Prices fall with demand.", "2026-SU"),
)

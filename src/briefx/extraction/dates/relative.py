"""Days and periods that are counted from the reference date or from the date named before."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import count_of, duration, edge_of, mod_of, plain_unit, unit_of
from briefx.extraction.dates.row import PREVIOUS, REFERENCE, Match, Row, Timex
from briefx.extraction.dates.tense import lies_ahead
from briefx.extraction.dates.values import Day

_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX",
            "WE": "XXXX-WXX-WE", "H": "XXXX-XX-XX", "MIN": "XXXX-XX-XX", "S": "XXXX-XX-XX"}


def counted(base: Day | None, count: int, unit: str) -> str:
    """Returns the period ``count`` units from the base, a symbolic value without one."""
    factor, unit = plain_unit(unit) if unit not in ("DE", "CE") else (1, unit)
    if base is None or unit not in _UNKNOWN:
        return _UNKNOWN.get(unit, "XXXX")
    return values.shifted(base, count * factor, unit)


def _day(match: Match, anchors: Anchors) -> Timex | None:
    """Today, yesterday, tomorrow: always from the day of publication."""
    step = int(match.value("TODAY"))
    base = anchors.reference
    if anchors.narrative:
        return None if step == 0 and not anchors.reference else Timex("DATE", "PRESENT_REF") if step == 0 else None
    if (step == 0 and match.word(len(match.categories) - 1)[0].isupper() and match.word_after() in ("show", "program")) \
            or match.word_before() == "usa":
        return None
    value = values.day_value(values.add_days(base, step)) if base else "XXXX-XX-XX"
    return Timex("DATE", value, edge_of(match), anchor=REFERENCE if base else None)


def _day_beyond(match: Match, anchors: Anchors) -> Timex | None:
    """The day before yesterday, the day after tomorrow, the day before last Tuesday."""
    if match.value("UNIT") != "D":
        return None
    sign = 1 if match.has("after") else -1
    if match.has("TODAY"):
        step = int(match.value("TODAY"))
        if step == 0 or (step > 0) != (sign > 0):
            return None
        base = anchors.reference
        value = values.day_value(values.add_days(base, step + sign)) if base else "XXXX-XX-XX"
        return Timex("DATE", value, anchor=REFERENCE if base else None)
    day = values.parse_day(anchors.weekday(int(match.value("WEEKDAY")), match))
    value = values.day_value(values.add_days(day, sign)) if day else "XXXX-XX-XX"
    return Timex("DATE", value, anchor=anchors.base_name if day else None)


def _weekday(match: Match, anchors: Anchors) -> Timex | None:
    place = match.index("WEEKDAY")
    if not match.word(place)[0].isupper() or match.word_after() in ("times", "night's"):
        return None
    number = int(match.value("WEEKDAY"))
    base = anchors.base
    anchor = anchors.base_name if base else None
    mod = edge_of(match)
    if anchors.narrative and not (match.word_before() in ("on", "by", "until") or mod):
        return None
    if base is None or not base.day:
        return Timex("DATE", f"XXXX-WXX-{number}", mod)
    if match.has("NEXT"):
        step = (number - values.weekday(base)) % 7 or 7
        if match.word(match.index("NEXT")).lower() == "next" and step < 3:
            step += 7
        return Timex("DATE", values.day_value(values.add_days(base, step)), mod, anchor=anchor)
    if match.has("LAST"):
        told = anchors.told
        step = (number - values.weekday(base)) % 7 - 7
        if match.word(match.index("LAST")).lower() in ("previous", "preceding") and told and told.day:
            step = (number - values.weekday(told)) % 7 - 7
            return Timex("DATE", values.day_value(values.add_days(told, step)), mod, anchor=PREVIOUS)
        return Timex("DATE", values.day_value(values.add_days(base, step)), mod, anchor=anchor)
    return Timex("DATE", anchors.weekday(number, match), mod, anchor=anchor)


def _step(match: Match) -> int:
    return int(match.value("LAST") or match.value("NEXT") or 0)


_POSSESSIVES = frozenset(("his", "her", "its", "their", "our", "my", "your"))
_ANAPHORIC = frozenset(("following", "previous", "preceding", "prior", "subsequent", "ensuing"))


def _period(match: Match, anchors: Anchors) -> Timex | None:
    """Last week, this month, next year, the past year, the following month."""
    unit = match.value("UNIT")
    if unit in ("H", "MIN", "SEASON") or (unit not in _UNKNOWN and plain_unit(unit)[0] != 2):
        return None
    if match.word(match.index("UNIT"))[0].isupper() and match.word(0)[0].isupper() and \
            match.word_before() in ("\"", "“", "''", "``", "'s"):
        return None  # a programme: "This Week"
    step = _step(match)
    word = match.word(match.index("LAST" if match.has("LAST") else "NEXT" if match.has("NEXT") else "THIS")).lower()
    anaphoric = word in _ANAPHORIC or (word == "next" and match.categories[0] == "the")
    if word == "past" and not match.has("THIS"):
        if unit not in ("DE", "CE", "Y", "Q", "M", "W") or (match.categories[0] != "the" and unit != "DE"):
            return None
        if unit == "Y" and not anchors.narrative:
            return Timex("DATE", counted(anchors.reference, -1, "Y"), anchor=REFERENCE if anchors.reference else None)
        return Timex("DURATION", duration("1", unit, anchors.narrative))
    if match.categories[0] == "the" and word in ("last", "next", "coming", "past") and unit in ("W", "M", "DE", "CE", "Y") \
            and not anchors.narrative and edge_of(match) is None and unit in ("DE", "CE"):
        return Timex("DURATION", duration("1", unit, anchors.narrative))
    if word == "last" and match.after() == "of" and "the" in (match.categories[0], match.before()):
        return None
    base = anchors.told if anaphoric or anchors.narrative else anchors.reference
    anchor = None if base is None else anchors.base_name if base is anchors.base and not anaphoric else PREVIOUS
    if match.has("THIS") and match.has("LAST"):
        step = -1 if unit not in ("Y", "M") else 0
    elif match.has("THIS"):
        step = 0 if not match.has("NEXT") else 1
    if unit == "WE":
        return Timex("DATE", _weekend(base, step), edge_of(match), anchor=anchor)
    if unit == "D" and not anaphoric and not (word == "next" or match.has("THIS")):
        return None
    if unit == "D" and match.has("THIS"):
        return Timex("DATE", counted(base, 0, "D"), anchor=anchor) if anchors.narrative else None
    return Timex("DATE", counted(base, step, unit), edge_of(match), anchor=anchor)


def _weekend(base: Day | None, step: int) -> str:
    """The weekend of this week (step 0), the one before (-1) or after; Saturday and Sunday count as in it."""
    if base is None or not base.day:
        return "XXXX-WXX-WE"
    return values.week_value(values.add_days(base, 7 * step)) + "-WE"


def _the_weekend(match: Match, anchors: Anchors) -> Timex | None:
    if match.value("UNIT") != "WE":
        return None
    base = anchors.reference
    if base is None:
        return Timex("DATE", "XXXX-WXX-WE", edge_of(match))
    ahead = values.weekday(base) >= 6 or match.word_before(2) == "ahead" or (
        match.word_before() != "over" and lies_ahead(match))
    return Timex("DATE", _weekend(base, 0 if ahead else -1), edge_of(match), anchor=REFERENCE)


def _month_beside(match: Match, anchors: Anchors) -> Timex | None:
    """Last June, next May, this September."""
    place = match.index("MONTH")
    if not match.word(place)[0].isupper():
        return None
    month = int(match.value("MONTH"))
    base = anchors.base
    if base is None:
        return Timex("DATE", f"XXXX-{month:02d}", edge_of(match))
    year = base.year
    if match.has("THIS") and not match.has("LAST"):
        pass
    elif match.has("NEXT"):
        year += month <= base.month
    elif match.has("LAST"):
        year -= month >= base.month
    value = values.day_value(Day(year, month))
    if match.has("NUMBER"):
        day = int(match.value("NUMBER")) if match.value("NUMBER").isdigit() else 0
        if not values.is_day(year, month, day):
            return None
        value = values.day_value(Day(year, month, day))
    return Timex("DATE", value, edge_of(match), anchor=anchors.base_name)


def _season_beside(match: Match, anchors: Anchors) -> Timex | None:
    """Last fall, this summer, next spring."""
    if match.word_before() in _POSSESSIVES:
        return None
    season = match.value("SEASON")
    base = anchors.base
    if base is None:
        return Timex("DATE", f"XXXX-{season}", edge_of(match))
    if not base.month:
        return Timex("DATE", f"{values.year_value(base.year)}-{season}", edge_of(match))
    index = ("SP", "SU", "FA", "WI").index(season)
    now = values.season_of(base.month)
    year = base.year
    if season == "WI":  # the winter of a year is the one that ends in it
        if match.has("NEXT"):
            year += 2 if base.month == 12 else 1
        elif match.has("LAST"):
            year -= base.month <= 2
        else:
            year += base.month >= 7
    elif match.has("NEXT"):
        year += index <= now < 3 or base.month == 12
    elif match.has("LAST"):
        year -= index > now or (now == 3 and base.month < 3) or (index == now and not match.has("THIS"))
    return Timex("DATE", f"{values.year_value(year)}-{season}", edge_of(match), anchor=anchors.base_name)


def _ago(match: Match, anchors: Anchors) -> Timex | None:
    """Two years ago, a year earlier, three weeks before."""
    unit = unit_of(match)
    count = count_of(match) or "1"
    earlier = not match.has("ago")
    mod = {"EQUAL_OR_LESS": "LESS_THAN"}.get(mod_of(match) or "", mod_of(match))
    if match.has("or"):
        mod = "APPROX"
    base = anchors.told if earlier else anchors.base
    anchor = None if base is None else PREVIOUS if earlier or anchors.narrative else REFERENCE
    if unit in ("H", "MIN", "S"):
        if count == "X" or base is None or not base.day:
            return Timex("TIME", "PAST_REF")
        return None if earlier else Timex("TIME", values.day_value(base), mod, anchor=anchor)
    if unit not in _UNKNOWN and plain_unit(unit)[0] == 1:
        return None
    if count == "X":
        return Timex("DATE", "PAST_REF")
    if unit == "Y" and match.categories[0] == "a" and not anchors.narrative and anchors.quarter:
        return Timex("DATE", anchors.quarter_a_year_before(), anchor=PREVIOUS)
    amount = float(count)
    if unit == "DE":
        amount, unit = amount * 10, "Y"
    if unit == "Y" and amount != int(amount):
        amount, unit = amount * 12, "M"
    if amount != int(amount) or abs(amount) > 5000:
        return Timex("DATE", "PAST_REF")
    return Timex("DATE", counted(base, -int(amount), unit), mod, anchor=anchor)


def _later(match: Match, anchors: Anchors) -> Timex | None:
    """Two days later, a year later: from the date named before."""
    unit = unit_of(match)
    count = count_of(match) or ("" if match.has("UNITS") else "1")
    if not count:
        return Timex("DATE", _UNKNOWN.get(unit, "FUTURE_REF")) if anchors.narrative and unit != "H" else None
    base = anchors.told
    if not anchors.narrative:
        if match.has("from"):
            base = anchors.reference
        else:
            return None
    if unit in ("H", "MIN", "S") or (unit not in _UNKNOWN and plain_unit(unit)[0] == 1):
        return None
    if count == "X":
        return Timex("DATE", "FUTURE_REF")
    amount = float(count)
    if amount != int(amount) or amount > 5000:
        return None
    anchor = None if base is None else PREVIOUS if anchors.narrative else REFERENCE
    return Timex("DATE", counted(base, int(amount), unit), mod_of(match), anchor=anchor)


def _same(match: Match, anchors: Anchors) -> Timex | None:
    """That day, the same month, that year: the period of the date named before."""
    unit = match.value("UNIT")
    if unit not in _UNKNOWN or unit in ("H", "MIN", "S", "WE"):
        return None
    told = anchors.told
    value = counted(told, 0, unit)
    return Timex("DATE", value, edge_of(match), anchor=PREVIOUS if told else None)


def _day_around(match: Match, anchors: Anchors) -> Timex | None:
    """The day before, the day after."""
    if match.value("UNIT") != "D":
        return None
    step = -1 if match.has("before") else 1
    told = anchors.told
    if match.word_after() not in ("", ".", ",", ";", "and", ")"):
        return None
    return Timex("DATE", counted(told, step, "D"), anchor=PREVIOUS if told else None)


def _part_of_period(match: Match, anchors: Anchors) -> Timex | None:
    """The end of the month, the beginning of the year."""
    unit = match.value("UNIT")
    if unit not in ("W", "M", "Y", "DE", "CE", "Q") and (unit, match.has("in")) != ("D", True):
        return None
    base = anchors.told if unit == "D" or anchors.narrative else anchors.reference
    return Timex("DATE", counted(base, 0, unit), edge_of(match), anchor=anchors.base_name if base else None)


def _end_of_period(match: Match, anchors: Anchors) -> Timex | None:
    """Year-end, year's end, month's end."""
    unit = match.value("UNIT")
    if unit not in ("M", "Y", "W", "CE", "DE") or match.value("EDGE") != "END":
        return None
    base = anchors.base
    return Timex("DATE", counted(base, 0, unit), "END", anchor=anchors.base_name if base else None)


RULES = (
    Row("date.today", "( <edge> | ( EARLIER | LATER ) )? TODAY", _day, "The talks resumed yesterday.", "yesterday",
        "He told the Today show so.", "2026-05-31"),
    Row("date.day_beyond", "the? UNIT ( before | after ) ( TODAY | LAST? WEEKDAY )", _day_beyond,
        "The ship sank the day before yesterday.", "the day before yesterday",
        "The week before yesterday was hot.", "2026-05-30"),
    Row("date.weekday", "( <edge> | ( EARLIER | LATER ) )? ( the? ( LAST | NEXT ) | THIS ( LAST | NEXT )? )? WEEKDAY",
        _weekday, "The mayor resigned on Monday.", "Monday", "The Sunday Times reported it.", "2026-06-01"),
    Row("date.period", "( ( EARLIER | LATER | <edge> ) in? )? the? ( THIS | LAST | NEXT | THIS ( LAST | NEXT ) ) UNIT", _period,
        "Exports fell last month.", "last month", "It was the last month of the deal.", "2026-05"),
    Row("date.weekend", "<edge>? the UNIT", _the_weekend, "Snow fell over the weekend.", "the weekend",
        "Snow fell over the week.", "2026-W22-WE"),
    Row("date.month_beside", "<edge>? the? ( LAST | NEXT | THIS | THIS LAST | THIS NEXT ) MONTH NUMBER?", _month_beside,
        "The plant closed last October.", "last October", "Their last may be best.", "2025-10"),
    Row("date.season_beside", "<edge>? the? ( LAST | NEXT | THIS | THIS LAST | THIS NEXT | THAT same? ) SEASON",
        _season_beside, "The law will be voted on next spring.", "next spring", "His last fall broke a rib.", "2027-SP"),
    Row("date.ago", "<mod>? ( <count> | a | half a ) <unit> ( or so )? ago", _ago,
        "The bridge fell two weeks ago.", "two weeks ago", "The bridge fell long ago.", "2026-W21"),
    Row("date.earlier", "<mod>? ( <count> | a ) <unit> EARLIER", _ago,
        "Profit was $2 million, up from $1 million a year earlier.", "a year earlier",
        "It came an hour earlier.", "2025"),
    Row("date.later", "( <mod>? ( <count> | a ) <unit> | UNITS ) ( LATER | from NOW | hence )", _later,
        "The bridge will open two years from now.", "two years from now", "The far end is two miles from now on.", "2028"),
    Row("date.same", "( <edge> | ( EARLIER | LATER ) )? ( THAT same? | the same | on that same ) UNIT", _same,
        "He was born in 1931, and she died that year.", "that year", "It was that hour of all.", "1931"),
    Row("date.day_around", "the UNIT ( before | after )", _day_around,
        "The fort fell on 3 May 1794; the town had burned the day before.", "the day before",
        "The town burned the day before the fort fell.", "1794-05-02"),
    Row("date.part_of_period", "( the ( EDGE | latter part | remainder ) of the UNIT | ( EARLIER | LATER | PART ) in the UNIT )", _part_of_period,
        "The deal will close by the end of the month.", "the end of the month",
        "The end of the hour came.", "2026-06"),
    Row("date.end_of_period", "UNIT ( -? EDGE | 's EDGE )", _end_of_period,
        "The deal will close by year-end.", "year-end", "It was a year start to finish.", "2026"),
)

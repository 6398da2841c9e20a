"""Days and periods at a counted distance from another date, or within the one named before."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import UNKNOWN, count_of, counted, edge_of, is_counted_unit, mod_of, unit_of
from briefx.extraction.dates.row import PREVIOUS, REFERENCE, Match, Row, Timex
from briefx.extraction.dates.values import Day

# The figures that are compared with those of a year before stand within so many tokens.
_FIGURES_REACH = 20
_COMPARING = frozenset(("from", "than", "with", "versus"))
# Behind these year-end is the day of the balance: "by year-end", "since year-end".
_TO_THE_DAY = frozenset(("at", "before", "by", "since", "until"))
# What goes on behind "the day before" where no clause says of what: "they had met the day before in Rome".
_AFTER_A_BARE_DAY = frozenset(("", ".", ",", ";", "and", ")", "by", "in", "at", "with", "from"))
_CLOCK_UNITS = ("H", "MIN", "S")
# Nothing is told of so many units away; a larger number is a misreading.
_FARTHEST = 5000


def _ago(match: Match, anchors: Anchors) -> Timex | None:
    """Two years ago, a year earlier."""
    unit, count = unit_of(match), count_of(match) or "1"
    mod = "APPROX" if match.has("or") else _mod_of_point(match, back=True)
    earlier = match.has("EARLIER")
    base = anchors.told if earlier else anchors.base
    anchor = None if base is None else PREVIOUS if earlier else anchors.base_name
    if earlier and unit in ("D", "W") and base and not base.day and anchors.reference and not anchors.narrative:
        base, anchor = anchors.reference, REFERENCE  # a year named before tells no day
    if unit in _CLOCK_UNITS:
        if count == "X" or base is None or not base.day:
            return Timex("TIME", "PAST_REF")
        days = int(float(count)) // 24 if unit == "H" and float(count) <= _FARTHEST else 0
        return None if earlier else Timex(
            "TIME", f"{values.day_value(values.add_days(base, -days))}TXX", mod, anchor=anchor)
    if not is_counted_unit(unit) and unit != "DE":
        return None
    if unit == "Y" and match.categories[0] == "a" and not anchors.narrative and anchors.quarter and _compares(match):
        return Timex("DATE", anchors.quarter_a_year_before(), anchor=PREVIOUS)
    step = _steps(count, unit)
    if step is None:
        return Timex("DATE", "PAST_REF")
    return Timex("DATE", counted(base, -step[0], step[1]), mod, anchor=anchor)


def _mod_of_point(match: Match, back: bool) -> str | None:
    """What the words in front of a distance say of the day there: more than two years ago is before that year."""
    mod = mod_of(match)
    if mod is None or mod == "APPROX" or match.categories[0] in ("nearly", "almost", "close"):
        return mod and "APPROX"
    farther = mod in ("MORE_THAN", "EQUAL_OR_MORE")
    return ("ON_OR_" if mod.startswith("EQUAL") else "") + ("BEFORE" if farther == back else "AFTER")


def _compares(match: Match) -> bool:
    """Are figures compared with those of a year ago: "up from $2 million a year ago"?"""
    if match.word_before() in _COMPARING:
        return True
    tags = match.elements.tags
    before = tags[max(0, match.first_token - _FIGURES_REACH):match.first_token]
    after = tags[match.last_token + 1:match.last_token + _FIGURES_REACH]
    return any(mark in before.replace("¶", ".").rpartition(".")[2] + after.partition(".")[0] for mark in "K$")


def _steps(count: str, unit: str) -> tuple[int, str] | None:
    """Returns a count of units as a whole number of calendar units, null where it is vague, broken or absurd.

    A decade is ten years, a century a hundred: "two decades ago" names the year 20 years back, not a decade.
    """
    if count == "X":
        return None
    amount = float(count)
    if unit in ("DE", "CE"):
        amount, unit = amount * (10 if unit == "DE" else 100), "Y"
    elif unit == "Y" and amount != int(amount):
        amount, unit = amount * 12, "M"
    return (int(amount), unit) if amount == int(amount) and amount <= _FARTHEST else None


def _later(match: Match, anchors: Anchors) -> Timex | None:
    """Two days later (in a narrative: news speaks of the two days), two years from now, days later."""
    unit, count = unit_of(match), count_of(match)
    from_now = match.has("from") or match.has("hence")
    if (not anchors.narrative and not from_now) or unit in _CLOCK_UNITS or not is_counted_unit(unit):
        return None
    if not count and match.has("UNITS"):
        return Timex("DATE", UNKNOWN[unit]) if anchors.narrative and unit in UNKNOWN else None
    base = anchors.told if anchors.narrative else anchors.reference
    step = _steps(count or "1", unit)
    if step is None:
        return Timex("DATE", "FUTURE_REF")
    anchor = None if base is None else PREVIOUS if anchors.narrative else REFERENCE
    return Timex("DATE", counted(base, *step), _mod_of_point(match, back=False), anchor=anchor)


def _from_event(match: Match, anchors: Anchors) -> Timex | None:
    """Two days after the fort fell: in a narrative a day, counted from the one where it stands.

    News speaks of the length alone. Behind a date ("on 3 May 1794, two days after the fall") it is that date again.
    """
    if not anchors.narrative or match.word_after() not in ("after", "before") or \
            match.word_before() in ("for", "until", "about", "only"):
        return None
    unit = unit_of(match)
    step = _steps(count_of(match) or "1", unit) if is_counted_unit(unit) and unit not in _CLOCK_UNITS else None
    if step is None or anchors.told is None:
        return None
    sign = 0 if _is_apposition(match) else 1 if match.word_after() == "after" else -1
    return Timex("DATE", counted(anchors.told, sign * step[0], step[1]), anchor=PREVIOUS)


def _same(match: Match, anchors: Anchors) -> Timex | None:
    """That day, the same month, that year: the period of the date named before."""
    unit, told = match.value("UNIT"), anchors.told
    if unit not in UNKNOWN or unit in _CLOCK_UNITS or unit == "WE":
        return None
    if unit == "D" and not anchors.narrative and not match.has("same") and told and not told.day:
        return None  # "strong sales that day and the next" behind a mere month or year is any day
    return Timex("DATE", counted(told, 0, unit), edge_of(match), anchor=PREVIOUS if told else None)


def _day_around(match: Match, anchors: Anchors) -> Timex | None:
    """The day before, the year after; in news only where no clause says of what."""
    unit = match.value("UNIT")
    if unit not in ("D", "W", "M", "Y") or (unit != "D" and anchors.narrative):
        return None
    if not anchors.narrative and match.word_after() not in _AFTER_A_BARE_DAY:
        return None
    told = anchors.told
    sign = 0 if _is_apposition(match) else -1 if match.has("before") else 1
    return Timex("DATE", counted(told, sign, unit), anchor=PREVIOUS if told else None)


def _is_apposition(match: Match) -> bool:
    """Stands the match behind a date that it describes: "on 3 May 1794, two days after the fall"?"""
    return match.before() in (",", "-") and match.before(2) in ("YEAR", "MONTH")


def _back(match: Match, anchors: Anchors) -> Timex | None:
    """A few months back; not "took a year back home"."""
    if match.word_after() not in _AFTER_A_BARE_DAY and match.word_after() not in ("when", "that", "was", "were"):
        return None
    return _ago(match, anchors) if not anchors.narrative else None


def _day_at_distance(match: Match, anchors: Anchors) -> Timex | None:
    """A week from Saturday, two weeks ago Monday, a year ago today."""
    unit, count = unit_of(match), count_of(match) or "1"
    step = _steps(count, unit) if unit in ("W", "Y") else None
    if step is None or (unit == "Y" and not match.has("TODAY")) or match.value("TODAY") not in ("", "0"):
        return None
    base = anchors.reference
    if base is None or anchors.narrative:
        return Timex("DATE", "XXXX-XX-XX") if base is None else None
    sign = -1 if match.has("ago") else 1
    if unit == "Y":
        day = Day(base.year + sign * step[0], base.month, base.day)
        return Timex("DATE", values.day_value(day), anchor=REFERENCE) if values.is_day(*day) else None
    away = (int(match.value("WEEKDAY")) - values.weekday(base)) % 7 if match.has("WEEKDAY") else 0
    day = values.add_days(base, (away - 7 if away and sign < 0 else away) + sign * 7 * step[0])
    return Timex("DATE", values.day_value(day), anchor=REFERENCE)


def _long_ago(match: Match, anchors: Anchors) -> Timex | None:
    """Months ago, years and years ago, some time ago."""
    if match.has("time"):
        return Timex("DATE", "PAST_REF")
    return Timex("DATE", "PAST_REF") if match.value("UNITS") in UNKNOWN else None


def _part_of_period(match: Match, anchors: Anchors) -> Timex | None:
    """The end of the month, the beginning of the year, later in the day."""
    unit = match.value("UNIT")
    if unit not in ("W", "M", "Y", "DE", "CE", "Q") and not (unit == "D" and match.has("in")):
        return None
    base = anchors.told if unit == "D" or anchors.narrative else anchors.reference
    anchor = None if base is None else PREVIOUS if unit == "D" and base is not anchors.reference else anchors.base_name
    if unit == "D" and not anchors.narrative and base and anchors.reference and not base <= anchors.reference:
        base, anchor = anchors.reference, REFERENCE  # what was earlier in the day was not on a day to come
    return Timex("DATE", counted(base, 0, unit), edge_of(match), anchor=anchor)


def _end_of_period(match: Match, anchors: Anchors) -> Timex | None:
    """Year-end, year's end, month's end."""
    unit = match.value("UNIT")
    if unit not in ("M", "Y", "W", "CE", "DE") or match.value("EDGE") != "END":
        return None
    over = -1 if match.word_before() == "since" else 0  # "shares are up since year-end"
    if unit == "Y" and match.word_before() in _TO_THE_DAY and match.has("-") and anchors.base:
        return Timex("DATE", values.day_value(Day(anchors.base.year + over, 12, 31)), anchor=anchors.base_anchor)
    return Timex("DATE", counted(anchors.base, over, unit), "END", anchor=anchors.base_anchor)


RULES = (
    Row("date.ago", "<mod>? ( <count> | a | half a ) <unit> ( or so )? ago", _ago,
        "The bridge fell two weeks ago.", "two weeks ago", "The bridge fell long ago.", "2026-W21"),
    Row("date.earlier", "<mod>? ( <count> | a ) <unit> EARLIER", _ago,
        "Profit was $2 million, up from $1 million a year earlier.", "a year earlier",
        "It came an hour earlier.", "2025"),
    Row("date.day_at_distance", "( <count> | a ) <unit> ( ago | from ) ( WEEKDAY | TODAY )", _day_at_distance,
        "The bridge will open a week from Friday.", "a week from Friday", "It is a mile from Friday Harbor.",
        "2026-06-12"),
    Row("date.back", "( <count> | a ) <unit> back", _back, "They met a few years back.", "a few years back",
        "He took two days back home.", "PAST_REF"),
    Row("date.later", "( <mod>? ( <count> | a ) <unit> | UNITS ) ( LATER | from NOW | hence )", _later,
        "The bridge will open two years from now.", "two years from now", "It is two miles from now on.", "2028"),
    Row("date.long_ago", "( UNITS ( and UNITS )? | some time ) ago", _long_ago, "They met decades ago.", "decades ago",
        "They met dozens ago.", "PAST_REF"),
    Row("date.from_event", "( <count> | a ) <unit>", _from_event,
        "In 1801, 1802, 1803, 1804, 1805 and 1806 he fled. On 3 May 1807 he came back. Two days after the town fell he"
        " died.", "Two days", "Two days after the town fell he spoke on Monday.", "1807-05-05"),
    Row("date.same", "( <edge> | ( EARLIER | LATER ) )? ( THAT same? | the same | on that same ) UNIT", _same,
        "He was born in 1931, and she died that year.", "that year", "It was that hour of all.", "1931"),
    Row("date.day_around", "the UNIT ( before | after )", _day_around,
        "The fort fell on 3 May 1794; the town had burned the day before.", "the day before",
        "The town burned the day before the fort fell.", "1794-05-02"),
    Row("date.part_of_period",
        "( the ( EDGE | latter part | remainder ) of the UNIT | ( EARLIER | LATER | PART ) in the UNIT )",
        _part_of_period, "The deal will close by the end of the month.", "the end of the month",
        "The end of the hour came.", "2026-06"),
    Row("date.end_of_period", "around? UNIT ( -? EDGE | 's EDGE )", _end_of_period,
        "The deal will close by year-end.", "year-end", "It was a year start to finish.", "2026-12-31"),
)

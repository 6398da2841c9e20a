"""Days and halves that are told by their place within a longer period: the last day of May, Monday of last week."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import counted, edge_of, ordinal_of, step_of, year_of
from briefx.extraction.dates.ranges import carried_year
from briefx.extraction.dates.row import PREVIOUS, Match, Row, Timex
from briefx.extraction.dates.values import Day


def _weekday_of_week(match: Match, anchors: Anchors) -> Timex | None:
    """Monday of last week, Friday of next week, on Friday last week."""
    if match.value("UNIT") != "W" or not match.word(match.index("WEEKDAY"))[0].isupper() or match.after() == "'s":
        return None
    if not match.has("of") and (not match.has("LAST") or match.word_before() not in ("on", "until", "since", "by")):
        return None  # "He said Friday this week was hard"
    number, base = int(match.value("WEEKDAY")), anchors.told if match.has("THAT") else anchors.base
    if base is None or not base.day:
        return Timex("DATE", f"XXXX-WXX-{number}", edge_of(match))
    day = values.add_days(base, 7 * step_of(match) + number - values.weekday(base))
    part = f"T{match.value('DAYPART')}" if match.has("DAYPART") else ""
    return Timex("TIME" if part else "DATE", values.day_value(day) + part, edge_of(match),
                 anchor=PREVIOUS if match.has("THAT") else anchors.base_name)


def _day_of_period(match: Match, anchors: Anchors) -> Timex | None:
    """The last day of May, the first Monday of March 2027, the second day of the month, the first day of next year."""
    first = match.first
    day_unit = next((at for at, category in enumerate(match.categories) if category in ("UNIT", "WEEKDAY")), -1)
    if match.categories[day_unit] == "UNIT" and match.elements.values[first + day_unit] != "D":
        return None
    count = -1 if match.has("final") or match.categories[1] == "LAST" else ordinal_of(match)
    found = _covered(match, anchors, match.elements.values[match.last - 1])
    if found is None or not count:
        return None
    known, anchor = found
    covered = values.interval(known)
    if covered is None:
        whole = match.has("MONTH") or known[:4] != "XXXX"
        return Timex("DATE", f"{known}-XX" if whole else "XXXX-XX-XX", anchor=anchor)
    return _counted_day(match.value("WEEKDAY"), count, covered, anchor)


def _counted_day(weekday: str, count: int, covered: tuple[Day, Day], anchor: str | None) -> Timex | None:
    """The count-th day (or such weekday) of what is covered, -1 for the last; null where it has no such."""
    start, end = covered
    size = 7 if weekday else 1
    if count < 0:
        day = values.add_days(end, -((values.weekday(end) - int(weekday)) % 7) if weekday else 0)
    else:
        day = values.add_days(start, (int(weekday) - values.weekday(start)) % 7 if weekday else 0)
        day = values.add_days(day, size * (count - 1))
    return Timex("DATE", values.day_value(day), anchor=anchor) if start <= day <= end else None


def _covered(match: Match, anchors: Anchors, unit: str) -> tuple[str, str | None] | None:
    """Returns the value of the month or year at the end of a match and its anchor; null for another period."""
    if match.has("MONTH"):
        month = int(match.value("MONTH"))
        if not match.word(match.index("MONTH"))[0].isupper():
            return None
        year = year_of(match, anchors.year) or carried_year(match)
        if year is not None:
            return values.day_value(Day(year, month)), None
        return anchors.month(month, match), anchors.base_anchor
    if match.categories[-1] != "UNIT":
        year = year_of(match, anchors.year)
        return (values.year_value(year), None) if year is not None else None
    if unit not in ("M", "Y"):
        return None
    told = match.categories[-2] == "the"
    base = anchors.told if told else anchors.base
    return counted(base, step_of(match) if not told else 0, unit), (
        None if base is None else PREVIOUS if told else anchors.base_name)


def _numbered_day(match: Match, anchors: Anchors) -> Timex | None:
    """The 15th of last month, the 5th of the month; in a narrative also "on the 20th"."""
    if match.value("UNIT") not in ("M", ""):
        return None
    if match.has("UNIT"):
        found = _covered(match, anchors, "M")
    else:
        following = match.elements.tags[match.last_token + 1:match.last_token + 2]
        if not anchors.narrative or match.word_before() not in ("on", "by", "until", "since", "from") or \
                not match.word(1)[0].isdecimal() or (following and following in "NSPJK"):
            return None
        found = counted(anchors.told, 0, "M"), PREVIOUS
    number = ordinal_of(match)
    if found is None or not number:
        return None
    covered = values.interval(found[0])
    if covered is None:
        return Timex("DATE", "XXXX-XX-XX")
    return _counted_day("", number, covered, found[1])


def _half(match: Match, anchors: Anchors) -> Timex | None:
    """The first half of May, the second half of this month, the latter half of the decade."""
    number = 2 if match.has("latter") or (match.has("LAST") and not match.has("ORDINAL")) else ordinal_of(match)
    unit = match.elements.values[match.last - 1]
    if not 1 <= number <= 2:
        return None
    edge = "START" if number == 1 else "END"
    if match.categories[-1] == "UNIT" and unit in ("W", "DE", "CE"):
        told = match.categories[-2] == "the"
        base = anchors.told if told else anchors.base
        return Timex("DATE", counted(base, 0 if told else step_of(match), unit), edge,
                     anchor=None if base is None else PREVIOUS if told else anchors.base_name)
    if not match.has("MONTH") and (match.categories[-1] != "UNIT" or unit != "M"):
        return None
    found = _covered(match, anchors, unit)
    return Timex("DATE", found[0], edge, anchor=found[1]) if found else None


RULES = (
    Row("date.weekday_of_week", "<edge>? WEEKDAY DAYPART? of? ( LAST | NEXT | THIS | THAT same? ) UNIT",
        _weekday_of_week, "The mayor left on Monday of last week.", "Monday of last week",
        "The mayor left on Monday of last year.", "2026-05-25"),
    Row("date.day_of_period",
        "the ( ORDINAL | second | LAST | final ) ( UNIT | WEEKDAY ) ( of | in )"
        " ( MONTH ( ,? <year> | of <year> )? | YEAR | the UNIT | ( THIS | LAST | NEXT ) UNIT )", _day_of_period,
        "The lease ends on the last day of May.", "the last day of May", "It was the last deal of May.", "2026-05-31"),
    Row("date.numbered_day", "the ( ORDINAL | second ) ( of ( the UNIT | ( THIS | LAST | NEXT | THAT same? ) UNIT ) )?",
        _numbered_day, "The mayor left on the 15th of last month.", "the 15th of last month",
        "The mayor was the 15th of many.", "2026-05-15"),
    Row("date.half_of_period",
        "the? ( ORDINAL | second | LAST | latter ) half of"
        " ( MONTH ( ,? <year> | of <year> )? | the UNIT | ( THIS | LAST | NEXT ) UNIT )", _half,
        "It rained in the first half of May.", "the first half of May", "It rained in the first half of the match.",
        "2026-05"),
)

"""Business periods: quarters, halves, fiscal years, and the same period a year before."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import edge_of, year_of
from briefx.extraction.dates.row import Match, Row, Timex


def _ordinal(match: Match) -> int:
    value = match.value("ORDINAL") or ("2" if match.has("second") else "")
    return int(value) if value else (4 if match.has("LAST") else 0)


def _quarter(match: Match, anchors: Anchors) -> Timex | None:
    """The third quarter, third-quarter profit, the first quarter of 2026, last year's third quarter."""
    number = _ordinal(match)
    if match.value("UNIT") != "Q" or not 1 <= number <= 4:
        return None
    if match.has("LAST") and not match.has("ORDINAL") and not match.has("second"):
        return None
    year = year_of(match, anchors.year)
    anchor = None
    if year is None:
        anchor = anchors.base_anchor
        base = anchors.base
        if base is None:
            return Timex("DATE", f"XXXX-Q{number}", edge_of(match))
        if match.has("THIS") or match.has("LAST") or match.has("NEXT"):
            year = base.year + int(match.value("LAST") or match.value("NEXT") or 0)
        else:
            year = anchors.year_of_quarter(number, match)
            if year is not None and (match.has("ago") or match.has("EARLIER")):
                year -= 1
    if year is None:
        return Timex("DATE", f"XXXX-Q{number}", edge_of(match))
    value = values.quarter_value(year, number)
    return Timex("DATE", value, edge_of(match), anchor=anchor)


def _quarter_code(match: Match, anchors: Anchors) -> Timex | None:
    """Q1, Q3 2026."""
    if not match.word(0)[0].isupper():
        return None
    year = year_of(match, anchors.year)
    number = int(match.value("QUARTER"))
    anchor = None
    if year is None:
        year = anchors.year_of_quarter(number, match)
        anchor = anchors.base_anchor
    return Timex("DATE", f"XXXX-Q{number}" if year is None else values.quarter_value(year, number), anchor=anchor)


def _half_year(match: Match, anchors: Anchors) -> Timex | None:
    """The first half of 2026, the second half."""
    number = _ordinal(match)
    if match.has("latter") or match.has("LAST"):
        number = 2
    if not 1 <= number <= 2:
        return None
    if match.has("DECADE"):
        decade = match.value("DECADE")
        year = int(decade) if len(decade) == 4 else 1900 + int(decade) if int(decade) > 30 else 2000 + int(decade)
        return Timex("DATE", values.decade_value(year), "START" if number == 1 else "END")
    known = year_of(match, anchors.year)
    anchor = None
    if known is None:
        if anchors.base is None:
            return Timex("DATE", f"XXXX-H{number}")
        known = anchors.base.year + int(match.value("LAST") or match.value("NEXT") or 0)
        anchor = anchors.base_name
    return Timex("DATE", f"{values.year_value(known)}-H{number}", anchor=anchor)


def _last_quarter(match: Match, anchors: Anchors) -> Timex | None:
    """The quarter, the latest quarter, the latest period: the one named before, else the last completed."""
    if match.has("UNIT") and match.value("UNIT") != "Q" and not match.has("period"):
        return None
    if match.has("period") and not anchors.quarter:
        return None
    if match.after() == "ended" and match.after(2) == "MONTH":
        month = int(match.elements.values[match.last + 1])
        year = anchors.year_of_month(month, match)
        if year is not None:
            return Timex("DATE", values.quarter_value(year, values.quarter_of(month)), anchor=anchors.base_name)
    reference = anchors.reference
    value = anchors.quarter if anchors.quarter and "-Q" in anchors.quarter else None
    if value is None:
        value = "XXXX-QX" if reference is None else values.shifted(reference, -1, "Q")
    if anchors.narrative and anchors.quarter is None:
        return None
    return Timex("DATE", value, edge_of(match), anchor="previous" if anchors.quarter else anchors.base_name)


def _quarter_before(match: Match, anchors: Anchors) -> Timex | None:
    """The year-ago quarter, the year-earlier period, year-earlier results, the same period last year."""
    if match.value("UNIT") != "Y":
        return None
    quarter = anchors.quarter
    reference = anchors.reference
    anchor = "previous" if quarter else anchors.base_name if reference else None
    if quarter is None or len(quarter) == 4:
        if reference is None:
            return Timex("DATE", "XXXX")
        if "Q" in [match.value("UNIT")] or match.categories.count("UNIT") > 1:
            return Timex("DATE", values.shifted(reference, -5, "Q"), anchor=anchor)
        return Timex("DATE", values.year_value(reference.year - 1), anchor=anchor)
    if not quarter[:4].isdigit():
        return Timex("DATE", quarter)
    return Timex("DATE", f"{int(quarter[:4]) - 1:04d}{quarter[4:]}", anchor=anchor)


def _period_of_year(match: Match, anchors: Anchors) -> Timex | None:
    """The 1988 quarter, the 1988 period: the quarter named before, of that year."""
    year = year_of(match, anchors.year)
    if year is None:
        return None
    quarter = anchors.quarter
    if quarter and "-Q" in quarter:
        return Timex("DATE", values.year_value(year) + quarter[-3:])
    return Timex("DATE", values.year_value(year))


def _fiscal_year(match: Match, anchors: Anchors) -> Timex | None:
    year = year_of(match, anchors.year)
    if year is not None:
        return Timex("DATE", values.year_value(year), edge_of(match))
    if match.value("UNIT") != "Y":
        return None
    if match.after() == "ended":
        return Timex("DURATION", "P1Y")
    if anchors.base is None:
        return Timex("DATE", "XXXX", edge_of(match))
    step = int(match.value("LAST") or match.value("NEXT") or 0)
    return Timex("DATE", values.year_value(anchors.base.year + step), edge_of(match), anchor=anchors.base_name)


def _the_year(match: Match, anchors: Anchors) -> Timex | None:
    """The year: a length where it is one that ended ("the year ended March 31"), else this one."""
    if match.value("UNIT") != "Y":
        return None
    if match.after() == "ended" or match.word_after() in ("ended", "ending", "through", "to"):
        return Timex("DURATION", "P1Y")
    before = match.word_before()
    if before not in ("for", "of", "in", "during", "throughout", "so", "by"):
        return None
    base = anchors.told if anchors.narrative else anchors.reference
    value = values.year_value(base.year) if base else "XXXX"
    return Timex("DATE", value, edge_of(match), anchor=anchors.base_name if base else None)


def _week_of(match: Match, anchors: Anchors) -> Timex | None:
    """The week of March 6."""
    if match.value("UNIT") != "W":
        return None
    day = int(match.value("NUMBER") or match.value("ORDINAL") or 0)
    month = int(match.value("MONTH"))
    if not values.is_day(2000, month, day):
        return None
    year = year_of(match, anchors.year)
    written = anchors.month_day(month, day, match) if year is None else f"{year:04d}-{month:02d}-{day:02d}"
    known = values.parse_day(written)
    return Timex("DATE", values.week_value(known) if known else "XXXX-WXX")


RULES = (
    Row("date.quarter", "<edge>? ( the | THIS | the? ( LAST | NEXT ) )? fiscal? -? ( ORDINAL | second ) -? UNIT"
        " ( of? ( the? fiscal? YEAR | ( THIS | LAST | NEXT ) UNIT ) )?", _quarter,
        "Net profit rose in the first quarter of 2025.", "the first quarter of 2025",
        "A quarter of the crew left.", "2025-Q1"),
    Row("date.quarter_code", "( QUARTER ( of? <year> )? | YEAR QUARTER )", _quarter_code,
        "The plan for Q3 2026 is ready.", "Q3 2026", "It is question q3 of ten.", "2026-Q3"),
    Row("date.quarter_of_year_first", "( the? YEAR | the? ( THIS | LAST | NEXT ) UNIT 's | the? UNIT -? ( ago | EARLIER ) )"
        " fiscal? -? ( ORDINAL | second ) -? UNIT",
        lambda match, anchors: _quarter_with_year_first(match, anchors),
        "Net profit rose in last year's third quarter.", "last year's third quarter",
        "Last year's third place was theirs.", "2025-Q3"),
    Row("date.half_year", "<edge>? the? ( ORDINAL | second | LAST | latter ) half ( of ( the? fiscal? YEAR | the? DECADE"
        " | ( THIS | LAST | NEXT ) UNIT | the UNIT ) )", _half_year,
        "Sales fell in the first half of 2025.", "the first half of 2025", "They scored in the first half.", "2025-H1"),
    Row("date.last_quarter", "<edge>? ( the | the latest | the current | THAT ) ( UNIT | period )", _last_quarter,
        "Profit rose 5% in the latest quarter.", "the latest quarter", "It was the latest week of strikes.", "2026-Q1"),
    Row("date.quarter_before", "( the? comparable? UNIT -? ( ago | EARLIER ) ( UNIT | period ) | LAST UNIT 's ( UNIT | period ) | a? UNIT -? ( ago | EARLIER )"
        " | the ( same | comparable ) ( UNIT | period ) ( LAST UNIT | of LAST UNIT | a UNIT ( ago | EARLIER ) ) | the UNIT a UNIT ago )",
        lambda match, anchors: _before(match, anchors),
        "Profit was $2 million in the year-earlier quarter.", "the year-earlier quarter",
        "Profit was there in the year-long quarrel.", "2025-Q1"),
    Row("date.period_of_year", "the YEAR ( UNIT | period )", _period_of_year,
        "Net rose from $3 million in the 1988 period.", "the 1988 period", "It was the 1988 world record.", "1988"),
    Row("date.fiscal_year", "<edge>? ( fiscal UNIT? YEAR | the? ( THIS | LAST | NEXT | current | latest ) fiscal? UNIT | the fiscal UNIT )",
        lambda match, anchors: _fiscal(match, anchors),
        "Costs fell in fiscal 2025.", "fiscal 2025", "The fiscal plan failed.", "2025"),
    Row("date.the_year", "the entire? UNIT", _the_year, "Sales for the year were flat.", "the year",
        "Sales for the era were flat.", "2026"),
    Row("date.week_of", "the UNIT of MONTH NUMBER", _week_of, "Hearings begin the week of June 15.", "the week of June 15",
        "Hearings begin the day of June 15.", "2026-W25"),
)


def _quarter_with_year_first(match: Match, anchors: Anchors) -> Timex | None:
    elements = match.elements
    if elements.values[match.last - 1] != "Q" or not 1 <= _ordinal(match) <= 4:
        return None
    if match.has("YEAR"):
        return Timex("DATE", values.quarter_value(int(match.value("YEAR")), _ordinal(match)))
    if match.value("UNIT") != "Y":
        return None
    if anchors.base is None:
        return Timex("DATE", f"XXXX-Q{_ordinal(match)}")
    if match.has("ago") or match.has("EARLIER"):
        year = (anchors.year_of_quarter(_ordinal(match), match) or anchors.base.year) - 1
    else:
        year = anchors.base.year + int(match.value("LAST") or match.value("NEXT") or 0)
    return Timex("DATE", values.quarter_value(year, _ordinal(match)), anchor=anchors.base_name)


def _before(match: Match, anchors: Anchors) -> Timex | None:
    categories = match.categories
    if "same" in categories or (categories[:2] == ["the", "UNIT"] and "a" in categories) or "'s" in categories or \
            categories[:3] == ["the", "comparable", "period"] or (categories[:3] == ["the", "comparable", "UNIT"] and \
            categories[3] not in ("-", "ago", "EARLIER")):
        if match.elements.values[match.last - 1] not in ("Q", "Y", "-"):
            return None
        quarter = anchors.quarter
        if quarter and quarter[:4].isdigit():
            return Timex("DATE", f"{int(quarter[:4]) - 1:04d}{quarter[4:]}", anchor="previous")
        reference = anchors.reference
        return Timex("DATE", values.year_value(reference.year - 1) if reference else "XXXX",
                     anchor=anchors.base_name if reference else None)
    found = _quarter_before(match, anchors)
    if found and categories[0] == "a":
        if "-" not in categories:
            return None
        return found._replace(skip=1)
    if found and categories[0] == "the" and categories[-1] in ("ago", "EARLIER"):
        return found._replace(skip=1)
    if categories[0] == "UNIT" and "-" not in categories and categories[-1] in ("ago", "EARLIER"):
        return None
    return found


def _fiscal(match: Match, anchors: Anchors) -> Timex | None:
    if not match.has("fiscal") and not (match.has("current") or match.has("latest")):
        return None
    if (match.has("current") or match.has("latest")) and not match.has("fiscal") and match.value("UNIT") != "Y":
        return None
    return _fiscal_year(match, anchors)

"""Business periods: quarters, halves, fiscal years, and the same period a year before."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import edge_of, expanded_year, mod_of, ordinal_of, step_of, year_of
from briefx.extraction.dates.row import PREVIOUS, Match, Row, Timex
from briefx.extraction.dates.values import Day

# What links two quarters that share the word ("the first and second quarters"), and what counts them.
_BOTH = ("and", "or")
_ORDINALS = ("ORDINAL", "second")


def _quarter(match: Match, anchors: Anchors) -> Timex | None:
    """The third quarter, third-quarter profit, the first quarter of 2026, the third quarter of last year."""
    number = ordinal_of(match)
    if match.value("UNIT") != "Q" or not 1 <= number <= 4:
        return None
    return _quarter_timex(match, anchors, number)


def _quarter_timex(match: Match, anchors: Anchors, number: int) -> Timex:
    year, anchor = year_of(match, anchors.year), None
    if year is None:
        anchor = anchors.base_anchor
        if anchors.year is not None and (match.has("THIS") or match.has("LAST") or match.has("NEXT")):
            year = anchors.year + step_of(match)
        else:
            year = anchors.year_of_quarter(number, match)
            if year is not None and (match.has("ago") or match.has("EARLIER")):
                year -= 1
            elif number > 1 and match.after() == "ended" and match.after(2) == "MONTH":
                year = _year_of_end(match, anchors, int(match.elements.values[match.last + 1])) or year
    value = f"XXXX-Q{number}" if year is None else values.quarter_value(year, number)
    # No article of what a quarter qualifies: "the third-quarter loss".
    skip = 1 if match.categories[0] == "the" and match.categories[-2] == "-" else 0
    return Timex("DATE", value, edge_of(match), anchor=anchor, skip=skip, fiscal=match.has("fiscal"))


def _quarter_of_year_first(match: Match, anchors: Anchors) -> Timex | None:
    """The 1988 third quarter, last year's third quarter, the year-ago third quarter."""
    number = ordinal_of(match)
    if match.elements.values[match.last - 1] != "Q" or not 1 <= number <= 4:
        return None
    if not match.has("YEAR") and match.value("UNIT") != "Y":
        return None
    return _quarter_timex(match, anchors, number)


def _quarter_code(match: Match, anchors: Anchors) -> Timex | None:
    """Q1, Q3 2026, 4Q."""
    written = match.word(match.index("QUARTER"))
    return _quarter_timex(match, anchors, int(match.value("QUARTER"))) if written.isupper() else None


def _half_code(match: Match, anchors: Anchors) -> Timex | None:
    """H1 2026, H2 of 2025."""
    year = year_of(match, anchors.year)
    if year is None or not match.word(match.index("HALF_YEAR")).isupper():
        return None
    return Timex("DATE", f"{values.year_value(year)}-H{match.value('HALF_YEAR')}")


def _one_of_two_quarters(match: Match, anchors: Anchors) -> Timex | None:
    """The first and second quarters: each on its own."""
    number, tail = ordinal_of(match), match.elements.categories[match.last:match.last + 4]
    if not 1 <= number <= 4:
        return None
    if match.has("UNITS"):
        other = match.before(3) if match.before(2) == "the" else match.before(2)
        if match.value("UNITS") != "Q" or match.before() not in _BOTH or other not in _ORDINALS:
            return None
    else:
        end = 3 if tail[1:2] == ["the"] else 2
        units = match.last + end
        if tail[:1] not in ([link] for link in _BOTH) or tail[end - 1:end] not in ([word] for word in _ORDINALS) or \
                tail[end:end + 1] != ["UNITS"] or match.elements.values[units] != "Q":
            return None
    return _quarter_timex(match, anchors, number)


def _half_year(match: Match, anchors: Anchors) -> Timex | None:
    """The first half of 2026, the latter half of the 1980s."""
    number = 2 if match.has("latter") or (match.has("LAST") and not match.has("ORDINAL")) else ordinal_of(match)
    if not 1 <= number <= 2:
        return None
    if match.has("DECADE"):
        first = int(match.value("DECADE"))
        first = first if first > 99 else expanded_year(f"{first:02d}", anchors.year)
        return Timex("DATE", values.decade_value(first), "START" if number == 1 else "END")
    year = year_of(match, anchors.year)
    if year is not None:
        return Timex("DATE", f"{values.year_value(year)}-H{number}")
    if anchors.year is None:
        return Timex("DATE", f"XXXX-H{number}")
    return Timex("DATE", f"{values.year_value(anchors.year + step_of(match))}-H{number}", anchor=anchors.base_name)


def _two_quarters(match: Match, anchors: Anchors) -> Timex | None:
    """The first two quarters of 2026, the last two quarters of last year: a half of it."""
    if match.value("UNITS") != "Q" or match.value("NUMBER") != "2" or match.value("UNIT") not in ("", "Y"):
        return None
    last = match.has("LAST") and match.categories.index("LAST") < match.categories.index("NUMBER")
    if not last and match.value("ORDINAL") != "1":
        return None
    year, anchor = year_of(match, anchors.year), None
    if year is None:
        if anchors.year is None:
            return Timex("DATE", f"XXXX-H{2 if last else 1}", mod_of(match))
        step = match.elements.values[match.last - 2]
        year, anchor = anchors.year + (int(step) if step.lstrip("-").isdecimal() else 0), anchors.base_name
    return Timex("DATE", f"{values.year_value(year)}-H{2 if last else 1}", mod_of(match), anchor=anchor)


def _latest_quarter(match: Match, anchors: Anchors) -> Timex | None:
    """The quarter, the latest period: the one reported on, else the last completed; the current one is this."""
    if match.after() == "-":
        return None  # "the quarter-century-old bridge"
    if match.has("period"):
        if anchors.quarter is None and not match.has("latest"):
            return None
    elif match.value("UNIT") != "Q":
        return None
    if match.has("THAT") and anchors.last_quarter:
        return Timex("DATE", anchors.last_quarter, anchor=PREVIOUS)
    at = 3 if match.after(2) == "NUMBER" else 2
    if anchors.fiscal and anchors.quarter and match.after() == "ended":
        return Timex("DATE", anchors.quarter, anchor=PREVIOUS, fiscal=True)  # the one named "fiscal first quarter"
    if match.after() in ("ended", "to") and match.after(at) == "MONTH":
        month = int(match.elements.values[match.last + at - 1])
        year = _year_of_end(match, anchors, month)
        if year is not None:
            # The quarter of the year in which the middle one of its three months lies.
            middle = values.add_months(Day(year, month, 1), -1)
            value = values.quarter_value(middle.year, values.quarter_of(middle.month))
            return Timex("DATE", value, anchor=anchors.base_name)
    if anchors.quarter is not None and not match.has("current"):
        return Timex("DATE", anchors.quarter, edge_of(match), anchor=PREVIOUS)
    if anchors.narrative:
        return None
    value = "XXXX-QX"
    if anchors.reference:
        value = values.shifted(anchors.reference, 0 if match.has("current") else -1, "Q")
    return Timex("DATE", value, edge_of(match), anchor=anchors.base_anchor)


def _year_of_end(match: Match, anchors: Anchors, month: int) -> int | None:
    """The year of the month with which a period ended or ends, null where nothing tells it."""
    year = anchors.year_of_month(month, match)
    if year is not None and match.word_after() == "ended" and anchors.base and \
            Day(year, month, _day_behind(match)) > anchors.base:
        return year - 1  # what ended is over
    return year


def _day_behind(match: Match) -> int:
    """The day of the month with which a period ended ("the quarter ended Oct. 31"), 0 without one."""
    number = match.elements.values[match.last + 2] if match.after(3) == "NUMBER" else ""
    return int(number) if number.isdecimal() else 0


def _year_before(match: Match, anchors: Anchors, quarterly: bool) -> Timex:
    """The reported quarter a year before; without one, the year before or (quarterly) the quarter then."""
    if anchors.quarter is not None:
        return Timex("DATE", anchors.quarter_a_year_before(), anchor=PREVIOUS)
    reference = anchors.reference
    if reference is None:
        return Timex("DATE", "XXXX")
    value = values.shifted(reference, -5, "Q") if quarterly else values.year_value(reference.year - 1)
    return Timex("DATE", value, anchor=anchors.base_anchor)


def _year_ago_period(match: Match, anchors: Anchors) -> Timex | None:
    """The year-ago quarter, the year-earlier period, the comparable year-ago quarter."""
    if match.value("UNIT") != "Y":
        return None
    return _year_before(match, anchors, quarterly=match.categories.count("UNIT") > 1)


def _year_ago(match: Match, anchors: Anchors) -> Timex | None:
    """Year-earlier results, the year-ago loss."""
    if match.value("UNIT") != "Y":
        return None
    return _year_before(match, anchors, quarterly=False)._replace(skip=1 if match.categories[0] != "UNIT" else 0)


def _same_period(match: Match, anchors: Anchors) -> Timex | None:
    """The same period last year, last year's quarter, the quarter a year ago."""
    units = [match.elements.values[match.first + place]
             for place, category in enumerate(match.categories) if category == "UNIT"]
    if "Y" not in units or not ("Q" in units or match.has("period")):
        return None
    return _year_before(match, anchors, quarterly=False)


def _period_of_year(match: Match, anchors: Anchors) -> Timex | None:
    """The 1988 quarter, the 1988 period: the quarter reported on, of that year."""
    year = int(match.value("YEAR"))
    if match.value("UNIT") == "SEASON" or (match.has("of") and match.value("UNIT") not in ("", "Q")):
        return None
    return Timex("DATE", values.year_value(year) + anchors.reported_part)


def _fiscal_year(match: Match, anchors: Anchors) -> Timex | None:
    """Fiscal 2025, the current fiscal year, the latest year."""
    year = year_of(match, anchors.year)
    if match.has("NUMBER"):  # FY26
        short = match.value("NUMBER")
        if match.word(match.index("fiscal")).lower() != "fy" or len(short) != 2 or not short.isdecimal():
            return None
        year = expanded_year(short, anchors.year)
    if year is not None:
        return Timex("DATE", values.year_value(year), edge_of(match))
    if match.value("UNIT") != "Y":
        return None
    if match.after() == "ended":
        return Timex("DURATION", "P1Y")
    if anchors.year is None:
        return Timex("DATE", "XXXX", edge_of(match))
    step = -1 if match.has("latest") and match.has("fiscal") else step_of(match)  # the last one completed
    return Timex("DATE", values.year_value(anchors.year + step), edge_of(match), anchor=anchors.base_name)


def _the_month(match: Match, anchors: Anchors) -> Timex | None:
    """The month, where it is the one named before: "In May sales rose. During the month, prices fell."."""
    told = anchors.told
    if match.value("UNIT") != "M" or anchors.narrative or told is None or not told.month or told.day or \
            match.word_before() not in ("for", "in", "during", "throughout", "over"):
        return None
    return Timex("DATE", values.day_value(told), anchor=PREVIOUS)


def _the_year(match: Match, anchors: Anchors) -> Timex | None:
    """The year: a length where it is one that ended ("the year ended March 31"), else this one."""
    word = match.word(match.index("UNIT"))
    if match.value("UNIT") != "Y" or (word[0].isupper() and not word.isupper() and not anchors.narrative):
        return None  # "the Year of the Horse"
    if match.after() == "ended" or match.word_after() in ("ending", "through", "since") or (
            match.after() == "to" and match.after(2) in ("MONTH", "NUMBER", "the", "EDGE")):
        return Timex("DURATION", "P1Y")
    if match.word_before() not in ("for", "of", "in", "during", "throughout", "so", "by"):
        return None
    base = anchors.told if anchors.narrative else anchors.reference
    return Timex("DATE", values.year_value(base.year) if base else "XXXX", anchor=anchors.base_name if base else None)


def _week_of(match: Match, anchors: Anchors) -> Timex | None:
    """The week of March 6."""
    day, month = match.value("NUMBER"), int(match.value("MONTH"))
    if match.value("UNIT") != "W" or not day.isdecimal() or not values.is_day(2000, month, int(day)):
        return None
    known = values.parse_day(anchors.month_day(month, int(day), match))
    return Timex("DATE", values.week_value(known) if known else "XXXX-WXX", anchor=anchors.base_anchor)


RULES = (
    Row("date.quarter", "<edge>? ( the | THIS | the? ( LAST | NEXT ) )? fiscal? -? ( ORDINAL | second ) -? UNIT"
        " ( of? ( the? fiscal? YEAR | ( THIS | LAST | NEXT ) UNIT ) )?", _quarter,
        "Net profit rose in the first quarter of 2025.", "the first quarter of 2025",
        "A quarter of the crew left.", "2025-Q1"),
    Row("date.quarter_code", "( QUARTER ( of? <year> )? | YEAR QUARTER )", _quarter_code,
        "The plan for Q3 2026 is ready.", "Q3 2026", "It is question q3 of ten.", "2026-Q3"),
    Row("date.half_code", "( HALF_YEAR of? <year> | YEAR HALF_YEAR )", _half_code,
        "Sales fell in H2 2025.", "H2 2025", "Take route H2 to 2025 Main Street.", "2025-H2"),
    Row("date.quarter_of_year_first",
        "( the? YEAR 's? | the? ( THIS | LAST | NEXT ) UNIT 's | the? UNIT -? ( ago | EARLIER ) )"
        " fiscal? -? ( ORDINAL | second ) -? UNIT", _quarter_of_year_first,
        "Net profit rose in last year's third quarter.", "last year's third quarter",
        "Last year's third place was theirs.", "2025-Q3"),
    Row("date.one_of_two_quarters", "the? ( ORDINAL | second ) UNITS?", _one_of_two_quarters,
        "Sales fell in the third and fourth quarters.", "fourth quarters", "They came third and fourth of all.",
        "2025-Q4"),
    Row("date.half_year", "<edge>? the? ( ORDINAL | second | LAST | latter ) half"
        " ( of ( the? fiscal? YEAR | the? DECADE | ( THIS | LAST | NEXT ) UNIT | the UNIT ) )", _half_year,
        "Sales fell in the first half of 2025.", "the first half of 2025", "They scored in the first half.", "2025-H1"),
    Row("date.two_quarters", "<mod>? the? ( ORDINAL | LAST ) NUMBER UNITS of"
        " ( the? fiscal? YEAR | ( THIS | LAST | NEXT ) UNIT | the UNIT )", _two_quarters,
        "Sales fell in the first two quarters of 2025.", "the first two quarters of 2025",
        "Sales fell in the first three quarters of the land.", "2025-H1"),
    Row("date.latest_quarter", "<edge>? ( the | the latest | the current | THAT ) ( UNIT | period )", _latest_quarter,
        "Profit rose 5% in the latest quarter.", "the latest quarter", "It was the latest week of strikes.", "2026-Q1"),
    Row("date.year_ago_period", "the? comparable? UNIT -? ( ago | EARLIER ) ( UNIT | period )", _year_ago_period,
        "Profit was $2 million in the year-earlier quarter.", "the year-earlier quarter",
        "Profit was there in the year-long quarrel.", "2025-Q1"),
    Row("date.year_ago", "( the | a )? UNIT - ( ago | EARLIER )", _year_ago,
        "Costs fell from year-earlier levels.", "year-earlier", "Costs fell from year to year.", "2025"),
    Row("date.same_period", "( LAST UNIT 's ( UNIT | period ) | the UNIT a UNIT ago"
        " | the ( same | comparable ) ( UNIT | period ) ( LAST UNIT | of LAST UNIT | a UNIT ( ago | EARLIER ) ) )",
        _same_period, "Sales were higher than in the same period last year.", "the same period last year",
        "Sales were higher than in the same shop last year.", "2025"),
    Row("date.period_of_year", "( the YEAR ( UNIT | period ) | the ( same | comparable ) ( UNIT | period ) of YEAR )",
        _period_of_year, "Net rose from $3 million in the 1988 period.", "the 1988 period",
        "It was the 1988 world record.", "1988"),
    Row("date.fiscal_year", "<edge>? ( fiscal UNIT? ( YEAR | NUMBER ) | the? ( THIS | LAST | NEXT ) fiscal UNIT"
        " | the? ( current | latest ) fiscal? UNIT | the fiscal UNIT )", _fiscal_year,
        "Costs fell in fiscal 2025.", "fiscal 2025", "The fiscal plan failed.", "2025"),
    Row("date.the_month", "the entire? UNIT", _the_month,
        "In April 2026 sales rose, as prices fell during the month.", "the month",
        "On April 3 sales rose, as prices fell during the month.", "2026-04"),
    Row("date.the_year", "the entire? UNIT", _the_year, "Sales for the year were flat.", "the year",
        "Sales for the era were flat.", "2026"),
    Row("date.week_of", "the UNIT of MONTH NUMBER", _week_of,
        "Hearings begin the week of June 15.", "the week of June 15", "Hearings begin the day of June 15.", "2026-W25"),
)

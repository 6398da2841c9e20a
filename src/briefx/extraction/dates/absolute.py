"""Days and months that are written out, wholly or in part."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import edge_of, known_day, month_day, year_of
from briefx.extraction.dates.ranges import carried_year
from briefx.extraction.dates.row import Match, Row, Timex
from briefx.extraction.dates.values import Day
from briefx.lexicon.words import time_contexts

# "The Sept. 11 attacks", "the Jan. 6 riot" need no year once they were: {(month, day): (year, words behind)}.
_REMEMBERED = {
    (9, 11): (2001, ("attacks", "hijackers", "hijackings")),
    (1, 6): (2021, ("attack", "insurrection", "riot", "rioters", "riots")),
    (10, 7): (2023, ("attack", "attacks", "massacre")),
}
_SHORTEST_MONTH_ALONE = 3  # May; the other short forms need a day or a year beside them


def _named_month(match: Match) -> int:
    """Returns the number of the month in a match, 0 where it is written small ("may", "march")."""
    return int(match.value("MONTH")) if match.word(match.index("MONTH"))[0].isupper() else 0


def _article(match: Match) -> int:
    """The article of what follows ("the June 3 vote") is none of the day; that of "the 3rd of June" is."""
    return 1 if match.categories[:2] in (["the", "MONTH"], ["the", "WEEKDAY"]) else 0


def _full_day(match: Match, anchors: Anchors) -> Timex | None:
    found = month_day(match)
    year = year_of(match, anchors.year)
    if not _named_month(match) or found is None or year is None:
        return None
    # "29 February 2025": what that year has of it is the month.
    day = known_day(year, *found) or Day(year, found[0])
    return Timex("DATE", values.day_value(day), edge_of(match), skip=_article(match))


def _written_day(match: Match, anchors: Anchors) -> Timex | None:
    day = anchors.written_day(match.value("WRITTEN_DAY"))
    return Timex("DATE", values.day_value(day)) if day else None


def _day_without_year(match: Match, anchors: Anchors) -> Timex | None:
    found = month_day(match)
    if not _named_month(match) or found is None:
        return None
    year = carried_year(match)
    if year is not None and values.is_day(year, *found):
        return Timex("DATE", values.day_value(Day(year, *found)), edge_of(match), skip=_article(match))
    attack, words = _REMEMBERED.get(found, (0, ()))
    if match.word_after() in words and (anchors.year or attack + 1) > attack:
        return Timex("DATE", values.day_value(Day(attack, *found)), skip=_article(match))
    value = anchors.month_day(*found, match)
    return Timex("DATE", value, edge_of(match), anchor=anchors.base_anchor, skip=_article(match))


def _month_year(match: Match, anchors: Anchors) -> Timex | None:
    month, year = _named_month(match), year_of(match, anchors.year)
    return Timex("DATE", values.day_value(Day(year, month)), edge_of(match)) if month and year is not None else None


def _month(match: Match, anchors: Anchors) -> Timex | None:
    month = _named_month(match)
    if not month or _is_no_month(match):
        return None
    edge = edge_of(match)
    year = carried_year(match)
    if year is None:
        year = _carried_told_year(match, anchors)
    # No article of what a month qualifies: "the mid-June deadline".
    skip = 1 if match.categories[0] == "the" and match.has("-") else 0
    if year is not None:
        return Timex("DATE", values.day_value(Day(year, month)), edge, skip=skip)
    return Timex("DATE", anchors.month(month, match), edge, anchor=anchors.base_anchor, skip=skip)


def _carried_told_year(match: Match, anchors: Anchors) -> int | None:
    """The year that stands with the second of two months ("between March and May last year"), null without one."""
    elements = match.elements
    tail = elements.categories[match.last:match.last + 4]
    if anchors.year is None or len(tail) < 4 or tail[0] not in ("and", "to", "or", "-") or tail[1] != "MONTH" or \
            tail[2] not in ("THIS", "LAST", "NEXT") or elements.values[match.last + 3] != "Y":
        return None
    return anchors.year + int(elements.values[match.last + 2])


def _is_no_month(match: Match) -> bool:
    """Is a month's name alone an abbreviation, a verb, a march or a person?"""
    word = match.word(match.index("MONTH")).lower()
    if (match.after() == "-" and match.after(2) == "MONTH") or (match.before() == "-" and match.before(2) == "MONTH"):
        return False  # "the Jan.-March period"
    if len(word) <= _SHORTEST_MONTH_ALONE + word.endswith(".") + (word[:4] == "sept") and word != "may":
        return True
    tags = match.elements.tags
    token = match.last_token
    before, following = match.word_before(), tags[token + 1:token + 2]
    expected = before in time_contexts()["preposition"]
    if tags[token] == "M" or (word in ("may", "march") and not expected and following and following in "Vpb"):
        return True  # "May he rest", "March on"
    if word in ("march", "may") and before in ("the", "long") and following not in ("N", "S", "J", "K"):
        return True  # "the Long March"
    if word == "march" and not expected and match.word_after() in ("of", "for", "on", "against", "to"):
        return True  # "the March for Life"
    if following == "P" and not expected and before not in ("the", "'s", "a", "an") and edge_of(match) is None:
        return True  # "April Jones said"
    named = match.first == 0 or match.elements.ends[match.first - 1] == match.elements.starts[match.first]
    return named and token > 0 and word in ("may", "april", "june", "august", "march") and \
        tags[match.first_token - 1] == "P"  # "Theresa May"


def _month_of_year(match: Match, anchors: Anchors) -> Timex | None:
    """A month or day with "this year", "last year", "of that year"."""
    month = _named_month(match)
    if not month or match.value("UNIT") != "Y":
        return None
    step = int(match.value("THIS") or match.value("LAST") or match.value("NEXT") or 0)
    base = anchors.told if match.has("THAT") or match.has("same") else anchors.base
    if base is None:
        return Timex("DATE", f"XXXX-{month:02d}", edge_of(match))
    found = month_day(match) if match.has("NUMBER") else None
    day = Day(base.year + step, month)
    if found and values.is_day(day.year, *found):
        day = Day(day.year, *found)
    return Timex("DATE", values.day_value(day), edge_of(match), anchor=anchors.base_name)


RULES = (
    Row("date.month_day_year", "<lead> MONTH <dom> ( ,? <year> | of <year> )", _full_day,
        "The treaty was signed on June 3, 1998, in Oslo.", "June 3, 1998",
        "Lot 3, 1998 in all, went for less.", "1998-06-03"),
    Row("date.day_month_year", "( <lead> <dom> of? MONTH ( ,? <year> | of <year> ) | NUMBER - MONTH - YEAR )",
        _full_day, "The court ruled on 29 February 2024.", "29 February 2024",
        "There is no 30 February 2024 in any calendar.", "2024-02-29"),
    Row("date.written_day", "WRITTEN_DAY", _written_day, "It was filed on 2026-05-31 in Rome.", "2026-05-31",
        "The part bears the number 2026-15-31.", "2026-05-31"),
    Row("date.month_day", "<lead> MONTH <dom>", _day_without_year,
        "Voters go to the polls on Sunday, June 7.", "Sunday, June 7",
        "They may 7 times say no.", "2026-06-07"),
    Row("date.day_month", "<lead> <dom> of? MONTH", _day_without_year,
        "The strike will end on 8 June.", "8 June",
        "All 8 may leave.", "2026-06-08"),
    Row("date.month_year", "<edge>? MONTH ( ,? <year> | of <year> )", _month_year,
        "Prices rose in February of 2021.", "February of 2021",
        "They may 2021 times fail.", "2021-02"),
    Row("date.month", "<edge>? MONTH", _month, "Sales fell in early April.", "early April",
        "They may leave.", "2026-04"),
    Row("date.month_of_year", "<edge>? MONTH NUMBER? ,? of? ( THIS | LAST | NEXT | THAT same? | the same ) UNIT",
        _month_of_year, "The mill closed in October last year.", "October last year",
        "The mill closed in October last week.", "2025-10"),
)

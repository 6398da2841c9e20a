"""Stretches of time: how long, whether or not it is said when."""
from __future__ import annotations

from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import count_of, duration, mod_of, unit_of
from briefx.extraction.dates.row import Match, Row, Timex

_BEFORE_BARE_PLURAL = frozenset(("for", "in", "over", "within", "after", "of", "take", "takes", "took", "lasted", "last", "months",
                                 "several", "past", "the", "despite", "spent", "spend", "follows", "and", "or", "many", "by"))


def _counted(match: Match, anchors: Anchors) -> Timex | None:
    """Two years, at least 30 days, the nine months, another week."""
    unit = unit_of(match)
    if unit == "SEASON" or (match.has("second") and not match.has("UNITS")):
        return None
    count = count_of(match) or "1"
    if unit == "Q" and not match.has("the"):
        return None  # "three-quarters of its food"
    mod = mod_of(match)
    skip = 0
    if match.categories[0] in ("about", "some") and not anchors.narrative:
        skip = 1
    if match.after() in ("old",) or (match.after() == "-" and match.after(2) == "old") or match.word_after() in ("old", "older"):
        if not anchors.narrative:
            return None
    if match.has("half") and count == "0.5" and match.categories[-1] not in ("UNIT", "half"):
        return None
    if match.has("the") and unit in ("M", "W") and count in ("6", "9", "12", "26", "39", "52"):
        anchors.compares_years = True
    return Timex("DURATION", duration(count, unit, anchors.narrative), mod, skip=skip)


def _and_a_half(match: Match, anchors: Anchors) -> Timex | None:
    """A year and a half, an hour and a half."""
    return Timex("DURATION", duration("1.5", match.value("UNIT")), mod_of(match))


def _half(match: Match, anchors: Anchors) -> Timex | None:
    return Timex("DURATION", duration("0.5", match.value("UNIT")), mod_of(match))


def _adjective(match: Match, anchors: Anchors) -> Timex | None:
    """The 30-day truce, a two-year-long siege."""
    if match.after() == "-" and match.after(2) in ("old", "?"):
        return None
    if (match.after() == "old" and match.value("UNIT") == "Y") or match.value("UNIT") == "SEASON":
        return None
    count = count_of(match)
    if match.value("UNIT") == "CE" and count not in ("X",):
        return Timex("DURATION", duration(count, "CE"))
    return Timex("DURATION", duration(count, match.value("UNIT"), anchors.narrative), mod_of(match))


def _age(match: Match, anchors: Anchors) -> Timex | None:
    """What counts the life of a thing ("an 8-month-old truce"); people's ages are no times."""
    if match.value("UNIT") == "Y":
        return None
    return Timex("DURATION", duration(count_of(match), match.value("UNIT")))


def _long(match: Match, anchors: Anchors) -> Timex | None:
    """Day-long, months-long, a decades-long feud."""
    count = "X" if match.has("UNITS") else "1"
    return Timex("DURATION", duration(count, unit_of(match)))


def _moving(match: Match, anchors: Anchors) -> Timex | None:
    """The past two weeks, the next few days, the first nine months."""
    unit = unit_of(match)
    if unit == "SEASON":
        return None
    count = count_of(match)
    if match.has("ORDINAL") and unit == "M" and count in ("6", "9"):
        anchors.compares_years = True
    mod, skip = mod_of(match), 0
    if match.categories[0] in ("over", "around", "about", "under", "some") and match.has("the"):
        mod, skip = None, 1
    return Timex("DURATION", duration(count, unit, anchors.narrative), "APPROX" if match.has("or") else mod, skip=skip)


def _recent(match: Match, anchors: Anchors) -> Timex | None:
    """Recent years, coming weeks, the past years."""
    if match.has("recent") and match.value("UNITS") in ("H", "MIN", "S"):
        return None
    if match.value("UNITS") == "Y" and match.has("recent") and not anchors.narrative:
        return Timex("DATE", "PAST_REF")
    return Timex("DURATION", duration("X", match.value("UNITS")))


def _article(match: Match, anchors: Anchors) -> Timex | None:
    """A year, a week, an hour: a length where nothing makes it a rate or an age."""
    unit = match.value("UNIT")
    if unit in ("SEASON", "Q", "WE"):
        return None
    before = match.word_before()
    tags = match.elements.tags
    at = match.elements.tokens[match.first]
    tag_before = tags[at - 1] if at else "¶"
    if match.after() in ("ago", "EARLIER", "LATER") and match.after() != "LATER":
        return None
    mod = mod_of(match)
    if mod is None and match.categories[0] == "a":
        if before in ("once", "twice", "times", "percent", "%"):
            return None
        if tag_before in "KSN$" and before not in ("last", "than", "after", "within"):
            return None
        if match.word_after() in ("of",) and unit in ("D",):
            return None
        if tag_before in "DVZMbhd" and unit in ("D", "Y") and before in ("is", "was", "be", "'s", "has", "had", "having"):
            return None
        if tags[match.elements.tokens[match.last - 1] + 1:match.elements.tokens[match.last - 1] + 2] in ("N", "S", "P") \
                and match.after() != "'s":
            return None
    return Timex("DURATION", duration("1", unit), mod)


def _bare_plural(match: Match, anchors: Anchors) -> Timex | None:
    """For years, within weeks, months of delay."""
    unit = match.value("UNITS")
    if unit in ("S", "WE", "Q"):
        return None
    before, after = match.word_before(), match.word_after()
    if match.categories[0] == "UNITS" and before not in ("for", "in", "within", "after", "over", "lasted", "took", "take",
                                                         "spent", "despite", "follows", "just", "only") \
            and after not in ("of", "later", "before", "after", "earlier"):
        return None
    return Timex("DURATION", duration("X", unit))


def _vague(match: Match, anchors: Anchors) -> Timex | None:
    """Some time, a while."""
    return Timex("DURATION", "PXM" if match.has("some") else "PXX")


def _week_of_month(match: Match, anchors: Anchors) -> Timex | None:
    """The last week of August, the first two weeks of May."""
    unit = unit_of(match)
    return Timex("DURATION", duration(count_of(match) or "1", unit)) if unit in ("W", "D") else None


def _ahead(match: Match, anchors: Anchors) -> Timex | None:
    """The weeks ahead."""
    return Timex("DURATION", duration("X", match.value("UNITS")))


def _shared_unit(match: Match, anchors: Anchors) -> Timex | None:
    """The first count of a pair that has one unit: "two" in "two to six days"."""
    elements = match.elements
    categories = elements.categories
    at = match.last
    if match.after() not in ("to", "or", "-", "and") or categories[at + 1:at + 2] != ["NUMBER"] or \
            categories[at + 2:at + 3] != ["UNITS"]:
        return None
    if match.after() == "and" and match.before() != "between":
        return None
    if match.before() in ("MONTH", "a", "-", "/"):
        return None
    return Timex("DURATION", duration(match.value("NUMBER"), elements.values[at + 2]), mod_of(match))


RULES = (
    Row("duration.counted", "<mod>? the? same? additional? <count> ( additional | more | entire | consecutive | working )? ( UNITS | second )", _counted,
        "The siege went on for at least 30 days.", "at least 30 days", "She is 30 years old.", "P30D"),
    Row("duration.additional", "<mod>? a? additional entire? UNIT", _counted,
        "They got another month.", "another month", "They got another seven.", "P1M"),
    Row("duration.and_a_half", "<mod>? ( a | NUMBER ) UNIT and a half", _and_a_half,
        "The flight took an hour and a half.", "an hour and a half", "It took an hour and a bit.", "PT1H30M"),
    Row("duration.half", "<mod>? ( half a | a half ) -? UNIT", _half,
        "They waited half an hour.", "half an hour", "They took half an apple.", "PT30M"),
    Row("duration.adjective", "<mod>? the? ( NUMBER | few | several ) -? UNIT ( -? long )?", lambda m, a: _trimmed(m, a),
        "The 30-day truce held.", "30-day", "The 30-year-old singer won.", "P30D"),
    Row("duration.age", "NUMBER -? UNIT -? old", _age, "It threatened the 8-month-old truce.", "8-month-old",
        "The 8-year-old girl sang.", "P8M"),
    Row("duration.long", "( UNIT | UNITS ) - long", _long, "It ended a decades-long feud.", "decades-long",
        "It ended a life-long feud.", "PXDE"),
    Row("duration.moving", "<mod>? the? ( LAST | NEXT | ORDINAL | latest ) <count> additional? ( consecutive | entire | working )? ( UNITS | second ) ( or so )?",
        _moving, "Prices doubled in the past two weeks.", "the past two weeks", "The past two mayors left.", "P2W"),
    Row("duration.recent", "the? ( recent | LAST | NEXT ) UNITS", _recent,
        "It has grown in recent months.", "recent months", "It has grown in recent towns.", "PXM"),
    Row("duration.article", "<mod>? a entire? UNIT", _article,
        "It will take a year to rebuild.", "a year", "It costs $200 a year to run.", "P1Y"),
    Row("duration.bare_plural", "( UNITS | UNITS ( or | and ) UNITS )", _bare_plural,
        "The case dragged on for years.", "years", "The years are kind to her.", "PXY"),
    Row("duration.vague", "( some time | a while )", _vague, "They stayed for a while.", "a while", "They stayed while it rained.", "PXX"),
    Row("duration.week_of_month", "the? ( ORDINAL | LAST ) <count>? ( UNIT | UNITS ) of MONTH ( ,? YEAR )?", _week_of_month,
        "It rained in the last week of August.", "the last week of August", "It was the last act of August.", "P1W"),
    Row("duration.ahead", "the UNITS ahead", _ahead, "Rain is likely in the days ahead.", "the days ahead",
        "Rain fell on the ship ahead.", "PXD"),
    Row("duration.shared_unit", "NUMBER", _shared_unit,
        "It takes two to six days.", "two", "It takes two to tango.", "P2D"),
)


def _trimmed(match: Match, anchors: Anchors) -> Timex | None:
    found = _adjective(match, anchors)
    if found is None:
        return None
    if match.categories[0] == "the" and match.value("NUMBER") != "1":
        return found._replace(skip=1)
    if match.categories[0] in ("about", "some") and not anchors.narrative:
        return found._replace(skip=1)
    return found

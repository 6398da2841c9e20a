"""Times that point to the present, the past or the future and to no day: now, recently, the future."""
from __future__ import annotations

from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.row import Match, Row, Timex
from briefx.extraction.dates.tense import tense
from briefx.lexicon.words import time_contexts

_PRESENT = Timex("DATE", "PRESENT_REF")
_PAST = Timex("DATE", "PAST_REF")
# The tags with which a subject begins.
_SUBJECTS = ("p", "P", "T", "q")
_FUTURE = Timex("DATE", "FUTURE_REF")


def _now(match: Match, anchors: Anchors) -> Timex | None:
    return _PRESENT


def _current(match: Match, anchors: Anchors) -> Timex | None:
    """Current; not "the then current price", "the then-current mayor"."""
    before = match.word_before(2) if match.word_before() == "-" else match.word_before()
    return None if before == "then" or match.elements.lowers[match.first_token].startswith("then-") else _PRESENT


def _adverb(match: Match, anchors: Anchors) -> Timex | None:
    """Currently, recently, nowadays; not "as recently as October", "most recently last May"."""
    if (match.word_after() == "as" == match.word_before()) or match.after() in ("LAST", "MONTH", "WEEKDAY"):
        return None
    return Timex("DATE", match.value("VAGUE"))


def _soon(match: Match, anchors: Anchors) -> Timex | None:
    """Soon, of what lies ahead of the one who tells: "it will soon open", "she hopes to soon leave"."""
    if anchors.narrative or match.word_after() in ("as", "after", "afterwards", "before", "enough") or \
            match.word_before() in ("as", "how", "so", "too"):
        return None
    ahead = match.elements.tags[match.first_token - 1:match.first_token] == "t" or tense(match) == "future"
    return _FUTURE if ahead or match.elements.tags[match.last_token + 1:][:1] == "M" else None


def _recent(match: Match, anchors: Anchors) -> Timex | None:
    """Recent, which counts as a time in histories alone: annotators of news mark it in less than half of its places."""
    return _PAST if anchors.narrative else None


def _future(match: Match, anchors: Anchors) -> Timex | None:
    """The future, the near future, in future; the adjective in histories alone."""
    if anchors.narrative or "near" in match.categories:
        return _FUTURE
    following = match.elements.tags[match.last_token + 1:match.last_token + 2]
    if match.categories == ["future"] and match.word_before() != "in":
        return None
    return None if following and following in "NJ" else _FUTURE  # "the future course of the war"


def _future_periods(match: Match, anchors: Anchors) -> Timex | None:
    """Future years, future quarters."""
    return _FUTURE if match.value("UNITS") in ("Y", "Q", "M", "W", "D", "DE", "CE") else None


def _the_past(match: Match, anchors: Anchors) -> Timex | None:
    """The past as a noun: before a stop or a conjunction, or behind "in"."""
    ends = match.word_after() in (".", ",", ";", ")", "\"", "''", "”", "and", "but", "or")
    return _PAST if match.word(1).lower() == "past" and (ends or match.word_before() == "in") else None


def _units_past(match: Match, anchors: Anchors) -> Timex | None:
    """Years past, days gone by."""
    if match.value("UNITS") not in ("Y", "DE", "CE", "D") or match.word(1).lower() != "past":
        return None
    following = match.elements.tags[match.last_token + 1:][:1]
    return _PAST if not following or following not in "TNSPpIK" else None


def _former(match: Match, anchors: Anchors) -> Timex | None:
    """Former before a noun, in histories."""
    following = match.elements.tags[match.last_token + 1:][:1]
    return _PAST if anchors.narrative and following and following in "NSPJ" else None


def _this_time(match: Match, anchors: Anchors) -> Timex | None:
    """This time, at the time, during that period: in a narrative, the time that is told of."""
    if not anchors.narrative or match.word_before() in ("first", "last"):
        return None
    if match.categories == ["the", "time"] and match.word_before() != "at":
        return None
    if match.categories == ["THIS", "time"] and match.word_before() not in time_contexts()["preposition"]:
        return None  # "they moved again, this time to the coast"
    return _PRESENT


def _these_days(match: Match, anchors: Anchors) -> Timex | None:
    return _PRESENT if match.value("UNITS") == "D" and match.word(0).lower() == "these" else None


def _one_day(match: Match, anchors: Anchors) -> Timex | None:
    """One day, as what will be: "he will one day lead", "may one day"."""
    tags = match.elements.tags
    at = match.last_token
    if match.word(0).lower() != "one" or match.value("UNIT") != "D":
        return None
    if tags[at + 1:at + 2] == "V" or "M" in tags[max(0, at - 3):at]:
        return _FUTURE
    # "One day she will rule": it opens the clause, and a modal follows its subject.
    opens = match.first_token == 0 or tags[match.first_token - 1] in ".¶,\"cC"
    return _FUTURE if opens and tags[at + 1:at + 2] in _SUBJECTS and "M" in tags[at + 2:at + 4] else None


def _to_date(match: Match, anchors: Anchors) -> Timex | None:
    return _PRESENT._replace(skip=1) if match.word_before() not in ("year", "-") else None  # "year to date"


RULES = (
    Row("date.now", "NOW", _now, "The road is now open.", "now", "The road is known to all.", "PRESENT_REF"),
    Row("date.vague_adverb", "more? VAGUE", _adverb, "The road is currently shut.", "currently",
        "The current is strong.",
        "PRESENT_REF"),
    Row("date.recent", "recent", _recent,
        "In 1801, 1802, 1803, 1804, 1805 and 1806 the war went on. Few recent books treat it.", "recent",
        "The recent floods cut the road.", "PAST_REF"),
    Row("date.current", "current", _current, "The current mayor agreed.", "current", "The currents are strong.",
        "PRESENT_REF"),
    Row("date.future", "( the? future | the near ( future | term ) )", _future,
        "Nobody knows the future.", "the future", "He sells futures.", "FUTURE_REF"),
    Row("date.soon", "soon", _soon, "The bridge will soon open.", "soon", "The bridge soon became a ruin.",
        "FUTURE_REF"),
    Row("date.future_periods", "future UNITS", _future_periods,
        "It cuts tax payments in future years.", "future years", "It cuts payments to future mayors.", "FUTURE_REF"),
    Row("date.the_past", "the LAST", _the_past,
        "It had failed in the past.", "the past", "It ran past the house.", "PAST_REF"),
    Row("date.units_past", "UNITS LAST", _units_past,
        "In years past, it had failed.", "years past", "It took years past the limit.", "PAST_REF"),
    Row("date.former", "former", _former,
        "In 1801, 1802, 1803, 1804, 1805 and 1806 the former king was in exile.", "former",
        "The former mayor spoke on Monday.", "PAST_REF"),
    Row("date.this_time", "( THIS | THAT same? | the same | the ) ( time | period )", _this_time,
        "He ruled in 1801, 1802, 1803, 1804, 1805 and 1806. During this period the town grew.", "this period",
        "During this rule the town grew.", "PRESENT_REF"),
    Row("date.to_date", "to date", _to_date,
        "It is her best work to date.", "date", "They want to set a date.", "PRESENT_REF"),
    Row("date.one_day", "NUMBER UNIT", _one_day, "He will one day rule.", "one day", "It took one day.", "FUTURE_REF"),
    Row("date.these_days", "THAT UNITS", _these_days, "Few write letters these days.", "these days",
        "Few write in those days.", "PRESENT_REF"),
)

"""From where dates are counted: the reference date and the date named before."""
from __future__ import annotations

from bisect import bisect_right

from briefx.extraction.dates import values
from briefx.extraction.dates.elements import stretches, time_flags
from briefx.extraction.dates.phrases import known_day
from briefx.extraction.dates.row import COURSE, PREVIOUS, REFERENCE, Match, Timex
from briefx.extraction.dates.tense import is_told_as_past, lies_ahead, tense
from briefx.extraction.dates.values import Day, parse_day
from briefx.lexicon.words import time_words
from briefx.memory import once
from briefx.model import ReferenceDate, Warning
from briefx.records import TYPE_CHECKING

if TYPE_CHECKING:
    from briefx.model import Document
    from briefx.text.analysis import Analysis

# The periods beside quarters for which results are reported, and compared with the same a year before.
_ACCOUNTING_PERIODS = frozenset(("P6M", "P9M", "P12M", "P26W", "P39W", "P52W"))
# A narrative leaps by no more than so many years, and only where a sentence opens with the date; anything else is a
# glance aside until a second date, no farther from it, confirms it. Chosen on annotated histories.
_LEAP = 10
# What is counted from another date ("26 months later") is taken for such a glance from so many years on.
_YEARS_OF_A_GLANCE = 2
# A month that lies so far back in the year of the date before is that of the next year.
_NEXT_YEAR = -9
# So many days on there are no hours of the day to tell of.
_FAR_AHEAD = 31
# Behind these a day is over: "the quarter ended Oct. 31", "since Oct. 31".
_OVER = frozenset(("ended", "since"))
# Behind these a day may lie ahead even beside a past tense: "signed a lease for Sept. 1".
_FOR_WHEN = frozenset(("before", "by", "effective", "for", "from", "starting", "through", "to", "until"))
# "Born in July" tells of no July to come.
_LIVES = frozenset(("born", "buried", "died", "married"))
# A weekday so far ahead was yesterday, which is meant where plans are told as past ("was set to speak Sunday").
_YESTERDAY = 6


class Anchors:
    """What the text has said of time so far, as far as later expressions are counted from it.

    ``reference`` is the reference day or null. In a ``narrative`` (a text that tells the past) expressions are
    counted from ``point``, the date where it stands, whose months and days may be unknown. ``quarter`` is the
    quarter that an article on results reports on, ``fiscal`` whether it counts by a fiscal year, ``last_quarter`` the
    one named before. ``numbers`` says which of the found dates the one named before and the one where the narrative
    stands are (from 1; 0 for none).
    """

    def __init__(self, analysis: Analysis, reference: Day | None, narrative: bool) -> None:
        self.reference = reference
        self.narrative = narrative
        self.point: Day | None = None
        self._mentioned: Day | None = None
        self.numbers = {PREVIOUS: 0, COURSE: 0}
        self.quarter: str | None = None
        self.fiscal = False
        self.last_quarter: str | None = None
        self._compares_years = False
        self._aside: Day | None = None
        self._analysis = analysis
        self._lowers = analysis.lowers

    @once
    def month_first(self) -> bool:
        """Is 01/06/26 the 6 January in this text? So it is unless its other days put the month last."""
        lowers = self._lowers
        month_first = day_first = 0
        for at, lower in enumerate(lowers):
            if lower.count("/") == 2:
                one, two = lower.split("/")[:2]
                day_first += one.isdecimal() and int(one) > 12
                month_first += two.isdecimal() and int(two) > 12
            elif time_words().get(lower, ("",))[0] == "MONTH":
                day_first += at > 0 and lowers[at - 1].isdecimal()
                month_first += at + 1 < len(lowers) and lowers[at + 1].isdecimal() and len(lowers[at + 1]) < 3
        return month_first >= day_first

    def written_day(self, value: str) -> Day | None:
        """Returns the day of a date in numbers ("2026-05-31", or "1999/5/31" with the year in front), null for none."""
        if "/" not in value:
            return parse_day(value)
        year, one, two = map(int, value.split("/"))
        month, number = (one, two) if one <= 12 and (two > 12 or self.month_first) else (two, one)
        return known_day(year, month, number)

    @property
    def base(self) -> Day | None:
        """The day from which deictic expressions ("last year") are counted."""
        return self.point if self.narrative else self.reference

    @property
    def base_name(self) -> str:
        """What ``base`` is called in a Timex."""
        return COURSE if self.narrative else REFERENCE

    @property
    def told(self) -> Day | None:
        """The day from which anaphoric expressions ("the next day", "that year") are counted."""
        return self._mentioned or (None if self.narrative else self.reference)

    @property
    def told_day(self) -> Day | None:
        """The day to which a bare time belongs: the one named before; in news the day of publication without one.

        A day named before that lies far ahead ("on Inauguration Day next year") has no hours yet.
        """
        told = self.told
        if told and told.day and not self.narrative and self.reference and \
                values.ordinal(told) - values.ordinal(self.reference) > _FAR_AHEAD:
            return self.reference
        return told if self.narrative or (told and told.day) else self.reference

    @property
    def base_anchor(self) -> str | None:
        """The name of the base, null without one."""
        return self.base_name if self.base else None

    @property
    def year(self) -> int | None:
        """The year that the base lies in."""
        return self.base.year if self.base else None

    def named(self, timex: Timex, number: int, start: int) -> None:
        """Takes a found date into account for those that follow.

        ``number`` is its own (from 1), ``start`` the code point where it starts.
        """
        value = timex.value
        if timex.type in ("DURATION", "SET"):
            self._compares_years = self._compares_years or value in _ACCOUNTING_PERIODS
            return
        if "-Q" in value and value[:4].isdecimal() and value[-1].isdecimal():
            self._compares_years = False
            self.last_quarter = value
            if timex.anchor != PREVIOUS and self._is_reported(value):
                self.quarter = value
                self.fiscal = timex.fiscal
        before = self.point
        covered = values.interval(value)
        if covered is None or (self.narrative and before is not None and timex.anchor is not None and (
                value[-3:] in ("-WI", "-SP", "-SU", "-FA") or (timex.anchor != REFERENCE and "-" not in value))):
            return  # "the previous year", "over the winter": a glance aside
        point = self._point_of(value, covered, timex.mod)
        if point is not None:
            self.point = point
        self._mentioned = self.point
        self.numbers[PREVIOUS] = number
        if self.narrative and before is not None and self.point is not None and (
                timex.anchor is None or abs(self.point.year - before.year) >= _YEARS_OF_A_GLANCE) and (
                not self._stays_on_course(before, start)):
            return
        if point is not None:
            self.numbers[COURSE] = number

    def _is_reported(self, quarter: str) -> bool:
        """Is a quarter the one that an article on results reports on: the last completed, else one since a year ago?"""
        if self.quarter is None or self.reference is None:
            return self.quarter is None
        done = 4 * self.reference.year + values.quarter_of(self.reference.month) - 1
        named, reported = (4 * int(value[:4]) + int(value[-1]) for value in (quarter, self.quarter))
        return named == done or (reported != done and done - 4 < named <= done)

    def quarter_a_year_before(self) -> str:
        """Returns the reported quarter of the year before; that year where longer periods are compared."""
        return "XXXX" if self.quarter is None else f"{int(self.quarter[:4]) - 1:04d}{self.reported_part}"

    @property
    def reported_part(self) -> str:
        """The part of a year that is compared with that of another: "-Q3"; "" for none, or a longer period."""
        return "" if self.quarter is None or self._compares_years else self.quarter[4:]

    def _stays_on_course(self, before: Day, start: int) -> bool:
        """Takes back a step to another time when the text only glances there; a second one confirms it."""
        assert self.point is not None
        step = self.point.year - before.year
        aside = self._aside
        self._aside = None
        if self._opens_sentence(start):
            least, most = -_LEAP if self.point.month else 0, _LEAP
        else:  # a day of the next year is the course of things, a month or a year may be an outlook
            least, most = 0, 1 if self.point.day else 0
        far = not least <= step <= most
        if far and not (aside and abs(aside.year - self.point.year) <= _LEAP):
            self._aside = self.point
            self.point = before
            return False
        return True

    def _opens_sentence(self, start: int) -> bool:
        """Stands a date, maybe behind a preposition, at the beginning of its sentence?"""
        token = self._analysis.token_at(start)
        return token - self._analysis.sentence_of[token].first <= 2

    def _point_of(self, value: str, covered: tuple[Day, Day], mod: str | None) -> Day | None:
        """The point from which a narrative goes on with a value, as exactly as it is known; null for a longer time."""
        first, last = covered
        if first == last:
            return first
        if first[:2] == last[:2] or value[-3:-1] == "-Q" or value[-2:] in ("SP", "SU", "FA"):
            return Day(first.year, first.month)
        if value[-2:] == "WI":
            return Day(last.year, 1)
        if "-W" in value:
            return first
        if last.year == first.year:
            return Day(first.year, {"START": 1, "MID": 6, "END": 12}.get(mod or "", 0) if self.narrative else 0)
        return None

    def weekday(self, number: int, match: Match) -> str:
        """Returns the day with that weekday: in news the last one, the next one where plans are told."""
        base = self.base
        if base is None or not base.day:
            return f"XXXX-WXX-{number}"
        step = (number - values.weekday(base)) % 7
        if step and (self.narrative or not lies_ahead(match) or (step == _YESTERDAY and is_told_as_past(match))):
            step -= 7
        return values.day_value(values.add_days(base, step))

    def month(self, month: int, match: Match) -> str:
        """Returns a month without a year: near the reference by the tense, in a narrative after the last date."""
        year = self.year_of_month(month, match)
        return f"XXXX-{month:02d}" if year is None else values.day_value(Day(year, month))

    def year_of_month(self, month: int, match: Match) -> int | None:
        """Returns the year in which a month without one lies, null where nothing tells it."""
        base = self.base
        if base is None:
            return None
        if not base.month:
            return base.year
        ahead = month - base.month
        if self.narrative:
            return base.year + (1 if ahead <= _NEXT_YEAR else 0)
        if ahead == 0:
            return base.year
        told_in = "past" if "since" in map(match.word_before, (1, 2, 3)) else tense(match)
        if told_in == "future":
            return base.year + (1 if ahead < -1 else 0)
        # The month that comes next is meant as such even beside a past tense ("signed a lease for July"), two to
        # five months ahead where nothing is told of the past: in the annotated news no month is eleven back.
        near = 1 if told_in == "past" and match.word_before() != "through" else 5
        if near == 1 and match.word_before(2) in _LIVES:
            near = 0
        return base.year - (1 if ahead > near else 0) + (1 if ahead + 12 <= near else 0)

    def month_day(self, month: int, day: int, match: Match) -> str:
        """Returns a day without a year: the nearest to the reference, ahead where plans are told."""
        base = self.base
        if base is None:
            return f"XXXX-{month:02d}-{day:02d}"
        year: int | None = base.year
        if self.narrative or not base.day:
            year = self.year_of_month(month, match)
        else:
            here = values.ordinal(base)
            told_in = tense(match)
            before = match.word_before()
            ended = before in _OVER or "since" in (match.word_before(2), match.word_before(3))
            best = None
            for candidate in (base.year - 1, base.year, base.year + 1):
                if values.is_day(candidate, month, day):
                    away = values.ordinal(Day(candidate, month, day)) - here
                    if away > 0 and ended:
                        continue
                    weight = away if away >= 0 else -away
                    if away > 30 and told_in == "past":
                        weight *= 3 if before in _FOR_WHEN else 6
                    elif away < -30 and told_in == "future":
                        weight *= 3
                    elif away < -30 and told_in == "present":
                        weight *= 2
                    if best is None or weight < best[0]:
                        best = (weight, candidate)
            year = best[1] if best else base.year
        if year is not None and month == 2 and day == 29:
            year = next((leap for leap in (year, year + 1, year - 1, year + 2) if values.is_leap(leap)), year)
        if year is None or not values.is_day(year, month, day):
            return f"XXXX-{month:02d}-{day:02d}"
        return values.day_value(Day(year, month, day))

    def season(self, season: str, match: Match) -> str:
        """Returns a season without a year, as ``month`` does."""
        base = self.base
        if base is None:
            return f"XXXX-{season}"
        index = ("SP", "SU", "FA", "WI").index(season)
        year = base.year
        if not base.month:
            return f"{values.year_value(year)}-{season}"
        now = values.season_of(base.month)
        if season == "WI":
            year += base.month >= 7
            if not self.narrative and base.month in (7, 8, 9, 10) and tense(match) != "future":
                year -= 1
        elif self.narrative:
            year += index < now and base.month in (11, 12)
        elif index > now % 3 and base.month < 3 * index + 3:
            year -= tense(match) == "past"
        return f"{values.year_value(year)}-{season}"

    def year_of_quarter(self, quarter: int, match: Match) -> int | None:
        """Returns the year of a quarter without one: the last such quarter that has begun, by the tense.

        Fiscal years run ahead of the calendar: in June the third fiscal quarter is over.
        """
        base = self.base
        if base is None:
            return None
        if not base.month:
            return base.year
        now = values.quarter_of(base.month)
        if quarter <= now or (self.narrative and quarter - now < 3):
            return base.year
        if quarter - now < 3 and (match.has("fiscal") or tense(match) == "future"):
            return base.year
        return base.year - 1


def reference_date(analysis: Analysis, document: Document, option: str | None) -> tuple[ReferenceDate, list[Warning]]:
    """Returns what dates are counted from and where it was found, with the warnings that this calls for.

    Looked for in this order: the option, the document's metadata, a dateline, the first complete date of the first
    two paragraphs unless a later one stands in the document. No clock is ever asked.
    """
    warnings: list[Warning] = []
    published = parse_day(document.published) if document.published else None
    chosen = parse_day(option) if option else None
    if chosen is not None:
        value = values.day_value(chosen)
        if published is not None and published != chosen:
            warnings.append(Warning("reference_date", f"dates are counted from {value}, as asked, "
                                    f"not from the day of publication, {values.day_value(published)}"))
        return ReferenceDate(value, "option"), warnings
    if published is not None:
        return ReferenceDate(values.day_value(published), "metadata"), warnings
    found = _complete_dates(analysis)
    starts = [block.start for block in analysis.blocks]
    blocks = [analysis.blocks[max(0, bisect_right(starts, start) - 1)] for start, _ in found]
    for block, (_, value) in zip(blocks, found):
        if block.kind == "dateline":
            return ReferenceDate(value, "dateline"), warnings
    opening = [value for block, (_, value) in zip(blocks, found) if block.number in (1, 2)]
    if opening and max(value for _, value in found) <= opening[0]:
        warnings.append(Warning("reference_date", f"dates are counted from {opening[0]}, the first complete date of "
                                "the text: no day of publication is given"))
        return ReferenceDate(opening[0], "text"), warnings
    warnings.append(Warning("reference_date", "no day of publication is given: dates that are counted from it keep "
                            "symbolic values"))
    return ReferenceDate(None, "none"), warnings


def _complete_dates(analysis: Analysis) -> list[tuple[int, str]]:
    """Returns (start, ISO date) of the days that are written out with their year, in text order."""
    found = []
    for elements in stretches(analysis, time_flags(analysis.lowers), only_full_days=True):
        categories, written = elements.categories, elements.values
        for at, category in enumerate(categories):
            value: str | None = None
            start = elements.starts[at]
            if category == "WRITTEN_DAY" and "/" not in written[at]:
                value = written[at]
            elif category == "MONTH":
                number, after = at + 1, at + 2
                if categories[number:after] not in (["NUMBER"], ["ORDINAL"]) and at:
                    number, after = at - 1 - (categories[at - 1] == "of"), at + 1
                    start = elements.starts[max(number, 0)]
                after += categories[after:after + 1] in ([","], ["of"])
                if 0 <= number < len(categories) and categories[number] in ("NUMBER", "ORDINAL") and \
                        categories[after:after + 1] == ["YEAR"] and written[number].isdecimal():
                    value = f"{int(written[after]):04d}-{int(written[at]):02d}-{int(written[number]):02d}"
            if value and len(value) == len("2026-06-01") and parse_day(value):
                found.append((start, value))
    return found

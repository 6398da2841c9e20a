"""Different dates for what seems one event: sentences of two documents that share their words, not their day."""
from __future__ import annotations

from briefx.extraction.wording import name_words
from briefx.merging.merged import At, Conflict, ConflictingDate, SeenEvent

# Two sentences tell of one event when so many content words beside their dates, and this share of the fewer, agree.
LEAST_SHARED = 4
LEAST_SHARE = 0.4
# So many of these words are rare among all dated sentences, and so many of the rare ones are no names: news of one
# field has its people, places and "primary" in every other sentence.
LEAST_RARE = 4
LEAST_RARE_PLAIN = 2
# A word is rare that stands in no more of them than this, or this share of all.
RARE = 8
RARE_SHARE = 0.01
# A date of more days than this is no day of an event; days that lie further apart than these are two events.
LONGEST_DATE = 31
MOST_DAYS = 7
# A word that so many dated sentences hold tells nothing any more.
MOST_EVENTS_OF_A_WORD = 64


class Conflicts:
    """Takes dated sentences in input order; pairs each with the likest one of an earlier document."""

    def __init__(self) -> None:
        self._events: list[tuple[SeenEvent, At]] = []
        self._by_word: dict[str, list[int]] = {}
        self._found: list[Conflict] = []

    def add(self, event: SeenEvent, at: At) -> None:
        """Takes in a dated sentence; one whose date is no day or span of days is passed over."""
        if event.first_day is None or event.last_day is None or _days(event.first_day, event.last_day) > LONGEST_DATE:
            return
        shared: dict[int, int] = {}
        for word in event.near:
            for number in self._by_word.get(word, ()):
                shared[number] = shared.get(number, 0) + 1
        best, best_rank = None, (0.0, 0)
        for number, count in shared.items():
            other, other_at = self._events[number]
            if other_at.document == at.document or count < LEAST_SHARED:
                continue
            share = count / max(1, min(len(event.near), len(other.near)))
            if share >= LEAST_SHARE and (share, -number) > best_rank:
                best, best_rank = number, (share, -number)
        if best is not None:
            other, other_at = self._events[best]
            if _differ(event, other):
                common = tuple(sorted(event.near & other.near))
                self._found.append(Conflict(common, (
                    ConflictingDate(other.value, other.mod, other.words, other.text, other_at),
                    ConflictingDate(event.value, event.mod, event.words, event.text, at))))
        number = len(self._events)
        self._events.append((event, at))
        for word in event.near:
            numbers = self._by_word.setdefault(word, [])
            if len(numbers) < MOST_EVENTS_OF_A_WORD:
                numbers.append(number)

    def found(self) -> list[Conflict]:
        """Returns the conflicts in the order in which they showed."""
        most = max(RARE, int(RARE_SHARE * len(self._events)))
        found = []
        for conflict in self._found:
            rare = {word for word in conflict.shared if len(self._by_word[word]) <= most}
            if len(rare) >= LEAST_RARE:
                names = name_words(conflict.dates[0].text) | name_words(conflict.dates[1].text)
                if len(rare - names) >= LEAST_RARE_PLAIN:
                    found.append(conflict)
        return found


def _differ(one: SeenEvent, other: SeenEvent) -> bool:
    """Have two dates no day in common, though they are near?"""
    assert one.first_day and one.last_day and other.first_day and other.last_day
    first, second = sorted(((one.first_day, one.last_day), (other.first_day, other.last_day)))
    return 0 < _days(first[1], second[0]) <= MOST_DAYS


def _days(first: str, last: str) -> int:
    """Returns the days from one ISO date to another."""
    from datetime import date

    return (date.fromisoformat(last) - date.fromisoformat(first)).days

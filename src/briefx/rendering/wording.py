"""The codes of a brief in words: types of actors, what a claim's words leave out, values of dates."""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from briefx.model import Claim

ACTOR_TYPES = {"person": "person", "organization": "organization", "gpe": "country or city", "group": "group"}

# What a date leaves open, by its TIMEX3 modifier (TimeML 1.2.1, attribute "mod").
MODIFIERS = {
    "BEFORE": "before",
    "AFTER": "after",
    "ON_OR_BEFORE": "by",
    "ON_OR_AFTER": "from",
    "LESS_THAN": "less than",
    "MORE_THAN": "more than",
    "EQUAL_OR_LESS": "at most",
    "EQUAL_OR_MORE": "at least",
    "START": "early",
    "MID": "mid",
    "END": "late",
    "APPROX": "about",
}

PARTS_OF_DAY = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "PM": "afternoon",
    "DT": "daytime",
    "EV": "evening",
    "NI": "night",
}

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


# What is asked or asked for is neither certain nor uncertain.
OPEN_KINDS = ("question", "demand")

# What is willed can be refused; what is said can be held to be untrue.
WILLED_KINDS = ("intention", "promise", "demand")


def actor_type(type: str, owner: str | None) -> str:
    """Returns the type of an actor in words; ``owner`` is the name of the actor that a group belongs to."""
    words = ACTOR_TYPES.get(type, type)
    return f"{words} of {owner}" if owner else words


def leading(name: str, type: str) -> str:
    """Returns the name of an actor as it begins a line: a group's that is a plain noun ("farmers") with a capital."""
    return name[:1].upper() + name[1:] if type == "group" and name.partition(" ")[0].islower() else name


def told_roles(roles: Iterable[str]) -> str:
    """Returns roles as one text, without those that a longer one holds: "Mayor" beside "mayor of Velden"."""
    distinct = list({role.casefold(): role for role in reversed(list(roles))}.values())[::-1]
    padded = [f" {role.casefold()} " for role in distinct]
    return "; ".join(role for role, own in zip(distinct, padded) if sum(own in other for other in padded) == 1)


def claim_notes(claim: Claim) -> list[str]:
    """Returns what a reader must know of a claim beside its words: kind, stance, certainty, condition.

    Nothing for a plain statement that its source stands by. A stance that is left open is never worded as
    a denial.
    """
    notes = stance_notes(claim.kind, claim.polarity, claim.certainty, ", ".join(hedge.text for hedge in claim.hedges),
                         claim.cue.text if claim.cue else "")
    condition = claim.condition
    if condition is not None:
        inside = any(part.start <= condition.start and condition.end <= part.end for part in claim.parts)
        notes.append("conditional" if inside else f"conditional: {condition.text}")
    return notes


def stance_notes(kind: str, polarity: str, certainty: str, hedges: str = "", cue: str = "") -> list[str]:
    """Returns kind, stance and certainty in words, where they are not those of a plain statement.

    ``cue`` is the words of attribution: what is threatened is no promise to a reader.
    """
    if polarity == "unknown" and kind != "question":
        return ["neither affirmed nor denied"]  # a promise or prediction that nobody made is none
    threat = kind == "promise" and "threat" in cue.casefold()
    notes = [] if kind == "statement" else ["threat" if threat else kind]
    if polarity == "negative" and kind != "denial":
        notes.append("refused" if kind in WILLED_KINDS else "opposed" if kind == "opinion" else "held to be untrue")
    if certainty in ("probable", "possible"):
        notes.append(f"hedged as {certainty}" + (f" ({hedges})" if hedges else ""))
    elif certainty == "unknown" and kind not in OPEN_KINDS:
        notes.append("certainty left open" + (f" ({hedges})" if hedges else ""))
    return notes


def date_words(value: str, modifier: str | None, text: str = "") -> str:
    """Returns a TIMEX3 value as a reader takes it and no more precise than it is: "before 2026-06".

    ``text`` is how the article words it: what was "earlier this week" need not be early in it.
    """
    words = _value_words(value)
    if modifier == "START" and text[:7].casefold() == "earlier":
        return words
    return f"{MODIFIERS[modifier]} {words}" if modifier in MODIFIERS else words


def told_day(first_day: str | None, last_day: str | None, modifier: str | None) -> str:
    """Returns the ISO day at which a date stands among others: the first of its days; "" where it has none.

    "The end of March" stands where March ends, "mid-March" at its 15th, "the middle of 2026" at its first of July.
    """
    first, last = first_day or last_day or "", last_day or first_day or ""
    if modifier == "MID" and first[:4] == last[:4]:
        return f"{first[:8]}15" if first[:7] == last[:7] else f"{first[:4]}-07-01"
    return last if modifier == "END" else first


def _value_words(value: str) -> str:
    day, _, time = value.partition("T")
    if time:
        return f"{_value_words(day)} {PARTS_OF_DAY.get(time, time)}"
    if day[5:] in SEASONS:
        return f"{SEASONS[day[5:]]} {day[:4]}"
    if day.endswith("-WE"):
        return f"weekend of {day[:-3]}"
    if _shortened_year().fullmatch(day):
        return day + "0" * (4 - len(day)) + "s"
    return day


@cache
def _shortened_year() -> re.Pattern[str]:
    """A century or a decade: a year without its last digits."""
    return re.compile(r"\d{2,3}")

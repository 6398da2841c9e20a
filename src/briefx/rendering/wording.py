"""The codes of a brief in words: kinds of claims, stances, types of actors, values of dates."""
from __future__ import annotations

import re
from functools import cache

from ..model import Actor, Claim, Date

ACTOR_TYPES = {"person": "person", "organization": "organization", "gpe": "country or city", "group": "group"}

# How much a date's TIMEX3 modifier leaves open (TimeML 1.2.1, attribute "mod").
MODIFIERS = {
    "BEFORE": "before", "AFTER": "after", "ON_OR_BEFORE": "by", "ON_OR_AFTER": "from",
    "LESS_THAN": "less than", "MORE_THAN": "more than", "EQUAL_OR_LESS": "at most", "EQUAL_OR_MORE": "at least",
    "START": "early", "MID": "mid", "END": "late", "APPROX": "about",
}

PARTS_OF_DAY = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "PM": "afternoon",
    "DT": "daytime",
}

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def actor_type(actor: Actor, owner: str | None) -> str:
    """Returns the type in words; ``owner`` is the name of the actor that a group belongs to."""
    words = ACTOR_TYPES.get(actor.type, actor.type)
    return f"{words} of {owner}" if owner else words


def claim_notes(claim: Claim) -> list[str]:
    """Returns what a reader must know of a claim beside its words: kind, stance, certainty, condition.

    Nothing for a plain statement that its source stands by. A stance left open is never worded as a denial.
    """
    notes = [] if claim.kind == "statement" else [claim.kind]
    hedges = ", ".join(hedge.text for hedge in claim.hedges)
    if claim.polarity == "unknown" and claim.kind != "question":
        notes.append("neither affirmed nor denied")
    elif claim.polarity == "negative" and claim.kind != "denial":
        notes.append("rejected")
    if claim.certainty in ("probable", "possible"):
        notes.append(f"{claim.certainty}: {hedges}" if hedges else claim.certainty)
    elif claim.certainty == "unknown" and claim.polarity != "unknown" and claim.kind not in ("question", "demand"):
        notes.append(f"certainty left open: {hedges}" if hedges else "certainty left open")
    if claim.condition is not None:
        inside = any(part.start <= claim.condition.start and claim.condition.end <= part.end for part in claim.parts)
        notes.append("conditional" if inside else f"on condition: {claim.condition.text}")
    return notes


def date_words(value: str, modifier: str | None) -> str:
    """Returns a TIMEX3 value as a reader takes it, no more precise than it is: "before 2026-06", "summer 2026"."""
    words = _value_words(value)
    return f"{MODIFIERS[modifier]} {words}" if modifier in MODIFIERS else words


def _value_words(value: str) -> str:
    day, _, time = value.partition("T")
    if time:
        return f"{_value_words(day)} {PARTS_OF_DAY.get(time, time)}"
    if day[5:] in SEASONS:
        return f"{SEASONS[day[5:]]} {day[:4]}"
    if day.endswith("-WE"):
        return f"weekend of {day[:-3]}"
    if _year_prefix().fullmatch(day):
        return day + "0" * (4 - len(day)) + "s"
    return day


def is_day_known(date: Date) -> bool:
    """Returns whether the date has a first or a last day, so that it can stand on a timeline."""
    return date.first_day is not None or date.last_day is not None


@cache
def _year_prefix() -> re.Pattern[str]:
    """A century or a decade: a year without its last digits."""
    return re.compile(r"\d{2,3}")

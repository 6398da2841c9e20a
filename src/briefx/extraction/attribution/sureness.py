"""How sure a possible relation is: the rate of its cue in its frame, and the signs beside it."""
from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp, log

from briefx.extraction.attribution.drafts import Draft
from briefx.lexicon.cues import sign_weights

# Rates are counted from few cases: none is taken for surer than these.
_LOWEST_RATE, _HIGHEST_RATE = 0.03, 0.97
_OWN_FRAMES = frozenset(("that", "bare", "wh", "quote", "colon", "inf", "object", "objinf", "objing", "as", "ing",
                         "adj", "raising", "gap"))
_GROUPS = {"none": "trailing", "as_clause": "trailing"}
# A doubtful relation stands from this probability on: the best F1 on one half of the annotated articles with
# the rates of the other half lies between 0.20 and 0.28.
_LEAST = 0.26
# How the names of the signs begin that are told once the content is known (signs.content_signs).
_OF_CONTENT = ("content_", "sentence_", "gerund_")


def sureness(draft: Draft, more: Iterable[str] = ()) -> float:
    """Returns the probability (0 to 1) that a draft is a relation, by its own signs and some more."""
    return 1 / (1 + exp(-_log_odds(draft.frame, draft.rate, (*draft.signs, *more))))


def is_sure_enough(draft: Draft, more: Iterable[str]) -> bool:
    """Is a draft sure enough to stand, by its own signs and those of its content?"""
    return sureness(draft, more) >= _LEAST


def can_be_sure_enough(frame: str, rate: float, signs: Iterable[str]) -> bool:
    """Could a draft with some frame, rate and signs of its own be sure enough, whatever its content turns out to be?"""
    return _log_odds(frame, rate, signs) >= _lowest_score()


def _log_odds(frame: str, rate: float, signs: Iterable[str]) -> float:
    """The log-odds of a cue with such a rate in such a frame, with some signs beside it."""
    weights = sign_weights()
    score = _score(frame, rate)
    for sign in signs:
        score += weights.get(sign, 0.0)
    return score


@cache
def _lowest_score() -> float:
    """The log-odds from which on a draft's content can make it sure enough, less what rounding could be."""
    most = sum([max(weight, 0.0) for sign, weight in sign_weights().items() if sign.startswith(_OF_CONTENT)])
    return log(_LEAST / (1 - _LEAST)) - most - 1e-9


@cache
def _score(frame: str, rate: float) -> float:
    """The log-odds of a cue with such a rate in such a frame, without signs."""
    weights = sign_weights()
    rate = min(_HIGHEST_RATE, max(_LOWEST_RATE, rate))
    return weights["base"] + weights["frame_" + frame_group(frame)] + weights["rate"] * log(rate / (1 - rate))


@cache
def frame_group(frame: str) -> str:
    """Returns the group of frames that share a weight."""
    if frame in _OWN_FRAMES:
        return frame
    if frame.startswith("pass_"):
        return "passive"
    if frame.startswith("noun_"):
        return "noun"
    if frame.startswith("adjective_"):
        return "adjective"
    return _GROUPS.get(frame, "prep")

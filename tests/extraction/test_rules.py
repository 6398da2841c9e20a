"""Every row of every table does what its example shows and leaves its near miss alone."""
import re
import unittest
from collections.abc import Iterator

import briefx
from briefx.extraction.rules import Family, all_rules, families


def named_items(text: str) -> Iterator[tuple[str, str]]:
    """The pairs (rule, text) of all items in a brief; an actor answers to its name and to its mentions."""
    brief = briefx.extract(text, published="2026-06-01")
    for actor in brief.actors or ():
        yield actor.rule, actor.name
        for mention in actor.mentions:
            yield actor.rule, mention.text
    for items in (brief.quotes, brief.claims, brief.dates):
        for item in items or ():
            yield item.rule, item.text


def applied(family: Family, text: str) -> set[tuple[str, str]]:
    return set((family.applied or named_items)(text))


class RowsTest(unittest.TestCase):
    def test_tables_are_found(self) -> None:
        modules = {family.module for family in families()}
        for part in ("actors", "attribution", "dates", "claims"):
            self.assertTrue(any(f".{part}" in module for module in modules), part)
        self.assertGreater(len(all_rules()), 50)

    def test_names(self) -> None:
        names = [rule.name for rule in all_rules()]
        self.assertEqual(sorted(names), sorted(set(names)), "two rules of one name")
        for name in names:
            with self.subTest(rule=name):
                self.assertRegex(name, re.compile(r"[a-z]+(\.[a-z0-9_]+)+\Z"))

    def test_every_row_has_both_cases(self) -> None:
        for rule in all_rules():
            with self.subTest(rule=rule.name):
                self.assertTrue(rule.example.strip())
                self.assertTrue(rule.gives.strip())
                self.assertTrue(rule.near_miss.strip())
                self.assertNotEqual(rule.example, rule.near_miss)

    def test_examples(self) -> None:
        for family in families():
            for rule in family.rules:
                with self.subTest(rule=rule.name, text=rule.example):
                    self.assertIn((rule.name, rule.gives), applied(family, rule.example))

    def test_near_misses(self) -> None:
        for family in families():
            for rule in family.rules:
                with self.subTest(rule=rule.name, text=rule.near_miss):
                    self.assertNotIn(rule.name, {name for name, _ in applied(family, rule.near_miss)})


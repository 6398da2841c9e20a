import unittest

from briefx.extraction.rules import all_rules
from briefx.lexicon import data_text
from briefx.lexicon.rules import Figures, in_words, is_doubtful, rule_figures, rule_words


class WordsTest(unittest.TestCase):
    def test_each_rule_has_words_and_nothing_else_has(self) -> None:
        self.assertEqual({rule.name for rule in all_rules()}, set(rule_words()),
                         "rule_words.tsv has a line for each rule")

    def test_lines_are_sorted(self) -> None:
        for name in ("rule_words.tsv", "rule_figures.tsv"):
            with self.subTest(name):
                rules = [line.split("\t")[0] for line in data_text(name).splitlines()]
                self.assertEqual(sorted(set(rules)), rules)

    def test_a_rule_without_words_is_told_by_its_name(self) -> None:
        self.assertEqual("far off", in_words("date.far_off"))


class FiguresTest(unittest.TestCase):
    def test_they_are_counts_of_items(self) -> None:
        self.assertGreater(len(rule_figures()), 100)
        for rule, figures in rule_figures().items():
            with self.subTest(rule):
                self.assertTrue(0 <= figures.right <= figures.found)
                self.assertGreater(figures.found, 0)

    def test_precision(self) -> None:
        self.assertEqual(0.25, Figures(1, 4).precision)
        self.assertEqual(0.0, Figures(0, 0).precision)

    def test_what_was_never_measured_is_not_doubtful(self) -> None:
        self.assertFalse(is_doubtful("date.far_off"))

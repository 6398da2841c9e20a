import unittest
from unittest import mock

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

    def test_doubtful_is_what_was_wrong_more_often_than_right_on_ten_finds(self) -> None:
        for right, found, wanted in ((4, 10, True), (5, 10, False), (6, 10, False), (4, 9, False), (0, 9, False),
                                     (5, 11, True), (0, 100, True), (49, 100, True), (50, 100, False)):
            figures = {"date.day": Figures(right, found)}
            with self.subTest(figures), mock.patch("briefx.lexicon.rules.rule_figures", return_value=figures):
                self.assertEqual(wanted, is_doubtful("date.day"))
                self.assertFalse(is_doubtful("date.year"))

    def test_the_figures_are_those_of_the_file(self) -> None:
        lines = [line.split("\t") for line in data_text("rule_figures.tsv").splitlines()]
        self.assertEqual({name: (int(right), int(found)) for name, right, found in lines}, rule_figures())
        self.assertEqual(data_text("rule_words.tsv").splitlines(), list(map("\t".join, rule_words().items())))
        for name, words in rule_words().items():
            self.assertEqual(words, in_words(name))

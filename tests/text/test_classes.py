"""The word classes: every context rule on its example and its near miss, forms and lemmas."""
import unittest

from briefx.text import classes
from briefx.text.analysis import Analysis

RULES = (*classes.RULES, *classes.CLAUSE_RULES)


def marked(example):
    """The words of an example, and the number and class of the marked one."""
    words, place, wanted = [], None, None
    for number, word in enumerate(example.split()):
        if len(word) > 2 and word[-2] == "/":
            place, wanted, word = number, word[-1], word[:-2]
        words.append(word)
    return words, place, wanted


def class_in(example):
    """(class found, class wanted) of the marked word of an example, taken as the inside of a sentence."""
    words, place, wanted = marked(example)
    tags = classes.settle(classes.codes_of(["\n\n", *words]))
    return tags[place + 1], wanted


class ContextRules(unittest.TestCase):
    def test_each_rule_on_its_example(self):
        for rule in RULES:
            with self.subTest(rule=rule.name):
                found, wanted = class_in(rule.example)
                self.assertEqual(wanted, rule.becomes)
                self.assertEqual(found, wanted, rule.example)

    def test_each_rule_on_its_near_miss(self):
        for rule in RULES:
            with self.subTest(rule=rule.name):
                found, wanted = class_in(rule.near_miss)
                self.assertEqual(found, wanted or found, rule.near_miss)
                self.assertTrue(wanted is None or wanted != rule.becomes, "a near miss is of another class")

    def test_names_are_their_own(self):
        names = [rule.name for rule in RULES]
        self.assertEqual(len(names), len(set(names)))


class Words(unittest.TestCase):
    def test_classes_by_form(self):
        for word, wanted in (("quibblingly", "R"), ("zorbing", "GN"), ("zorbed", "Dn"), ("zorbs", "S"),
                             ("zorbable", "J"), ("unzorbed", "J"), ("unveiled", "Dn"),
                             ("zorbment", "N"), ("zorbmen", "S"), ("reprove", "V"),
                             ("ill-tempered", "J"), ("ill-judged", "J"), ("zorb", "N"),
                             ("co-leaders", "S")):
            with self.subTest(word=word):
                self.assertEqual(classes.classes_by_form(word), wanted)

    def test_lemmas(self):
        for form, lemma in (("denied", "deny"), ("denies", "deny"), ("saying", "say"), ("said", "say"),
                            ("admitted", "admit"), ("hoping", "hope"), ("argues", "argue"), ("urging", "urge"),
                            ("told", "tell"), ("criticized", "criticize"), ("focused", "focus"),
                            ("pledged", "pledge"), ("agreed", "agree"), ("expresses", "express"),
                            ("panicked", "panick"), ("deny", "deny"), ("wrote", "write"), ("written", "write"),
                            ("tweeted", "tweet"), ("vows", "vow"), ("teaches", "teach"), ("lies", "lie")):
            with self.subTest(form=form):
                self.assertEqual(classes.verb_lemma(form), lemma)

    def test_a_sentence_start_is_no_name(self):
        analysis = Analysis("Officials plan a vote. Demand fell. Obrador left.")
        self.assertEqual(analysis.tags, "SVTN.ND.PD.")

    def test_a_name_at_a_start_is_one_when_it_stands_inside_too(self):
        analysis = Analysis("Grant left early. Nobody saw Grant leave.")
        self.assertEqual(analysis.tags[0], "P")

    def test_a_headline_in_title_case_has_verbs(self):
        analysis = Analysis("Governor Denies Claims Over Flood Defences\n\nThe river rose again on Monday.")
        self.assertEqual(analysis.tags[1], "Z")


if __name__ == "__main__":
    unittest.main()

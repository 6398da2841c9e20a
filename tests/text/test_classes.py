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
    tags = classes.settle(list(map(classes.code_of, ["\n\n", *words])))
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
                             ("co-leaders", "S"), ("low-building", "J"), ("co-meeting", "J"),
                             ("pre-wedding", "J"), ("off-bed", "J"),
                             ("un-", "J")):
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

    def test_endings_tell_classes_in_order(self):
        for word, wanted in (
                ("blue-eyed", "J"), ("fast-growing", "J"), ("pre-", "J"), ("co-worker", "JN"), ("co-workers", "S"),
                ("sun-red", "J"), ("quickly", "R"), ("bring", "GN"), ("zorbing", "GN"), ("bing", "N"),
                ("zorbed", "Dn"), ("zed", "N"), ("bed", "N"), ("unzorbed", "J"), ("undenied", "J"),
                ("unlisted", "J"), ("zorbs", "S"), ("gas", "N"), ("glass", "N"), ("bus", "N"), ("zorbus", "N"),
                ("zorbis", "N"), ("ss", "N"), ("walks", "SZ"), ("claims", "SZ"), ("zorbmen", "S"), ("men", "N"),
                ("omen", "N"), ("rezorb", "N"), ("rewalk", "V"), ("replay", "V"), ("reword", "N"),
                ("national", "JN"), ("zorbal", "JN"), ("zorbive", "JN"), ("zorbic", "JN"), ("zorbary", "JN"),
                ("zorbent", "JN"), ("zorbant", "JN"), ("zorbment", "N"), ("zorbable", "J"), ("zorbible", "J"),
                ("zorbous", "J"), ("zorbful", "J"), ("zorbless", "J"), ("zorbish", "J"), ("zorbular", "J"),
                ("zorblike", "J"), ("zorbwide", "J"), ("zorbmost", "J"), ("zorbproof", "J"), ("zorbfree", "J"),
                ("zorb", "N"), ("walked", "Dn")):
            with self.subTest(word=word):
                self.assertEqual(classes.classes_by_form(word), wanted)

    def test_endings_tell_bases(self):
        for form, lemma in (
                ("carries", "carry"), ("carried", "carry"), ("zorbies", "zorby"), ("zorbied", "zorby"),
                ("tries", "try"), ("dies", "die"), ("died", "die"), ("making", "make"), ("made", "make"),
                ("running", "run"), ("runs", "run"), ("stopping", "stop"), ("stopped", "stop"), ("zorbing", "zorb"),
                ("zorbed", "zorb"), ("centralizing", "centralize"), ("centralized", "centralize"),
                ("manufactured", "manufacture"), ("zizing", "zize"), ("producing", "produce"),
                ("analysing", "analyse"), ("carving", "carve"), ("arguing", "argue"), ("ing", "ing"),
                ("bing", "bing"), ("ed", "ed"), ("bed", "bed"), ("fed", "feed"), ("goes", "go"),
                ("watches", "watch"), ("wishes", "wish"), ("passes", "pass"), ("boxes", "box"), ("buzzes", "buzz"),
                ("zorbches", "zorbch"), ("zorbshes", "zorbsh"), ("zorbsses", "zorbss"), ("zorbxes", "zorbx"),
                ("zorbzes", "zorbz"), ("zorbes", "zorbe"), ("uses", "use"), ("closes", "close"), ("glass", "glass"),
                ("bus", "bus"), ("basis", "basis"), ("walks", "walk"), ("was", "be"), ("seen", "see"),
                ("seeing", "see"), ("agreed", "agree"), ("agreeing", "agree"), ("adding", "add"),
                ("telling", "tell"), ("filled", "fill"), ("fees", "fee"), ("freed", "free"), ("zorb", "zorb")):
            with self.subTest(form=form):
                self.assertEqual(classes.verb_lemma(form), lemma)
                self.assertEqual(classes.verb_lemma(form), lemma, "as it is remembered")

    def test_what_may_be_a_verb_in_lower_case(self):
        for word, wanted in (("Votes", True), ("Vote", True), ("Claims", True), ("Ran", True), ("Cut", True),
                             ("Table", False), ("Lee", False), ("Quick", False), ("Zorbs", False)):
            with self.subTest(word=word):
                self.assertEqual(classes.may_be_verb(word), wanted)

    def test_title_case(self):
        for words, wanted in (("Lee Votes of the Tax", True), ("Lee votes of the Tax", False), ("lee Votes", False),
                              ("Lee Gets 'em All", True), ("Lee Gets ’em All", True), ("Lee Pays 5 % Tax", True),
                              ("the of", True), ("", True)):
            with self.subTest(words=words):
                self.assertEqual(classes.is_title_case(words.split()), wanted)

    def test_the_verb_of_a_headline(self):
        for headline, tags, wanted in (
                ("Lee hints at cut", "PSIN", "PZIN"), ("Lee hints at cut .", "PSIN.", "PZIN."),
                ("Lee hints at cut ;", "PSIN;", "PZIN;"), ("Unions mock offer", "SJN", "SVN"),
                ("Union mock offer", "NJN", "NJN"), ("Mayor Lee plan", "NPN", "NPN"), ("Lee plans", "PS", "PS"),
                ("Lee plans vote", "PSN", "PZN"), ("Lee Plans Vote", "PPP", "PZP"), ("Unions Mock Offer", "SPP", "SPP"),
                ("Lee hints at it and left home", "PSIoCDN", "PSIoCDN"), ("Lee hints at tax cut", "PSINV", "PZINV"),
                ("Lee hints at tax cut .", "PSINV.", "PZINV."), ("Lee hints cut tax cuts", "PSVNS", "PSVNS"),
                ("Lee hints to cut tax", "PStVN", "PStVN"), ("Lee hints at cut is", "PSINb", "PZINb"),
                ("Lee hints is", "PSb", "PSb"), ("Lee hints is so", "PSbR", "PSbR"),
                ("the hints at cut", "TSIN", "TSIN"),
                ("Lee hints , cut", "PS,N", "PS,N"), ("old Lee hints at cut", "JPSIN", "JPZIN"),
                ("big hints plans at", "JSSI", "JSZI"), ("Lee dogs at", "PSI", "PSI"), ("Lee tables at", "PSI", "PSI")):
            with self.subTest(headline=headline):
                words = headline.split()
                self.assertEqual(classes.with_headline_verb(tags, words, 0, len(words)), wanted)
                self.assertEqual(classes.with_headline_verb(f"b¶{tags}¶b", ["is", "\n\n", *words, "\n\n", "is"], 2,
                                                            2 + len(words)), f"b¶{wanted}¶b")

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

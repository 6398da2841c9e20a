"""Verb groups and base noun phrases."""
import unittest

from briefx.text.analysis import Analysis

# text, [(words, lemma, form, tense, passive, negated)]
VERBS = (
    ("Police have not officially confirmed it.",
     [("have not officially confirmed", "confirm", "finite", "past", False, True)]),
    ("He said so.", [("said", "say", "finite", "past", False, False)]),
    ("She will win.", [("will win", "win", "finite", "future", False, False)]),
    ("They could have been told.", [("could have been told", "tell", "finite", "past", True, False)]),
    ("Lee is expected to resign.", [("is expected", "expect", "finite", "present", True, False),
                                    ("to resign", "resign", "infinitive", "none", False, False)]),
    ("Did he say why?", [("Did he say", "say", "finite", "past", False, False)]),
    ("They don't know.", [("don't know", "know", "finite", "present", False, True)]),
    ("He left, saying nothing.", [("left", "leave", "finite", "past", False, False),
                                  ("saying", "say", "gerund", "none", False, False)]),
    ("She was now late.", [("was", "be", "finite", "past", False, False)]),
    ("They were building a wall.", [("were building", "build", "finite", "past", False, False)]),
    ("He's said it.", [("'s said", "say", "finite", "past", False, False)]),
    ("He's said to go.", [("'s said", "say", "finite", "present", True, False),
                          ("to go", "go", "infinitive", "none", False, False)]),
    ("It's said so.", [("'s said", "say", "finite", "present", True, False)]),
    ("He cannot go.", [("cannot go", "go", "finite", "present", False, True)]),
)

NOUNS = (
    ("The White House said it.", ["The White House", "it"]),
    ("Israeli officials met two former ministers.", ["Israeli officials", "two former ministers"]),
    ("His very public defiance hurt them.", ["His very public defiance", "them"]),
    ("Lee's campaign manager quit.", ["Lee's campaign manager"]),
)


class Phrases(unittest.TestCase):
    def test_verb_groups(self):
        for text, wanted in VERBS:
            with self.subTest(text=text):
                analysis = Analysis(text)
                found = [(text[slice(*analysis.span(group.first, group.last))], group.lemma, group.form, group.tense,
                          group.passive, group.negated) for group in analysis.verb_groups]
                self.assertEqual(found, wanted)

    def test_the_modal_is_named(self):
        analysis = Analysis("They might not go.")
        group, = analysis.verb_groups
        self.assertEqual(analysis.words[group.modal], "might")
        self.assertEqual(analysis.words[group.head], "go")

    def test_noun_phrases(self):
        for text, wanted in NOUNS:
            with self.subTest(text=text):
                analysis = Analysis(text)
                found = [text[slice(*analysis.span(*phrase))] for phrase in analysis.noun_phrases.items()]
                self.assertEqual(found, wanted)

    def test_the_class_of_the_head_tells_what_a_phrase_is(self):
        analysis = Analysis("She met Lee and 45 farmers in 2019.")
        self.assertEqual("".join(analysis.tags[last - 1] for last in analysis.noun_phrases.values()), "pPSK")


if __name__ == "__main__":
    unittest.main()

"""The words by which claims are labelled, and the lines of their cues."""
import unittest

from briefx.lexicon import data_text
from briefx.lexicon.claims import CueLabels, claim_words, cue_labels, hedges
from briefx.lexicon.names import word_sets


class CuesTest(unittest.TestCase):
    def test_each_line_is_found_by_its_lemma(self) -> None:
        for line in data_text("claim_cues.txt").splitlines():
            cue, *fields = line.split("\t")
            words = cue.split(" ")
            if words[0] in ("be", "not"):
                lemma, beside = words[1], " ".join((words[0], *words[2:]))
            else:
                lemma, mark, frame = words[0].partition(":")
                beside = mark + frame or " ".join(words[1:])
            with self.subTest(cue=cue):
                self.assertEqual(CueLabels(*fields), cue_labels(lemma)[beside])

    def test_no_other_is(self) -> None:
        for word in ("", "be", "not", "clai", "claimant", "tree", "\n", ":inf"):
            with self.subTest(word=word):
                self.assertEqual({}, cue_labels(word))

    def test_words_that_begin_alike_are_apart(self) -> None:
        self.assertEqual({"", "of"}, set(cue_labels("accuse")))


class WordsTest(unittest.TestCase):
    def test_each_class_is_sorted(self) -> None:
        for part in data_text("claim_words.txt").split("[")[1:]:
            name, _, words = part.partition("]\n")
            with self.subTest(name=name):
                listed = words.splitlines()
                self.assertEqual(sorted(set(listed)), listed)
                self.assertEqual(word_sets("claim_words.txt")[name], claim_words(name))
        self.assertEqual("probable", hedges()["apparently"])
        with self.assertRaises(KeyError):
            claim_words("no_such_class")


if __name__ == "__main__":
    unittest.main()

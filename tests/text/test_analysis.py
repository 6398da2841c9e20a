"""What is asked of a text: where its sentences, paragraphs, quoted stretches and tokens are."""
from __future__ import annotations

import unittest

from briefx.lexicon.own import lexicon_from_toml
from briefx.text.analysis import Analysis

TEXT = "\n\nA Title\n\nAnn “left, he said. “It rained.”\n\nBo sang. «Now “he” is» ‘ill’."


class PlacesTest(unittest.TestCase):
    def test_sentences_and_paragraphs_of_tokens(self) -> None:
        analysis = Analysis(TEXT)
        found = [(analysis.words[at], analysis.sentence_numbers[at], analysis.paragraph_of(at))
                 for at in range(len(analysis.words))]
        self.assertEqual([number for _, number, _ in found], analysis.sentence_numbers[:-1])
        self.assertEqual(len(analysis.sentences) - 1, analysis.sentence_numbers[-1])
        for at, (word, number, paragraph) in enumerate(found):
            with self.subTest(at=at, word=word):
                sentence = analysis.sentences[number]
                self.assertEqual(sentence, analysis.sentence_of[at])
                self.assertEqual(analysis.blocks[sentence.block].number, paragraph)
                if word[0] != "\n":
                    self.assertTrue(sentence.first <= at < sentence.last)
                else:
                    self.assertTrue(at < sentence.first or at == sentence.last)
        self.assertEqual([sentence.start for sentence in analysis.sentences], analysis.sentence_starts)
        self.assertEqual({None, 1, 2}, {paragraph for _, _, paragraph in found})

    def test_sentences_that_are_told(self) -> None:
        for text, wanted in ((TEXT, 4), ("", 0), ("A Title", 0), ("A Title\n\nIt rained.", 1),
                             ("It rained. It snowed.", 2), ("VELDEN, May 1 — It rained.", 1)):
            with self.subTest(text=text):
                self.assertEqual(wanted, Analysis(text).told_sentences)

    def test_tokens_and_code_points(self) -> None:
        analysis = Analysis(TEXT)
        for at, (start, end) in enumerate(zip(analysis.starts, analysis.ends)):
            self.assertEqual(at, analysis.token_at(start))
            self.assertEqual(at + 1, analysis.token_at(start + 1))
            self.assertEqual((start, end), analysis.span(at, at + 1))
        self.assertEqual((0, len(TEXT)), analysis.span(0, len(analysis.words)))
        self.assertEqual(len(analysis.words), analysis.token_at(len(TEXT)))

    def test_outer_stretches_in_quotation_marks(self) -> None:
        text = "“One” “two ‘three’ four” five “six”"
        analysis = Analysis(text)
        outer, ends = analysis.outer_marked
        self.assertEqual(["One", "two ‘three’ four", "six"], [text[one.start:one.end] for one in outer])
        self.assertEqual([one.end for one in outer], ends)


class HeadTest(unittest.TestCase):
    """(text, classes of its first sentence)"""

    CASES = (
        ("Lee hints at tax cut\n\nIt rained.", "PZINV"), ("Unions mock offer\n\nIt rained.", "SVN"),
        ("Lee backs plan; union mocks it\n\nIt rained.", "PZN;NZp"), ("Mayor Lee plan\n\nIt rained.", "NPN"),
        ("Lee to hint at tax\n\nIt rained.", "PtVIN"), ("Lee plans\n\nIt rained.", "PS"),
        ("Mayor says Plans are dead\n\nIt rained.", "NZPbJ"),
        # A given name at the head of a sentence, before a name.
        ("Hope Hale left.", "PPD."), ("Will Hale left.", "PPD."), ("Will Hale leave?", "MPV."),
        ("May Lee left.", "PPD."), ("May Lee leave?", "MPV."), ("Mark Lee left.", "PPD."),
        ("Hope Hale left? No.", "VPD."),
        # A word that stands with a capital elsewhere is a name at the head.
        ("Grant fell. They saw Grant.", "PD."), ("Grant fell. A grant came.", "ND."),
        ("Grant Orr fell. A grant came.", "PPD."),
        # What begins in quotation marks begins anew.
        ("“Plans failed,” he said.", "\"SD,\"pD."), ("He said: “Plans failed.”", "pD:\"SD.\""),
        ("He said: “(Plans failed.)”", "pD:\"(SD.)\""), ("(Plans failed.)", "(SD.)"),
    )

    def test_classes(self) -> None:
        for text, wanted in self.CASES:
            with self.subTest(text):
                analysis = Analysis(text)
                self.assertEqual(wanted, analysis.tags[:analysis.sentences[0].last])

    def test_forms_of_the_users_verbs(self) -> None:
        lexicon = lexicon_from_toml('[[cue]]\nlemma = "kvetch"\nframes = ["that"]\n')
        for word, wanted in (("kvetches", "Z"), ("kvetched", "D"), ("kvetching", "G"), ("Kvetched", "P"),
                             ("zorbed", "D")):
            with self.subTest(word):
                analysis = Analysis(f"The men there {word} that it is so.", lexicon=lexicon)
                self.assertEqual(("TSR", wanted, "pbR."), (analysis.tags[:3], analysis.tags[3], analysis.tags[5:]))


if __name__ == "__main__":
    unittest.main()

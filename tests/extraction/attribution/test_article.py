"""The article's own voice: sentences of judgement and forecast, and which tokens of others leave them out."""
import unittest

from briefx.extraction.attribution.article import article_drafts
from briefx.extraction.attribution.clauses import Clauses
from briefx.text.analysis import Analysis

# a sentence, the rule of the article's voice or ""
CASES = (
    ("It will likely rain.", "forecast"), ("It must surely rain.", "forecast"), ("It will rain.", ""),
    ("Surely it will fail.", "forecast"), ("Surely the plan will fail.", ""),
    ("The plan surely will fail.", "forecast"),
    ("The plan will surely fail.", "forecast"), ("The plan will fail surely.", "forecast"),
    ("The plan will fail then surely.", ""), ("The plan fails surely.", ""),
    ("The plan is likely to fail.", "forecast"), ("The plan is likely.", ""), ("The plan is sure of it.", ""),
    ("The plan remains likely to fail.", "forecast"), ("The plan seems likely to fail.", "forecast"),
    ("The plan got likely to fail.", ""), ("The plan will be late, surely.", ""),
    ("If it rains, the road will shut.", "condition"), ("Unless it rains, the road may shut.", "condition"),
    ("If it rains, the road shuts.", ""), ("As it rains, the road will shut.", ""),
    ("The road will shut if it rains.", ""),
    ("The plan may fail.", "possibility"), ("The plan could fail.", "possibility"),
    ("The plan might fail.", "possibility"),
    ("The plan would fail.", ""), ("The plan can fail.", ""), ("Lee may fail.", ""), ("It may fail.", ""),
    ("The plan may fail us.", ""), ("Our plan may fail.", ""), ("The plan may fail?", ""),
    ("The plan is a disgrace.", "judgement"), ("The plan is a grave mistake.", "judgement"),
    ("The plan is not wise.", "judgement"), ("The plan is perhaps not wise.", "judgement"),
    ("The plan is really rather wise.", "judgement"), ("The plan is wise.", "judgement"), ("The plan is late.", ""),
    ("The plan is a late disgrace.", "judgement"), ("The plan is a late and sad disgrace.", ""),
    ("The plan remains a disgrace.", "judgement"), ("The plan seems wise.", "judgement"), ("The plan looks wise.", ""),
    ("The plan is in a disgrace.", ""), ("Is the plan a disgrace?", ""),
    ("The best plan is late.", "judgement"), ("The main plan is late.", ""),
    ("The worst mistake was late.", "judgement"), ("The old mistake was late.", ""),
    ("The worst mistake was.", "judgement"), ("The town’s long worst mistake was late.", ""),
    ("The worst and the greatest mistake was late.", "judgement"),
    ("It is hard to see it.", "judgement"), ("It is late to see it.", ""), ("It is hard.", "judgement"),
    ("The plan failed and was a disgrace.", ""), ("To win, the men will surely run.", "forecast"),
    ("The man that ran may win.", "possibility"), ("That he ran may help.", ""), ("Whoever left will surely win.", ""),

    ("When it is a disgrace, it rains.", ""),
    ("With rain the road may shut.", "possibility"), ("“The plan is wise”, and it is.", ""), ("It is so.", ""),
    ("Bad.", ""),
)


class ArticleVoice(unittest.TestCase):
    def rules(self, text: str, *covered: int) -> list[str]:
        analysis = Analysis(text)
        taken = {analysis.sentence_numbers[at] for at in covered}
        return [one.rule.removeprefix("attribution.article_") for one in article_drafts(Clauses(analysis), taken)]

    def test_cases(self) -> None:
        for text, rule in CASES:
            with self.subTest(text):
                self.assertEqual(self.rules(f"It rained here.\n\n{text}"), [rule] if rule else [])

    def test_what_somebody_puts_forward_is_not_the_articles(self) -> None:
        text = "Lee left it. The plan is wise. Lee left it."
        self.assertEqual(self.rules(text), ["judgement"])
        for at, left in ((3, True), (4, False), (6, False), (8, False), (9, True)):
            with self.subTest(at):
                self.assertEqual(self.rules(text, at), ["judgement"] if left else [])

    def test_only_sentences_of_paragraphs_of_four_tokens_and_more(self) -> None:
        self.assertEqual(self.rules("It rained here.\n\nIt is bad."), ["judgement"])
        self.assertEqual(self.rules("It rained here.\n\nIt is bad"), [])
        self.assertEqual(self.rules("# The Plan Is Wise\n\nIt rained here."), [])

    def test_the_content_is_the_sentence_without_its_stop(self) -> None:
        analysis = Analysis("It rained here. The plan is wise.")
        [found] = article_drafts(Clauses(analysis), ())
        self.assertEqual((found.frame, found.content, found.source, found.cue, found.head, found.lemma, found.rate),
                         ("article", ((4, 8),), None, None, None, "", 1.0))
        self.assertFalse(found.speech)


if __name__ == "__main__":
    unittest.main()

"""Tokens and their offsets."""
import random
import unittest

from briefx.text.tokens import tokenize
from tests.news_pieces import article

CASES = (
    ("Mr. Lee's plan isn't done.", ["Mr.", "Lee", "'s", "plan", "isn't", "done", "."]),
    ("He’d said they’re late", ["He", "’d", "said", "they", "’re", "late"]),
    ("the U.S. and the U.N.", ["the", "U.S.", "and", "the", "U.N."]),
    ("at 10:30 a.m. on 01/06/2026", ["at", "10:30", "a.m.", "on", "01/06/2026"]),
    ("$1,250.50, or 5%", ["$", "1,250.50", ",", "or", "5", "%"]),
    ("a 45-day, 1,000-strong march", ["a", "45-day", ",", "1,000-strong", "march"]),
    ("J. K. Orr and O'Neill", ["J.", "K.", "Orr", "and", "O'Neill"]),
    ("AT&T wrote to press@orr.org", ["AT&T", "wrote", "to", "press@orr.org"]),
    ("see https://orr.org/a?b=1.", ["see", "https://orr.org/a?b=1", "."]),
    ("Ann Lee, R-N.Y., and Jo Orr, D-Pa., left",
     ["Ann", "Lee", ",", "R-N.Y.", ",", "and", "Jo", "Orr", ",", "D-Pa.", ",", "left"]),
    ("wait... what -- now?!", ["wait", "...", "what", "--", "now", "?", "!"]),
    ("the players' union", ["the", "players", "'", "union"]),
    ("“Yes,” 'no'", ["“", "Yes", ",", "”", "'", "no", "'"]),
    ("one\n\ntwo\r\n\r\nthree\nfour", ["one", "\n\n", "two", "\r\n\r\n", "three", "four"]),
    ("caf\u0065\u0301 naïve", ["caf\u0065\u0301", "naïve"]),
    ("", []),
    (" \n ", []),
    ("@ann #vote", ["@ann", "#vote"]),
    ("No. 5 said no. Later", ["No.", "5", "said", "no", ".", "Later"]),
    ("(b. May 1950) saw plan B. May it do", ["(", "b.", "May", "1950", ")", "saw", "plan", "B.", "May", "it", "do"]),
    ("She said no. B2 and no", ["She", "said", "no", ".", "B2", "and", "no"]),
    ("Nos. 5 and no. No. 6", ["Nos.", "5", "and", "no", ".", "No.", "6"]),
    ("It ended.  Two  spaces, U.S.  style", ["It", "ended", ".", "Two", "spaces", ",", "U.S.", "style"]),
    ("  one\n\n   two \n \n three\u00a0four \u00a0 five\t six", [
        "one", "\n\n   ", "two", "\n \n ", "three", "four", "five", "six"]),
    ("one  No.  5  no.\n\n", ["one", "No.", "5", "no", ".", "\n\n"]),
    ("one \n\n\n", ["one", "\n\n\n"]),
    ("\n\n", ["\n\n"]),
)


class Tokens(unittest.TestCase):
    def test_words(self):
        for text, words in CASES:
            with self.subTest(text=text):
                self.assertEqual(tokenize(text).words, words)

    def test_offsets_give_the_words_back(self):
        for text, _ in CASES:
            with self.subTest(text=text):
                tokens = tokenize(text, 7)
                self.assertEqual([text[start - 7:end - 7] for start, end in zip(tokens.starts, tokens.ends)],
                                 tokens.words)

    def test_random_text(self):
        rng = random.Random(7)
        pieces = ["Mr.", " ", "\n", "\n\n", "a", "Orr", "'s", "’", "\"", ".", "U.S.", "5", ",", "é", "\u0301", "\ud800",
                  "\x00", "—", "n't", "..", "http://", "@", "&", "-", "\r\n", "\u200d", "日本"]
        for _ in range(300):
            text = "".join(rng.choices(pieces, k=rng.randrange(30)))
            tokens = tokenize(text)
            self.assertEqual([text[start:end] for start, end in zip(tokens.starts, tokens.ends)], tokens.words)
            outside = "".join(text[end:start] for end, start in zip([0, *tokens.ends], [*tokens.starts, len(text)]))
            self.assertEqual(outside.strip(), "", "only white space stands between tokens")
            self.assertEqual(tokens.starts, sorted(tokens.starts))

    def test_what_is_remembered_of_words_changes_nothing(self):
        rng = random.Random(8)
        # Two spaces in a row have the text cut at the first of such spaces alone.
        for text in [*(article(rng) for _ in range(30)), *(text for text, _ in CASES), "(b. 1950) on p. 5, a-No. 5"]:
            with self.subTest(text=text[:60]):
                self.assertEqual(tokenize(text), tokenize(f"  {text}", -2))

    def test_each_column_has_an_entry_a_token(self):
        for text, words in CASES:
            for column in tokenize(text, offset=3):
                with self.subTest(text=text):
                    self.assertEqual(len(column), len(words))

    def test_spaces_change_offsets_alone(self):
        text = "Mr. Lee (b. May 1950) read No. 5 to the U.S. and said no. He’s “late.”"
        words, _, _, *rest = tokenize(text)
        for gap in ("  ", "   ", " \u00a0", "\n ", " \n"):
            with self.subTest(gap=gap):
                wide = tokenize(text.replace(" ", gap))
                self.assertEqual((wide.words, [*wide[3:]]), (words, rest))
                self.assertEqual([text.replace(" ", gap)[start:end] for start, end in zip(wide.starts, wide.ends)],
                                 words)

    def test_lower_case(self):
        for text, words in CASES:
            with self.subTest(text=text):
                self.assertEqual(tokenize(text).lowers, [word.lower() for word in words])

    def test_each_token_has_a_form(self):
        self.assertEqual(tokenize("“Mr. Lee’s” 5, no... one?\n\nU.S.").forms, "qawwqw*w.w.¶a")


if __name__ == "__main__":
    unittest.main()

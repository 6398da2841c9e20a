"""Keys by which texts that say the same are found."""
import unittest
from zlib import crc32

from briefx.merging.likeness import claim_keys, quote_keys

WORDS = ["we", "will", "open", "the", "bridge", "in", "march", "come", "what", "may", "and", "the", "tram", "will",
         "follow", "in", "the", "summer", "of", "next", "year"]


def key(*words: str) -> int:
    return crc32(" ".join(words).encode("utf-8", "replace"))


class QuoteKeysTest(unittest.TestCase):
    def test_a_short_quote_is_its_own_key(self) -> None:
        for size in range(1, 6):
            with self.subTest(size=size):
                self.assertEqual(quote_keys(WORDS[:size]), [key(*WORDS[:size])])

    def test_of_a_longer_one_the_first_run_of_five_words_and_one_in_four(self) -> None:
        for size in range(6, len(WORDS) + 1):
            runs = [key(*WORDS[at:at + 5]) for at in range(size - 4)]
            with self.subTest(size=size):
                self.assertEqual(quote_keys(WORDS[:size]), [runs[0], *(one for one in runs[1:] if one % 4 == 0)])

    def test_one_repeated_is_one_key(self) -> None:
        self.assertEqual(quote_keys(["no"] * 9), [key(*["no"] * 5)])


class ClaimKeysTest(unittest.TestCase):
    def test_four_words_the_same_for_the_same_words(self) -> None:
        keys = claim_keys(frozenset(WORDS))
        self.assertEqual(keys, sorted(set(WORDS), key=lambda word: key(word))[:4])
        self.assertEqual(claim_keys(frozenset(("bridge", "tram"))), sorted(("bridge", "tram"), key=key))


class OddTextTest(unittest.TestCase):
    def test_half_a_character_is_no_fault(self) -> None:
        half = "\ud800"
        self.assertEqual(len(quote_keys([half])), 1)
        self.assertEqual(len(quote_keys([half] * 7)), 1)
        self.assertEqual(claim_keys(frozenset((half,))), [half])


if __name__ == "__main__":
    unittest.main()

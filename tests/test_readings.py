"""Each layer makes of sentences what it made of them when that was last read."""
import unittest

from tests.readings import PAGES, READERS, block, texts


class Readings(unittest.TestCase):
    maxDiff = 2000

    def test_each_text_is_read_as_it_was(self) -> None:
        self.assertEqual(sorted(READERS), sorted(path.stem for path in PAGES.iterdir()))
        for name in READERS:
            blocks = (PAGES / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\n")
            self.assertGreater(len(blocks), 10, name)
            self.assertEqual(len(texts(name)), len(set(texts(name))), f"a text of {name} is there twice")
            for text, expected in zip(texts(name), blocks, strict=True):
                with self.subTest(name, text=text):
                    self.assertEqual(block(name, text).rstrip("\n"), expected,
                                     "python3 -m tests.golden writes it anew; read the difference")


if __name__ == "__main__":
    unittest.main()

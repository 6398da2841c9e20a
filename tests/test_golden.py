"""Whole briefs of the project's own articles are what they were when they were last read."""
import unittest

from tests.golden import GOLDEN, merged_pages, pages, scripts


class Golden(unittest.TestCase):
    maxDiff = 2000

    def test_each_brief_is_as_it_was_read(self):
        made = {**dict(pages()), **dict(merged_pages()), **dict(scripts())}
        self.assertGreater(len(made), 11)
        self.assertEqual(sorted(path.name for path in GOLDEN.iterdir()), sorted(made))
        for name, content in made.items():
            with self.subTest(name), open(GOLDEN / name, encoding="utf-8", newline="") as file:
                self.assertEqual(content, file.read(), "python3 -m tests.golden writes it anew; read the difference")


if __name__ == "__main__":
    unittest.main()

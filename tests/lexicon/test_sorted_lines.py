"""Entries are found in a sorted file wherever they stand, and nothing else is."""
from __future__ import annotations

import unittest
from unittest import mock

from briefx.lexicon import SortedLines, data_text

SEPARATORS = {
    "adjective_cues.txt": " ", "claim_cues.txt": "\t", "lower_case_words.txt": "\n", "noun_cues.txt": " ",
    "person_names.txt": "\t", "places.txt": "\t", "verb_cues.txt": " ", "words.txt": " ",
}


def lines(entries: dict[str, str], separator: str = "\t") -> SortedLines:
    data = "".join(f"{entry}{separator}{rest}\n" for entry, rest in sorted(entries.items()))
    with mock.patch("briefx.lexicon.raw_data", return_value=(data.encode(), 0)):
        return SortedLines("file", separator)


class SortedLinesTest(unittest.TestCase):
    def test_every_entry_is_found(self) -> None:
        for count in (1, 2, 3, 40, 150, 700):
            entries = {f"{number * 7919 % 1009}{'é' * (number % 3)} x": "y" * (number % 40) for number in range(count)}
            for separator in ("\t", "="):
                found = lines(entries, separator)
                with self.subTest(count=count, separator=separator):
                    for _ in range(2):
                        self.assertEqual(entries, {entry: found.find(entry) for entry in reversed(entries)})

    def test_what_is_no_whole_entry_is_not(self) -> None:
        entries = {f"entry {number:03}": f"rest {number}" for number in range(0, 400, 2)}
        found = lines(entries)
        for entry in ("", "a", "entry", "entry 0", "entry 001", "entry 399", "entry 0000", "ntry 000", "rest 0", "z",
                      "entry 000\trest", "\n", "\ud800", "é"):
            with self.subTest(entry):
                self.assertEqual("", found.find(entry))
        for number in range(1, 400, 2):
            self.assertEqual("", found.find(f"entry {number:03}"))

    def test_no_file_of_words_is_too_small(self) -> None:
        self.assertEqual("", lines({}).find("entry"))
        self.assertEqual("rest", lines({"": "rest"}).find(""))
        self.assertEqual(["", "2\t3"], [lines({"a": "", "b": "2\t3"}).find(entry) for entry in "ab"])


class FilesTest(unittest.TestCase):
    def test_each_line_is_found(self) -> None:
        for file, separator in SEPARATORS.items():
            entries = [(line + "\n").partition(separator) for line in data_text(file).splitlines()]
            keys = [key for key, _, _ in entries]
            with self.subTest(file=file):
                self.assertEqual(sorted(set(keys)), keys, "sorted by code points, each entry once")
            sought = SortedLines(file, separator)
            for key, _, rest in entries:
                self.assertIn(key, sought)
                if separator != "\n":
                    self.assertEqual(rest.rstrip("\n"), sought.find(key))

    def test_what_is_not_there(self) -> None:
        for file, separator in SEPARATORS.items():
            sought = SortedLines(file, separator)
            for key in ("", "Abq", "Zzzz", "abq dhabi", "Abu Dhab", "\n", "\x00", "claim\n", "~", "\U0010ffff",
                        "\ud800", "zzzz" * 500):
                with self.subTest(file=file, key=key):
                    self.assertNotIn(key, sought)
                    self.assertEqual("", sought.find(key))

    def test_lines_that_begin_alike(self) -> None:
        listed = data_text("claim_cues.txt").splitlines()
        sought = SortedLines("claim_cues.txt")
        begins = {line[:length] for line in listed for length in range(1, 12)}
        for words in begins | {"zz", "a\n", "\x00", "\U0010ffff"}:
            with self.subTest(words=words):
                self.assertEqual([line for line in listed if line.startswith(words)], sought.beginning(words))


if __name__ == "__main__":
    unittest.main()

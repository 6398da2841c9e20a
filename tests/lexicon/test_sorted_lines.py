"""Entries are found in a sorted file wherever they stand, and nothing else is."""
from __future__ import annotations

import unittest
from unittest import mock

from briefx.lexicon.sorted_lines import SortedLines


def lines(entries: dict[str, str], separator: str = "\t") -> SortedLines:
    data = "".join(f"{entry}{separator}{rest}\n" for entry, rest in sorted(entries.items()))
    with mock.patch("briefx.lexicon.sorted_lines.data_bytes", return_value=data.encode()):
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

    def test_few_lines_are_compared(self) -> None:
        found = lines({f"entry {number:05}": "rest" for number in range(10_000)})
        for number in (0, 3_333, 9_999):
            found._compared.clear()
            self.assertEqual("rest", found.find(f"entry {number:05}"))
            self.assertLess(len(found._compared), 10)


if __name__ == "__main__":
    unittest.main()

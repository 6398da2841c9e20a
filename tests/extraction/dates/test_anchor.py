"""The reference date, and where it is found."""
import unittest

from briefx.extraction.dates.anchor import reference_date
from briefx.model import Document
from briefx.text.analysis import Analysis


def basis(text: str, published: str | None = None, option: str | None = None) -> tuple[str | None, str, int]:
    found, warnings = reference_date(Analysis(text), Document(text, "x", published=published), option)
    return found.value, found.basis, len(warnings)


class ReferenceDateTest(unittest.TestCase):
    def test_order(self) -> None:
        dateline = "BEIRUT, June 1, 2026 (Agency) — The talks failed."
        opening = "Talks on 3 March 2021 failed.\n\nMore followed."
        for text, published, option, wanted in (
            (dateline, "2026-06-02", "2026-06-03", ("2026-06-03", "option", 1)),
            (dateline, "2026-06-02", "2026-06-02", ("2026-06-02", "option", 0)),
            (dateline, None, "2026-06-03", ("2026-06-03", "option", 0)),
            (dateline, "2026-06-02", None, ("2026-06-02", "metadata", 0)),
            (dateline, None, None, ("2026-06-01", "dateline", 0)),
            (opening, None, None, ("2021-03-03", "text", 1)),
            (opening + "\n\nThey met again on March 9, 2021.", None, None, (None, "none", 1)),
            (opening + "\n\nThey had met on March 1, 2020.", None, None, ("2021-03-03", "text", 1)),
            ("A.\n\nB.\n\nTalks on 3 March 2021 failed.", None, None, (None, "none", 1)),
            ("Talks failed in March 2021.", None, None, (None, "none", 1)),
            ("It was filed on 2021-03-04.", None, None, ("2021-03-04", "text", 1)),
            ("", None, None, (None, "none", 1)),
        ):
            with self.subTest(text=text, published=published, option=option):
                self.assertEqual(wanted, basis(text, published, option))

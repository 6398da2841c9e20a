"""The same input gives the same bytes: no hash seed, locale, time zone, folder or terminal changes the result."""
from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path

from tests.command import program

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))[:2]


class SameBytesTest(unittest.TestCase):
    def test_surroundings_change_nothing(self) -> None:
        for form in ("json", "markdown"):
            words = ("extract", *SEEDS, "--format", form)
            expected = program(*words, env={**os.environ, "PYTHONHASHSEED": "0"})
            self.assertEqual(0, expected.status, expected.err)
            with tempfile.TemporaryDirectory() as elsewhere:
                for change, place in (({"PYTHONHASHSEED": "1"}, None), ({"PYTHONHASHSEED": "4711"}, elsewhere),
                                      ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
                                        "TZ": "Pacific/Kiritimati", "COLUMNS": "20", "NO_COLOR": "1"}, None)):
                    with self.subTest(form=form, change=change):
                        self.assertEqual(expected, program(*words, env={**os.environ, **change}, cwd=place))

"""The same input gives the same bytes: no hash seed, locale, time zone, folder or terminal changes the result."""
from __future__ import annotations

import os
import tempfile
import unittest
from functools import partial
from pathlib import Path

from tests.command import at_once, program

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))[:2]


class SameBytesTest(unittest.TestCase):
    def test_surroundings_change_nothing(self) -> None:
        for form in ("json", "markdown"):
            words = ("extract", *SEEDS, "--format", form)
            with tempfile.TemporaryDirectory() as elsewhere:
                # Each changes some of the seed, the folder and what stands around.
                changes: tuple[tuple[dict[str, str], str | None], ...] = (
                    ({"PYTHONHASHSEED": "0"}, None),
                    ({"PYTHONHASHSEED": "4711"}, elsewhere),
                    ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Pacific/Kiritimati",
                      "COLUMNS": "20", "NO_COLOR": "1", "PYTHONHASHSEED": "1"}, None))
                runs = at_once(*(partial(program, *words, env={**os.environ, **change}, cwd=place)
                                 for change, place in changes))
            self.assertEqual(0, runs[0].status, runs[0].err)
            for (change, _), run in zip(changes, runs, strict=True):
                with self.subTest(form=form, change=change):
                    self.assertEqual(runs[0], run)

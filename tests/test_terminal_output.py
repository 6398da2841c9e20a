import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent / "src"
ARTICLE = 'LONDON, June 1 (Test) - Mayor Ann Lee said on Monday that "we will not sell the harbour".\n'


@unittest.skipUnless(hasattr(os, "openpty"), "there are no terminals to open here")
class TerminalOutputTest(unittest.TestCase):
    def shown(self, *options: str, **variables: str) -> str:
        """Returns what the command shows on a terminal for an article."""
        environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        environment |= {"PYTHONPATH": str(SOURCES), "TERM": "xterm", **variables}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "harbour.txt")
            path.write_text(ARTICLE, encoding="utf-8")
            terminal, side = os.openpty()
            command = [sys.executable, "-m", "briefx", "extract", str(path), *options]
            with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=side, env=environment) as process:
                os.close(side)
                pieces = []
                try:
                    while piece := os.read(terminal, 65536):
                        pieces.append(piece)
                except OSError:
                    pass  # Linux says so where the other side is closed
                os.close(terminal)
            self.assertEqual(process.returncode, 0)
        return b"".join(pieces).decode().replace("\r\n", "\n")

    def test_a_terminal_gets_a_page_laid_out(self) -> None:
        page = self.shown()
        self.assertIn("\x1b[1mWHO CLAIMS WHAT\x1b[0m\n", page)
        self.assertNotIn("##", page)

    def test_no_color_is_respected(self) -> None:
        for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            with self.subTest(variables):
                page = self.shown(**variables)
                self.assertIn("\nWHO CLAIMS WHAT\n", page)
                self.assertNotIn("\x1b", page)

    def test_a_format_that_was_asked_for_comes_as_it_is(self) -> None:
        self.assertIn("\n## Who claims what\n", self.shown("--format", "markdown"))
        self.assertTrue(self.shown("--json").startswith('{\n"schema_version": "1.0"'))

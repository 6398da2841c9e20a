"""Tests of how files and streams become documents."""
from __future__ import annotations

import os
import tempfile
import unittest


class FolderTest(unittest.TestCase):
    """A test with an empty folder of its own, ``self.folder``."""

    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        # Folders for temporary files may themselves be links.
        self.folder = os.path.realpath(holder.name)

    def path(self, *names: str) -> str:
        return os.path.join(self.folder, *names)

    def write(self, name: str, content: str | bytes = "Rain fell.\n") -> str:
        """Writes a file below the folder, as it is, and returns its path."""
        path = self.path(*name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(content.encode("utf-8") if isinstance(content, str) else content)
        return path

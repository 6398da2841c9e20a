"""The words as data files, and their reader."""
from __future__ import annotations

import os


def data_text(name: str) -> str:
    """Returns the entries of a data file: its text without the lines of its head, which begin with "#".

    The package's own loader reads it, as ``importlib.resources`` would, whose import alone takes longer than a
    bare interpreter's start.
    """
    path = os.path.join(os.path.dirname(__file__), "data", name)
    data: bytes = __spec__.loader.get_data(path)  # type: ignore[union-attr]
    text = data.decode("utf-8")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    at = 0
    while text.startswith("#", at):
        at = text.index("\n", at) + 1
    return text[at:]

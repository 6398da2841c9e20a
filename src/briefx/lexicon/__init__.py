"""The words as data files, and their reader."""
from __future__ import annotations

import os


def raw_data(name: str) -> tuple[bytes, int]:
    """Returns a data file in UTF-8, and where in it the entries begin, behind the lines of its head ("# ...").

    The package's own loader reads it, as ``importlib.resources`` would, whose import alone takes longer than a
    bare interpreter's start.
    """
    path = os.path.join(os.path.dirname(__file__), "data", name)
    data: bytes = __spec__.loader.get_data(path)  # type: ignore[union-attr]
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
    at = 0
    while data.startswith(b"#", at):
        at = data.index(b"\n", at) + 1
    return data, at


def data_text(name: str) -> str:
    """Returns the entries of a data file, decoded."""
    data, start = raw_data(name)
    return data[start:].decode("utf-8")

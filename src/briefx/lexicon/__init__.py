"""The words as data files, and their reader."""
from __future__ import annotations

import os


def data_bytes(name: str) -> bytes:
    """Returns the entries of a data file: its text in UTF-8 without the lines of its head, which begin with "#".

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
    return data[at:]


def data_text(name: str) -> str:
    """Returns the entries of a data file, decoded (see ``data_bytes``)."""
    return data_bytes(name).decode("utf-8")

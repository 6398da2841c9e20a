"""The words as data files, and their reader."""
from __future__ import annotations


def data_text(name: str) -> str:
    """Returns the entries of a data file: its text without the lines of its head, which begin with "#"."""
    from importlib.resources import files

    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text

"""The JSON Schema of the output, as ``briefx schema`` prints it.

Its root accepts a whole JSON document, a brief and an error line, and nothing but the keys of its own
version. Its descriptions are the reference of the format.
"""
from __future__ import annotations


def schema_text() -> str:
    """Returns the schema (JSON Schema, draft 2020-12) as JSON text that ends in a line feed."""
    from importlib.resources import files

    return files(__package__).joinpath("schema.json").read_text(encoding="utf-8")

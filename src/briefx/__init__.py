"""briefx: a structured brief of plain-text news."""
from __future__ import annotations

__version__ = "0.1.0"


def sentences(text):
    from briefx.text.analysis import Analysis
    from briefx.model import Span
    return [Span(text[s.start:s.end], s.start, s.end) for s in Analysis(text).sentences]

"""A structured brief of plain-text news: who acts, who claims what, who said what, and when.

    >>> import briefx
    >>> brief = briefx.extract(text, published="2026-06-01")
    >>> brief.to_dict()["claims"]

The names below are loaded when they are first asked for, so that ``import briefx`` itself costs nothing.
"""
from __future__ import annotations

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is, without the import of typing
if TYPE_CHECKING:
    from briefx.lexicon.own import lexicon_from_toml
    from briefx.loading.sources import load
    from briefx.model import (
        Actor,
        Brief,
        Claim,
        Counts,
        Cue,
        Date,
        Document,
        Event,
        InputError,
        Mention,
        Place,
        Quote,
        Ref,
        ReferenceDate,
        Span,
        Warning,
    )
    from briefx.pipeline import brief_of, briefs_of, extract, sentences
    from briefx.rendering.markdown import to_markdown

__version__ = "0.1.0"

__all__ = [
    "Actor", "Brief", "Claim", "Counts", "Cue", "Date", "Document", "Event", "InputError", "Mention", "Place",
    "Quote", "Ref", "ReferenceDate", "Span", "Warning", "__version__", "brief_of", "briefs_of", "extract",
    "lexicon_from_toml", "load", "sentences", "to_markdown",
]

_HOMES = {
    "brief_of": "briefx.pipeline", "briefs_of": "briefx.pipeline", "extract": "briefx.pipeline",
    "sentences": "briefx.pipeline", "load": "briefx.loading.sources", "to_markdown": "briefx.rendering.markdown",
    "lexicon_from_toml": "briefx.lexicon.own",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES.get(name, "briefx.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""A document from a text and what is known of it."""
from __future__ import annotations

import sys
from functools import cache

from briefx.loading.header import Header
from briefx.loading.metadata import iso_date, language_tag
from briefx.model import Document, Warning
from briefx.records import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Any

_NO_HEADER = Header({}, {}, 0)


def document(text: str, *, id: str, path: str | None, line: int | None = None, encoding: str = "utf-8",
             sha256: str = "", fields: dict[str, str], header: Header = _NO_HEADER,
             warnings: tuple[Warning, ...] = ()) -> Document:
    """Returns the document of a text.

    ``fields`` is what an index, a JSON line or a caller says and wins over the header, field by field. ``id``
    is for a document that nobody labels. A date that is none and a language that has no tag are left out with
    a warning (date_unreadable, language_unreadable), and then the header's counts.
    """
    given = {field: " ".join(value.split()) for field, value in fields.items()}
    own = {field: " ".join(value.split()) for field, value in header.fields.items()}
    values = own | {field: value for field, value in given.items() if value}
    found = list(warnings)
    published = language = None
    for source, places in ((given, {}), (own, header.places)):
        if source.get("published") and published is None:
            published = iso_date(source["published"])
            if published is None:
                found.append(_unreadable("date", source["published"], places.get("published")))
        if source.get("language") and language is None:
            language = language_tag(source["language"])
            if language is None:
                found.append(_unreadable("language", source["language"], places.get("language")))
    title = values.get("title")
    # A title that stands in the header as well is read as text, wherever it was taken from.
    place = header.places.get("title") if title and title == own.get("title") else None
    return Document(
        text=text, id=values.get("id") or id, path=path, line=line, title=title, byline=values.get("byline"),
        publisher=values.get("publisher"), url=values.get("url"), published=published, language=language,
        encoding=encoding, sha256=sha256, body_start=header.end,
        title_start=place[0] if place else None, title_end=place[1] if place else None, warnings=tuple(found))


def _unreadable(what: str, value: str, place: tuple[int, int] | None) -> Warning:
    advice = {"date": "write it as YYYY-MM-DD", "language": "write a tag such as en or pt-BR"}[what]
    # ascii() escapes what a terminal could take as a command.
    message = f"{what} {value[:60]!a} is not understood and left out: {advice}"
    return Warning(f"{what}_unreadable", message, *(place or (None, None)))


def document_from_text(text: str, *, title: str | None = None, published: str | date | None = None,
                       id: str | None = None) -> Document:
    """Returns the document of a text that a caller holds; no header is looked for in it.

    ``published`` is a date in any form that a header may have, or a ``datetime.date``. Without ``id`` the
    document is labelled "text".
    """
    given = {"title": title, "published": published, "id": id}
    fields = {field: str(value) for field, value in given.items() if value is not None}
    return document(text, id="text", path=None, sha256=text_sha256(text), fields=fields)


def text_sha256(text: str) -> str:
    """Returns the SHA-256 of a text as UTF-8; a lone surrogate, which has no UTF-8, as its three bytes."""
    return sha256(text.encode("utf-8", "surrogatepass"))


def sha256(data: bytes) -> str:
    """Returns the SHA-256 of the bytes in hexadecimal."""
    digest: str = _sha256()(data).hexdigest()
    return digest


@cache
def _sha256() -> Callable[[bytes], Any]:
    """Returns the interpreter's own SHA-256: hashlib loads OpenSSL, which takes longer than a whole article."""
    try:
        return __import__("_sha2" if sys.version_info >= (3, 12) else "_sha256").sha256  # type: ignore[no-any-return]
    except ImportError:
        return __import__("hashlib").sha256  # type: ignore[no-any-return]

"""Bytes become text: UTF-8, UTF-16 with a byte order mark, else Windows-1252."""
from __future__ import annotations

from briefx.model import Warning
from briefx.records import NamedTuple

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF32_MARKS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")


class Decoded(NamedTuple):
    """A text, and the ``encoding`` with which ``open`` (and ``newline=""``) gives it back."""

    text: str
    encoding: str
    warnings: tuple[Warning, ...] = ()


class DecodeError(ValueError):
    """Raised for bytes that are no text; ``code`` is binary or undecodable."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def decode(data: bytes) -> Decoded:
    """Returns the text of a file's bytes, without its byte order mark, line endings as they are.

    Raises DecodeError where the bytes are no text or hold one that no encoding explains.
    """
    if data.startswith(_UTF32_MARKS):
        raise DecodeError("binary", "is UTF-32, which is not read: save it as UTF-8")
    if data.startswith(_UTF16_MARKS):
        try:
            return Decoded(data.decode("utf-16"), "utf-16")
        except UnicodeDecodeError as error:
            raise DecodeError("undecodable", f"begins as UTF-16 and is broken at byte {error.start}: "
                                             "save it as UTF-8") from None
    zero = data.find(b"\0")
    if zero >= 0:
        raise DecodeError("binary", f"is no text (NUL at byte {zero}): give plain text, best in UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1252(data, error.start)
    if data.startswith(_UTF8_MARK):
        return Decoded(text[1:], "utf-8-sig")
    return Decoded(text, "utf-8")


def _windows_1252(data: bytes, fault: int) -> Decoded:
    """Returns the text with a warning at ``fault``, the first byte that is no UTF-8."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise DecodeError("undecodable", f"is neither UTF-8 nor Windows-1252 (0x{data[error.start]:02X} at "
                                         f"byte {error.start}): save it as UTF-8") from None
    # One byte is one character here, so the place of the byte is the place in the text.
    return Decoded(text, "cp1252", (Warning(
        "encoding_guessed", f"not UTF-8 (0x{data[fault]:02X} at byte {fault}), read as Windows-1252: "
        "save the file as UTF-8 if letters look wrong", fault, fault + 1),))

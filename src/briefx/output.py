"""Where results go: standard output, a device, or a file that is there whole or not at all."""
from __future__ import annotations

import os
import stat
import sys

from briefx.records import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import IO


class OutputError(Exception):
    """Results can't be written; the message says where and why. ``usage``: it showed before any work."""

    def __init__(self, message: str, *, usage: bool = False) -> None:
        super().__init__(message)
        self.usage = usage


class Output:
    """Takes bytes, piece by piece; each piece is passed on at once.

    A regular file is written beside its place under a name of its own and put there by ``commit``; until then
    what was there before stays, and ``discard`` leaves no trace. Standard output and devices can't wait:
    what is written to them is gone. Once it is open, ``is_terminal`` tells that a person reads along;
    ``identity`` is the device and inode of a regular file that the results replace or go to, null where there is
    none. Raises OutputError, and BrokenPipeError where nobody reads any more.
    """

    def __init__(self, path: str | None) -> None:
        """``path`` is a file, a device, or null or "-" for standard output."""
        self.shown = "standard output" if path in (None, "-") else str(path)
        self.target = ""
        self.is_terminal = False
        self.identity: tuple[int, int] | None = None
        self._path = path
        self._temporary = ""

    def open(self) -> Output:
        """Opens what is written to, and returns this; a signal that ends it meanwhile leaves it to ``discard``."""
        path = self._path
        if path is None or path == "-":
            if sys.stdout is None:
                raise OutputError("standard output is closed; name a file with --output", usage=True)
            self._stream: IO[bytes] = sys.stdout.buffer
        elif _is_special(path):
            self._stream = self._opened(path, "ab")
        else:
            self.target = os.path.realpath(path)
            self._temporary = os.path.join(os.path.dirname(self.target), f".briefx-{os.getpid()}.tmp")
            try:
                self._stream = self._opened(self._temporary, "xb")
            except OutputError:
                self._temporary = ""  # it may be another's
                raise
        self.is_terminal = self._stream.isatty()
        self.identity = self._identity()
        return self

    def write(self, piece: bytes) -> None:
        """Passes a piece on."""
        try:
            self._stream.write(piece)
            self._stream.flush()
        except BrokenPipeError:
            self._abandon()
            raise
        except (OSError, ValueError) as fault:
            self._abandon()
            raise OutputError(f"{self.shown} can't be written to: {_reason(fault)}") from fault

    def commit(self) -> None:
        """Ends the output: a file takes its place."""
        if not self.target:
            return
        try:
            self._stream.close()
            if os.path.exists(self.target):
                os.chmod(self._temporary, stat.S_IMODE(os.stat(self.target).st_mode))
            os.replace(self._temporary, self.target)
        except OSError as fault:
            self.discard()
            raise OutputError(f"{self.shown} can't be written to: {_reason(fault)}") from fault
        self._temporary = ""

    def discard(self) -> None:
        """Ends the output where the work came to no end: of a file nothing is left behind."""
        if self._temporary:
            if hasattr(self, "_stream"):
                self._abandon()
            try:
                os.unlink(self._temporary)
            except FileNotFoundError:
                pass
            self._temporary = ""

    def _identity(self) -> tuple[int, int] | None:
        try:
            status = os.stat(self.target) if self.target else os.fstat(self._stream.fileno())
        except OSError:
            return None
        return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None

    def _opened(self, path: str, mode: str) -> IO[bytes]:
        if self.target and os.path.isdir(self.target):
            raise OutputError(f"{self.shown} is a folder; name a file in it", usage=True)
        try:
            if self.target:
                try:
                    os.stat(self.target)  # a name that no file can have shows now, not after the work
                except FileNotFoundError:
                    pass
            return open(path, mode)
        except FileNotFoundError as fault:
            message = f"{self.shown} is in a folder that is not there; make it first"
            raise OutputError(message, usage=True) from fault
        except (OSError, ValueError) as fault:
            raise OutputError(f"{self.shown} can't be written to: {_reason(fault)}", usage=True) from fault

    def _abandon(self) -> None:
        """Lets the stream go, so that what it still holds is not tried again when the program ends."""
        if self._stream is getattr(sys.stdout, "buffer", None):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
        else:
            try:
                self._stream.close()
            except OSError:
                pass


def _is_special(path: str) -> bool:
    """Returns whether a path names a device, a pipe or an open stream ("/dev/stdout"): nothing to replace."""
    if os.path.abspath(path).startswith(("/dev/std", "/dev/fd/", "/proc/")):
        return True
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _reason(fault: Exception) -> str:
    return getattr(fault, "strerror", None) or str(fault)

"""The files and folders of the system: only regular files are opened, and only where they may be."""
from __future__ import annotations

import os
import stat

INDEX = "INDEX.md"
# What is read as text where a folder is listed, and what a name in running text ends with.
TEXT_ENDINGS = (".txt", ".md")
OUTSIDE = "lies outside the folder, or its link leads there: copy it into the folder, or give its own path"
# Opening must neither wait (a named pipe) nor follow a link that was put there since the path was resolved;
# not each system has each of these.
_OPEN_FLAGS = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in (
    "O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NOCTTY"))


class Unreadable(Exception):
    """What keeps a file from being read, as a code and a message."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def open_file(file: str, folder: str | None) -> int:
    """Returns a descriptor of a regular file, which lies in ``folder`` unless that is null, links followed.

    Nothing else is ever opened: that could wait for ever, or do something. Raises Unreadable.
    """
    try:
        path = os.path.realpath(file)
        if folder is not None and not _is_inside(path, folder):
            raise Unreadable("outside", OUTSIDE)
        _check_is_file(os.stat(file).st_mode)
        descriptor = os.open(path, _OPEN_FLAGS)
        try:
            # It may have been exchanged in between.
            _check_is_file(os.fstat(descriptor).st_mode)
        except BaseException:
            os.close(descriptor)
            raise
    except (OSError, ValueError) as error:
        raise reason(error) from None
    return descriptor


def read_file(file: str, folder: str | None) -> bytes:
    """Returns what a file holds when it is opened; what is added while it is read is left out."""
    descriptor = open_file(file, folder)
    try:
        with open(descriptor, "rb") as stream:
            return stream.read(os.fstat(descriptor).st_size)
    except (OSError, MemoryError) as error:
        raise reason(error) from None


def _is_inside(path: str, folder: str) -> bool:
    folder = os.path.normcase(folder).rstrip(os.sep) + os.sep
    return os.path.normcase(path).startswith(folder)


def _check_is_file(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise Unreadable("not_a_file", "is a folder: list the files in it")
    if not stat.S_ISREG(mode):
        raise Unreadable("not_a_file", "is a device or a pipe: give - and send the text to standard input")


def reason(error: Exception) -> Unreadable:
    """Returns what an error of the system means to the user."""
    import errno

    number = getattr(error, "errno", None)
    # A ValueError is raised for a name that no file can have.
    if isinstance(error, (FileNotFoundError, NotADirectoryError, ValueError)) or number == errno.ENAMETOOLONG:
        return Unreadable("missing", "not found: check the name")
    if isinstance(error, PermissionError):
        return Unreadable("unreadable", "permission denied: make it readable for you")
    if number == errno.ELOOP:
        return Unreadable("unreadable", "its links lead round in a circle: replace them with the file")
    if isinstance(error, MemoryError):
        return Unreadable("unreadable", "does not fit into memory: split it")
    return broken_stream(error)


def broken_stream(error: Exception) -> Unreadable:
    """Returns what is said of a file or stream that breaks off."""
    cause = getattr(error, "strerror", None) or str(error)
    return Unreadable("unreadable", f"cannot be read ({cause}): check where it comes from")


def shown(name: str) -> str:
    """Returns a name as it may be printed: control characters, lone surrogates and the like escaped."""
    return name if name.isprintable() else ascii(name)[1:-1]


def file_names(folder: str) -> dict[str, bool]:
    """Returns {name: whether it is a link} of what is in a folder and no folder itself, in order.

    Raises OSError.
    """
    names = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                is_folder = entry.is_dir()
            except OSError:
                # A loop of links is named when it is to be read.
                is_folder = False
            if not is_folder:
                names[entry.name] = entry.is_symlink()
    return dict(sorted(names.items()))


def resolved(folder: str, path: str) -> str:
    """Returns where a path of a folder leads, links followed; the path itself where it leads nowhere."""
    try:
        return os.path.realpath(os.path.join(folder, path))
    except (OSError, ValueError):
        return os.path.join(folder, path)

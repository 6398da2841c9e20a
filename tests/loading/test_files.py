"""Only regular files are opened, only inside their folder, and never with waiting."""
import errno
import os
import socket
import unittest
from unittest import mock

from briefx.loading import files
from briefx.loading.files import (
    Unreadable,
    broken_stream,
    file_names,
    open_file,
    read_file,
    reason,
    resolved,
    shown,
)
from tests.loading import FolderTest

LINKS = hasattr(os, "symlink") and os.name == "posix"


class ReadFileTest(FolderTest):
    def assert_refused(self, code: str, path: str, folder: str | None = None, message: str = "") -> None:
        for function in (read_file, open_file):
            with self.subTest(path=path, function=function.__name__):
                with self.assertRaises(Unreadable) as caught:
                    function(path, folder)
                self.assertEqual(caught.exception.code, code)
                self.assertIn(message, str(caught.exception))
                self.assertNotIn("\n", str(caught.exception))

    def test_regular_file(self) -> None:
        path = self.write("a.txt", b"Rain\r\n\xff")
        self.assertEqual(read_file(path, None), b"Rain\r\n\xff")
        self.assertEqual(read_file(path, self.folder), b"Rain\r\n\xff")
        self.assertEqual(read_file(self.write("empty.txt", b""), None), b"")

    def test_root_as_folder(self) -> None:
        self.assertEqual(read_file(self.write("a.txt", b"x"), os.path.abspath(os.sep)), b"x")

    def test_missing(self) -> None:
        self.write("a.txt")
        for path in (self.path("gone.txt"), self.path("a.txt", "b.txt"), self.path("x" * 300 + ".txt"),
                     self.path("a\0b.txt"), self.path("\ud800.txt"), ""):
            self.assert_refused("missing", path, message="check the name")

    def test_outside(self) -> None:
        inside, twin = self.path("in"), self.path("in2")
        os.mkdir(inside)
        os.mkdir(twin)
        self.write("out.txt")
        self.write("in2/a.txt")
        for path in ("in/../out.txt", "out.txt", "in2/a.txt", "in/../in2/a.txt"):
            self.assert_refused("outside", self.path(*path.split("/")), inside, "copy it into the folder")
        self.assert_refused("outside", inside, inside)

    @unittest.skipUnless(LINKS, "needs symbolic links")
    def test_links(self) -> None:
        self.write("out.txt", b"secret")
        self.write("in/a.txt", b"Rain")
        inside = self.path("in")
        os.symlink(self.path("out.txt"), self.path("in", "evil.txt"))
        os.symlink(self.folder, self.path("in", "up"))
        os.symlink("a.txt", self.path("in", "alias.txt"))
        os.symlink("loop.txt", self.path("in", "loop.txt"))
        os.symlink("gone.txt", self.path("in", "dangling.txt"))
        self.assertEqual(read_file(self.path("in", "alias.txt"), inside), b"Rain")
        self.assertEqual(read_file(self.path("in", "evil.txt"), None), b"secret")
        self.assert_refused("outside", self.path("in", "evil.txt"), inside)
        self.assert_refused("outside", self.path("in", "up", "out.txt"), inside)
        self.assertEqual(read_file(self.path("in", "up", "in", "a.txt"), inside), b"Rain")
        self.assert_refused("unreadable", self.path("in", "loop.txt"), inside, "circle")
        self.assert_refused("missing", self.path("in", "dangling.txt"), inside)

    @unittest.skipUnless(LINKS, "needs symbolic links")
    def test_file_that_becomes_a_link_between_check_and_opening(self) -> None:
        path = self.write("a.txt")
        secret = self.write("secret.txt")
        stat = os.stat

        def exchanged(name: str) -> os.stat_result:
            result = stat(name)
            os.remove(path)
            os.symlink(secret, path)
            return result

        with mock.patch.object(files.os, "stat", exchanged), self.assertRaises(Unreadable) as caught:
            read_file(path, self.folder)
        self.assertEqual(caught.exception.code, "unreadable")

    @unittest.skipUnless(hasattr(os, "mkfifo"), "needs named pipes")
    def test_pipes_and_devices_are_never_waited_for(self) -> None:
        path = self.path("pipe.txt")
        os.mkfifo(path)
        opened = mock.Mock(side_effect=AssertionError("was opened"))
        with mock.patch.object(files.os, "open", opened):
            self.assert_refused("not_a_file", path, self.folder, "standard input")
            self.assert_refused("not_a_file", os.devnull, None, "standard input")
            self.assert_refused("not_a_file", self.folder, None, "list the files")

    @unittest.skipUnless(hasattr(os, "mkfifo"), "needs named pipes")
    def test_file_that_becomes_a_pipe_between_check_and_opening(self) -> None:
        path = self.write("a.txt")
        stat = os.stat
        descriptors = []
        real_open = os.open

        def exchanged(name: str) -> os.stat_result:
            result = stat(name)
            os.remove(path)
            os.mkfifo(path)
            return result

        def recorded(name: str, flags: int) -> int:
            descriptors.append(real_open(name, flags))
            return descriptors[-1]

        with mock.patch.object(files.os, "stat", exchanged), mock.patch.object(files.os, "open", recorded), \
                self.assertRaises(Unreadable) as caught:
            open_file(path, self.folder)
        self.assertEqual(caught.exception.code, "not_a_file")
        with self.assertRaises(OSError):
            os.fstat(descriptors[0])

    @unittest.skipUnless(hasattr(socket, "AF_UNIX"), "needs local sockets")
    def test_sockets(self) -> None:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(self.path("s.txt"))
            self.assert_refused("not_a_file", self.path("s.txt"))

    def test_file_that_grows_while_it_is_read(self) -> None:
        path = self.write("a.txt", b"Rain fell.")
        fstat = os.fstat
        calls = []

        def growing(descriptor: int) -> os.stat_result:
            result = fstat(descriptor)
            calls.append(descriptor)
            with open(path, "ab") as stream:
                stream.write(b" More." * len(calls))
            return result

        with mock.patch.object(files.os, "fstat", growing):
            data = read_file(path, None)
        self.assertTrue(b"Rain fell. More. More. More.".startswith(data) and data.startswith(b"Rain fell."))
        self.assertLess(len(data), os.path.getsize(path))

    def test_permission_denied(self) -> None:
        path = self.write("a.txt")
        # The superuser may read everything, so the refusal is staged.
        with mock.patch.object(files.os, "open", side_effect=PermissionError(errno.EACCES, "denied")):
            self.assert_refused("unreadable", path, None, "permission denied")

    @unittest.skipIf(not hasattr(os, "geteuid") or os.geteuid() == 0, "the superuser may read everything")
    def test_permission_denied_in_earnest(self) -> None:
        path = self.write("a.txt")
        os.chmod(path, 0)
        self.assert_refused("unreadable", path, None, "permission denied")

    def test_file_too_large_for_memory(self) -> None:
        path = self.write("a.txt")
        with mock.patch.object(files.os, "fstat", return_value=os.stat(path)), \
                mock.patch("builtins.open", side_effect=MemoryError), self.assertRaises(Unreadable) as caught:
            read_file(path, None)
        self.assertEqual(caught.exception.code, "unreadable")
        self.assertIn("memory", str(caught.exception))


class ReasonTest(unittest.TestCase):
    def test_reasons(self) -> None:
        for error, code, message in (
                (FileNotFoundError(errno.ENOENT, "x"), "missing", "not found"),
                (NotADirectoryError(errno.ENOTDIR, "x"), "missing", "not found"),
                (OSError(errno.ENAMETOOLONG, "x"), "missing", "not found"),
                (ValueError("null"), "missing", "not found"),
                (PermissionError(errno.EACCES, "x"), "unreadable", "permission"),
                (OSError(errno.ELOOP, "x"), "unreadable", "circle"),
                (MemoryError(), "unreadable", "memory"),
                (OSError(errno.EIO, "input/output error"), "unreadable", "(input/output error)")):
            with self.subTest(error=error):
                found = reason(error)
                self.assertEqual(found.code, code)
                self.assertIn(message, str(found))

    def test_broken_stream(self) -> None:
        self.assertIn("(closed)", str(broken_stream(ValueError("closed"))))
        self.assertEqual(broken_stream(ValueError("closed")).code, "unreadable")


class NamesTest(FolderTest):
    def test_files_in_order_without_folders(self) -> None:
        for name in ("b.txt", "a.txt", "B.txt", "é.md", "sub/c.txt", "x.txt/d.txt"):
            self.write(name)
        self.assertEqual(list(file_names(self.folder).items()),
                         [("B.txt", False), ("a.txt", False), ("b.txt", False), ("é.md", False)])

    @unittest.skipUnless(LINKS, "needs symbolic links")
    def test_links(self) -> None:
        self.write("sub/a.txt")
        os.symlink("loop.txt", self.path("loop.txt"))
        os.symlink("sub", self.path("folder.txt"))
        os.symlink("gone", self.path("gone.txt"))
        os.symlink(os.path.join("sub", "a.txt"), self.path("a.txt"))
        self.write("b.txt")
        self.assertEqual(file_names(self.folder), {"a.txt": True, "b.txt": False, "gone.txt": True,
                                                   "loop.txt": True})

    def test_no_folder(self) -> None:
        with self.assertRaises(OSError):
            file_names(self.path("gone"))

    def test_resolved(self) -> None:
        self.assertEqual(resolved(self.folder, "sub/../a.txt"), self.path("a.txt"))
        self.assertEqual(resolved(self.folder, "a\0"), self.path("a\0"))

    def test_shown(self) -> None:
        for name, expected in (("a.txt", "a.txt"), ("é b.txt", "é b.txt"), ("a\nb", "a\\nb"),
                               ("\x1b[1m", "\\x1b[1m"),
                               ("\u202ea", "\\u202ea"), ("\udce9", "\\udce9"), ("é\x7f", "\\xe9\\x7f"),
                               ("it's", "it's")):
            with self.subTest(name=name):
                self.assertEqual(shown(name), expected)

"""Files, folders, indexes and streams: what is read, in which order, and what is said of faults."""
import io
import itertools
import os
import pickle
import sys
import unittest
from collections.abc import Iterable
from unittest import mock

from briefx.loading import jsonl
from briefx.loading.document import sha256
from briefx.loading.sources import Input, LoadError, inputs, load, open_input, read
from briefx.model import Document, InputError
from tests.loading import FolderTest

LINKS = hasattr(os, "symlink") and os.name == "posix"


def outline(results: Iterable[Document | InputError]) -> list[str]:
    """The path of each document, with the code of an error before it."""
    return [f"{result.code} {result.path}" if isinstance(result, InputError) else str(result.path)
            for result in results]


class FileTest(FolderTest):
    def test_text_file(self) -> None:
        data = "\ufeffTitle: Rain\r\nDate: 1 June 2026\r\n\r\nIt fell.\r\n".encode()
        path = self.write("news.2026.txt", data)
        self.assertEqual(list(read([path])), [Document(
            text=data.decode("utf-8-sig"), id="news.2026", path="news.2026.txt", title="Rain",
            published="2026-06-01",
            encoding="utf-8-sig", sha256=sha256(data), body_start=34, title_start=7, title_end=11)])

    def test_any_ending_is_text_when_it_is_given(self) -> None:
        self.assertEqual(outline(read([self.write("a.html"), self.write("README.md"), self.write(".b"),
                                       self.write("c")])), ["a.html", "README.md", ".b", "c"])

    def test_label_of_a_file_without_ending(self) -> None:
        self.assertEqual([each.id for each in read([self.write("a"), self.write(".b"),
                                                    self.write("c.d.txt")])],
                         ["a", ".b", "c.d"])

    def test_warning_of_the_encoding(self) -> None:
        (document,) = load(self.write("a.txt", b"caf\xe9"))
        self.assertEqual((document.text, document.encoding), ("café", "cp1252"))
        self.assertEqual([each.code for each in document.warnings], ["encoding_guessed"])

    def test_what_gives_no_document(self) -> None:
        os.mkdir(self.path("empty"))
        for path, code, name in (
                (self.path("gone.txt"), "missing", "gone.txt"),
                (self.path("gone", ""), "missing", "gone"),
                (self.path("a\0.txt"), "missing", "a\0.txt"),
                ("", "missing", "."),
                (self.write("b.txt", b"\0"), "binary", "b.txt"),
                (self.write("c.txt", b"\x81"), "undecodable", "c.txt"),
                (os.devnull, "not_a_file", os.path.basename(os.devnull)),
                (self.path("empty"), "no_documents", "empty")):
            with self.subTest(path=path):
                (error,) = read([path])
                assert isinstance(error, InputError)
                self.assertEqual((error.code, error.path, error.line), (code, name, None))
                self.assertEqual(error.id, os.path.splitext(name)[0])
                self.assertRegex(error.message, r"\A[^\n]+: [^\n]+\Z")

    def test_the_others_go_on(self) -> None:
        self.assertEqual(outline(read([self.path("gone.txt"), self.write("a.txt"), self.path("gone.txt")])),
                         ["missing gone.txt", "a.txt", "missing gone.txt"])

    def test_path_objects(self) -> None:
        from pathlib import Path

        self.assertEqual(outline(load(Path(self.write("a.txt")))), ["a.txt"])

    def test_file_that_vanishes(self) -> None:
        path = self.write("a.txt")
        (found,) = inputs([path])
        os.remove(path)
        self.assertEqual(outline([open_input(found)]), ["missing a.txt"])

    @unittest.skipUnless(hasattr(os, "mkfifo"), "needs named pipes")
    def test_pipe(self) -> None:
        os.mkfifo(self.path("a.txt"))
        os.mkfifo(self.path("b.jsonl"))
        os.mkfifo(self.path("INDEX.md"))
        self.assertEqual(outline(read([self.path("a.txt"), self.path("b.jsonl"), self.path("INDEX.md"),
                                       self.folder])),
                         ["not_a_file a.txt", "not_a_file b.jsonl", "not_a_file INDEX.md",
                          "not_a_file INDEX.md",
                          "not_a_file a.txt"])

    def test_unknown_format(self) -> None:
        with self.assertRaisesRegex(ValueError, "'xml'"):
            list(read([], input_format="xml"))


class FolderWithoutIndexTest(FolderTest):
    def test_text_files_in_name_order(self) -> None:
        for name in ("b.txt", "a.md", "C.TXT", "c.html", ".d.txt", "README.md", "readme.txt", "readme",
                     "readmes.txt",
                     "index.md", "x.jsonl", "sub/e.txt", "f.txt/g.txt"):
            self.write(name)
        self.assertEqual(outline(read([self.folder])), ["C.TXT", "a.md", "b.txt", "index.md", "readmes.txt"])
        self.assertEqual(outline(read([self.folder + os.sep])),
                         ["C.TXT", "a.md", "b.txt", "index.md", "readmes.txt"])

    @unittest.skipUnless(LINKS, "needs symbolic links")
    def test_links(self) -> None:
        self.write("out.txt")
        self.write("in/a.txt")
        for name, target in (("b.txt", "a.txt"), ("c.txt", "../out.txt"), ("d.txt", "d.txt"),
                             ("e.txt", "gone"),
                             ("f.txt", "."), ("g", ".")):
            os.symlink(target, self.path("in", name))
        expected = ["a.txt", "b.txt", "outside c.txt", "unreadable d.txt", "missing e.txt"]
        self.assertEqual(outline(read([self.path("in")])), expected)
        os.symlink("in", self.path("link"))
        self.assertEqual(outline(read([self.path("link")])), expected)

    def test_folder_that_cannot_be_listed(self) -> None:
        self.write("a.txt")
        with mock.patch("os.scandir", side_effect=PermissionError):
            (error,) = read([self.folder])
        self.assertEqual(outline([error]), ["unreadable " + os.path.basename(self.folder)])

    def test_names_with_control_characters(self) -> None:
        self.write("a\nb\x1b[1m.txt")
        self.write("c.txt")
        self.assertEqual(outline(read([self.folder])), ["a\nb\x1b[1m.txt", "c.txt"])

    @unittest.skipUnless(sys.platform == "linux", "needs names that are any bytes")
    def test_names_that_are_no_text(self) -> None:
        with open(os.path.join(os.fsencode(self.folder), b"caf\xe9.txt"), "wb"):
            pass
        self.assertEqual(outline(read([self.folder])), ["caf\udce9.txt"])

    def test_first_result_comes_before_the_others_are_read(self) -> None:
        for number in range(3):
            self.write(f"{number}.txt")
        results = read([self.folder])
        next(results)
        os.remove(self.path("1.txt"))
        self.assertEqual(outline(results), ["missing 1.txt", "2.txt"])


class IndexTest(FolderTest):
    def setUp(self) -> None:
        super().setUp()
        for name in ("a.txt", "b.txt", "c.txt", "sub/d.txt"):
            self.write(name, "Title: Own\nDate: 2026-01-01\n\nRain fell.\n")

    def read_with(self, index: str | bytes) -> list[Document | InputError]:
        self.write("INDEX.md", index)
        return list(read([self.folder]))

    def test_listed_in_order_then_the_rest(self) -> None:
        self.write("README.md")
        self.write(".hidden.txt")
        self.write("notes.md")
        index = "- c.txt\n- [Deep](sub/d.txt)\n- a.txt\n"
        self.assertEqual(outline(self.read_with(index)), ["c.txt", "sub/d.txt", "a.txt", "b.txt", "notes.md"])
        self.assertEqual(outline(read([self.path("INDEX.md")])), ["c.txt", "sub/d.txt", "a.txt"])

    def test_index_in_the_working_folder(self) -> None:
        self.write("INDEX.md", "- b.txt\n")
        folder = os.getcwd()
        os.chdir(self.folder)
        try:
            self.assertEqual(outline(read(["INDEX.md"])), ["b.txt"])
            self.assertEqual(outline(read(["."])), ["b.txt", "a.txt", "c.txt"])
        finally:
            os.chdir(folder)

    def test_metadata_of_the_index_wins(self) -> None:
        first, second = self.read_with("| File | Title | Published | id |\n|---|---|---|---|\n"
                                       "| a.txt | Listed | | 7 |\n| b.txt | | June 2, 2026 | |\n")[:2]
        assert isinstance(first, Document) and isinstance(second, Document)
        self.assertEqual((first.title, first.title_start, first.published, first.id),
                         ("Listed", None, "2026-01-01", "7"))
        self.assertEqual((second.title, second.title_start, second.published, second.id),
                         ("Own", 7, "2026-06-02", "b"))

    def test_named_twice_is_taken_once_at_its_first_place(self) -> None:
        results = self.read_with("See b.txt.\n\n- a.txt: One\n- ./a.txt — Two, 2026-06-01\n- b.txt: Three\n"
                                 "- sub/../a.txt\n- c.txt\n")
        self.assertEqual(outline(results), ["b.txt", "a.txt", "c.txt"])
        self.assertEqual([(each.title, each.published) for each in results if isinstance(each, Document)],
                         [("Three", "2026-01-01"), ("One", "2026-06-01"), ("Own", "2026-01-01")])

    def test_missing_goes_with_its_label(self) -> None:
        results = self.read_with("| File | id |\n|---|---|\n| gone.txt | 7 |\n| a.txt | 8 |\n"
                                 "| lost.txt | |\n")
        self.assertEqual(outline(results), ["missing gone.txt", "a.txt", "missing lost.txt", "b.txt",
                                            "c.txt"])
        self.assertEqual([each.id for each in results], ["7", "8", "lost", "b", "c"])

    def test_running_text_counts_where_there_is_such_a_file(self) -> None:
        self.write("README.md")
        self.write("e f.txt")
        self.write("g.txt/h.txt")
        self.assertEqual(outline(self.read_with(
            "Of gone.txt, c.txt, e f.txt, g.txt, README.md, INDEX.md and sub/d.txt.\n\n[Rain](a)")),
            ["c.txt", "e f.txt", "sub/d.txt", "a.txt", "b.txt"])
        self.write("a")
        self.assertEqual(outline(read([self.path("INDEX.md")])), ["c.txt", "e f.txt", "sub/d.txt"])
        self.assertEqual(outline(self.read_with("- [Rain](a)\n- [Sun](gone)\n- [Sub](sub)"))[0], "a")

    def test_readme_may_be_listed(self) -> None:
        self.write("README.md")
        self.assertEqual(outline(self.read_with("- README.md\n"))[0], "README.md")

    def test_index_that_names_nothing_is_a_document(self) -> None:
        for index in ("# Rain\n\nIt fell. See https://e.org/a.txt.\n", "", "- INDEX.md\n",
                      "- [x](https://e.org/a.txt)"):
            with self.subTest(index=index):
                self.assertEqual(outline(self.read_with(index)), ["INDEX.md", "a.txt", "b.txt", "c.txt"])
                (document,) = load(self.path("INDEX.md"))
                self.assertEqual((document.text, document.id), (index, "INDEX"))

    def test_index_that_cannot_be_read(self) -> None:
        self.assertEqual(outline(self.read_with(b"\0")), ["binary INDEX.md", "a.txt", "b.txt", "c.txt"])
        self.assertEqual(outline(read([self.path("INDEX.md")])), ["binary INDEX.md"])
        self.assertEqual(outline(self.read_with(b"- b.txt: Caf\xe9\n"))[:2], ["b.txt", "a.txt"])
        (error,) = read([self.path("sub", "INDEX.md")])
        self.assertEqual(outline([error]), ["missing INDEX.md"])

    def test_folder_called_index(self) -> None:
        os.mkdir(self.path("INDEX.md"))
        self.assertEqual(outline(read([self.folder])), ["a.txt", "b.txt", "c.txt"])

    def test_index_of_a_folder_that_cannot_be_listed(self) -> None:
        self.write("INDEX.md", "- b.txt\n- sub/d.txt")
        with mock.patch("os.scandir", side_effect=PermissionError):
            self.assertEqual(outline(read([self.path("INDEX.md")])), ["b.txt", "sub/d.txt"])

    def test_encoded_names(self) -> None:
        self.write("e f.txt")
        self.write("100%25.txt")
        self.write("g.txt")
        self.assertEqual(outline(self.read_with("- [x](e%20f.txt)\n- [y](100%25.txt)\n- [z](g.txt#part)\n"
                                                "- [s](sub\\d.txt)\n- [n](%00.txt)"))[:5],
                         ["e f.txt", "100%25.txt", "g.txt", "sub/d.txt", "missing %00.txt"])

    def test_entries_that_leave_the_folder_are_never_opened(self) -> None:
        self.write("in/x.txt")
        names = ("../a.txt", "sub/../../a.txt", self.path("a.txt"), "..\\a.txt", "\\\\host\\share\\a.txt",
                 "//host/share/a.txt", "C:\\a.txt", "file:///a.txt", "%2e%2e/a.txt", "..%2Fa.txt",
                 "%252e%252e/a.txt")
        folder = self.path("in")
        for name, form in itertools.product(names,
                                            ("| File |\n|---|\n| `{}` |", "- [x]({})", "- `{}`: x", "## {}",
                                             "See {}.")):
            if "\\" in name and form.startswith("- [x]"):
                # A backslash there escapes what follows.
                name = name.replace("\\", "\\\\")
            with self.subTest(name=name, form=form):
                self.write("in/INDEX.md", form.format(name))
                with mock.patch("os.open", side_effect=os.open) as opened:
                    (error, document) = read([folder])
                self.assertEqual([os.path.basename(call.args[0]) for call in opened.mock_calls],
                                 ["INDEX.md", "x.txt"])
                assert isinstance(error, InputError)
                self.assertEqual((error.code, outline([document])), ("outside", ["x.txt"]))

    @unittest.skipUnless(LINKS, "needs symbolic links")
    def test_links(self) -> None:
        self.write("in/x.txt")
        os.symlink(self.path("a.txt"), self.path("in", "out.txt"))
        os.symlink(self.path("sub"), self.path("in", "up"))
        os.symlink("x.txt", self.path("in", "y.txt"))
        os.symlink("loop.txt", self.path("in", "loop.txt"))
        self.write("in/INDEX.md", "- up/d.txt\n- y.txt\n- loop.txt\n")
        self.assertEqual(outline(read([self.path("in")])),
                         ["outside up/d.txt", "y.txt", "unreadable loop.txt", "outside out.txt"])
        os.remove(self.path("in", "INDEX.md"))
        os.symlink(self.path("a.txt"), self.path("in", "INDEX.md"))
        self.assertEqual(outline(read([self.path("in", "INDEX.md")])), ["outside INDEX.md"])

    def test_formats(self) -> None:
        self.write("lines.jsonl", '{"text": "one"}\n{"text": "two"}\n')
        self.write("INDEX.md", "| File |\n|---|\n| lines.jsonl |\n| a.txt |\n")
        self.assertEqual(outline(read([self.path("INDEX.md")])), ["lines.jsonl", "lines.jsonl", "a.txt"])
        self.assertEqual(outline(read([self.path("INDEX.md")], input_format="text")),
                         ["lines.jsonl", "a.txt"])
        self.assertEqual(outline(read([self.folder], input_format="text")),
                         ["lines.jsonl", "a.txt", "b.txt", "c.txt"])
        self.assertEqual(outline(read([self.folder], input_format="jsonl")), ["lines.jsonl", "lines.jsonl"])
        self.assertEqual(outline(read([self.path("INDEX.md")], input_format="jsonl"))[:2],
                         ["invalid_json INDEX.md"] * 2)


class JsonLinesTest(FolderTest):
    LINES = (b'{"text": "Rain fell.", "id": "r", "published": "2026-06-01"}\n\nnonsense\n{"id": 4}\n'
             b'{"text": "Zo\\u00eb"}')

    def test_file(self) -> None:
        for name in ("a.jsonl", "a.JSONL", "a.ndjson"):
            with self.subTest(name=name):
                first, second, third, fourth = read([self.write(name, self.LINES)])
                self.assertEqual(first, Document("Rain fell.", "r", name, 1, published="2026-06-01",
                                                 sha256=sha256(b"Rain fell.")))
                self.assertEqual(second[:1] + second[2:], ("invalid_json", name, 3, "line-3"))
                self.assertEqual(third[:1] + third[2:], ("text_missing", name, 4, "4"))
                self.assertEqual(fourth, Document("Zoë", "line-5", name, 5, sha256=sha256("Zoë".encode())))

    def test_format_by_option(self) -> None:
        path = self.write("a.txt", self.LINES)
        self.assertEqual(len(list(read([path], input_format="jsonl"))), 4)
        self.assertEqual(len(list(read([path]))), 1)
        self.assertEqual(len(list(read([self.write("a.jsonl", self.LINES)], input_format="text"))), 1)

    def test_no_header_is_looked_for(self) -> None:
        (document,) = load(self.write("a.jsonl", '{"text": "Title: x\\n\\nBody"}'))
        self.assertEqual((document.title, document.body_start), (None, 0))

    def test_faults_of_the_file(self) -> None:
        os.mkdir(self.path("d.jsonl"))
        self.assertEqual(outline(read([self.path("gone.jsonl"), self.write("empty.jsonl", b""),
                                       self.path("d.jsonl")])),
                         ["missing gone.jsonl", "no_documents d.jsonl"])
        self.assertEqual(outline(read([self.path("d.jsonl")], input_format="jsonl")),
                         ["no_documents d.jsonl"])

    def test_file_that_grows_has_an_end(self) -> None:
        path = self.write("a.jsonl", b'{"text": "1"}\n{"text": "2"}\n')
        texts = []
        for document in load(path):
            texts.append(document.text)
            with open(path, "ab") as stream:
                stream.write(b'{"text": "more"}\n' * 10_000)
        self.assertEqual(texts, ["1", "2"])

    def test_long_line(self) -> None:
        with mock.patch.object(jsonl, "LONGEST_LINE", 100):
            results = list(read([self.write("a.jsonl", b'{"text": "%s"}\n{"text": "x"}\n' % (b"long" * 99))]))
        self.assertEqual([results[0][0], results[0][3:]], ["line_too_long", (1, "line-1")])
        self.assertEqual(results[1][:2], ("x", "line-2"))


class StandardInputTest(FolderTest):
    def test_text(self) -> None:
        data = b"Title: Rain\n\nIt fell.\n"
        self.assertEqual(list(read(["-"], stdin=io.BytesIO(data))), [Document(
            data.decode(), "-", "-", title="Rain", sha256=sha256(data), body_start=13, title_start=7,
            title_end=11)])

    def test_faults(self) -> None:
        self.assertEqual(outline(read(["-"], stdin=io.BytesIO(b"\0"))), ["binary -"])
        closed = io.BytesIO()
        closed.close()
        for input_format in ("text", "jsonl"):
            with self.subTest(input_format=input_format):
                (error,) = read(["-"], stdin=closed, input_format=input_format)
                self.assertEqual(outline([error]), ["unreadable -"])
                self.assertIn("closed", error[1])

    def test_json_lines_as_they_come(self) -> None:
        reading, writing = os.pipe()
        with open(reading, "rb") as stdin, open(writing, "wb", buffering=0) as feeder:
            results = read(["-"], input_format="jsonl", stdin=stdin)
            feeder.write(b'{"text": "one"}\n')
            self.assertEqual(next(results), Document("one", "line-1", "-", 1, sha256=sha256(b"one")))
            feeder.write(b'nonsense\n{"text": "three"}\n')
            self.assertEqual(outline([next(results)]), ["invalid_json -"])
            self.assertEqual(next(results)[:4], ("three", "line-3", "-", 3))
            feeder.close()
            self.assertEqual(list(results), [])

    def test_stream_that_breaks_off(self) -> None:
        class Broken(io.BytesIO):
            def read1(self, size: int | None = -1, /) -> bytes:
                return super().read1(size) or self.fail()

            def fail(self) -> bytes:
                raise OSError(5, "input/output error")

        results = list(read(["-", "-"], input_format="jsonl", stdin=Broken(b'{"text": "one"}\n')))
        self.assertEqual(outline(results), ["-", "unreadable -", "unreadable -"])

    def test_stream_of_the_process(self) -> None:
        with mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Rain"))):
            self.assertEqual([each.text for each in load("-")], ["Rain"])
        with mock.patch.object(sys, "stdin", None):
            self.assertEqual(outline(read(["-"])), ["unreadable -"])

    def test_what_comes_before_standard_input_is_not_kept_waiting(self) -> None:
        paths = [self.write("a.txt"), self.write("b.txt"), "-", self.write("c.jsonl", '{"text": "x"}\n\n{"text": "y"}')]
        found = list(inputs(paths, input_format="auto", stdin=io.BytesIO(b"x")))
        self.assertEqual([False, True, False, False, False], [input.waits for input in found])
        lines = list(inputs(["-"], input_format="jsonl", stdin=io.BytesIO(b"{}\n{}\n\n{}\n{}")))
        self.assertEqual([False, False, True, True], [input.waits for input in lines])

    def test_standard_input_among_files(self) -> None:
        paths = [self.write("a.txt"), "-", self.write("b.txt")]
        self.assertEqual(outline(read(paths, stdin=io.BytesIO(b"x"))), ["a.txt", "-", "b.txt"])

    def test_nothing_is_read_unless_asked_for(self) -> None:
        stdin = io.BytesIO(b"x")
        list(read([self.write("a.txt")], stdin=stdin))
        self.assertEqual(stdin.tell(), 0)


class InputTest(FolderTest):
    def test_inputs_can_be_sent_to_another_process(self) -> None:
        self.write("a.txt")
        self.write("INDEX.md", "- a.txt: Rain\n- ../b.txt\n- gone.txt\n- c.jsonl")
        self.write("c.jsonl", b'{"text": "x"}\nnonsense\n')
        paths = [self.folder, "-", self.path("c.jsonl")]
        found = [pickle.loads(pickle.dumps(each)) for each in inputs(paths, stdin=io.BytesIO(b"x"))]
        self.assertEqual([open_input(each) for each in found], list(read(paths, stdin=io.BytesIO(b"x"))))

    def test_inputs_open_no_text_file(self) -> None:
        path = self.write("a.txt")
        with mock.patch("os.open", side_effect=AssertionError("was opened")):
            self.assertEqual(list(inputs([path, self.folder])),
                             [Input(path, "a.txt"), Input(path, "a.txt", self.folder)])

    def test_file_for_messages(self) -> None:
        self.write("sub/INDEX.md", "| File | id |\n|---|---|\n| a.txt | |\n| ../b.txt | 7 |\n")
        gone = self.path("gone.txt")
        self.assertEqual([each.file for each in inputs([self.path("sub"), gone, "-"], stdin=io.BytesIO())],
                         [self.path("sub", "a.txt"), self.path("sub", "..", "b.txt"), gone, "-"])
        self.assertEqual([each.id for each in read([self.path("sub", "INDEX.md")])], ["a", "7"])


class LoadTest(FolderTest):
    def test_documents(self) -> None:
        self.write("a.txt")
        self.write("b.txt")
        self.assertEqual(outline(load(self.folder)), ["a.txt", "b.txt"])

    def test_first_fault_is_raised(self) -> None:
        documents = load(self.write("a.jsonl", b'{"text": "one"}\nnonsense\n{"text": "three"}\n'))
        self.assertEqual(next(documents).text, "one")
        with self.assertRaisesRegex(LoadError, r"\Aa\.jsonl:2: line is no JSON") as caught:
            next(documents)
        self.assertEqual((caught.exception.error.code, caught.exception.error.line), ("invalid_json", 2))

    def test_message_shows_no_control_characters(self) -> None:
        with self.assertRaises(LoadError) as caught:
            list(load(self.path("a\x1b[1m\n.txt")))
        self.assertEqual(str(caught.exception), "a\\x1b[1m\\n.txt: not found: check the name")

"""``INDEX.md``: which documents it lists, and what it says of them."""
from __future__ import annotations

import re
from collections.abc import Collection

from briefx.loading.markdown import Inline, Reference, cells, is_delimiter_row, read_inline, without_comments
from briefx.loading.metadata import FIELDS, iso_date
from briefx.loading.names import is_address, is_text_name, leaves_folder, names_in, percent_decoded
from briefx.records import NamedTuple

_FILE_COLUMNS = frozenset(("file", "files", "filename", "file name", "path", "document"))
_LIST_ITEM = r"[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?"
_FENCE = r"[ \t]*(`{3,}|~{3,})"
_UNDERLINE = r" {0,3}(?:=+|--+)[ \t]*"
# What stands between a file, its title and its publisher in a list item.
_SEPARATOR = r"(?<=\s)[-–]{1,3}(?=\s)|[—|·•;]"
_EDGES = " \t:—–-|·•,;"
_PUBLISHER_WORDS = 6


class Entry(NamedTuple):
    """A file that an index names.

    ``names`` are the ways to read its name, the likeliest first. ``certain`` says that it is listed, or leads
    out of the folder; else it stands in running text and counts where there is such a file. ``fields`` is
    what the index says of it.
    """

    names: tuple[str, ...]
    line: int
    certain: bool
    fields: dict[str, str]


def read_index(text: str, unusual: Collection[str] = ()) -> list[Entry]:
    """Returns the files that an index names, in its order; the time is linear in the text.

    ``unusual`` are names of files in the folder that are to be known in running text although they have white
    space or brackets in them.
    """
    return _Reader(unusual).read(text)


class _Reader:
    """Goes through the lines once, with what the lines so far say about the next."""

    def __init__(self, unusual: Collection[str]) -> None:
        self.unusual = unusual
        self.entries: list[Entry] = []
        # The entry that "key: value" lines belong to, and the indent that they must be beyond to do so.
        self.subject: Entry | None = None
        self.indent = -1
        self.columns: list[str | None] | None = None
        self.fence = ""

    def read(self, text: str) -> list[Entry]:
        lines = re.split(r"\r\n?|\n", without_comments(text))
        at = 0
        while at < len(lines):
            at += self._read_line(lines, at)
        return self.entries

    def _read_line(self, lines: list[str], at: int) -> int:
        """Reads what begins at a line, and returns how many lines that is."""
        line = lines[at]
        number = at + 1
        following = lines[number] if number < len(lines) else ""
        if self.fence:
            if line.strip().startswith(self.fence) and not line.strip().strip(self.fence[0]):
                self.fence = ""
            self._mentions(Inline(line, ()), number)
            return 1
        if fence := re.match(_FENCE, line):
            self.fence = fence[1]
            self.columns = None
            return 1
        if self.columns is not None:
            if "|" in line:
                self._row(self.columns, cells(line), number)
                return 1
            self.columns = None
        if "|" in line and is_delimiter_row(following):
            self.columns = [_column(cell) for cell in cells(line)]
            self.subject = None
            return 2
        if heading := re.match(r" {0,3}#{1,6}(?=[ \t]|$)", line):
            self._heading(re.sub(r"(?:(?<=\s)|^)#+$", "", line[heading.end():].strip()), number)
            return 1
        if item := re.match(_LIST_ITEM, line):
            return self._item(lines, at, item.end())
        if line.strip() and re.fullmatch(_UNDERLINE, following):
            self._heading(line, number)
            return 2
        inline = read_inline(line)
        if not self._is_said_of_subject(inline, _indent(line)):
            self._mentions(inline, number)
        return 1

    def _heading(self, text: str, number: int) -> None:
        self.subject = self._entry(read_inline(text.strip()), number)
        self.indent = -1

    def _item(self, lines: list[str], at: int, start: int) -> int:
        """Reads a list item and the indented lines that go on with it, and returns how many lines that is."""
        indent = _indent(lines[at])
        pieces = [lines[at][start:]]
        if self._is_said_of_subject(read_inline(pieces[0]), indent):
            return 1
        for number in range(at + 1, len(lines)):
            line = lines[number]
            if line[:1] not in (" ", "\t") or not line.strip() or re.match(_LIST_ITEM, line) \
                    or re.match(_FENCE, line) or _key(line) in FIELDS:
                break
            pieces.append(line.strip())
        entry = self._entry(read_inline(" ".join(pieces)), at + 1)
        if entry is not None or indent <= self.indent:
            self.subject, self.indent = entry, indent
        return len(pieces)

    def _is_said_of_subject(self, inline: Inline, indent: int) -> bool:
        """Takes in a line "key: value" below an entry, and tells whether it was one."""
        if self.subject is None or indent <= self.indent:
            return False
        field = FIELDS.get(_key(inline.plain))
        if field is None:
            return False
        value = inline.plain.partition(":")[2].strip()
        if field == "url":
            value = _address(inline) or value
        if value:
            self.subject.fields[field] = value
        return True

    def _entry(self, inline: Inline, number: int) -> Entry | None:
        """Takes in a list item or heading, and returns its entry where it names a file."""
        plain = inline.plain
        start = len(plain) - len(plain.lstrip())
        reference = next((each for each in inline.references if _names_file(each, start)), None)
        if reference is None or reference.start > start:
            # A bare name counts at the beginning alone; in the middle it is running text.
            place = next(names_in(plain, self.unusual), None)
            if place is not None and place[0] == start:
                reference = Reference("code", plain[slice(*place)], *place)
        if reference is None:
            self._mentions(inline, number)
            return None
        names = _spellings(reference)
        fields = _described(plain[:reference.start], plain[reference.end:], _label(plain, reference))
        entry = Entry(names, number, any(map(is_text_name, names)) or leaves_folder(names[0]), fields)
        self.entries.append(entry)
        self._mentions(inline, number, reference)
        return entry

    def _row(self, columns: list[str | None], texts: list[str], number: int) -> None:
        row = [read_inline(text) for text in texts]
        # Cells may be missing at the end, and what has no head has no meaning.
        columns = columns[:len(row)] + [None] * (len(row) - len(columns))
        fields: dict[str, str] = {}
        file: Inline | None = None
        others = []
        for column, inline in zip(columns, row, strict=True):
            if column == "file" and file is None:
                file = inline
            elif column is not None and column != "file":
                value = (_address(inline) if column == "url" else None) or inline.plain.strip()
                if any(map(str.isalnum, value)):
                    fields.setdefault(column, value)
            else:
                others.append(inline)
        reference = self._in_file_column(file) if file is not None else None
        if file is not None and reference is not None:
            label = _label(file.plain, reference)
            self.entries.append(Entry(_spellings(reference), number, True,
                                      {"title": label} | fields if label else fields))
        elif file is None:
            self._named_in_row(row, fields, number)
            others = row
        for inline in others:
            self._mentions(inline, number)

    def _in_file_column(self, file: Inline) -> Reference | None:
        """Returns what a cell of the column of files names: its link or code, else all of it."""
        if file.references:
            return next((each for each in file.references if not is_address(each.target)), None)
        plain = file.plain.strip()
        if not any(map(str.isalnum, plain)) or is_address(plain):
            return None
        if not is_text_name(plain):
            place = next(names_in(plain, self.unusual), None)
            if place is not None and place[0] == 0:
                plain = plain[:place[1]]
        return Reference("code", plain, 0, len(file.plain))

    def _named_in_row(self, row: list[Inline], fields: dict[str, str], number: int) -> None:
        """Takes in the first file of a row without a column of files, for what the other cells say of it."""
        for inline in row:
            reference = self._in_file_column(inline)
            if reference is not None and any(map(is_text_name, _spellings(reference))):
                names = _spellings(reference)
                label = _label(inline.plain, reference)
                said = {field: value for field, value in fields.items() if value not in names}
                self.entries.append(Entry(names, number, leaves_folder(names[0]),
                                          {"title": label} | said if label else said))
                return

    def _mentions(self, inline: Inline, number: int, taken: Reference | None = None) -> None:
        """Takes in the names that stand in running text, those beside the name ``taken`` of an entry too.

        The further links of an entry's list item are entries as well.
        """
        # Start in the plain text -> the ways to read the name, and whether it is an entry.
        found: dict[int, tuple[tuple[str, ...], bool]] = {}
        for reference in inline.references:
            if reference is taken or is_address(reference.target):
                continue
            names = _spellings(reference)
            is_entry = taken is not None and reference.kind == "link"
            leaves = leaves_folder(reference.target)
            if any(map(is_text_name, names)) or (is_entry and leaves):
                found[reference.start] = names, is_entry or leaves
        for start, end in names_in(inline.plain, self.unusual):
            name = inline.plain[start:end]
            inside = taken is not None and taken.start <= start < taken.end
            if not inside:
                found.setdefault(start, ((name,), leaves_folder(name)))
        self.entries += [Entry(names, number, certain, {}) for _, (names, certain) in sorted(found.items())]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _key(line: str) -> str:
    """Returns what stands before the first colon of a line, as a key."""
    return line[:40].partition(":")[0].strip(" \t*_-").lower() if ":" in line[:40] else ""


def _column(cell: str) -> str | None:
    """Returns what a column holds: "file", a field, or null."""
    head = " ".join(read_inline(cell).plain.strip(" _:").lower().split())
    return "file" if head in _FILE_COLUMNS else FIELDS.get(head)


def _spellings(reference: Reference) -> tuple[str, ...]:
    """Returns the ways to read the name: as it stands, and of a link decoded and without "#place" too."""
    names = [reference.target]
    if reference.kind == "link":
        names += [percent_decoded(reference.target), reference.target.partition("#")[0],
                  percent_decoded(reference.target.partition("#")[0])]
    return tuple(dict.fromkeys(names))


def _names_file(reference: Reference, start: int) -> bool:
    """Tells whether a link or code means a file in a list item or heading whose text begins at ``start``."""
    target = reference.target
    if not target or is_address(target):
        return False
    if any(map(is_text_name, _spellings(reference))):
        # Code with white space in it is a command ("cat a.txt"), except where the item begins with it.
        return reference.kind == "link" or reference.start == start or len(target.split()) == 1
    # A link to a folder or a picture is no document; a name without an ending may be one.
    return reference.kind == "link" and (leaves_folder(target) or bool(re.fullmatch(r"[^.]*[^./\\]", target)))


def _address(inline: Inline) -> str | None:
    return next((each.target for each in inline.references if is_address(each.target)), None)


def _label(plain: str, reference: Reference) -> str:
    """Returns the text of a link as a title; empty where it is a name itself."""
    label = plain[reference.start:reference.end].strip(" \t_")
    if reference.kind == "code" or label in _spellings(reference) or is_text_name(label):
        return ""
    return label


def _described(before: str, after: str, title: str) -> dict[str, str]:
    """Returns title, publisher, date and address, as far as the text around a name tells them."""
    fields = {"title": title} if title else {}
    label = before.strip(_EDGES + "(_")
    if iso_date(label):
        fields["published"] = label
    elif label and not title and before.rstrip()[-1] in _EDGES + "(":
        fields["title"] = label
    segments = _segments(after, fields)
    lead = after.lstrip()[:1]
    # Without a mark in between, and with a small letter, a sentence goes on ("a.txt holds the ruling").
    if segments and "title" not in fields and lead != "(" and (
            lead in _EDGES or after[segments[0][0]].isupper()):
        # A dash may belong to the title: what cannot be a publisher goes on with it.
        whole = segments.pop(0)
        while segments and not _is_publisher(after[slice(*segments[0])]):
            whole = whole[0], segments.pop(0)[1]
        fields["title"] = after[slice(*whole)].strip("_")
    if segments and _is_publisher(after[slice(*segments[-1])]):
        fields["publisher"] = after[slice(*segments[-1])].strip("_")
    return fields


def _segments(text: str, fields: dict[str, str]) -> list[tuple[int, int]]:
    """Returns the stretches of a text between separators; dates and addresses go to ``fields`` instead."""
    edges = [0]
    for match in re.finditer(_SEPARATOR, text):
        edges += match.span()
    edges.append(len(text.rstrip()))
    places = list(zip(edges[::2], edges[1::2], strict=True))
    start, end = places[-1]
    opening = text.rfind("(", start, end)
    if opening >= 0 and text[end - 1] == ")" and ("title" in fields or _date(text[opening + 1:end - 1])):
        # "(Publisher, 2026-06-01)" at the end
        places[-1:] = (start, opening), (opening + 1, end - 1)
    segments = []
    for start, end in places:
        segment = text[start:end].strip(_EDGES)
        if is_address(segment):
            fields.setdefault("url", segment)
            continue
        if "published" not in fields and (date := _date(segment)):
            fields["published"] = date
            at_start = segment.startswith(date)
            segment = (segment[len(date):] if at_start else segment[:-len(date)]).strip(_EDGES)
        if segment:
            start = text.index(segment, start)
            segments.append((start, start + len(segment)))
    return segments


def _date(segment: str) -> str:
    """Returns the date that a segment begins or ends with, or is; empty where there is none."""
    parts = segment.split(",")
    for count in (3, 2, 1):
        for candidate in (",".join(parts[-count:]), ",".join(parts[:count])):
            if iso_date(candidate):
                return candidate.strip()
    words = segment.split()
    return next((word for word in words[-1:] + words[:1] if iso_date(word)), "")


def _is_publisher(text: str) -> bool:
    """Tells whether a stretch can be a publisher's name: short, with a capital, and no sentence or file."""
    words = text.split()
    return (len(words) <= _PUBLISHER_WORDS and (text[0].isupper() or text[0].isdigit())
            and text[-1] not in "?!:" and (text[-1] != "." or len(words) <= 3) and not any(names_in(text)))

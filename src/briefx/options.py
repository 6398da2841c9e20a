"""The command line as rows: the commands, the options that each takes, and the words of their help.

``argparse`` would do the same, but its import alone costs a third of what one article may (its help also
changes with the version of Python); shell completion is made from the same rows.
"""
from __future__ import annotations

from briefx.records import NamedTuple

from .model import PARTS

FORMATS = ("json", "jsonl", "markdown", "brat", "web-annotation")
INPUT_FORMATS = ("auto", "text", "jsonl")
SHELLS = ("bash", "zsh", "fish")


class UsageError(Exception):
    """The command line asks for what there is not; the message says what to do. Exit status 2."""

    def __init__(self, message: str, command: str = "") -> None:
        super().__init__(message)
        self.command = command


class Option(NamedTuple):
    """An option: ``value`` is the name of its value in the help, null for a switch.

    ``stands_for`` is the option and value that a switch is short for. ``values`` are all that it may be,
    where they can be listed (``parts`` says that several may be given, with commas); ``files`` says that it
    names a file.
    """

    name: str
    help: str
    short: str | None = None
    value: str | None = None
    values: tuple[str, ...] = ()
    parts: bool = False
    files: bool = False
    stands_for: tuple[str, str] | None = None


class Command(NamedTuple):
    """A command: ``operand`` is the name of what it is given ("" where it takes nothing)."""

    name: str
    summary: str
    operand: str
    about: str
    examples: tuple[tuple[str, str], ...]
    options: tuple[Option, ...]
    values: tuple[str, ...] = ()

    @property
    def needs_operand(self) -> bool:
        """Does it do nothing without being given something?"""
        return bool(self.operand) and not self.operand.startswith("[")


class Request(NamedTuple):
    """What a command line asks for: a command (null: none was named), its options by name, its operands."""

    command: Command | None
    options: dict[str, str]
    operands: list[str]


HELP = Option("--help", "show this help", short="-h")

COMMANDS = (
    Command(
        "extract", "make briefs of news articles", "PATH...",
        "PATH is a text file, a folder, an INDEX.md that lists files, JSON Lines\n"
        "(.jsonl: one object with \"text\" a line), or - for standard input.",
        (("briefx extract seeds/", "a brief of each article"),
         ("briefx extract story.txt --json", "everything, with offsets"),
         ("briefx extract seeds/ | jq '.briefs[].claims'", "JSON when piped"),
         ("briefx extract seeds/ -o briefs.md", "to a file, by its ending"),
         ("briefx extract seeds/ -f brat -o brat/", "NAME.ann and NAME.txt of each"),
         ("briefx extract - --input-format jsonl -f jsonl", "a line in, a line out")),
        (
            Option("--format", "json, jsonl, markdown, brat or\nweb-annotation; default: by the ending of -o,\n"
                   "else markdown to a terminal, json elsewhere", "-f", "FORMAT", FORMATS),
            Option("--json", "short for --format json", stands_for=("--format", "json")),
            Option("--output", "write to FILE, whole or not at all;\nfor brat also a folder", "-o", "FILE", files=True),
            Option("--input-format", "auto, text or jsonl; default: by the ending",
                   value="FORMAT", values=INPUT_FORMATS),
            Option("--reference-date", "what relative dates are counted from;\n"
                   "default: the day of publication", value="YYYY-MM-DD"),
            Option("--only", "just these: actors, claims, quotes, dates\n(several with commas)",
                   value="PART", values=PARTS, parts=True),
            Option("--merge", "one brief over all documents: in Markdown\nalone, in JSON beside the single ones"),
            Option("--lexicon", "a TOML file of your own names, titles, verbs", value="FILE", files=True),
            Option("--explain", "say of each item which rule found it, from\nwhat evidence, "
                   "and how often it was right"),
            Option("--jobs", "processes; default 1; 0: one a processor", "-j", "N"),
            Option("--quiet", "no progress; failures are still named", "-q"),
            Option("--verbose", "a line for each document, and its warnings"),
            Option("--debug", "show where a fault in briefx itself arose"),
            HELP,
        ),
    ),
    Command(
        "check", "say what is wrong in an index and its files", "PATH...",
        "PATH is a folder, an INDEX.md or a file. Nothing is extracted.",
        (("briefx check seeds/", "what is missing, listed twice, ..."),),
        (HELP,),
    ),
    Command(
        "rules", "list the rules, or show one whole", "[NAME...]",
        "NAME is a rule, as items name it (attribution.verb_that), or the beginning of\n"
        "several (date). The list says of each how many of its finds were right on\n"
        "annotated news; \"?\" marks those that were mostly wrong.",
        (("briefx rules", "all of them, with examples"),
         ("briefx rules attribution", "those of attribution"),
         ("briefx rules date.weekday", "one whole")),
        (HELP,),
    ),
    Command(
        "schema", "print the JSON Schema of the output", "", "JSON Schema, draft 2020-12.",
        (("briefx schema > briefx.schema.json", "to check or to generate code from"),),
        (HELP,),
    ),
    Command(
        "completion", "print a script that completes briefx in a shell", "SHELL",
        "SHELL is bash, zsh or fish.",
        (('eval "$(briefx completion bash)"', "in ~/.bashrc"),
         ('eval "$(briefx completion zsh)"', "in ~/.zshrc, after compinit"),
         ("briefx completion fish | source", "in ~/.config/fish/config.fish")),
        (HELP,), SHELLS,
    ),
)

TOP_OPTIONS = (Option("--version", "show the version"), HELP)


def help_text(command: Command | None = None) -> str:
    """Returns the help of a command, or of briefx as a whole: examples first, no line over 80 characters."""
    options: tuple[Option, ...]
    if command is None:
        lines = ["A structured brief of plain-text news: who acts, who claims what, who said what,",
                 "and when. Every item is a verbatim span with its offsets.", "", "Examples:"]
        lines += _columns([example for each in COMMANDS[:3] for example in each.examples[:2]], 40)
        lines += ["", "Usage: briefx COMMAND [OPTION...] [PATH...]", "", "Commands:"]
        lines += _columns([(f"{each.name} {each.operand}".strip(), each.summary) for each in COMMANDS], 20)
        options = TOP_OPTIONS
    else:
        lines = [f"{command.summary[0].upper()}{command.summary[1:]}.", "", "Examples:"]
        lines += _columns(command.examples, max(len(example) for example, _ in command.examples) + 2)
        usage = f"Usage: briefx {command.name} [OPTION...] {command.operand}"
        lines += ["", usage.rstrip(), "", command.about]
        options = command.options
    rows = [(_heading(option), option.help) for option in options]
    lines += ["", "Options:", *_columns(rows, max(len(heading) for heading, _ in rows) + 2)]
    if command is None:
        lines += ["", "`briefx COMMAND --help` shows more of each."]
    return "\n".join(lines) + "\n"


def parse(words: list[str]) -> Request:
    """Returns what the words of a command line (without the program's name) ask for.

    Options and operands may be mixed; ``--`` ends the options; the last of an option given twice counts. No
    abbreviation is accepted. A request for help or the version is the option "--help" or "--version" and
    is answered before anything else is checked. Raises UsageError.
    """
    if not words:
        return Request(None, {}, [])
    command = next((each for each in COMMANDS if each.name == words[0]), None)
    if command is None:
        if words[0] in ("--help", "-h", "--version"):
            return Request(None, {"--help" if words[0] == "-h" else words[0]: ""}, [])
        raise UsageError(_not_a_command(words[0]))
    given: dict[str, str] = {}
    operands: list[str] = []
    faults: list[str] = []
    rest = words[:0:-1]
    while rest:
        word = rest.pop()
        if word == "--":
            operands += reversed(rest)
            break
        if word == "-" or not word.startswith("-"):
            operands.append(word)
            continue
        name, value, bundled = _split(word)
        option = next((each for each in command.options if name in (each.name, each.short)), None)
        if option is None:
            names = [each.name for each in command.options]
            faults.append(f"there is no option {name}" + _suggestion(name, names))
            continue
        if option.value is None:
            if bundled:
                rest.append(f"-{bundled}")
            elif value is not None:
                faults.append(f"{option.name} takes no value")
            key, value = option.stands_for or (option.name, "")
            given[key] = value
            continue
        value = value if value is not None else bundled
        if value is None and rest and (rest[-1] == "-" or not rest[-1].startswith("-")):
            value = rest.pop()
        if not value:
            faults.append(f"{option.name} needs a value: {option.name} {option.value}")
        else:
            faults += _refused(option, value)
            given[option.name] = value
    if "--help" not in given:
        if faults:
            raise UsageError(faults[0], command.name)
        if operands and not command.operand:
            raise UsageError(f"{command.name} takes nothing more: {operands[0]!r} is too much", command.name)
    return Request(command, given, operands)


def _split(word: str) -> tuple[str, str | None, str | None]:
    """Returns an option's name, the value after "=" or null, and what follows a short one or null."""
    if word.startswith("--"):
        name, equals, value = word.partition("=")
        return name, value if equals else None, None
    return word[:2], None, word[2:] or None


def _refused(option: Option, value: str) -> list[str]:
    if not option.values:
        return []
    for part in value.split(",") if option.parts else [value]:
        if part.strip() not in option.values:
            shown = f"{option.name} {part.strip()!r} is none of {', '.join(option.values)}"
            return [shown + _suggestion(part.strip(), list(option.values))]
    return []


def _suggestion(word: str, among: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, among, 1)
    return f"; is {close[0]} meant?" if close else ""


def _not_a_command(word: str) -> str:
    names = [command.name for command in COMMANDS]
    if word.startswith("-") and word != "-":
        return f"there is no option {word}" + _suggestion(word, [option.name for option in TOP_OPTIONS])
    import os

    if word == "-" or os.path.exists(word):
        return f"{word!r} is no command; is `briefx extract {word}` meant?"
    return f"there is no command {word!r}" + (_suggestion(word, names) or f"; there are {', '.join(names)}")


def _heading(option: Option) -> str:
    start = f"{option.short}, " if option.short else "    "
    return f"{start}{option.name} {option.value or ''}".rstrip()


def _columns(rows: list[tuple[str, str]] | tuple[tuple[str, str], ...], width: int) -> list[str]:
    lines = []
    for left, right in rows:
        first, *others = right.split("\n")
        lines.append(f"  {left:<{width}}{first}".rstrip())
        lines += [" " * (width + 2) + other for other in others]
    return lines

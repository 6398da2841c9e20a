"""The command: arguments, streams and exit status. Nothing else in briefx knows of a terminal."""
from __future__ import annotations

import sys

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is, without the import of typing
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefx.batch import Job, Outcome
    from briefx.brat_folder import BratFolder
    from briefx.lexicon.own import Lexicon
    from briefx.loading.sources import Input
    from briefx.options import Request
    from briefx.output import Output

DONE, SOME_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
_FORMAT_BY_ENDING = {
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "markdown", ".markdown": "markdown",
    ".txt": "markdown", ".ann": "brat", ".jsonld": "web-annotation",
}
# Seconds: shorter work needs no progress, and an eye takes in no more than some changes a second.
_PROGRESS_AFTER = 1.0
_PROGRESS_EVERY = 0.2
_OBJECTS_BETWEEN_COLLECTIONS = 100_000
# A signal to end that was not heard is raised again after so long, in seconds.
_SECONDS_UNTIL_AGAIN = 1.0


def main(arguments: list[str] | None = None) -> int:
    """Runs a command line, given without the program's name, and returns the exit status.

    Without one, it is that of the process, which ends with it.
    """
    if arguments is not None:
        return _status(arguments)
    words = sys.argv[1:]
    if words == ["--version"] and _print_version():
        return DONE
    import gc

    # Before the end, the interpreter would look three times through all that was made for cycles to take apart, for
    # a tenth of the time of one article; the process gives back its memory anyway.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        return _status(words)
    finally:
        gc.freeze()


def program() -> int:
    """Runs the command line of the process and ends that with its status: what the installed command calls.

    The interpreter would take apart all that was made, one by one, which takes a twentieth of the time of one article,
    for a process that gives back its memory as a whole. Where somebody else waits for the end (functions registered
    with ``atexit``, threads), it comes the usual way, with the status returned; so it does by ``python -m briefx``,
    where a profiler may look on.
    """
    status = main()
    import atexit
    import os

    if "threading" not in sys.modules and not atexit._ncallbacks():
        try:
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
        except (OSError, ValueError):
            return status  # the interpreter says so at its end
        os._exit(status)
    return status


def _status(words: list[str]) -> int:
    """Runs a command line, says what went wrong, and returns the exit status."""
    from briefx.options import UsageError
    from briefx.output import OutputError

    try:
        return _run(words)
    except UsageError as fault:
        command = f"briefx {fault.command}".rstrip()
        *others, last = str(fault).splitlines()
        _say(*(f"briefx: {each}" for each in others), f"briefx: {last} (`{command} --help` shows what there is)")
        return WRONG_USAGE
    except OutputError as fault:
        _say(f"briefx: {fault}")
        return WRONG_USAGE if fault.usage else SOME_FAILED
    except BrokenPipeError:
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        if "--debug" in words:
            raise
        _say(f"briefx: fault in briefx ({type(fault).__name__}: {fault}); --debug shows where")
        return SOME_FAILED


def printable(text: str) -> str:
    """Returns a text as it can be shown on one line of a terminal: control characters are escaped."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def _run(words: list[str]) -> int:
    from briefx.options import help_text, parse

    request = parse(words)
    if "--version" in request.options:
        from briefx import __version__

        return _print(f"briefx {__version__}\n")
    if "--help" in request.options:
        return _print(help_text(request.command))
    if request.command is None or (request.command.needs_operand and not request.operands):
        _say(*help_text(request.command).splitlines())
        return WRONG_USAGE
    commands = {"extract": _extract, "check": _check, "rules": _rules, "schema": _schema, "completion": _completion}
    return commands[request.command.name](request)


def _print_version() -> bool:
    """Prints the version with nothing loaded for it; returns false where that failed, for ``_run`` to say why."""
    from briefx import __version__

    try:
        sys.stdout.write(f"briefx {__version__}\n")
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        return False
    return True


def _schema(request: Request) -> int:
    from briefx.rendering.schema import schema_text

    return _print(schema_text())


def _completion(request: Request) -> int:
    from briefx.completion import script

    return _print(script(request.operands[0]))


def _rules(request: Request) -> int:
    from briefx.extraction.rules import all_rules
    from briefx.rendering.rule_list import rule_card, rule_list

    rules = all_rules()
    if not request.operands:
        return _print(rule_list(rules))
    shown = []
    for name in request.operands:
        whole = [rule for rule in rules if rule.name == name]
        family = [rule for rule in rules if rule.name.startswith(f"{name}.")]
        if not whole and not family:
            from difflib import get_close_matches

            from briefx.options import UsageError

            close = get_close_matches(name, [rule.name for rule in rules], 1)
            raise UsageError(f"there is no rule {name}" + (f"; is {close[0]} meant?" if close else ""), "rules")
        shown.append("".join(map(rule_card, whole)) if whole else rule_list(family))
    return _print("\n".join(shown))


def _check(request: Request) -> int:
    from briefx.loading.check import problems

    found = False
    for problem in problems(request.operands):
        found = True
        line = f":{problem.line}" if problem.line is not None else ""
        _print(printable(f"{problem.path}{line}: {problem.message} ({problem.code})") + "\n")
    return SOME_FAILED if found else DONE


def _extract(request: Request) -> int:
    """Runs the main job, with the collector of cycles at its task far more rarely than by default."""
    import gc

    # An article makes some 20,000 objects and leaves few cycles: at the default threshold the collector is at work
    # for a fifth of the start and a tenth of the rest. At this one it still runs every few articles.
    thresholds = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, *thresholds[1:])
    try:
        return _extract_all(request)
    finally:
        gc.set_threshold(*thresholds)


def _extract_all(request: Request) -> int:
    """Extracts and writes; what was written to a file counts only if the end was reached."""
    from briefx.batch import Job, outcomes
    from briefx.options import UsageError
    from briefx.output import Output

    options = request.options
    day = _reference_date(options.get("--reference-date"))
    only = options.get("--only")
    jobs = _jobs(options.get("--jobs", "1"))
    restore = _signals_raise() if jobs > 1 or "--output" in options else None
    output = None
    try:
        folder = _brat_folder(options)
        output = Output(None if folder else options.get("--output"))
        output.open()
        job = Job(_format(options, output), day, tuple(only.split(",")) if only else None, "--merge" in options,
                  with_source=folder is not None, explain="--explain" in options,
                  lexicon=_lexicon(options.get("--lexicon")))
        if job.explain and job.format not in ("json", "jsonl", "markdown"):
            raise UsageError(f"--explain goes with json, jsonl and markdown, not with {job.format}", "extract")
        if job.merge and job.format not in ("json", "markdown"):
            message = f"--merge goes with --format json or markdown: {job.format} has each document by itself"
            raise UsageError(message, "extract")
        inputs = _inputs(request.operands, options.get("--input-format", "auto"), output)
        if folder is not None:
            results = folder.filed(outcomes(job, folder.apart_from(inputs), jobs))
        else:
            results = outcomes(job, _alone(inputs) if job.format == "brat" else inputs, jobs)
        failed = _write(results, job, output, options)
        output.commit()
    finally:
        if output is not None:
            output.discard()
        if restore is not None:
            restore()
    return SOME_FAILED if failed else DONE


def _signals_raise() -> Callable[[], None]:
    """Makes a signal to end leave no half-written file and no process behind; returns what undoes that."""
    import signal
    from contextlib import suppress

    def end(number: int, frame: object) -> None:
        if hasattr(signal, "setitimer"):
            # What is raised within a callback of the interpreter (one takes locks of imports away) is lost.
            signal.signal(signal.SIGALRM, lambda again, frame: end(number, frame))
            signal.setitimer(signal.ITIMER_REAL, _SECONDS_UNTIL_AGAIN)
        raise SystemExit(128 + number)

    changed = []
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # One that is ignored (by nohup) stays so.
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            with suppress(ValueError):  # not in the main thread: whoever runs that sees to signals
                signal.signal(number, end)
                changed.append(number)

    def restore() -> None:
        if hasattr(signal, "setitimer") and changed:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
        for number in changed:
            signal.signal(number, signal.SIG_DFL)

    return restore


def _write(results: Iterator[Outcome], job: Job, output: Output, options: dict[str, str]) -> int:
    """Writes what comes, names each failure, and returns how many there were."""
    from briefx.batch import pieces

    shown = _shown_as(options, output)
    progress = _Progress(shown="--quiet" not in options and not output.is_terminal)
    done = failed = 0
    try:
        for piece, outcome in pieces(job, results):
            if piece:
                progress.clear()
                output.write(shown(piece))
            if outcome is None:
                continue
            done += 1
            failed += outcome.error is not None
            lines = list(_messages(outcome, options))
            if lines:
                progress.clear()
                _say(*lines)
            progress.tell(done, failed)
    finally:
        results.close()  # type: ignore[attr-defined]
    progress.clear()
    if failed and done > 1 and "--quiet" not in options:
        _say(f"briefx: {failed} of {done} inputs failed")
    return failed


def _shown_as(options: dict[str, str], output: Output) -> Callable[[bytes], bytes]:
    """Returns what is done to each piece before it is written: the default of a terminal is laid out for it."""
    if "--format" in options or not output.is_terminal:
        return lambda piece: piece
    import os

    from briefx.rendering.terminal import READABLE_WIDTH, for_terminal

    try:
        width = os.get_terminal_size().columns or READABLE_WIDTH
    except (OSError, ValueError):
        width = READABLE_WIDTH
    styled = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return lambda piece: for_terminal(piece.decode(), width, styled).encode()


def _messages(outcome: Outcome, options: dict[str, str]) -> Iterator[str]:
    """Yields the lines that are said of an outcome on standard error."""
    where = f"briefx: {outcome.file}" + (f":{outcome.line}" if outcome.line is not None else "")
    if outcome.error is not None:
        yield f"{where}: {outcome.error.message}"
        if "--debug" in options:
            yield from outcome.fault.splitlines()
    elif "--verbose" in options or "--debug" in options:
        yield f"{where}: " + ", ".join(f"{count} {part}" for part, count in outcome.found)
        for warning in outcome.warnings:
            place = f" (at {warning.start})" if warning.start is not None else ""
            yield f"{where}: warning: {warning.message}{place}"


def _inputs(paths: list[str], input_format: str, output: Output) -> Iterator[Input]:
    """Yields what is to be read; raises UsageError where that is the file that is written."""
    import os

    from briefx.loading.sources import inputs
    from briefx.options import UsageError

    stdin = None
    if "-" in paths and sys.stdin is not None:
        # A stream of its own: the one of the interpreter would stay locked while a thread waits for it.
        stdin = open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: SIM115
    file = None
    for each in inputs(paths, input_format=input_format, stdin=stdin):
        if each.file != file and output.identity is not None:
            file = each.file
            try:
                status = os.fstat(0) if file == "-" else os.stat(file)
            except (OSError, ValueError):
                pass  # it is named when it is to be read
            else:
                if (status.st_dev, status.st_ino) == output.identity:
                    message = f"{output.shown} is {file}, which is to be read: write elsewhere"
                    raise UsageError(message, "extract")
        yield each


def _brat_folder(options: dict[str, str]) -> BratFolder | None:
    """Returns the folder that annotations for brat go to, null where something else is asked for."""
    if options.get("--format") != "brat" or "--output" not in options:
        return None
    from briefx.brat_folder import BratFolder, is_folder

    return BratFolder(options["--output"]) if is_folder(options["--output"]) else None


def _alone(inputs: Iterator[Input]) -> list[Input]:
    """Returns the one input that there is; raises UsageError where there are more."""
    from itertools import islice

    from briefx.options import UsageError

    found = list(islice(inputs, 2))
    if len(found) > 1:
        message = "brat has a file for each document: name a folder for them, as in --output annotations/"
        raise UsageError(message, "extract")
    return found


def _format(options: dict[str, str], output: Output) -> str:
    from os.path import splitext

    if "--format" in options:
        return options["--format"]
    if output.is_terminal:
        return "markdown"
    return _FORMAT_BY_ENDING.get(splitext(options.get("--output", ""))[1].lower(), "json")


def _lexicon(path: str | None) -> Lexicon | None:
    """Returns the user's own lexicon; raises UsageError with every fault in it, a line each."""
    if path is None:
        return None
    from os.path import exists, isdir, isfile

    from briefx.lexicon.own import LexiconError, lexicon_from_toml
    from briefx.options import UsageError

    if exists(path) and not isfile(path) and not isdir(path):
        # What is no file may have no end, or nobody who writes to it.
        raise UsageError(f"--lexicon: {path} is a device or a pipe: give a file", "extract")
    try:
        with open(path, encoding="utf-8-sig") as file:
            return lexicon_from_toml(file.read())
    except LexiconError as fault:
        faults = [f"{path}:{each}" if each[0].isdigit() else f"{path}: {each}" for each in fault.faults]
        raise UsageError("\n".join(faults), "extract") from None
    except UnicodeDecodeError:
        raise UsageError(f"--lexicon: {path} is no UTF-8 text", "extract") from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or fault
        raise UsageError(f"--lexicon: {path} can't be read: {reason}", "extract") from None


def _reference_date(value: str | None) -> str | None:
    if value is None:
        return None
    from briefx.options import UsageError
    from briefx.pipeline import iso_day

    try:
        return iso_day(value)
    except ValueError as fault:
        raise UsageError(f"--reference-date: {fault}", "extract") from None


def _jobs(value: str) -> int:
    from briefx.options import UsageError

    if not (value.isascii() and value.isdigit() and len(value) < 5):
        raise UsageError(f"--jobs is a number of processes (0: one a processor), not {value!r}", "extract")
    if int(value):
        return int(value)
    import os

    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


class _Progress:
    """A line on standard error that says how far the work is, where a person looks on and it is long."""

    def __init__(self, shown: bool) -> None:
        self._shown = shown and sys.stderr is not None and sys.stderr.isatty()
        self._visible = False
        if self._shown:
            from time import monotonic

            self._clock = monotonic
            self._next = monotonic() + _PROGRESS_AFTER

    def tell(self, done: int, failed: int) -> None:
        """Says it, if there is somebody to see it and it was not said just now."""
        if self._shown and self._clock() >= self._next:
            self._next = self._clock() + _PROGRESS_EVERY
            self._visible = True
            sys.stderr.write(f"\rbriefx: {done:,} done" + (f", {failed:,} failed" if failed else ""))
            sys.stderr.flush()

    def clear(self) -> None:
        """Takes the line away, so that something else can be written."""
        if self._visible:
            self._visible = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _print(text: str) -> int:
    """Writes to standard output and returns that all is done."""
    from briefx.output import Output

    Output(None).open().write(text.encode())
    return DONE


def _say(*lines: str) -> None:
    """Writes lines to standard error, if there is one."""
    try:
        if sys.stderr is not None:
            sys.stderr.write("".join(f"{printable(line)}\n" for line in lines))
            sys.stderr.flush()
    except OSError:
        pass  # nobody can be told

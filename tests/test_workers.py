"""Several processes: order, what is held, deaths, and how it all ends."""
from __future__ import annotations

import json
import os
import signal
import time
import unittest
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from select import select
from unittest import mock

from briefx import workers
from briefx.workers import in_order
from tests.command import briefx, folder, json_lines, started

LINES = ("extract", "-", "--input-format", "jsonl", "-f", "jsonl")


def results(task, items, jobs: int = 2) -> list:
    return list(in_order(task, items, jobs, lost=lambda item: f"lost {item}", weight=lambda item: 1))


def double(number: int) -> int:
    return 2 * number


def slow_when_even(number: int) -> int:
    time.sleep(0.02 if number % 2 == 0 else 0)
    return number


def die(item: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@unittest.skipUnless(hasattr(os, "fork"), "the system does not fork")
class InOrderTest(unittest.TestCase):
    def test_results_come_in_order(self) -> None:
        for jobs in (1, 2, 5):
            for count in (0, 1, 7, 300):
                with self.subTest(jobs=jobs, count=count):
                    self.assertEqual([2 * number for number in range(count)], results(double, range(count), jobs))
        self.assertEqual(list(range(40)), results(slow_when_even, range(40), 3))

    def test_the_work_is_spread(self) -> None:
        pids = set(results(lambda number: (time.sleep(0.01), os.getpid())[1], range(40), 3))
        self.assertEqual(3, len(pids))
        self.assertNotIn(os.getpid(), pids)

    def test_a_bounded_number_of_items_is_held(self) -> None:
        taken = 0

        def items() -> Iterator[int]:
            nonlocal taken
            for number in range(10_000):
                taken += 1
                yield number

        running = in_order(double, items(), 2, lost=str, weight=lambda item: 1)
        for number in range(1_000):
            self.assertEqual(2 * number, next(running))
            self.assertLessEqual(taken - number, 2 * workers.HELD_ITEMS + 2)
        running.close()

    def test_heavy_items_are_held_one_at_a_time(self) -> None:
        taken = 0

        def items() -> Iterator[int]:
            nonlocal taken
            for number in range(50):
                taken += 1
                yield number

        running = in_order(double, items(), 2, lost=str, weight=lambda item: workers.HELD_CHARACTERS)
        for number in range(50):
            self.assertEqual(2 * number, next(running))
            self.assertLessEqual(taken - number, 4)

    def test_a_result_does_not_wait_for_the_next_item(self) -> None:
        source: SimpleQueue[str] = SimpleQueue()
        running = in_order(str.upper, iter(source.get, ""), 2, lost=str, weight=len)
        for word in ("one", "two"):
            source.put(word)
            self.assertEqual(word.upper(), next(running))
        source.put("")
        self.assertEqual([], list(running))

    def test_what_the_items_raise_is_raised(self) -> None:
        def items() -> Iterator[int]:
            yield 1
            raise LookupError("broken")

        running = in_order(double, items(), 2, lost=str, weight=lambda item: 1)
        self.assertEqual(2, next(running))
        with self.assertRaisesRegex(LookupError, "broken"):
            next(running)

    def test_a_death_costs_its_own_item_alone(self) -> None:
        def task(number: int) -> int:
            if number in (3, 4, 19):
                die(number)
            return number

        expected = [f"lost {number}" if number in (3, 4, 19) else number for number in range(30)]
        self.assertEqual(expected, results(task, range(30)))

    def test_an_item_is_tried_again(self) -> None:
        with folder() as place:
            def task(number: int) -> int:
                mark = Path(place, str(number))
                if not mark.exists():
                    mark.touch()
                    die(number)
                return number

            self.assertEqual(list(range(6)), results(task, range(6)))

    def test_an_idle_process_that_died_costs_nothing(self) -> None:
        source: SimpleQueue[str] = SimpleQueue()
        running = in_order(lambda line: os.getpid(), iter(source.get, ""), 1, lost=str, weight=len)
        source.put("one")
        first = next(running)
        for _ in range(3):
            os.kill(first, signal.SIGKILL)
            time.sleep(0.05)
            source.put("two")
            second = next(running)
            self.assertNotIn(second, (first, "two"))
            first = second
        source.put("")
        running.close()

    def test_processes_end_with_the_iterator(self) -> None:
        running = in_order(lambda number: os.getpid(), iter(range(1_000)), 2, lost=str, weight=lambda item: 1)
        pids = {next(running) for _ in range(50)}
        running.close()
        self.assertEqual([], [pid for pid in pids if alive(pid)])

    def test_no_process_can_be_started(self) -> None:
        with mock.patch.object(workers._Pool, "_started", side_effect=BlockingIOError(11, "no process")), \
                self.assertRaises(OSError):
            results(double, range(3))
        started_one = workers._Pool._started
        made: list[object] = []

        def one_only(pool):
            if made:
                raise BlockingIOError(11, "no process")
            made.append(pool)
            return started_one(pool)

        with mock.patch.object(workers._Pool, "_started", one_only):
            self.assertEqual([0, 2, 4], results(double, range(3)))


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@unittest.skipUnless(hasattr(os, "fork"), "the system does not fork")
class CommandTest(unittest.TestCase):
    def test_the_same_bytes_with_any_number_of_processes(self) -> None:
        seeds = Path(__file__).parent.parent / "seeds"
        paths = [*sorted(seeds.glob("*.txt"))[:3], seeds / "nothing"]
        for form in ("json", "jsonl", "markdown"):
            one = briefx("extract", *paths, "-f", form)
            for jobs in (2, 0):
                with self.subTest(form=form, jobs=jobs):
                    self.assertEqual(one, briefx("extract", *paths, "-f", form, "-j", jobs))

    def test_a_document_that_kills_its_process_is_named_and_the_rest_done(self) -> None:
        from briefx.batch import brief_of

        def deadly(document, **options):
            return die(document) if document.text == "die" else brief_of(document, **options)

        given = json_lines(*({"text": text} for text in ("one", "die", "two", "three")))
        with mock.patch("briefx.batch.brief_of", deadly):
            run = briefx(*LINES, "-j", 2, stdin=given)
        self.assertEqual(1, run.status)
        self.assertEqual(["line-1", "line-2", "line-3", "line-4"], [line["id"] for line in run.lines])
        self.assertEqual([None, "worker_died", None, None],
                         [line.get("error", {}).get("code") for line in run.lines])
        self.assertIn("briefx: -:2: ", run.err)

    def heed(self, number: int) -> None:
        """Lets programs that are started get a signal that is ignored here, as it is in the background of a shell."""
        if signal.getsignal(number) == signal.SIG_IGN:
            self.addCleanup(signal.signal, number, signal.signal(number, signal.SIG_DFL))

    def test_lines_are_answered_as_they_come(self) -> None:
        for jobs in (1, 2):
            with self.subTest(jobs=jobs), started(*LINES, "-j", jobs) as process:
                for number in (1, 2, 3):
                    process.stdin.write(json_lines({"text": "Ann Lee won."}))
                    process.stdin.flush()
                    self.assertEqual(f"line-{number}", json.loads(process.stdout.readline())["id"])
                process.stdin.close()
                self.assertEqual((b"", b""), (process.stdout.read(), process.stderr.read()))
                self.assertEqual(0, process.wait(30))

    def test_an_interrupt_ends_it_at_once_with_its_processes(self) -> None:
        self.heed(signal.SIGINT)
        for jobs in (1, 2):
            for group in (False, True):  # Ctrl-C reaches all of them, `kill -INT` the first alone
                with self.subTest(jobs=jobs, group=group), \
                        started(*LINES, "-j", jobs, start_new_session=True) as process:
                    process.stdin.write(json_lines({"text": "Ann Lee won."}))
                    process.stdin.flush()
                    process.stdout.readline()
                    (os.killpg if group else os.kill)(process.pid, signal.SIGINT)
                    self.assertEqual(130, process.wait(10))
                    self.assertEqual(b"", process.stderr.read())
                    self.assertTrue(gone(process.pid))

    def test_a_closed_pipe_ends_it_quietly(self) -> None:
        given = json_lines({"text": "Ann Lee won. " * 50}) * 400
        for jobs in (1, 2):
            with self.subTest(jobs=jobs), folder(a__jsonl=given) as place, \
                    started("extract", place / "a.jsonl", "-f", "jsonl", "-j", jobs, start_new_session=True) as process:
                self.assertIn(b'"line-1"', process.stdout.readline())
                process.stdout.close()
                self.assertEqual(0, process.wait(30))
                self.assertEqual(b"", process.stderr.read())
                self.assertTrue(gone(process.pid))

    def test_a_kill_leaves_no_process_and_no_half_written_file(self) -> None:
        for number in (signal.SIGTERM, signal.SIGHUP):
            self.heed(number)
            with self.subTest(signal=number), folder(out__jsonl="before") as place, \
                    started(*LINES, "-j", 2, "-o", place / "out.jsonl", start_new_session=True) as process:
                process.stdin.write(json_lines({"text": "Ann Lee won."}) * 3)
                process.stdin.flush()
                wait_until(lambda: len(os.listdir(place)) == 2)
                process.send_signal(number)
                self.assertEqual(128 + number, process.wait(10))
                self.assertEqual(["out.jsonl"], os.listdir(place))
                self.assertEqual("before", (place / "out.jsonl").read_text())
                self.assertTrue(gone(process.pid))

    def test_processes_end_when_the_first_is_killed(self) -> None:
        with started(*LINES, "-j", 2, start_new_session=True) as process:
            process.stdin.write(json_lines({"text": "Ann Lee won."}))
            process.stdin.flush()
            process.stdout.readline()
            process.kill()
            process.wait(10)
            # Whoever takes in orphans does so in its own time; what they held open is closed at once.
            self.assertTrue(select([process.stdout], [], [], 5)[0])
            self.assertEqual(b"", process.stdout.read())


def gone(group: int) -> bool:
    """Returns whether a group of processes comes to its end."""
    return wait_until(lambda: not _has_members(group))


def _has_members(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def wait_until(condition, seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return bool(condition())

"""Several processes: order, what is held, deaths, and how it all ends."""
from __future__ import annotations

import json
import multiprocessing
import os
import signal
import threading
import time
import unittest
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from select import select
from unittest import mock

from briefx import cli, workers
from briefx.workers import in_order
from tests.command import briefx, folder, json_lines, started

LINES = ("extract", "-", "--input-format", "jsonl", "-f", "jsonl")


def results(task, items, jobs: int = 2) -> list:
    return list(in_order(each(task), items, jobs, lost=lambda item: f"lost {item}", weight=lambda item: 1))


def each(task):
    """The task for some items that does them one by one."""
    return partial(map, task)


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

    def test_a_signal_just_before_a_wait_ends_it(self) -> None:
        real, woken = workers.wait, []

        def late(waited: list) -> list:
            if not woken:
                signal.raise_signal(signal.SIGUSR1)
            ready = real(waited, 10)
            woken.append([one for one in ready if isinstance(one, int)])
            return ready

        def items() -> Iterator[int]:
            while not woken:
                time.sleep(0.01)
            yield 1

        self.addCleanup(signal.signal, signal.SIGUSR1, signal.signal(signal.SIGUSR1, lambda number, frame: None))
        with mock.patch.object(workers, "wait", late):
            self.assertEqual([2], results(double, items()))
        self.assertEqual([1, 0], [len(told) for told in woken[:2]])
        self.assertEqual(-1, signal.set_wakeup_fd(-1))

    def test_another_thread_may_ask_for_it(self) -> None:
        found: list = []
        thread = threading.Thread(target=lambda: found.extend(results(double, range(5))))
        thread.start()
        thread.join(30)
        self.assertEqual([0, 2, 4, 6, 8], found)

    def test_a_bounded_number_of_items_is_held(self) -> None:
        taken = 0

        def items() -> Iterator[int]:
            nonlocal taken
            for number in range(10_000):
                taken += 1
                yield number

        running = in_order(each(double), items(), 2, lost=str, weight=lambda item: 1)
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

        running = in_order(each(double), items(), 2, lost=str, weight=lambda item: workers.HELD_CHARACTERS)
        for number in range(50):
            self.assertEqual(2 * number, next(running))
            self.assertLessEqual(taken - number, 4)

    def test_a_result_does_not_wait_for_the_next_item(self) -> None:
        source: SimpleQueue[str] = SimpleQueue()
        running = in_order(each(str.upper), iter(source.get, ""), 2, lost=str, weight=len)
        for word in ("one", "two"):
            source.put(word)
            self.assertEqual(word.upper(), next(running))
        source.put("")
        self.assertEqual([], list(running))

    def test_what_the_items_raise_is_raised(self) -> None:
        def items() -> Iterator[int]:
            yield 1
            raise LookupError("broken")

        running = in_order(each(double), items(), 2, lost=str, weight=lambda item: 1)
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

    def test_of_items_given_together_each_is_tried_by_itself(self) -> None:
        with folder() as place:
            def task(numbers: Sequence[int]) -> list[str]:
                with Path(place, "given").open("a") as stream:
                    stream.write(f"{list(numbers)}\n")
                return [die(number) if number == 9 else f"done {number}" for number in numbers]

            found = list(in_order(task, range(16), 1, lost=lambda item: f"lost {item}", weight=lambda item: 1))
            self.assertEqual([f"lost {number}" if number == 9 else f"done {number}" for number in range(16)], found)
            given = [json.loads(line) for line in Path(place, "given").read_text().splitlines()]
            self.assertEqual(2, given.count([9]))
            for numbers in given:
                for number in numbers if 9 in numbers and len(numbers) > 1 else ():
                    self.assertIn([number], given)

    def test_an_idle_process_that_died_costs_nothing(self) -> None:
        source: SimpleQueue[str] = SimpleQueue()
        running = in_order(each(lambda line: os.getpid()), iter(source.get, ""), 1, lost=str, weight=len)
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
        running = in_order(each(lambda number: os.getpid()), iter(range(1_000)), 2, lost=str, weight=lambda item: 1)
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


class FeedTest(unittest.TestCase):
    """What is read ahead of the work, and what a worker is given of it at a time."""

    def fed(self, count: int, jobs: int = 1, weight: int = 1) -> workers._Feed[int]:
        """Returns what reads so many items of a weight, once it has read what it may."""
        self.taken = 0

        def items() -> Iterator[int]:
            for number in range(count):
                self.taken += 1
                yield number

        feed: workers._Feed[int] = workers._Feed(items(), jobs, lambda item: weight)
        self.addCleanup(feed.news.close)
        self.addCleanup(feed.close)
        before = set(threading.enumerate())
        feed.start()
        started = set(threading.enumerate()) - before
        self.assertTrue(all(thread.daemon for thread in started))
        self.settle = lambda: wait_until(lambda: bool(getattr(feed._change, "_waiters", ()))
                                         or not any(thread.is_alive() for thread in started), pause=0)
        self.settled()
        return feed

    def settled(self) -> None:
        """Waits until the thread waits, or has ended."""
        self.assertTrue(self.settle())

    def test_32_items_or_8_million_characters_are_held_for_each_process(self) -> None:
        for jobs, weight, held in ((1, 1, 32), (2, 1, 64), (3, 0, 96), (1, 8_000_000, 1), (1, 7_999_999, 2),
                                   (2, 8_000_000, 2), (2, 7_999_999, 3), (1, 4_000_000, 2), (1, 3_999_999, 3),
                                   (1, 9_000_000, 1), (1, 250_000, 32), (1, 250_001, 32), (1, 260_000, 31)):
            with self.subTest(jobs=jobs, weight=weight):
                feed = self.fed(200, jobs, weight)
                self.assertEqual(held + 1, self.taken, "the next one is taken, and waits")
                for released in (1, 2):
                    feed.release(0)
                    self.settled()
                    self.assertEqual(held + 1 + released, self.taken)

    def test_a_worker_gets_8_items_or_200_000_characters_and_no_more_than_its_share(self) -> None:
        for count, sharing, weight, wanted in ((32, 1, 1, 8), (32, 4, 1, 8), (31, 4, 1, 7), (32, 5, 1, 6), (9, 1, 1, 8),
                                               (8, 1, 1, 8), (7, 1, 1, 7), (3, 2, 1, 1), (2, 3, 1, 1), (1, 1, 1, 1),
                                               (32, 1, 200_000, 1), (32, 1, 199_999, 2), (32, 1, 100_000, 2),
                                               (32, 1, 99_999, 3), (32, 1, 25_000, 8), (32, 1, 300_000, 1)):
            with self.subTest(count=count, sharing=sharing, weight=weight):
                feed = self.fed(count, 1, weight)
                self.assertEqual([(number, number) for number in range(wanted)], feed.chunk(sharing))
                self.assertEqual([(wanted, wanted)][:count - wanted], feed.chunk(1_000))
        self.assertEqual([], self.fed(0).chunk(1))

    def test_news_are_told_once(self) -> None:
        feed = self.fed(40)
        for _ in range(2):
            self.assertTrue(feed.news.poll())
            self.assertEqual(8, len(feed.chunk(1)))
            self.assertFalse(feed.news.poll())
            for _ in range(8):
                feed.release(0)
            self.settled()
        self.assertEqual(40, self.taken)

    def test_it_is_over_when_all_were_given_out(self) -> None:
        feed = self.fed(10)
        for _ in range(2):
            self.assertFalse(feed.is_over())
            feed.chunk(1)
        self.assertTrue(feed.is_over())
        self.assertTrue(self.fed(0).is_over())

    def test_what_was_read_before_a_fault_is_given_out(self) -> None:
        def items() -> Iterator[int]:
            yield 1
            raise LookupError("broken")

        feed: workers._Feed[int] = workers._Feed(items(), 1, lambda item: 1)
        feed.start()
        self.assertTrue(feed.news.poll(5))
        wait_until(lambda: feed._over, pause=0)
        self.assertFalse(feed.is_over())
        self.assertEqual([(0, 1)], feed.chunk(1))
        for _ in range(2):
            with self.assertRaisesRegex(LookupError, "broken"):
                feed.is_over()

    def test_nothing_is_read_once_it_is_closed(self) -> None:
        feed = self.fed(100)
        feed.close()
        feed.release(0)
        self.settled()
        self.assertEqual(33, self.taken)
        self.assertFalse(feed.is_over())


def state_of_process(number: int) -> tuple[object, object, bool]:
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    return signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM), signal.SIGINT in blocked


@unittest.skipUnless(hasattr(os, "fork"), "the system does not fork")
class ProcessTest(unittest.TestCase):
    def test_interrupts_are_left_to_the_program_that_started_it(self) -> None:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
        self.assertEqual([(signal.SIG_IGN, signal.SIG_DFL, False)] * 3, results(state_of_process, range(3)))
        self.assertEqual(before, signal.pthread_sigmask(signal.SIG_BLOCK, ()))
        with workers._interrupts_held():
            self.assertIn(signal.SIGINT, signal.pthread_sigmask(signal.SIG_BLOCK, ()))
        self.assertEqual(before, signal.pthread_sigmask(signal.SIG_BLOCK, ()))

    def test_where_signals_can_not_be_held(self) -> None:
        with mock.patch.object(signal, "pthread_sigmask"):
            del signal.pthread_sigmask
            self.assertEqual([0, 2, 4], results(double, range(3)))

    def test_an_item_is_tried_twice(self) -> None:
        with folder() as place:
            def task(number: int) -> int:
                with Path(place, str(number)).open("a") as stream:
                    stream.write("x")
                return die(number) if number == 5 else number

            self.assertEqual([*range(5), "lost 5", *range(6, 12)], results(task, range(12), 1))
            self.assertEqual("xxx", Path(place, "5").read_text(), "with the others, then twice by itself")
            self.assertEqual("x", Path(place, "6").read_text())

    def test_processes_do_not_outlive_the_program(self) -> None:
        running = in_order(each(double), range(100), 2, lost=str, weight=lambda item: 1)
        self.assertEqual(0, next(running))
        self.assertEqual([True, True], [process.daemon for process in multiprocessing.active_children()])
        running.close()
        self.assertEqual([], multiprocessing.active_children())

    def test_where_forking_is_there_and_safe(self) -> None:
        for methods, platform, wanted in ((["fork", "spawn"], "linux", True), (["spawn"], "linux", False),
                                          (["fork", "spawn"], "darwin", False), (["spawn"], "win32", False)):
            with self.subTest(methods=methods, platform=platform), \
                    mock.patch("multiprocessing.get_all_start_methods", return_value=methods), \
                    mock.patch("sys.platform", platform):
                self.assertEqual(wanted, workers._can_fork())


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
        from briefx.batch import briefs_of

        def deadly(documents, **options):
            for document in documents:
                if document.text == "die":
                    die(document)
            return briefs_of(documents, **options)

        given = json_lines(*({"text": text} for text in ("one", "die", "two", "three")))
        with mock.patch("briefx.batch.briefs_of", deadly):
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

    def test_a_signal_to_end_that_is_raised_where_nobody_hears_it_comes_again(self) -> None:
        class Deaf:
            def __del__(self) -> None:
                signal.raise_signal(signal.SIGTERM)

        self.heed(signal.SIGTERM)
        with mock.patch("briefx.cli._SECONDS_UNTIL_AGAIN", 0.05), mock.patch("sys.unraisablehook") as unheard:
            restore = cli._signals_raise()
            try:
                Deaf()
                self.assertEqual(1, unheard.call_count)
                with self.assertRaisesRegex(SystemExit, str(128 + signal.SIGTERM)):
                    time.sleep(5)
            finally:
                restore()
        self.assertEqual(signal.SIG_DFL, signal.getsignal(signal.SIGTERM))
        self.assertEqual((0.0, 0.0), signal.getitimer(signal.ITIMER_REAL))

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


def wait_until(condition, seconds: float = 5.0, pause: float = 0.01) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(pause)
    return bool(condition())

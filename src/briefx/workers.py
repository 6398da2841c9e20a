"""Work done by several processes, given back in order, with a bounded part of it held at a time."""
from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from briefx.records import NamedTuple

Item = TypeVar("Item")
Result = TypeVar("Result")

# What is held for each process: enough that none waits while a slow document keeps the order waiting.
HELD_ITEMS = 32
HELD_CHARACTERS = 8_000_000
# What a worker is given at a time: some tenths of a second of work, so that handing out takes no share of it.
CHUNK_ITEMS = 8
CHUNK_CHARACTERS = 200_000
ATTEMPTS = 2
# So many signals are taken note of at a time.
_MOST_SIGNALS = 512


def in_order(
    task: Callable[[Sequence[Item]], Iterable[Result]],
    items: Iterable[Item],
    jobs: int,
    *,
    lost: Callable[[Item], Result],
    weight: Callable[[Item], int],
) -> Iterator[Result]:
    """Yields what comes of each item, in the order of the items, computed by ``jobs`` processes.

    ``task`` gives the results of some items, in order, and must not raise. Items whose worker dies are tried again,
    by a new worker and each by itself; where two die of one item, ``lost(item)`` stands in its place. ``items`` is
    read by a thread of its own, so that a result is given as soon as it is there, however long the next item takes
    to come; what ``items`` raises is raised here. ``weight`` says how many characters an item holds. When the
    iterator is closed or something is raised in it, the processes are ended at once. Raises OSError where no process
    can be started.
    """
    feed: _Feed[Item] = _Feed(items, jobs, weight)
    pool: _Pool[Item, Result] = _Pool(task, lost)
    finished: dict[int, tuple[Item, Result]] = {}
    upcoming = 0
    with _waking() as signals:
        try:
            pool.start(jobs)
            feed.start()
            while True:
                for worker in pool.idle():
                    chunk = feed.chunk(sharing=jobs)
                    if not chunk:
                        break
                    pool.give(worker, chunk)
                if pool.is_idle() and feed.is_over():
                    return
                for number, item, result in pool.collect(feed.news, signals):
                    finished[number] = (item, result)
                while upcoming in finished:
                    item, result = finished.pop(upcoming)
                    yield result
                    feed.release(item)
                    upcoming += 1
        finally:
            feed.close()
            pool.end()


@contextmanager
def _waking() -> Iterator[list[int]]:
    """Gives descriptors that can be read from once a signal came, to be waited for with all else.

    A signal that comes just before a wait would not end it: what it raises is raised when the wait is over.
    """
    if os.name != "posix" or threading.current_thread() is not threading.main_thread():
        yield []
        return
    told, teller = os.pipe()
    os.set_blocking(teller, False)
    before = signal.set_wakeup_fd(teller, warn_on_full_buffer=False)
    try:
        yield [told]
    finally:
        signal.set_wakeup_fd(before)
        os.close(told)
        os.close(teller)


class _Feed(Generic[Item]):
    """Reads the items in a thread, no more of them than may be held; ``news`` is readable when some came."""

    def __init__(self, items: Iterable[Item], jobs: int, weight: Callable[[Item], int]) -> None:
        self._items = items
        self._weight = weight
        self._most_items = HELD_ITEMS * jobs
        self._most_characters = HELD_CHARACTERS * jobs
        self._held_items = 0
        self._held_characters = 0
        self._ready: deque[tuple[int, Item]] = deque()
        self._change = threading.Condition()
        self._over = False
        self._closed = False
        self._fault: BaseException | None = None
        self._told = False
        self.news, self._teller = multiprocessing.Pipe(duplex=False)

    def start(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def close(self) -> None:
        """Lets the thread end; one that waits for its input ends with the program."""
        with self._change:
            self._closed = True
            self._change.notify()

    def chunk(self, sharing: int) -> list[tuple[int, Item]]:
        """Returns what one worker is to do, with numbers: so little that each of ``sharing`` gets some."""
        chunk: list[tuple[int, Item]] = []
        with self._change:
            if self._told:
                self.news.recv_bytes()
                self._told = False
            most = min(CHUNK_ITEMS, max(1, len(self._ready) // sharing))
            characters = 0
            while self._ready and len(chunk) < most and characters < CHUNK_CHARACTERS:
                chunk.append(self._ready.popleft())
                characters += self._weight(chunk[-1][1])
        return chunk

    def is_over(self) -> bool:
        """Returns whether no item is left; raises what kept the items from being read."""
        with self._change:
            if self._over and not self._ready and self._fault is not None:
                raise self._fault
            return self._over and not self._ready

    def release(self, item: Item) -> None:
        """Says that an item is no longer held."""
        with self._change:
            self._held_items -= 1
            self._held_characters -= self._weight(item)
            self._change.notify()

    def _read(self) -> None:
        try:
            for number, item in enumerate(self._items):
                with self._change:
                    while self._is_full() and not self._closed:
                        self._change.wait()
                    if self._closed:
                        return
                    self._held_items += 1
                    self._held_characters += self._weight(item)
                    self._ready.append((number, item))
                    self._tell()
        except BaseException as fault:  # whatever it is, the thread that asked for the items has to get it
            self._fault = fault
        with self._change:
            self._over = True
            self._tell()

    def _is_full(self) -> bool:
        return self._held_items >= self._most_items or self._held_characters >= self._most_characters

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self._teller.send_bytes(b"!")


class _Worker(NamedTuple):
    process: BaseProcess
    connection: Connection
    work: deque[tuple[int, Any]]  # what it was given and has not answered, in order


class _Pool(Generic[Item, Result]):
    """Processes that each do one chunk at a time and answer item by item, so that a death costs one item."""

    def __init__(self, task: Callable[[Sequence[Item]], Iterable[Result]], lost: Callable[[Item], Result]) -> None:
        self._task = task
        self._lost = lost
        self._workers: list[_Worker] = []
        self._deaths: dict[int, int] = {}

    def start(self, jobs: int) -> None:
        """Starts as many processes as can be; raises OSError where that is none."""
        gc.freeze()  # so that the pages which the workers inherit stay shared
        for _ in range(jobs):
            try:
                self._workers.append(self._started())
            except OSError:
                if not self._workers:
                    raise
                break

    def idle(self) -> list[_Worker]:
        return [worker for worker in self._workers if not worker.work]

    def is_idle(self) -> bool:
        return not any(worker.work for worker in self._workers)

    def give(self, worker: _Worker, chunk: list[tuple[int, Item]]) -> None:
        """Gives work to an idle worker, or to a new one where it has died meanwhile."""
        parts = [[each] for each in chunk] if self._is_suspect(chunk) else [chunk]
        try:
            worker.connection.send(parts)
        except OSError:
            worker = self._replaced(worker)
            worker.connection.send(parts)
        worker.work.extend(chunk)

    def collect(self, news: Connection, signals: list[int]) -> Iterator[tuple[int, Item, Result]]:
        """Waits for answers, ``news`` or ``signals``; yields number, item and result of what was answered."""
        busy = {worker.connection: worker for worker in self._workers if worker.work}
        waited: list[Connection | int] = [*busy, *signals]
        if len(busy) < len(self._workers):
            waited.append(news)
        for connection in wait(waited):
            if connection is news:
                continue
            if isinstance(connection, int):
                os.read(connection, _MOST_SIGNALS)
                continue
            worker = busy[connection]  # type: ignore[index]
            try:
                number, result = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._after_death(worker)
                continue
            _, item = worker.work.popleft()
            yield number, item, result

    def end(self) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()

    def _after_death(self, worker: _Worker) -> Iterator[tuple[int, Item, Result]]:
        """Yields the item that the worker died of, if it was not the first; a new worker does the rest.

        Of items that were given together any may have been the one: no death is counted, but each goes by itself now.
        """
        work = list(worker.work)
        number, item = work[0]
        if len(work) == 1 or self._is_suspect(work):
            self._deaths[number] = self._deaths.get(number, 0) + 1
            if self._deaths[number] == ATTEMPTS:
                del work[0]
                yield number, item, self._lost(item)
        for number, _ in work:
            self._deaths.setdefault(number, 0)
        successor = self._replaced(worker)
        if work:
            self.give(successor, work)

    def _is_suspect(self, chunk: list[tuple[int, Item]]) -> bool:
        """Returns whether a process has died with some of this work, so that each is to be done by itself."""
        return any([number in self._deaths for number, _ in chunk])

    def _replaced(self, worker: _Worker) -> _Worker:
        worker.connection.close()
        worker.process.kill()
        worker.process.join()
        place = self._workers.index(worker)
        del self._workers[place]
        successor = self._started()
        self._workers.insert(place, successor)
        return successor

    def _started(self) -> _Worker:
        ours, theirs = multiprocessing.Pipe()
        make: type[BaseProcess]
        if _can_fork():
            make = multiprocessing.get_context("fork").Process
            inherited = [worker.connection for worker in self._workers] + [ours]
        else:
            make = multiprocessing.get_context("spawn").Process
            inherited = []
        process = make(target=_serve, args=(self._task, theirs, inherited), daemon=True)
        try:
            with _interrupts_held():
                process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        return _Worker(process, ours, deque())


def _can_fork() -> bool:
    """Returns whether processes can inherit what is loaded: where forking is there, and safe."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keeps Ctrl-C from a process that is being started until it has said that it ignores it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(task: Callable[[Any], Iterable[Any]], connection: Connection, inherited: list[Connection]) -> None:
    """What a worker does until it is ended, or until the program that started it is no more."""
    if os.name == "posix":
        signal.set_wakeup_fd(-1)  # signals that it gets wake it alone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program that started it ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for other in inherited:
        other.close()  # or the end of the program would not be seen
    try:
        while True:
            for part in connection.recv():
                for (number, _), result in zip(part, task([item for _, item in part])):
                    connection.send((number, result))
    except (EOFError, OSError):
        os._exit(0)

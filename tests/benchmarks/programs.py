"""What the command costs as a program: start-up, memory, and how its time grows with its input and processes."""
from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import process_time
from typing import NamedTuple

import briefx
from tests.benchmarks.articles import SEEDS, json_lines, text_of


class Cost(NamedTuple):
    """``cpu`` and ``wall`` in seconds (children included), ``memory`` in MB (of the largest process)."""

    cpu: float
    wall: float
    memory: float


# A process is counted as large as the one that started it was, so a small one starts what is measured.
_STARTER = """
import os, sys, time
sink = os.open(os.devnull, os.O_WRONLY)
start = time.perf_counter()
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, sink, 1)])
_, status, usage = os.wait4(process, 0)
print(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def cost_of(command: list[str], *, stdin: str | None = None, environment: dict[str, str] | None = None) -> Cost:
    """Returns what a command costs; its output is thrown away."""
    with open(stdin or os.devnull, "rb") as source:
        done = subprocess.run([sys.executable, "-S", "-c", _STARTER, *command], stdin=source, env=environment,
                              check=True, capture_output=True, text=True)
    cpu, wall, memory = map(float, done.stdout.split())
    return Cost(cpu, wall, memory / (2**20 if sys.platform == "darwin" else 2**10))


def start_up(rounds: int = 9) -> list[tuple[str, float, float]]:
    """Returns (what, CPU seconds, times the bare interpreter); without site packages, as in an empty environment."""
    # -I would hide PYTHONPATH; -S leaves out what an environment's own start files load.
    python = [sys.executable, "-S"]
    # What pip writes as the command.
    command = [*python, "-c", "import re, sys; from briefx.cli import program; sys.exit(program())"]
    rows = [("python -c pass", [*python, "-c", "pass"]),
            ("briefx --version", [*command, "--version"]),
            ("briefx --help", [*command, "--help"]),
            ("one article", [*command, "extract", str(sorted(SEEDS.glob("*.txt"))[0])])]
    with tempfile.TemporaryDirectory() as place:
        # The modules are compiled once, as an installation does.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": place}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        least = {what: cost_of(command, environment=environment).cpu for what, command in rows}
        for _ in range(rounds):
            for what, command in rows:
                least[what] = min(least[what], cost_of(command, environment=environment).cpu)
    return [(what, cpu, cpu / least[rows[0][0]]) for what, cpu in least.items()]


def by_length(lengths: Iterable[int] = (125_000, 500_000, 2_000_000), rounds: int = 3) -> list[tuple[int, float]]:
    """Returns (characters of one article, CPU seconds: the least of a few rounds)."""
    briefx.extract(text_of(10_000))
    texts = [text_of(length) for length in lengths]
    least = [float("inf")] * len(texts)
    for _ in range(rounds):
        for number, text in enumerate(texts):
            start = process_time()
            briefx.extract(text).to_dict()
            least[number] = min(least[number], process_time() - start)
    return list(zip(map(len, texts), least))


def by_count(counts: Iterable[int] = (50, 200, 800)) -> list[tuple[int, Cost]]:
    """Returns (articles as JSON Lines, cost)."""
    return [(count, _lines(count, 1)) for count in counts]


def by_jobs(count: int = 400, jobs: Iterable[int] = (1, 2)) -> list[tuple[int, Cost]]:
    """Returns (processes, cost) for that many articles."""
    return [(each, _lines(count, each)) for each in jobs]


def _lines(count: int, jobs: int) -> Cost:
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, "articles.jsonl")
        with open(source, "wb") as file:
            file.writelines(json_lines(count))
        return cost_of([sys.executable, "-m", "briefx", "extract", "-", "--input-format", "jsonl", "--format", "jsonl",
                        "--jobs", str(jobs)], stdin=str(source))

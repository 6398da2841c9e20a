"""Prints the table; names of parts (stages, start, length, documents, jobs) as arguments print those alone."""
from __future__ import annotations

import sys

from tests.benchmarks import programs, stages
from tests.benchmarks.articles import documents


def _stages() -> None:
    rows = stages.measured(documents() * 3, 5)
    bare = rows[0]
    print("| Stage | Words a second | Times the bare pattern |\n|---|---:|---:|")
    for row in rows:
        print(f"| {row.name} | {row.speed:,.0f} | {row.seconds / bare.seconds:.1f} |")


def _start() -> None:
    print("| Start-up | CPU ms | Times the bare interpreter |\n|---|---:|---:|")
    for what, seconds, times in programs.start_up():
        print(f"| {what} | {seconds * 1000:.0f} | {times:.1f} |")


def _length() -> None:
    rows = programs.by_length()
    print("| Characters of one article | CPU s | µs a character |\n|---:|---:|---:|")
    for length, seconds in rows:
        print(f"| {length:,} | {seconds:.2f} | {seconds / length * 1e6:.2f} |")


def _documents() -> None:
    print("| Articles | CPU s | Memory MB |\n|---:|---:|---:|")
    for count, cost in programs.by_count():
        print(f"| {count:,} | {cost.cpu:.2f} | {cost.memory:.0f} |")


def _jobs() -> None:
    rows = programs.by_jobs()
    print("| Processes | Seconds | Times as fast |\n|---:|---:|---:|")
    for jobs, cost in rows:
        print(f"| {jobs} | {cost.wall:.2f} | {rows[0][1].wall / cost.wall:.2f} |")


PARTS = {"stages": _stages, "start": _start, "length": _length, "documents": _documents, "jobs": _jobs}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
        print()

"""Measurements beside the tests: `python3 -m tests.benchmarks` prints the table."""

"""Breaks the package on purpose, in small ways, to see that a test fails: ``python3 -m tests.mutation --help``."""

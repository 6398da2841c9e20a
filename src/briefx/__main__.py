"""``python -m briefx``: the command, where the console script is not on the path."""
from __future__ import annotations

from briefx.cli import main

if __name__ == "__main__":
    raise SystemExit(main())

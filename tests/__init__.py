"""The tests. `python3 -m unittest` at the root runs them, with nothing installed."""
import os
import sys
from pathlib import Path

SOURCE = str(Path(__file__).resolve().parent.parent / "src")

sys.path.insert(0, SOURCE)
# Programs that the tests start find the package as well.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (SOURCE, os.environ.get("PYTHONPATH"))))

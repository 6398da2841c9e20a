"""The tests. `python3 -m unittest` at the root runs them, with nothing installed."""
import os
import sys
import tempfile
from pathlib import Path

SOURCE = str(Path(__file__).resolve().parent.parent / "src")

sys.path.insert(0, SOURCE)
# Programs that the tests start find the package as well.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (SOURCE, os.environ.get("PYTHONPATH"))))
# They compile it once for all of them, and leave nothing in the checkout.
_COMPILED = tempfile.TemporaryDirectory(prefix="briefx-tests-")
os.environ["PYTHONPYCACHEPREFIX"] = _COMPILED.name
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

"""The tests. `python3 -m unittest` at the root runs them, with nothing installed."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

"""The runners in benchmarks/ are scripts; their modules are tested from here."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

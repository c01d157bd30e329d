"""What a user has added to the gazetteer must not change what the tests see."""

from __future__ import annotations

import os

os.environ["DATELINE_PLACES"] = os.devnull

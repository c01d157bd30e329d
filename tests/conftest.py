"""What all tests share: no places that a user has added, and in CI the same examples at every run."""

from __future__ import annotations

import os

from hypothesis import settings

# A chance find would fail a change that has nothing to do with it; runs by hand go on looking.
settings.register_profile("settled", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("settled")

os.environ["DATELINE_PLACES"] = os.devnull

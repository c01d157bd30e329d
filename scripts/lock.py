"""Write requirements.lock and requirements-dev.lock anew. Run by `make lock`, in an environment that has uv.

The locks name every package with the hashes of all its files, for each platform and each Python from 3.11
on. Settings of this machine (indexes, mirrors) stay out of them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMPILE = (
    *("-m", "uv", "pip", "compile", "--no-config", "--quiet", "--upgrade"),
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"),
    *("--custom-compile-command", "make lock", "--group", "build", "pyproject.toml"),
)


def main() -> None:
    """Both locks; the one for development holds to the versions of the other."""
    for options in (
        ("--output-file", "requirements.lock"),
        ("--extra", "dev", "--constraint", "requirements.lock", "--output-file", "requirements-dev.lock"),
    ):
        subprocess.run([sys.executable, *COMPILE, *options], cwd=ROOT, check=True)  # noqa: S603 - fixed words


if __name__ == "__main__":
    main()

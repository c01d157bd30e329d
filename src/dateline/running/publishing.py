"""Writing a ledger's files anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.ledger import Ledger
from dateline.publishing import FORMATS, write_outputs
from dateline.running.settings import RunSettings


def publish(
    ledger: Ledger, out: Path, settings: RunSettings, formats: Sequence[str] | None = None
) -> list[Path]:
    """Write what the ledger holds into the folder `out`, under the title of its last run; give the files.

    `formats` are names of `FORMATS` (all when None). Raises as `write_outputs` does.
    """
    title, _ = ledger.report()
    return write_outputs(ledger.record(), out, formats=formats, title=title, knowledge=settings.lexicon)


def published_formats(out: Path) -> list[str]:
    """The formats of which a file lies in the folder."""
    return [name for name, form in FORMATS.items() if (out / form.filename).exists()]

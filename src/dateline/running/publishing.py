"""Writing a ledger's files anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.ledger import Ledger
from dateline.ledger.neighbours import Neighbours
from dateline.publishing import FORMATS, published_formats, write_outputs
from dateline.running.linking import recompute
from dateline.running.settings import RunSettings


def publish(
    ledger: Ledger,
    out: Path,
    settings: RunSettings,
    formats: Sequence[str] | None = None,
) -> list[Path]:
    """Write what the ledger holds into the folder `out`, under the title of its last run; give the files.

    `formats` are names of `FORMATS` (the usual ones when None). Raises as `write_outputs` does.
    """
    if formats is not None and not formats:
        return []
    title, _ = ledger.report()
    return write_outputs(ledger.record(), out, formats=formats, title=title, knowledge=settings.lexicon)


def export(
    ledger: Ledger, out: Path, settings: RunSettings, formats: Sequence[str] | None = None
) -> tuple[list[Path], bool]:
    """`publish` for a ledger on its own: the files, and whether its incidents are those of its claims and
    decisions of now.

    They are computed anew for that where these knowledge files and this version computed them before, else
    they are left as they are.
    """
    if Neighbours(ledger).linker() == settings.linker:
        recompute(ledger, settings)
    return publish(ledger, out, settings, formats), ledger.linked(ledger.linker() or "")


def left_behind(out: Path, written: Sequence[Path]) -> list[str]:
    """The names of published files in the folder `out` that were not written with the others, and so may
    hold an older state of the record."""
    names = [file for name in published_formats(out) for file in FORMATS[name].files]
    return [file for file in names if (out / file).exists() and out / file not in written]

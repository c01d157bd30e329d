"""The registry of formats, and writing them into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError
from dateline.model import Record
from dateline.publishing.acled import incidents_acled_csv
from dateline.publishing.atomic import write_whole
from dateline.publishing.claims_jsonl import claims_jsonl
from dateline.publishing.geojson import incidents_geojson
from dateline.publishing.html_report import report_html
from dateline.publishing.hxl import incidents_hxl_csv
from dateline.publishing.incidents_jsonl import incidents_jsonl
from dateline.publishing.options import PublishingOptions
from dateline.publishing.parquet import claims_parquet, incidents_parquet
from dateline.publishing.plover import incidents_plover_jsonl
from dateline.publishing.ucdp_ged import incidents_ged_csv

Render = Callable[[Record, PublishingOptions], Iterable[str | bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """What `--format` names: one file or more. `files` gives, by file name, what makes its content piece
    by piece, without reading or writing; `usual` formats are written when none is named."""

    name: str
    description: str
    files: dict[str, Render]
    usual: bool = False


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format(
            "jsonl",
            "claims and incidents as JSON Lines, all that is known of them",
            {"claims.jsonl": claims_jsonl, "incidents.jsonl": incidents_jsonl},
            usual=True,
        ),
        Format(
            "ged", "incidents in the columns of UCDP GED", {"incidents.csv": incidents_ged_csv}, usual=True
        ),
        Format(
            "geojson", "incidents for a GIS (RFC 7946)", {"incidents.geojson": incidents_geojson}, usual=True
        ),
        Format("report", "the record as one page, for reading", {"report.html": report_html}, usual=True),
        Format("acled", "incidents as rows of ACLED", {"incidents.acled.csv": incidents_acled_csv}),
        Format("plover", "incidents as PLOVER events", {"incidents.plover.jsonl": incidents_plover_jsonl}),
        Format("hxl", "incidents as CSV with HXL hashtags", {"incidents.hxl.csv": incidents_hxl_csv}),
        Format(
            "parquet",
            "claims and incidents as typed tables",
            {"claims.parquet": claims_parquet, "incidents.parquet": incidents_parquet},
        ),
    )
}
USUAL = tuple(name for name, form in FORMATS.items() if form.usual)
SETS = {"all": tuple(FORMATS), "usual": USUAL, "none": ()}
"""Words that stand for several formats, or for none."""


def named_formats(words: Iterable[str]) -> list[str]:
    """The formats that a person names: one or more words, each a list with commas, in any case.

    "all", "usual" and "none" stand for what they say. Comes in the registry's order, each once. Raises
    InputError, naming those that there are, for any other word and when no word is left.
    """
    given = [name.strip().lower() for word in words for name in word.split(",") if name.strip()]
    if unknown := sorted({name for name in given if name not in FORMATS and name not in SETS}):
        raise InputError(
            f"no format is called {', '.join(unknown)}; there are {', '.join(FORMATS)}, and {', '.join(SETS)}"
        )
    if not given:
        raise InputError(f"no format is named; there are {', '.join(FORMATS)}, and {', '.join(SETS)}")
    chosen = {name for word in given for name in SETS.get(word, (word,))}
    return [name for name in FORMATS if name in chosen]


def write_outputs(
    record: Record,
    out: Path,
    *,
    formats: Sequence[str] | None = None,
    title: str | None = None,
    knowledge: Path | None = None,
) -> list[Path]:
    """Write `record` into the folder `out` (made when it is not there) and give the files written.

    Every file appears whole or not at all, and the same record and settings give the same bytes.
    `formats` are names of `FORMATS` (the usual ones when None); `title` heads the report; `knowledge` is
    the user's folder of knowledge files. Raises InputError for an unknown format or a folder that
    cannot be written, KnowledgeError when a file of the user's is wrong.
    """
    names = list(USUAL) if formats is None else named_formats(formats) if formats else []
    options = PublishingOptions(title=title, knowledge=knowledge)
    try:
        out.mkdir(parents=True, exist_ok=True)
        return [
            write_whole(out / filename, render(record, options))
            for name in names
            for filename, render in FORMATS[name].files.items()
        ]
    except OSError as error:
        raise InputError(f"{error.filename or out}: cannot be written ({error.strerror})") from error


def published_formats(out: Path) -> list[str]:
    """The formats of which a file lies in the folder."""
    return [name for name, form in FORMATS.items() if any((out / file).exists() for file in form.files)]

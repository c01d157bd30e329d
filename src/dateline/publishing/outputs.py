"""The registry of formats, and writing them into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError
from dateline.model import Record
from dateline.publishing.atomic import write_whole
from dateline.publishing.claims_jsonl import claims_jsonl
from dateline.publishing.geojson import incidents_geojson
from dateline.publishing.html_report import report_html
from dateline.publishing.incidents_jsonl import incidents_jsonl
from dateline.publishing.options import PublishingOptions
from dateline.publishing.ucdp_ged import incidents_ged_csv

Render = Callable[[Record, PublishingOptions], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: `render` gives its text piece by piece, without reading or writing."""

    name: str
    filename: str
    description: str
    render: Render


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("claims", "claims.jsonl", "every claim, contract order", claims_jsonl),
        Format("incidents", "incidents.jsonl", "every incident, contract order", incidents_jsonl),
        Format("ged", "incidents.csv", "incidents in the columns of UCDP GED", incidents_ged_csv),
        Format("geojson", "incidents.geojson", "incidents for a GIS (RFC 7946)", incidents_geojson),
        Format("report", "report.html", "the record as one page, for reading", report_html),
    )
}


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
    `formats` are names of `FORMATS` (all when None); `title` heads the report; `knowledge` is the
    user's folder of knowledge files. Raises InputError for an unknown format or a folder that
    cannot be written, KnowledgeError when a file of the user's is wrong.
    """
    names = list(FORMATS) if formats is None else list(formats)
    if unknown := [name for name in names if name not in FORMATS]:
        raise InputError(f"no format is called {', '.join(unknown)}; there are {', '.join(FORMATS)}")
    options = PublishingOptions(title=title, knowledge=knowledge)
    try:
        out.mkdir(parents=True, exist_ok=True)
        return [
            write_whole(out / FORMATS[name].filename, FORMATS[name].render(record, options)) for name in names
        ]
    except OSError as error:
        raise InputError(f"{error.filename or out}: cannot be written ({error.strerror})") from error

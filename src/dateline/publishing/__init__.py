"""Station: publishing. A record becomes files that other people can open, each by a registered format.

    write_outputs(record, Path("build/record"))

writes the usual formats of `FORMATS`; `formats=["report", "acled"]` only those.
"""

from dateline.publishing.outputs import (
    FORMATS,
    USUAL,
    Format,
    named_formats,
    published_formats,
    write_outputs,
)

__all__ = ["FORMATS", "USUAL", "Format", "named_formats", "published_formats", "write_outputs"]

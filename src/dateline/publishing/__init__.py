"""Station: publishing. A record becomes files that other people can open, each by a registered format.

    write_outputs(record, Path("build/record"))

writes every format of `FORMATS`; `formats=["report", "claims"]` only those.
"""

from dateline.publishing.outputs import FORMATS, Format, write_outputs

__all__ = ["FORMATS", "Format", "write_outputs"]

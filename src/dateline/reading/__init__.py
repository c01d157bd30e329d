"""From files, folders and standard input to stories, and what in a story's text is no story."""

from dateline.reading.dateline import DatelineLine, read_dateline
from dateline.reading.furniture import furniture_spans
from dateline.reading.inputs import read_inputs
from dateline.reading.reasons import Reason

__all__ = ["DatelineLine", "Reason", "furniture_spans", "read_dateline", "read_inputs"]

"""The report: views of the record, charts and outlines, put together into one page."""

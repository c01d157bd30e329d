"""The whole line, station by station: what the commands call."""

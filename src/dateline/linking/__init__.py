"""Station: linking."""

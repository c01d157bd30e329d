"""Station: reading."""

"""Station: resolving."""

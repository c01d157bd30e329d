"""Station: publishing."""

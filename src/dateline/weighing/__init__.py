"""Station: weighing."""

"""Station: ledger."""

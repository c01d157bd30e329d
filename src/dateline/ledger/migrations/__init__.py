"""The steps by which the ledger's tables came to be what `schema` says; run when a ledger is opened."""

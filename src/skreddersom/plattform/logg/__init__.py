"""Who saw what: an append-only, hash-chained log for each unit, written in the same transaction as what it tells."""

"""One folder for each use: from candidate to provider, office and county."""

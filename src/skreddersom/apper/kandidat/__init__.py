"""From the file an office already makes, to an outcome for each candidate."""

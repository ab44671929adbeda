"""English, as it is read in Norway."""

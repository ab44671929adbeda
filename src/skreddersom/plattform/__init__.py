"""What the use areas stand on: database, access, log, letters, look. Knows the core, and none of those who use it."""

"""The control catalogue asked of an office, by the limits of the law and those the office has set itself."""

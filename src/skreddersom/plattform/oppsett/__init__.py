"""The house put together: settings, addresses, and the table of who may open which page."""

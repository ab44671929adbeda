"""Who may see what: offices, roles, row-level security, and the table of pages."""

"""A case as the pages show it: everything worked out before the template, so that a line costs no query and no thought."""

"""The pages: thin, one module for each kind. What they show comes from ``sporringer`` and its like, what they do is in ``handlinger``."""

"""``benk web``: the pages under load, on a database as large as the whole country's, and what row-level security costs there."""

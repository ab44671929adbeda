"""The environment variables that PostgreSQL's own processes get."""

from __future__ import annotations

import os

# Nothing of the user's: a PGDATA, PGPORT or LD_LIBRARY_PATH would lead them astray, and the language decides what their messages
# look like to us. Times are stored and logged in UTC on every machine.
RENE_OMGIVELSER = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}

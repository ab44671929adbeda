"""Settings of the server that is killed: as in the tests, on the database that the environment names.

With ``DRAP_SEN_COMMIT`` it is the build that must fail: the commit comes after the answer.
"""

from __future__ import annotations

import os

from skreddersom.plattform.oppsett.omgivelser import database
from skreddersom.plattform.oppsett.prove import *  # noqa: F403 – settings build on one another by star
from skreddersom.plattform.oppsett.prove import MIDDLEWARE

DATABASES = {"default": database(os.environ["DRAP_DATABASE"])}
if os.environ.get("DRAP_SEN_COMMIT"):
    MIDDLEWARE = [*MIDDLEWARE[:-1], "drap.sen_commit.SenCommit"]

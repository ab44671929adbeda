"""What the web server runs. It does not start as a database role that row-level security does not hold."""

from __future__ import annotations

import gc
import os
import sys

# Before anything loads Polars: the frames of a page are small, and dealing them out to threads costs more than the work.
os.environ.setdefault("POLARS_MAX_THREADS", "1")

from django.core.wsgi import get_wsgi_application

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.oppsett.prosesser import slutt_med_forelderen
from skreddersom.plattform.tilgang.rettigheter import krev_liten_rolle

# A worker whose server has been killed would go on answering at the same address, with the code of the day before.
slutt_med_forelderen()
application = get_wsgi_application()
try:
    krev_liten_rolle()
except Brukerfeil as feil:
    sys.stderr.write(f"Feil: {feil}\n")
    sys.exit(2)

# What is made at start stays for good, and need not be gone through; pages make thousands of objects, which mostly die by themselves.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)

"""Skreddersøm: from a KOSTRA 11F file to the people who may have the right to kvalifiseringsprogrammet."""

import os

__version__ = "0.1.0"

# How Polars keeps memory that it has used: in one heap for all threads, given back after a tenth of a second. Left alone it waits for
# a second or two, and a million records take a third more. Polars asks when it is loaded, and the package is loaded before it.
# Whoever has set it already is left in peace.
os.environ.setdefault("_RJEM_MALLOC_CONF", "narenas:1,dirty_decay_ms:100,muzzy_decay_ms:0")

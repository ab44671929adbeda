"""Skreddersøm: from a KOSTRA 11F file to the people who may have the right to kvalifiseringsprogrammet."""

__version__ = "0.1.0"

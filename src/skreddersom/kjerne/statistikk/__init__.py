"""Exact statistics for small numbers."""

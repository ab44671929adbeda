"""Filters of the candidates' pages."""

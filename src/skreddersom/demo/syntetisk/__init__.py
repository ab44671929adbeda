"""Synthetic 11F and 11CF files: invented people with the distributions of real ones, for demonstration, tests and measurement."""

from skreddersom.demo.syntetisk.skriv_filer import lag, lag_agder

__all__ = ["lag", "lag_agder"]

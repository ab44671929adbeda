"""Sosialtjenesteloven as dated, three-valued code."""

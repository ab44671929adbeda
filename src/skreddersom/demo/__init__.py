"""Synthetic people and files. Never real persons: fødselsnummer have month + 80."""

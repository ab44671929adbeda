"""The party's whole case in one file, less what the law withholds: gathered as rows, set as PDF and JSON, put in a zip with the letters."""

"""Områdeovervåking: from questions to a report one can trust. Answers, codes, matrix, claims that cite their cells, and the report."""

"""What the municipal 11CF files tell of kvalifiseringsprogrammet, municipality by municipality and year by year: counts, never persons."""

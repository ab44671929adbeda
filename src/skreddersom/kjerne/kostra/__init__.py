"""The municipal KOSTRA files 11F and 11CF: layout by year, reading, writing and controls."""

"""Letters: the words by kind and målform, the PDF, the kept letter and how it is sent."""

"""Documents as files: a page, a PDF, a Word document and a workbook, all from the same ``kjerne.dokument.Dokument``. No Django."""

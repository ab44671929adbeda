"""The jobs that are measured: one module each, with ``forbered(oppdrag)`` that makes the work ready and says what comes out of it."""

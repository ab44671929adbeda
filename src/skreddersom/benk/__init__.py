"""Benchmarks: our code against a floor and against peers, in one run."""

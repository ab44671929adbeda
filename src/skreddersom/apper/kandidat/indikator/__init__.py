"""The indicators as the County Governor sees them: numbers of municipalities, small ones hidden, as pictures and tables."""

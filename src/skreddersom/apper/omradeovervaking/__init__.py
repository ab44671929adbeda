"""Områdeovervåking: the County Governor asks the offices, codes what they answer, and reports with the evidence attached."""

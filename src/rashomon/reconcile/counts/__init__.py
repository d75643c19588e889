"""Findings on counts: intervals compared, sums of parts, estimates and figures."""

"""Findings on acts and on control of places."""

"""Tolls over time: intervals by root along the days."""

"""Readings in, events out: copies, similarity, grouping."""

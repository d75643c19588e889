"""The times a report names, and the days they mean."""

"""The places a report names, and where they are."""

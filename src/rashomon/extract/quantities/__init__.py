"""Numbers of anything, with their hedges, as intervals."""

"""Each measure and group with its range, verdict and roots, and what published policies make of it."""

"""What of a report belongs to its main happening, and what stands beside or before it."""

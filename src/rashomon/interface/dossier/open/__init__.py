"""What is still open, and the notes on what was read."""

"""The verdict ladder, the series it compares, and the steps that were tried."""

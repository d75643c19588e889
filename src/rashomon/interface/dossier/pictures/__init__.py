"""Charts as SVG that takes its colours from the page: the one seam to the drawing library."""

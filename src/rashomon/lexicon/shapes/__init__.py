"""Countries' shapes for small maps: made once from Natural Earth, loaded when a map is drawn."""

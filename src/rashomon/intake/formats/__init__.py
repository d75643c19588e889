"""One module a format: bytes or text in, reports out."""

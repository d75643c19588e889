"""A record in, files out that others load: one module a format."""

"""Members' data."""

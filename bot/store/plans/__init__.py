"""Members' training plans and the weeks that are over."""

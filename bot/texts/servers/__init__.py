"""Words of /config."""

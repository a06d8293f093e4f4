"""Words of /legday."""

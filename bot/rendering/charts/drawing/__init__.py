"""Drawing, the one place that imports matplotlib; only ``worker``'s process does."""

"""Words of logging runs."""

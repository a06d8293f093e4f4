"""Words of /canirun."""

"""Words of the profile, consent and data."""

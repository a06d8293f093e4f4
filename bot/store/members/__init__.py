"""What is kept of members."""

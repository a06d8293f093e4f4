"""What is kept of servers."""

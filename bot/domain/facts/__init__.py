"""What is known: the types the other layers read, and the errors they raise."""

"""What each command changes about a member or a server."""

"""What comes again and again: a server's posts and members' own rules."""

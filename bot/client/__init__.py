"""Discord's side of the process: the client, interactions, answers."""

"""Moving a bot's data from one database to another, of the other engine."""

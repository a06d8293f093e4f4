"""Where everything is kept: the only SQL in the project. Rows become domain objects here."""

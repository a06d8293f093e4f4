"""Discord's face: options in, one answer out. No SQL, no rules, no prose."""

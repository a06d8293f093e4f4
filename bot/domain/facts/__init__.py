"""Facts: the types that the other layers share, and their errors."""

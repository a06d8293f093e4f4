"""Group life: roll calls, who answered what, and when they close."""

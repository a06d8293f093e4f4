"""The week planner and keeping the plan: what is planned against what the model says; pure."""

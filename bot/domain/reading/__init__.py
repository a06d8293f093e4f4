"""What people type, understood: moments, times, zones, exercises, numbers."""

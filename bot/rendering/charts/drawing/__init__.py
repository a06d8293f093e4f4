"""Drawing with matplotlib, imported by the drawing process only."""

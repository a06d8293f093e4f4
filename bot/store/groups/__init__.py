"""The store of group life: who takes part where, roll calls and their answers."""

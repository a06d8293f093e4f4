"""The words of group life: roll calls, joining and leaving."""

"""Pictures in words: what each shows, its labels, and the text for those who cannot see it."""

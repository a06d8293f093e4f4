"""Members' words in other languages than English: a table each, which puts them into English."""

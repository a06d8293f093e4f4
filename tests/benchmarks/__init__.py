"""What the bot costs: each figure a ratio to a floor measured in the same run (`make bench`)."""

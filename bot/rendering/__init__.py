"""Cards and pictures as Discord takes them."""

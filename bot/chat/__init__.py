"""Chat: what the Discord bot decides and writes. Nothing here knows Discord itself."""

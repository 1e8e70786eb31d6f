"""PDF and Word files: what is printed on their pages is put together again by ``paper``."""

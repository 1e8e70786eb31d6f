"""Files as they are handed in: one (``door``), a folder of them, a bundle, one only looked at."""

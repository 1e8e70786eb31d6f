"""Linking: an address that opens the original article at one sentence. Pure."""

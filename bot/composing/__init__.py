"""Composing: from what a search found to the answer that is shown, in whole sentences. Pure."""

"""From what a person hands in (a file, pasted text, a saved page) to a draft of an article."""

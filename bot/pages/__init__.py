"""Pages: what a terminal, a file or a machine is given to read. Pure."""

"""Strangers' files are parsed apart, in a process that may be killed.

``door`` starts ``worker``, hands it a file, and waits no longer than it may; ``parse`` is what
the worker does.
"""

from index.intake.apart.door import Worker, read

__all__ = ["Worker", "read"]

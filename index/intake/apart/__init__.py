"""Strangers' files are parsed apart, in a process that may be killed.

``door`` starts ``worker``, hands it a file, and waits no longer than it may; ``parse`` is what
the worker does with one: an article is read, a feed, or a robots.txt.
"""

from index.intake.apart.door import Worker, read, read_feed, read_robots

__all__ = ["Worker", "read", "read_feed", "read_robots"]

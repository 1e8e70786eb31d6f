"""From what a person hands in (a file, pasted text, a saved page) to a draft of an article.

    bytes -> file (size, encoding) -> paste | page | front matter -> Draft

``paste`` asks small rules, one file each: lines, wrap, fields, link, caption, furniture, head,
byline, date, outlet, tail. ``page`` is the one door to trafilatura and htmldate.
"""

from index.intake.file import LARGEST_BYTES
from index.intake.folder import read_file, readable_files
from index.intake.read import read

__all__ = ["LARGEST_BYTES", "read", "read_file", "readable_files"]

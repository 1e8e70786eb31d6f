"""From what a person hands in (a file, pasted text, a link) to a draft of an article.

    bytes -> file (size, encoding) -> paste | front matter -> Draft
                                   -> apart (another process) -> page | document
    .zip, .jsonl -> file.bundle -> each piece as above
    link  -> web -> fetch -> the same, or a sentence on what stands there instead (page.wall)

Each room says in its first lines what it does. ``line`` is what several of them know of a single
line; ``decode`` turns bytes into text, ``kinds`` lists the files that are read, ``handed`` is what
is parsed apart, ``likeness`` tells one story printed twice.
"""

from index.intake.decode import LARGEST_BYTES, check_size
from index.intake.file.bundle import Piece, is_bundle, pieces
from index.intake.file.door import latest_day, read
from index.intake.file.folder import read_file, readable_files
from index.intake.kinds import READABLE, is_readable, named
from index.intake.line.date import NO_DATE
from index.intake.line.notices import NO_HEADLINE

__all__ = [
    "LARGEST_BYTES",
    "NO_DATE",
    "NO_HEADLINE",
    "READABLE",
    "Piece",
    "check_size",
    "is_bundle",
    "is_readable",
    "latest_day",
    "named",
    "pieces",
    "read",
    "read_file",
    "readable_files",
]

"""From what a person hands in (a file, pasted text, a saved page) to a draft of an article.

    bytes -> file (size, encoding) -> paste | front matter -> Draft
                                   -> apart (another process) -> page | pdf_file | docx_file
    .zip, .jsonl -> bundle -> each piece as above
    link  -> web -> fetch -> the same, or a sentence on what stands there instead (``wall``)

A paste is read by small pure rules, one file for each concern, in this order: ``lines``,
``fields`` (header lines), ``wrap``, ``sheet`` (which lines are captions, furniture, running text:
``caption``, ``furniture``), ``link``, ``top`` (the head: ``head``, ``byline``, ``date``), ``body``
and ``tail`` (what is text), ``when`` (the date), ``outlet``, ``notices`` (what to warn of).
What is printed in a PDF is put together by ``paper``.
``page`` is the one door to trafilatura, ``page_date`` to htmldate, ``page_data`` to lxml.
"""

from index.intake.bundle import Piece, is_bundle, pieces
from index.intake.file import LARGEST_BYTES, check_size
from index.intake.folder import read_file, readable_files
from index.intake.kinds import READABLE, is_readable, named
from index.intake.read import latest_day, read

__all__ = [
    "LARGEST_BYTES",
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

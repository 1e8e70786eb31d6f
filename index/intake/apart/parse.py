"""What a worker does: the bytes of a page, a PDF or a Word file -> a draft. Runs apart.

Beside it the bytes of a feed -> its entries, and of a robots.txt -> what it says of an address.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from index.article import Draft
from index.intake import feed, page, robots
from index.intake.document import docx_file, pdf_file
from index.intake.handed import Handed, Task


def done(task: Task, handed: Handed) -> dict[str, Any]:
    """Do a task; return what came of it as a machine reads it, under the name of its kind.

    Raises ``InputError`` as the readers do.
    """
    address = handed.address or ""
    match task:
        case "draft":
            return {"draft": dataclasses.asdict(parse(handed))}
        case "robots":
            found = robots.read(handed.data, address, handed.name)
            return {"robots": dataclasses.asdict(found)}
        case "feed":
            told = feed.read(handed.data, address, handed.charset)
            kind = "feed" if isinstance(told, feed.Feed) else "alternates"
            return {kind: dataclasses.asdict(told)}


def parse(handed: Handed) -> Draft:
    """Read it, in this process. Raises ``InputError`` as the readers do."""
    if handed.is_pdf or handed.suffix == ".pdf":
        return pdf_file.read(handed)
    if handed.suffix == ".docx":
        return docx_file.read(handed)
    return page.read(handed.name, handed.data, handed.today, handed.address, handed.charset)

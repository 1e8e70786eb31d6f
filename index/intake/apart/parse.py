"""What a worker does: the bytes of a page, a PDF or a Word file -> a draft. Runs apart."""

from __future__ import annotations

from index.article import Draft
from index.intake import page
from index.intake.document import docx_file, pdf_file
from index.intake.handed import Handed


def parse(handed: Handed) -> Draft:
    """Read it, in this process. Raises ``InputError`` as the readers do."""
    if handed.is_pdf or handed.suffix == ".pdf":
        return pdf_file.read(handed)
    if handed.suffix == ".docx":
        return docx_file.read(handed)
    return page.read(handed.name, handed.data, handed.today, handed.address, handed.charset)

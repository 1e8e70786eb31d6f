"""A PDF -> a draft. The one door to pypdf."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from index.article import Draft
from index.errors import NoArticleText, NotReadable
from index.intake import paste
from index.intake.document.paper import PrintedLine
from index.intake.document.paper import read as read_paper
from index.intake.handed import Handed

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

# An article fills a few pages; a report of more is not one article.
MOST_PAGES = 100
# US Letter, where a page does not say how high it is.
_HEIGHT = 792.0


def read(handed: Handed) -> Draft:
    """Read a PDF as an article.

    Its data on the file (when it was made, by which program and account) say nothing of when and
    by whom the article was published, and are not used. Raises ``NotReadable`` and
    ``NoArticleText``.
    """
    reader = _opened(handed)
    height = float(reader.pages[0].mediabox.height) or _HEIGHT
    lines = (line for number, page in enumerate(reader.pages) for line in _lines(number, page))
    paper = read_paper(lines, height)
    if not paper.headline and not paper.paragraphs:
        raise NoArticleText(
            f"“{handed.name}” holds pictures of pages and no text. Have its text recognised (OCR), "
            "or type out what you need, and add that as a .txt file."
        )
    text = "\n\n".join([*([paper.headline] if paper.headline else []), *paper.paragraphs])
    draft = paste.clean(text, handed.today)
    return replace(draft, title=paper.headline) if paper.headline else draft


def _opened(handed: Handed) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(handed.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotReadable(
                f"“{handed.name}” is a PDF locked with a password. Save it without, and add that."
            )
        count = len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotReadable(
            f"“{handed.name}” is a PDF that is broken or locked. Open it, copy the article’s text "
            "into a .txt file and add that."
        ) from error
    if count > MOST_PAGES:
        raise NotReadable(
            f"“{handed.name}” has {count:,} pages, and {MOST_PAGES} is the most that is read as "
            "one article. Save the article’s pages alone."
        )
    if not count:
        raise NoArticleText(f"“{handed.name}” is a PDF without pages.")
    return reader


def _lines(number: int, page: PageObject) -> Iterator[PrintedLine]:
    """Yield the lines of a page in the order in which it draws them, which is that of reading."""
    line: PrintedLine | None = None
    for text, x, y, size in _pieces(page):
        if line is not None and abs(line.y - y) < 0.4 * max(line.size, size) and x >= line.x - size:
            line = replace(line, text=line.text + text, size=max(line.size, size))
            continue
        if line is not None:
            yield line
        line = PrintedLine(text, number, x, y, size)
    if line is not None:
        yield line


def _pieces(page: PageObject) -> Iterator[tuple[str, float, float, float]]:
    """Yield pieces of text with place and size as they appear on the page."""
    found: list[tuple[str, float, float, float]] = []

    def visit(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        # The area that a letter's square takes up, whichever way it is turned and mirrored.
        scale = math.sqrt(abs((tm[0] * tm[3] - tm[1] * tm[2]) * (cm[0] * cm[3] - cm[1] * cm[2])))
        pieces = text.split("\n")
        found.extend((piece, x, y, float(size) * scale) for piece in pieces if piece)

    page.extract_text(visitor_text=visit)
    yield from found

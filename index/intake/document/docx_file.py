"""A Word file (.docx) -> a draft. The one door to python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from index.article import Draft
from index.errors import NoArticleText, NotReadable
from index.intake import paste
from index.intake.handed import Handed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

# What a file of 30 MB may unpack to; its pictures are packed already.
MOST_UNPACKED = 200_000_000
_HEADLINES = ("Title", "Heading 1")
CHANGES = "The file has tracked changes: it was read as if all of them were accepted."
# Text boxes stand twice in a file, for old programs and for new ones, and beside the article.
_TEXT = (
    ".//*[self::w:t or self::w:tab or self::w:br or self::w:cr or self::w:noBreakHyphen]"
    "[not(ancestor::w:txbxContent)]"
)
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(handed: Handed) -> Draft:
    """Read a Word file as an article.

    Its data on the file (who made it and when) say nothing of when and by whom the article was
    published, and are not used. Raises ``NotReadable`` and ``NoArticleText``.
    """
    document = _opened(handed)
    paragraphs = list(_paragraphs(document))
    headline = _headline(paragraphs)
    texts = [text for paragraph in paragraphs if (text := _text(paragraph).strip())]
    if not texts:
        raise NoArticleText(f"“{handed.name}” holds no text.")
    if headline:
        texts = [headline, *(text for text in texts if text != headline)]
    draft = paste.clean("\n\n".join(texts), handed.today)
    changed = bool(document.element.xpath(".//w:ins | .//w:del"))
    return replace(
        draft,
        title=headline or draft.title,
        warnings=(*((CHANGES,) if changed else ()), *draft.warnings),
    )


def _opened(handed: Handed) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    broken = NotReadable(
        f"“{handed.name}” is no Word file that can be opened. Save it again as .docx, or copy the "
        "article’s text into a .txt file and add that."
    )
    try:
        with zipfile.ZipFile(io.BytesIO(handed.data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise NotReadable(
                f"“{handed.name}” would unpack to {unpacked / 1e6:,.0f} MB, which no article does."
            )
        return docx.Document(io.BytesIO(handed.data))
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        XMLSyntaxError,
        KeyError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise broken from error


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield all paragraphs of the body in order, those in the cells of tables too."""
    from docx.text.paragraph import Paragraph

    for element in document.element.body.xpath(".//w:p[not(ancestor::w:txbxContent)]"):
        yield Paragraph(element, document._body)


def _headline(paragraphs: list[Paragraph]) -> str | None:
    """Return the text of the first paragraph that is marked as a headline, above the text."""
    for style in _HEADLINES:
        for paragraph in paragraphs[:10]:
            if _style(paragraph) == style and (text := " ".join(_text(paragraph).split())):
                return text
    return None


def _style(paragraph: Paragraph) -> str:
    style: Any = paragraph.style
    return style.name if style is not None and style.name else ""


def _text(paragraph: Paragraph) -> str:
    """Return a paragraph's text, its tracked changes accepted."""
    found = []
    for element in paragraph._p.xpath(_TEXT):
        name = element.tag.rpartition("}")[2]
        found.append(_BREAKS.get(name, element.text or ""))
    return "".join(found)

"""PDFs and Word files of our own making, honest ones and hostile ones."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfReader, PdfWriter

HEIGHT = 792


@dataclass(frozen=True)
class Print:
    """A line on a page: its text, where it begins (from the lower left, in points), its size."""

    text: str
    x: float
    y: float
    size: float = 10


def column(lines: Iterable[str], x: float = 60, top: float = 700, size: float = 10) -> list[Print]:
    """Set lines below each other; an empty one leaves a gap, as between paragraphs."""
    return [
        Print(text, x, top - 14 * number, size) for number, text in enumerate(lines) if text.strip()
    ]


def pdf(*pages: Sequence[Print], packed: bool = True) -> bytes:
    """Return a PDF with these pages, in Helvetica."""
    return assembled([_drawn(page) for page in pages], packed=packed)


def _drawn(page: Sequence[Print]) -> bytes:
    return b"\n".join(
        b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (one.size, one.x, one.y, _string(one.text))
        for one in page
    )


def _string(text: str) -> bytes:
    plain = text.encode("cp1252")
    for special in (b"\\", b"(", b")"):
        plain = plain.replace(special, b"\\" + special)
    return plain


def assembled(contents: Sequence[bytes], *, packed: bool = True) -> bytes:
    """Return a PDF whose pages are drawn by these commands."""
    pages = range(4, 4 + 2 * len(contents), 2)
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for page, content in zip(pages, contents, strict=True):
        data = zlib.compress(content, 9) if packed else content
        how = b"/Filter /FlateDecode " if packed else b""
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (HEIGHT, page + 1)
        )
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (how, len(data), data))
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info << "
        b"/CreationDate (D:20240101000000Z) /Author (clerk) /Title (scan0001.pdf) >> >>\n"
        b"startxref\n%d\n%%%%EOF" % (len(objects) + 1, table, len(objects) + 1, len(made))
    )


def locked(content: bytes) -> bytes:
    """Return a PDF locked with a password."""
    writer = PdfWriter(PdfReader(io.BytesIO(content)))
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def looping() -> bytes:
    """Return a PDF whose pages hold themselves."""
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>",
        ]
    )


def nested(depth: int) -> bytes:
    """Return a PDF with brackets within brackets."""
    return _file(
        [b"<< /Type /Catalog /Pages 2 0 R /X %s%s >>" % (b"[" * depth, b"]" * depth), b"<< >>"]
    )


def word(paragraphs: Sequence[str], headline: str = "", *, cells: Sequence[str] = ()) -> bytes:
    """Return a Word file; ``headline`` is marked as its title."""
    document = docx.Document()
    document.core_properties.author = "clerk"
    document.sections[0].header.paragraphs[0].text = "The Harbour Gazette, internal"
    if headline:
        document.add_paragraph(headline, style="Title")
    for text in paragraphs:
        document.add_paragraph(text)
    if cells:
        table = document.add_table(rows=1, cols=len(cells))
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
    return _saved(document)


def word_with_changes(before: str, deleted: str, inserted: str, after: str) -> bytes:
    """Return a Word file with a sentence in which a word was changed, tracked."""
    document = docx.Document()
    paragraph = document.add_paragraph(before)
    for kind, tag, text in (("del", "delText", deleted), ("ins", "t", inserted)):
        paragraph._p.append(
            parse_xml(
                f"<w:{kind} {nsdecls('w')} w:id='1' w:author='a'><w:r><w:{tag} "
                f"xml:space='preserve'>{text}</w:{tag}></w:r></w:{kind}>"
            )
        )
    paragraph.add_run(after)
    return _saved(document)


def _saved(document) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def word_of_xml(body: str) -> bytes:
    """Return a Word file whose document is this XML."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(["x"]))) as whole, zipfile.ZipFile(held, "w") as made:
        for entry in whole.infolist():
            content = whole.read(entry)
            made.writestr(entry, body if entry.filename == "word/document.xml" else content)
    return held.getvalue()


def word_bomb(megabytes: int) -> bytes:
    """Return a small Word file that unpacks to much."""
    held = io.BytesIO(word(["x"]))
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bomb.bin", bytes(megabytes * 1_000_000))
    return held.getvalue()

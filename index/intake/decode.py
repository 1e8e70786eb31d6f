"""Bytes -> text: size, kind and encoding. Nothing is guessed in silence."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from index.errors import NoArticleText, NotReadable
from index.intake.kinds import named

# A long article is 100 kB of text, and the heaviest news pages that we saw were 5 MB of HTML.
LARGEST_BYTES = 10_000_000
# Of a PDF or a Word file most are its pictures.
LARGEST_WITH_PICTURES = 30_000_000

_KINDS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a picture or a sound (RIFF)"),
    (b"PK\x03\x04", "a ZIP archive, or a Word or OpenDocument file"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What newspapers' systems wrote before UTF-8; the guess is held to these.
_LEGACY = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 koi8_r shift_jis euc_jp gb18030 "
    "big5 euc_kr"
).split()
_SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and a sentence where its encoding had to be guessed."""

    text: str
    warning: str | None = None


def decode(name: str, data: bytes, *, replace_broken: bool = False) -> Decoded:
    """Return the text of a file: UTF-8, UTF-16 or UTF-32, else an older encoding soundly guessed.

    Raises ``NotReadable`` for what is too large or no text or broken, ``NoArticleText`` for an
    empty file. ``name`` is for the error's sentence. ``replace_broken``: a broken byte becomes
    U+FFFD, for pages, whose scripts are full of them; the caller says so where one is kept.
    """
    check(name, data)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(_strict(name, data[len(mark) :], encoding))
    if b"\x00" in data:
        return Decoded(_strict(name, data, _encoding_with_zeros(name, data)))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if replace_broken and _is_mostly_utf8(data):
            return Decoded(data.decode("utf-8", errors="replace"))
        return _legacy(name, data, error)


def decode_as(data: bytes, encoding: str) -> str | None:
    """Return the text in an encoding that a page declares; None when it is unknown or untrue."""
    try:
        known = codecs.lookup(encoding).name
        # Browsers read both as windows-1252, and so do pages that declare them.
        return data.decode("cp1252" if known in {"iso8859-1", "ascii"} else known)
    except (LookupError, UnicodeDecodeError):
        return None


def check(name: str, data: bytes) -> None:
    """Refuse what is too large, empty or known to be no text, before anything reads it."""
    check_size(name, len(data))
    if not data.strip():
        raise NoArticleText(f"“{name}” is empty. Save the article's text in it and add it again.")
    for start, kind in _KINDS:
        if data.startswith(start):
            raise NotReadable(
                f"“{name}” is {kind}, not text: {named()} files are read. Copy the article's text "
                f"into a .txt file and add that."
            )


def check_size(name: str, size: int) -> None:
    """Refuse a file that is larger than any article."""
    pictures = name.casefold().endswith((".pdf", ".docx"))
    largest = LARGEST_WITH_PICTURES if pictures else LARGEST_BYTES
    if size > largest:
        raise NotReadable(
            f"“{name}” is too large: {size / 1e6:.1f} MB, and {largest / 1e6:.0f} MB is the most "
            "that is read as one article. Save each article in a file of its own."
        )


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(name, data, error, encoding) from error


def _encoding_with_zeros(name: str, data: bytes) -> str:
    """Tell UTF-16 without a mark from a binary file by where its zero bytes stand."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    raise NotReadable(
        f"“{name}” is a binary file, not text: {named()} files are read. Copy the article's text "
        f"into a .txt file and add that."
    )


def _legacy(name: str, data: bytes, error: UnicodeDecodeError) -> Decoded:
    if _is_mostly_utf8(data):
        raise _broken(name, data, error, "UTF-8") from error
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data, cp_isolation=list(_LEGACY), threshold=0.2))
    if not matches:
        raise _broken(name, data, error, "UTF-8") from error
    # Where western and central European letters are equally likely, the western are meant.
    western = (match for match in matches if match.encoding == "cp1252")
    best = next((match for match in western if match.chaos <= matches[0].chaos), matches[0])
    encoding = "cp1252" if _is_same(data, "cp1252", str(best)) else best.encoding
    return Decoded(
        str(best),
        f"The file is not UTF-8; it was read as {encoding}. Check its accents and quotes.",
    )


def _is_same(data: bytes, encoding: str, text: str) -> bool:
    return data.decode(encoding, errors="replace") == text


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell whether more characters outside ASCII are sound UTF-8 than are not."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text if ord(character) > 127) - broken
    return sound > broken


def _broken(name: str, data: bytes, error: UnicodeDecodeError, encoding: str) -> NotReadable:
    line = data.count(b"\n", 0, error.start) + 1
    return NotReadable(
        f"“{name}” holds bytes that are no text in {encoding.upper()} (the first in line {line}). "
        "Open it in an editor, mend that place, save it as UTF-8 and add it again."
    )

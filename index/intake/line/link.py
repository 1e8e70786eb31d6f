"""The address that a pasted text gives for itself, and the outlet behind its host. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from index.intake.line.lines import Line, is_special_length, words

_ADDRESS = r"https?://[^\s<>\"“”]+"
_LABEL = (
    r"(?:original(?:\s+(?:url|link|article|source|story))?|url|link|web\s?link|"
    r"article\s+(?:url|link)"
    r"|permalink|source|source\s+url|read\s+(?:the\s+)?(?:full|original)\s+(?:article|story)"
    r"(?:\s+(?:at|here))?"
    r"|view\s+(?:the\s+)?original|available\s+at|retrieved\s+from|quelle|fuente|enlace|lien)"
)
# The label may be glued to the line before it: "…commenting as LogoutOriginal URL: https://…".
_GLUED = re.compile(
    rf"(?P<before>.*?)\s*(?:Original|Source|Article)\s+(?:URL|Link)\s*:\s*(?P<url>{_ADDRESS})\Z"
)
_LABELLED = re.compile(rf"[\[(<*•-]*\s*{_LABEL}\s*[:=–-]?\s*<?(?P<url>{_ADDRESS})", re.IGNORECASE)
_BARE = re.compile(rf"<?(?P<url>{_ADDRESS})")
_NOT_AN_ARTICLE = re.compile(
    r"/(?:sharer|share|intent)\b|//(?:t\.co|t\.me|wa\.me|pic\.twitter\.com|api\.whatsapp\.com)/"
    r"|\.(?:jpe?g|png|gif|webp|svg|mp[34]|css|js)(?:\?|\Z)",
    re.IGNORECASE,
)
_HOST_PREFIX = re.compile(r"\A(?:www\d?|m|mobile|amp|edition|text)\.")
# Browsers open longer addresses, but no article has one.
LONGEST_ADDRESS = 2_000
_DATED_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|\Z)")


@dataclass(frozen=True, slots=True)
class Link:
    """An address, the number of the line it stands on, and what is left of that line."""

    url: str
    line: int
    rest: str = ""


def find_link(lines: list[Line], first_text: int, last_text: int) -> Link | None:
    """Return the article's own address: a labelled one, else one alone on a line at either end.

    ``first_text`` and ``last_text`` are the first and the last line of running text. An address
    alone on a line between them belongs to the article (a letter or a post that it shows).
    """
    labelled = [found for number, line in enumerate(lines) if (found := _labelled(number, line))]
    if labelled:
        return labelled[0]
    outside = [n for n in range(len(lines)) if n < first_text or n > last_text]
    bare = [found for n in outside if (found := _bare(n, lines[n]))]
    return bare[0] if bare else None


def is_link_line(line: str) -> bool:
    """Tell whether a line is nothing but an address, with or without a label."""
    found = _labelled(0, Line(line, 0)) or _bare(0, Line(line, 0))
    return found is not None and not found.rest


def outlet_of(url: str) -> str | None:
    """Return the host that stands for the outlet, without ``www.`` and its like."""
    host = (_parts(url).hostname or "").casefold()
    return _HOST_PREFIX.sub("", host) or None


def slug_words(url: str) -> set[str]:
    """Return the words of the address's longest hyphenated part, where the headline often is."""
    parts = _parts(url).path.split("/")
    slugs = [re.split(r"[-_]", part) for part in parts]
    longest = max(slugs, key=len, default=[])
    return {word for piece in longest for word in words(piece)} if len(longest) >= 3 else set()


def date_in(url: str) -> str | None:
    """Return the date in the address's path (``/2023/08/04/``), as digits with hyphens."""
    found = _DATED_PATH.search(_parts(url).path)
    return "-".join(part.zfill(2) for part in found.groups() if part) if found else None


def _labelled(number: int, line: Line) -> Link | None:
    if "://" not in line.text:
        return None
    if is_special_length(line.text) and (found := _LABELLED.match(line.text)):
        url = _clean(found["url"])
        return Link(url, number) if _is_address(url) else None
    return _glued(number, line.text)


def _glued(number: int, text: str) -> Link | None:
    # The address is the end of the line: look only there, however long the line is.
    start = text.rfind("://")
    if start < 0 or len(text) - start > LONGEST_ADDRESS:
        return None
    from_label = max(0, start - 40)
    found = _GLUED.match(text, from_label)
    if found is None or not _is_address(url := _clean(found["url"])):
        return None
    return Link(url, number, (text[:from_label] + found["before"]).strip())


def _bare(number: int, line: Line) -> Link | None:
    if not is_special_length(line.text):
        return None
    found = _BARE.match(line.text)
    if found is None or line.text[found.end() :].strip(" >)]."):
        return None
    url = _clean(found["url"])
    return Link(url, number) if _is_article(url) else None


def _clean(url: str) -> str:
    """Drop punctuation after the address, and a text fragment: it points into the page."""
    bare = url.rstrip(".,;:!?'’”*>")
    if "(" not in bare:
        bare = bare.rstrip(")]")
    return bare.partition("#:~:text=")[0]


def _is_address(url: str) -> bool:
    return bool(_parts(url).hostname) and not _NOT_AN_ARTICLE.search(url)


def _is_article(url: str) -> bool:
    """Tell an article's address from that of a site's front page."""
    parts = _parts(url)
    return _is_address(url) and (bool(parts.path.strip("/")) or bool(parts.query))


def _parts(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        # "http://[broken": an address that no browser could open is no address.
        return urlsplit("")

"""A saved web page -> a draft. The one door to trafilatura."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from index.article import Draft
from index.errors import ArticleGone, NoArticleText, NotReadable
from index.intake import paste
from index.intake.decode import Decoded, check, decode, decode_as
from index.intake.line import notices
from index.intake.line.lines import is_prose, normalise_breaks, plain, split_lines, word_count
from index.intake.line.link import outlet_of
from index.intake.page.author import find_byline
from index.intake.page.data import PageData, parse, read_data, text_of
from index.intake.page.date import find_page_date
from index.intake.page.headline import find_title
from index.intake.page.outlet import find_outlet
from index.intake.page.wall import GONE, Seen, wall
from index.intake.paste.body import joined
from index.intake.paste.sheet import mark
from index.intake.paste.tail import other_headlines

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

# Below this many words the careful extraction may have left an article out: look again widely.
THIN = 60
FEWEST_WORDS = 20
# The heaviest news page that we saw had 30,000.
MOST_TAGS = 200_000
_INLINE = frozenset({"hi", "ref", "del", "span", "abbr", "sub", "sup"})
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_TAG = re.compile(r"<(?:!doctype|html|head|body|article|main|div|p|h1|span|meta|title)\b", re.I)


def is_page(text: str) -> bool:
    """Tell whether a text whose name does not say so is HTML."""
    return text[:1_000].lstrip("\ufeff \t\r\n").casefold().startswith(("<!doctype html", "<html"))


def read(
    name: str,
    data: bytes,
    today: datetime.date,
    address: str | None = None,
    charset: str | None = None,
) -> Draft:
    """Read the bytes of a page; errors as ``extract`` and ``decode`` raise them.

    ``address`` and ``charset``: of a page that was fetched, where it was found and the encoding
    that its server stated.
    """
    decoded = _decode(name, data, charset)
    draft = extract(decoded.text, today, address)
    if decoded.warning:
        draft = _with(draft, decoded.warning)
    if "\ufffd" in draft.title + draft.text:
        draft = _with(draft, "Some letters of the page were broken and stand as �.")
    return draft


def extract(html: str, today: datetime.date, address: str | None = None) -> Draft:
    """Read a page as an article: its body, and what its own data say of it.

    ``today`` is the latest day that a date of publication may be; ``address`` is where the page
    was found, None where only its own data tell. Raises ``NoArticleText`` when
    the page holds no article, ``NotReadable`` when it has too many tags. Text
    without any markup is read as a paste.
    """
    if html.count("<") > MOST_TAGS:
        raise NotReadable(
            f"This page has more than {MOST_TAGS:,} tags, and no article has. Copy the article's "
            "text into a .txt file and add that."
        )
    html = _XML_DECLARATION.sub("", normalise_breaks(html).lstrip("\ufeff"))
    if not _TAG.search(html):
        return paste.clean(html, today)
    tree = parse(html)
    if tree is None:
        raise NoArticleText(_NOTHING)
    data = read_data(tree, html, address)
    draft = _head(tree, data, today)
    kept, dropped = _article(_without_title(_paragraphs(html), draft.title))
    outside = (*dropped, *_controls(tree))
    if address is not None:
        _check_walls(draft.title, "\n\n".join(kept), outside, data)
    _check(kept)
    text = "\n\n".join(kept)
    untitled = () if draft.title else (notices.NO_HEADLINE,)
    paid = (notices.PAID,) if _is_paid(data) else ()
    return replace(
        draft,
        title=draft.title or paste.first_words(kept[0]),
        text=text,
        warnings=(*untitled, *draft.warnings, *notices.about(text, outside), *paid),
    )


def _check_walls(title: str, text: str, outside: tuple[str, ...], data: PageData) -> None:
    """Refuse a page that was fetched where something stands before its article."""
    is_article = bool(data.article) or data.metas.get("og:type", "").casefold() == "article"
    found = wall(Seen(title, text, outside, is_article, _is_paid(data)))
    if found:
        raise ArticleGone(found) if found == GONE else NoArticleText(found)


def _head(tree: HtmlElement, data: PageData, today: datetime.date) -> Draft:
    """Read all of a page but its text; the title is empty when the page has none."""
    host = outlet_of(data.url) if data.url else None
    outlet = find_outlet(data)
    dating = find_page_date(tree, data, today)
    return Draft(
        title=find_title(tree, data, outlet, host),
        text="",
        outlet=outlet or host,
        byline=find_byline(tree, data, outlet),
        url=data.url,
        published=dating.published,
        warnings=dating.notes(),
    )


def _controls(tree: HtmlElement) -> list[str]:
    """Return the text of buttons, forms and dialogs, where walls show themselves."""
    found = tree.xpath("//button | //form | //dialog | //*[@role='dialog'] | //h1 | //h2 | //label")
    return [text for element in found[:200] if (text := text_of(element))]


def _is_paid(data: PageData) -> bool:
    return str(data.article.get("isAccessibleForFree", "")).casefold() == "false"


_NOTHING = (
    "No article text was found in this page. Open it in a browser, copy the article's text into "
    "a .txt file and add that."
)


def _paragraphs(html: str) -> list[str]:
    """Return the paragraphs of a page's article, in order.

    Trafilatura's careful mode measured best: F1 .974 on 91 news pages, against .960 of its
    default; where it finds next to nothing, the default has its turn.
    """
    careful = _extracted(html, careful=True)
    if sum(word_count(paragraph) for paragraph in careful) >= THIN:
        return careful
    wide = _extracted(html, careful=False)
    return max(careful, wide, key=lambda found: sum(map(len, found)))


def _extracted(html: str, *, careful: bool) -> list[str]:
    from trafilatura import bare_extraction

    document: Any = bare_extraction(
        html, include_comments=False, with_metadata=False, favor_precision=careful
    )
    if document is None or document.body is None:
        return []
    lines = "".join(_pieces(document.body)).split("\n")
    return [whole for line in lines if (whole := " ".join(line.split()))]


def _pieces(body: _Element) -> Iterator[str]:
    """Return the text of an element with a line break at both ends of all that is not inline."""
    from lxml.etree import iterwalk

    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag not in _INLINE:
            yield "\n"
        yield (element.text if event == "start" else element.tail) or ""


def _article(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """Part the article's paragraphs from captions and furniture that came with them."""
    sheet = mark(split_lines("\n\n".join(paragraphs)))
    dropped = sheet.captions | sheet.furniture | other_headlines(sheet, -1)
    kept = [sheet.lines[n] for n in sheet.others(dropped)]
    return joined(kept).split("\n\n"), [sheet.text(n) for n in sorted(dropped)]


def _without_title(paragraphs: list[str], title: str) -> list[str]:
    """Drop the headline where the body begins with it."""
    same = [n for n, paragraph in enumerate(paragraphs[:3]) if plain(paragraph) == plain(title)]
    return paragraphs[same[0] + 1 :] if same and same[0] == 0 else paragraphs


def _check(paragraphs: list[str]) -> None:
    count = sum(word_count(paragraph) for paragraph in paragraphs)
    if count < FEWEST_WORDS and not any(is_prose(paragraph) for paragraph in paragraphs):
        raise NoArticleText(_NOTHING)


def _decode(name: str, data: bytes, charset: str | None) -> Decoded:
    """Decode a page: by the encoding that its server states or it declares, else as any file."""
    check(name, data)
    declared = _DECLARED.search(data[:4_096])
    stated = [charset, declared[1].decode("ascii") if declared else None]
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        texts = (decode_as(data, encoding) for encoding in stated if encoding)
        text = next((text for text in texts if text is not None), None)
        if text is not None:
            return Decoded(text)
    return decode(name, data, replace_broken=True)


def _with(draft: Draft, warning: str) -> Draft:
    return replace(draft, warnings=(warning, *draft.warnings))

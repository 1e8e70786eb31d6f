"""Content: the whole text that a feed carries -> a draft, where the page itself shows none.

Only what the feed gives as the article is read, never its summary; and only where it is as long as
an article and ends as one. Nothing else would be what was published.
"""

from __future__ import annotations

import datetime
import html
import re
from dataclasses import replace

from index.article import Draft
from index.errors import InputError
from index.intake import apart
from index.intake.feed import Entry
from index.intake.handed import Handed
from index.intake.line.date import NO_DATE, find_date
from index.intake.line.first_issue import first_year
from index.intake.line.lines import plain, word_count
from index.intake.line.link import outlet_of
from index.intake.line.notices import SIGN_IN, WALLED
from index.intake.page.date import TODAY_ONLY
from index.intake.page.wall import is_whole

FROM_FEED = "The page could not be read: the text is the one that its feed carries."
# What WordPress puts below every entry.
_FIRST_APPEARED = re.compile(
    r"(?:The post|The article) .{1,400} (?:appeared first|first appeared) on .{1,200}\Z"
)
# What stands at the end of a part of an article; the reader of pages leaves it out.
_GOES_ON = re.compile(
    r"\b(?:read|see) (?:more|on)\b|\bcontinue reading|\bread the (?:full|rest|whole)\b"
    r"|\bkeep reading|\bweiterlesen|\blire la suite|\bleer más|\[(?:…|\.{3})\]|(?:…|\.{3})\Z"
)
_TAG = re.compile(r"<[^<>]*>")
# So many letters at the end of a content are looked at for that.
_END = 150


def draft_of(entry: Entry, today: datetime.date) -> Draft | None:
    """Return an entry's own text as a draft; None where it carries no whole article.

    ``today`` is the latest day that it may be dated.
    """
    if not entry.content:
        return None
    page = _PAGE.format(title=html.escape(entry.title), content=entry.content)
    try:
        read = apart.read(Handed("feed.html", page.encode("utf-8", "replace"), today))
    except InputError:
        return None
    text = _without_mark(read.text)
    if word_count(text) < WALLED or not is_whole(text) or _goes_on(entry.content):
        return None
    outlet = outlet_of(entry.link)
    told = Draft(entry.title or read.title, text, outlet, entry.byline, entry.link)
    return dated(replace(told, warnings=(FROM_FEED, NO_DATE)), entry, today)


def dated(draft: Draft, entry: Entry, today: datetime.date) -> Draft:
    """Return a draft with the feed's date, unless the page's own data give one.

    What a page says to machines is of this article alone; a feed's date is the publisher's too, and
    comes before one that was only seen somewhere on the page.
    """
    own = draft.published
    if entry.published is None or (own is not None and own.found == "metadata"):
        return draft
    dating = find_date([(entry.published, "feed")], today, first=first_year(draft.url))
    if dating.published is None:
        return replace(draft, warnings=(*draft.warnings, *dating.warnings))
    kept = tuple(each for each in draft.warnings if each not in (NO_DATE, TODAY_ONLY))
    return replace(draft, published=dating.published, warnings=kept)


def _without_mark(text: str) -> str:
    paragraphs = text.split("\n\n")
    if len(paragraphs) > 1 and _FIRST_APPEARED.match(paragraphs[-1]):
        return "\n\n".join(paragraphs[:-1])
    return text


def _goes_on(content: str) -> bool:
    """Tell whether a content says at its end that there is more of the article elsewhere."""
    shown = _FIRST_APPEARED.sub("", " ".join(html.unescape(_TAG.sub(" ", content)).split()))
    end = plain(shown.rstrip()[-_END:])
    return _GOES_ON.search(end) is not None or SIGN_IN.search(end) is not None


_PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head><body>'
    "<article><h1>{title}</h1>{content}</article></body></html>"
)

"""Pasted text -> a draft: the head read, the page's furniture left out. Pure.

A rule of the house: losing the article's words is worse than keeping a button's. Lines are left
out whole or kept whole, words are never changed, and the order stays. What is kept becomes
paragraphs parted by one empty line; short lines of one block (verse, lists) keep their single
break. A standfirst stays, as the first paragraph: its words are the article's.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from index.article import Draft
from index.errors import NoArticleText
from index.intake.line import notices
from index.intake.line.lines import Line, split_lines, word_count
from index.intake.line.link import Link, find_link, outlet_of, slug_words
from index.intake.line.outlet import own_outlet
from index.intake.paste.body import article_lines, joined
from index.intake.paste.fields import header_fields
from index.intake.paste.sheet import Sheet, mark
from index.intake.paste.top import Head, read_head
from index.intake.paste.when import Places, date_of
from index.intake.paste.wrap import rejoin

# An article of more lines is none: the longest live report that we saw had 2,000.
MOST_LINES = 20_000
# Fewer words without one whole sentence are a headline or a button, not an article.
FEWEST_WORDS = 20
LONGEST_FIRST_WORDS = 200


def clean(text: str, today: datetime.date) -> Draft:
    """Read pasted text as an article.

    ``today`` is the latest day that a date of publication may be. Raises ``NoArticleText`` when
    nothing that a reader would call an article is left.
    """
    fields, lines = header_fields(split_lines(text))
    _check_count(lines)
    sheet, link = _take_link(rejoin(lines))
    url = fields.get("url") or (link.url if link else None)
    head = read_head(sheet, slug_words(url) if url else set(), fields.get("title"))
    byline = fields.get("byline") or head.author
    kept, author = article_lines(sheet, head, byline)
    body = joined([sheet.lines[n] for n in kept])
    _check_text(sheet, kept, body)
    dating = date_of(Places(fields, sheet, head, kept, url), today)
    draft = _draft(sheet, head, kept, body, url)
    return replace(
        draft,
        outlet=fields.get("outlet") or draft.outlet,
        byline=byline or author,
        published=dating.published,
        warnings=(*dating.notes(), *draft.warnings),
    )


def first_words(paragraph: str) -> str:
    """Return a short first paragraph, or the beginning of a long one, in place of a headline."""
    if len(paragraph) <= LONGEST_FIRST_WORDS:
        return paragraph
    return paragraph[:LONGEST_FIRST_WORDS].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def _draft(sheet: Sheet, head: Head, kept: list[int], body: str, url: str | None) -> Draft:
    title = head.headline.title if head.headline else first_words(sheet.text(kept[0]))
    outside = [sheet.text(n) for n in sheet.others(set(kept))]
    host = outlet_of(url) if url else None
    return Draft(
        title=title,
        text=body,
        outlet=own_outlet(outside, title, head.byline, host),
        url=url,
        warnings=(
            *(() if head.headline else (notices.NO_HEADLINE,)),
            *notices.about(body, outside),
        ),
    )


def _take_link(lines: list[Line]) -> tuple[Sheet, Link | None]:
    """Take the line with the article's own address out of the lines."""
    sheet = mark(lines)
    link = find_link(lines, sheet.first_prose(), sheet.last_prose())
    if link is None:
        return sheet, None
    rest = [Line(link.rest, lines[link.line].block)] if link.rest else []
    return mark([*lines[: link.line], *rest, *lines[link.line + 1 :]]), link


def _check_count(lines: list[Line]) -> None:
    if len(lines) > MOST_LINES:
        raise NoArticleText(
            f"This text has {len(lines):,} lines; an article has a few hundred. "
            "Add the articles in it one by one."
        )


def _check_text(sheet: Sheet, kept: list[int], body: str) -> None:
    if not any(n in sheet.prose for n in kept) and word_count(body) < FEWEST_WORDS:
        raise NoArticleText(
            "No article text was found: only headlines, buttons or notices. "
            "Copy the whole page, from its headline to its last paragraph, and add that."
        )

"""Pasted text -> a draft: the head read, the page's furniture left out. Pure.

A rule of the house: losing the article's words is worse than keeping a button's. Lines are left
out whole or kept whole, words are never changed, and the order stays. What is kept becomes
paragraphs parted by one empty line; short lines of one block (verse, lists) keep their single
break. A standfirst stays, as the first paragraph: its words are the article's.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Set
from dataclasses import dataclass

from index.article import Draft, Found
from index.errors import NoArticleText
from index.intake import notices
from index.intake.byline import Byline, is_role, read_bare_byline, read_byline
from index.intake.caption import captions
from index.intake.date import (
    Dating,
    dateline_date,
    find_date,
    is_clock_line,
    is_date_line,
    is_stamp,
)
from index.intake.fields import header_fields
from index.intake.furniture import is_crumb, is_furniture, is_label
from index.intake.head import Headline, find_headline, first_prose, last_prose
from index.intake.lines import Line, is_prose, plain, split_lines, word_count, words
from index.intake.link import Link, date_in, find_link, is_link_line, outlet_of, slug_words
from index.intake.outlet import is_paper, own_outlet
from index.intake.tail import about_the_author, biography, other_headlines, readers_comments
from index.intake.wrap import rejoin

# An article of more lines is none: the longest live report that we saw had 2,000.
MOST_LINES = 50_000
# Fewer words without one whole sentence are a headline or a button, not an article.
FEWEST_WORDS = 20
TITLE_FROM_TEXT = 80
NO_HEADLINE = "No headline was found: the first words stand in for it."
VERSE_LINE = 60


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the running text: the headline, the author, and all lines that are no text."""

    headline: Headline | None
    byline: Byline | None
    end: int
    lines: frozenset[int]


def clean(text: str, today: datetime.date) -> Draft:
    """Read pasted text as an article.

    ``today`` is the latest day that a date of publication may be. Raises ``NoArticleText`` when
    nothing that a reader would call an article is left.
    """
    fields, lines = header_fields(split_lines(text))
    _check_count(lines)
    lines = rejoin(lines)
    pictures = captions(lines)
    link = find_link(lines, first_prose(lines, pictures), last_prose(lines, pictures))
    lines = _without_link(lines, link)
    url = fields.get("url") or (link.url if link else None)
    return _compose(lines, fields, url, today)


def _compose(
    lines: list[Line], fields: Mapping[str, str], url: str | None, today: datetime.date
) -> Draft:
    pictures = captions(lines)
    head = _read_head(lines, fields, pictures, slug_words(url) if url else set())
    byline = fields.get("byline") or _names(head)
    kept, author = _article_lines(lines, head, pictures, byline)
    body = joined([lines[n] for n in kept])
    title, title_warning = _title(fields, head, lines, kept)
    _check_text(body, [lines[n].text for n in kept])
    dating = _dating(lines, head, kept, fields, url, today)
    outside = [line.text for n, line in enumerate(lines) if n not in set(kept)]
    return Draft(
        title=title,
        text=body,
        outlet=fields.get("outlet")
        or own_outlet(outside, title, head.byline, outlet_of(url) if url else None),
        byline=byline or author,
        url=url,
        published=dating.published,
        warnings=(
            *title_warning,
            *dating.warnings,
            *notices.about(body, outside, dating.published),
        ),
    )


def _read_head(
    lines: list[Line], fields: Mapping[str, str], pictures: Set[int], slug: Set[str]
) -> Head:
    named = fields.get("title")
    headline = (
        _named(lines, named)
        if named
        else find_headline(lines, pictures - _headline_like(lines, pictures), slug)
    )
    title_line = headline.line if headline else -1
    end = _end_of_head(lines, title_line, pictures)
    byline, byline_lines = _find_byline(lines, title_line, end)
    dates = {n for n in range(end) if _is_date(lines, n, byline_lines)}
    above = {n for n in range(title_line) if not is_prose(lines[n].text)}
    repeated = {n for n in range(end) if headline and plain(lines[n].text) == plain(headline.title)}
    labels = {n for n in range(end) if _is_aside(lines[n].text)}
    title = {title_line} if title_line >= 0 else set()
    return Head(
        headline, byline, end, frozenset(title | above | repeated | byline_lines | dates | labels)
    )


def _is_date(lines: list[Line], number: int, byline_lines: Set[int]) -> bool:
    """A time of day alone counts beside the byline only: live reports put it before an entry."""
    text = lines[number].text
    return is_date_line(text) and (
        not is_clock_line(text) or bool({number - 1, number + 1} & byline_lines)
    )


def _headline_like(lines: list[Line], pictures: Set[int]) -> set[int]:
    """A headline printed twice in a row is no caption: it stands before any text, without a stop."""
    first = next(
        (
            n
            for n, line in enumerate(lines)
            if not _is_aside(line.text) and not is_furniture(line.text)
        ),
        0,
    )
    twice = first + 1 < len(lines) and plain(lines[first].text) == plain(lines[first + 1].text)
    return (
        {first, first + 1} & set(pictures) if twice and not is_prose(lines[first].text) else set()
    )


def _named(lines: list[Line], title: str) -> Headline:
    """The header lines gave the title; it may stand once more above the text."""
    again = (n for n, line in enumerate(lines[:10]) if plain(line.text) == plain(title))
    return Headline(title, next(again, -1))


def _end_of_head(lines: list[Line], title_line: int, pictures: Set[int]) -> int:
    """The head goes up to the second line of running text: the first may be the standfirst."""
    seen = 0
    for number in range(title_line + 1, len(lines)):
        text = lines[number].text
        if number not in pictures and is_prose(text) and not is_furniture(text):
            seen += 1
            if seen == 2:
                return number
    return len(lines) if seen else min(len(lines), title_line + 6)


def _find_byline(lines: list[Line], title_line: int, end: int) -> tuple[Byline | None, set[int]]:
    for number in range(end):
        if number != title_line and (byline := read_byline(lines[number].text)):
            return byline, {number, *_roles(lines, number + 1, end)}
    for number in range(max(0, title_line + 1), end):
        byline = None if _is_button(lines[number].text) else read_bare_byline(lines[number].text)
        if byline and _beside_a_date(lines, number, end):
            return byline, {number, *_roles(lines, number + 1, end)}
    return None, set()


def _is_button(text: str) -> bool:
    return is_furniture(text) or is_label(text) or is_crumb(text)


def _roles(lines: list[Line], start: int, end: int) -> set[int]:
    return {
        n
        for n in range(start, min(start + 2, end))
        if is_role(lines[n].text) or is_paper(lines[n].text)
    }


def _beside_a_date(lines: list[Line], number: int, end: int) -> bool:
    around = [lines[n].text for n in (number - 1, number + 1) if 0 <= n < end]
    own = lines[number].text.partition("|")[2]
    return is_date_line(own) or any(
        is_date_line(text) or is_role(text) or is_paper(text) or _is_reading_time(text)
        for text in around
    )


def _is_reading_time(text: str) -> bool:
    return is_furniture(text) and text[:1].isdigit() and "min" in text


def _is_aside(text: str) -> bool:
    return is_label(text) or is_crumb(text) or is_paper(text)


def _article_lines(
    lines: list[Line], head: Head, pictures: Set[int], byline: str | None
) -> tuple[list[int], str | None]:
    """Return the numbers of the lines that are the article's text, and the author whom a
    biography below it names."""
    title_line = head.headline.line if head.headline else -1
    dropped = set(pictures) | set(head.lines) | other_headlines(lines, title_line)
    dropped |= {n for n, line in enumerate(lines) if is_furniture(line.text) or is_stamp(line.text)}
    dropped |= readers_comments(lines, first_prose(lines, dropped), last_prose(lines, dropped))
    dropped |= about_the_author(lines, [n for n in range(len(lines)) if n not in dropped])
    life, author = biography(lines, [n for n in range(len(lines)) if n not in dropped], byline)
    dropped |= life
    end = last_prose(lines, dropped)
    # Verse and lists have no running text, so nothing can be said to stand below it.
    below = range(max(end, head.end - 1) + 1, len(lines)) if end >= 0 else range(0)
    dropped |= {n for n in below if _is_below(lines[n].text)}
    dropped |= _beside_furniture(lines, dropped)
    return [n for n in range(len(lines)) if n not in dropped], author


def _is_below(text: str) -> bool:
    return (
        _is_aside(text) or is_link_line(text) or is_date_line(text) or read_byline(text) is not None
    )


def _beside_furniture(lines: list[Line], dropped: Set[int]) -> set[int]:
    """Single words like "Print" between other buttons, inside the text too."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        if (
            number not in dropped
            and is_label(line.text)
            and is_label_run(lines, number, dropped | found)
        ):
            found.add(number)
    return found


def is_label_run(lines: list[Line], number: int, dropped: Set[int]) -> bool:
    """Tell whether the line directly above or below, in the same block, is furniture."""
    around = [n for n in (number - 1, number + 1) if 0 <= n < len(lines)]
    return any(lines[n].block == lines[number].block and n in dropped for n in around)


def _names(head: Head) -> str | None:
    if head.byline:
        return head.byline.names
    return head.headline.author if head.headline else None


def _title(
    fields: Mapping[str, str], head: Head, lines: list[Line], kept: list[int]
) -> tuple[str, tuple[str, ...]]:
    if head.headline:
        return fields.get("title", head.headline.title), ()
    return first_words(lines[kept[0]].text if kept else ""), (NO_HEADLINE,)


def first_words(paragraph: str) -> str:
    """Return the beginning of a paragraph, to stand in for a headline."""
    if len(paragraph) <= TITLE_FROM_TEXT:
        return paragraph
    return paragraph[:TITLE_FROM_TEXT].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def _dating(
    lines: list[Line],
    head: Head,
    kept: list[int],
    fields: Mapping[str, str],
    url: str | None,
    today: datetime.date,
) -> Dating:
    body = set(kept)
    day_first = not _is_english(" ".join(lines[n].text for n in kept[:20]))
    given: list[tuple[str, Found]] = (
        [(fields["published"], "metadata")] if "published" in fields else []
    )
    stated = [
        _with_found(lines[n].text) for n in range(len(lines)) if n not in body and n < head.end
    ]
    below = [
        _with_found(lines[n].text)
        for n in range(head.end, len(lines))
        if n not in body and is_date_line(lines[n].text)
    ]
    datelines: list[tuple[str, Found]] = [
        (s.as_written, "page") for n in kept[:2] for s in dateline_date(lines[n].text)
    ]
    address = date_in(url) if url else None
    in_address: list[tuple[str, Found]] = [(address, "metadata")] if address else []
    doubts: tuple[str, ...] = ()
    for group in (given, stated, datelines, below, in_address):
        dating = find_date(group, today, day_first=day_first)
        if dating.published:
            return dating
        doubts += dating.warnings
    return Dating(None, tuple(dict.fromkeys(doubts)))


def _with_found(text: str) -> tuple[str, Found]:
    named = read_byline(text) or (None if is_date_line(text) else read_bare_byline(text))
    return text, "byline" if named else "page"


def _is_english(text: str) -> bool:
    counted = words(text)
    common = sum(1 for word in counted if word in {"the", "and", "of", "to", "in", "that"})
    return common >= 0.06 * len(counted)


def joined(lines: list[Line]) -> str:
    """Put lines together as paragraphs; short lines of one block keep their single break."""
    pieces = [lines[0].text] if lines else []
    for before, line in zip(lines, lines[1:], strict=False):
        verse = before.block == line.block and max(len(before.text), len(line.text)) <= VERSE_LINE
        pieces.append("\n" if verse else "\n\n")
        pieces.append(line.text)
    return "".join(pieces)


def _without_link(lines: list[Line], link: Link | None) -> list[Line]:
    if link is None:
        return lines
    rest = [Line(link.rest, lines[link.line].block)] if link.rest else []
    return [*lines[: link.line], *rest, *lines[link.line + 1 :]]


def _check_count(lines: list[Line]) -> None:
    if len(lines) > MOST_LINES:
        raise NoArticleText(
            f"This text has {len(lines):,} lines; an article has a few hundred. "
            "Add the articles in it one by one."
        )


def _check_text(body: str, kept: list[str]) -> None:
    if not any(is_prose(text) for text in kept) and word_count(body) < FEWEST_WORDS:
        raise NoArticleText(
            "No article text was found: only headlines, buttons or notices. "
            "Copy the whole page, from its headline to its last paragraph, and add that."
        )

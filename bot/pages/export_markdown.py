"""Statements as a Markdown file, for a newsroom's own documents. Pure.

Every word of an article stands behind a bar and reads as it is, whatever signs it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.chat.markdown import is_address
from bot.composing import phrase, sourced
from bot.composing.answer import Answer, Block, Occasion, Place, Source

# Signs that mean something in CommonMark, and in what GitHub and others add to it: "://" and "www."
# would make an address a link, "@" a name, "#12" and "GH-12" the number of something. Programs that
# look for names and numbers only in what is rendered already (GitHub for comments) mind no
# backslash; no sign can stop them that would not change the words.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$@#]|:(?=//)|(?<=www)\.|(?<=\bgh)-(?=\d)", re.IGNORECASE)
# What means something at the beginning of a line only: lists and rules.
_OPENING = re.compile(r"([+=-])|(\d+)([.)])")


def written(answer: Answer) -> str:
    """Return the statements of an answer as a Markdown document, in the order of display."""
    sources = {source.number: source for source in answer.sources}
    paragraphs = [f"# {escaped(answer.question.text)}", _reading(answer)]
    for occasion in answer.occasions:
        paragraphs.append(f"## {_heading(occasion, sources)}")
        for block in occasion.blocks:
            paragraphs += [_quotation(block), *_told(block, sources)]
    return "\n\n".join([*paragraphs, _small_print(answer)]) + "\n"


def escaped(text: str) -> str:
    """Return words of others, on one line, so that Markdown shows them as they are."""
    marked = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    return _OPENING.sub(_escape_opening, marked, count=1) if _OPENING.match(marked) else marked


def _escape_opening(found: re.Match[str]) -> str:
    sign, digits, stop = found.groups(default="")
    return f"\\{sign}" if sign else f"{digits}\\{stop}"


def _reading(answer: Answer) -> str:
    count = phrase.plural(len(answer.blocks), "statement")
    return f"{escaped(phrase.reading(answer))} {count}."


def _heading(occasion: Occasion, sources: Mapping[int, Source]) -> str:
    source = sources[occasion.blocks[0].places[0].source]
    name, behind = phrase.occasion(occasion, source.article.title, sourced.date(source))
    return escaped(f"{name}{behind}")


def _quotation(block: Block) -> str:
    paragraphs = (each for each in block.text.split("\n") if each.strip())
    return "\n>\n".join(f"> {escaped(each)}" for each in paragraphs)


def _told(block: Block, sources: Mapping[int, Source]) -> Iterator[str]:
    """Yield how the words were said, then a line for each article that holds them."""
    doubt = phrase.doubt(block)
    notes = "; ".join(filter(None, (phrase.carried(block), doubt)))
    yield escaped(f"{phrase.attribution(block)}{f' ({notes})' if notes else ''}:")
    yield "\n".join(f"- {_place(place, sources[place.source])}" for place in block.places)


def _place(place: Place, source: Source) -> str:
    headline = escaped(sourced.headline(source))
    named = f"{headline} ({escaped(sourced.no_link(source))})"
    if is_address(place.link):
        named = f"[{headline}](<{place.link}>)"
    published = source.article.published
    date = sourced.found_date(published) if published else sourced.date(source)
    where = escaped(f"{sourced.outlet(source)}, {date}")
    at = f"article {place.article_id}, characters {place.start} to {place.end}"
    return f"{escaped(f'[{place.source}]')} {where}: {named}; {at}"


def _small_print(answer: Answer) -> str:
    bar = "Words behind a bar are the article’s own, unchanged."
    return f"{escaped(phrase.searched(answer))} {bar}"

"""Context: a shown statement between its neighbours, and as it can be copied for print. Pure.

Both take an article and a place in it (``text[start:end]``, whole sentences), as an answer cited
it. The article's words stand behind bars; what is said of them stands outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.harmless import NAME, ROLE, VIA
from bot.chat.harmless import source as harmless_source
from bot.chat.markdown import LIMIT, escape, is_address, length, plain, quoted, shown, small
from bot.chat.piece import portions
from bot.chat.resolve import resolved
from bot.composing import phrase, sourced
from bot.composing.answer import Source
from bot.linking.link import LONGEST_LINK, deep_link
from index import sentence
from index.article import Article
from index.statement import Speaker, Statement

# More of one article is a reprint, not a context; the link leads to the rest.
MOST_FURTHER_WORDS = 150
# The least of the picked words that is shown again where room is short, in units of ``length``.
LEAST_WORDS = 300
# A script without spaces is counted by its letters.
_WORD = re.compile(r"[\u2e80-\u2fff\u3040-\u9fff]|[^\W\u2e80-\u9fff]+(?:[’'.-]\w+)*")

REMOVED = "That article has been removed since I answered. Ask again."
CHANGED = "That article has been changed since I answered. Ask again."
GOES_ON = "the words go on: they stand whole in the answer"


@dataclass(frozen=True, slots=True)
class Pick:
    """A statement to choose from a list, in plain text: Discord reads no markup there."""

    label: str
    description: str


def pick(article: Article, start: int, end: int, speaker: str | None = None) -> Pick:
    """Return how a cited place is offered for choice: its first words, then who and where."""
    source = Source(1, article)
    where = f"{sourced.outlet(source)}, {sourced.date(source)}"
    who = f"{speaker}, {where}" if speaker else where
    return Pick(plain(article.text[start:end]), plain(who))


def in_context(
    article: Article,
    start: int,
    end: int,
    statements: Sequence[Statement] = (),
    added_in: str | None = None,
) -> str:
    """Return a place between the sentence before it and the sentence after, as one message.

    The link comes first. At most ``MOST_FURTHER_WORDS`` further words are shown, whole sentences
    only; a neighbour that is longer is counted instead. ``statements`` are those of the article.
    ``added_in``: the address of the message in which an article without a link was added.
    """
    source = _source(article, start, end, statements)
    head = f"{_link_line(source, _link(article, start, end), added_in)}\n{_source_line(source)}"
    before, after = _neighbours(article.text, start, end)
    for above, below in _showings(before, after):
        room = LIMIT - length(_context(head, above, "", below))
        if room >= min(LEAST_WORDS, length(quoted(article.text[start:end]))):
            break
    return _context(head, above, _behind_bar(article.text[start:end], room), below)


def _context(head: str, above: str, words: str, below: str) -> str:
    return f"{head}\n\n{above}\n{small('the words shown')}\n{words}\n{below}"


def _showings(before: str, after: str) -> list[tuple[str, str]]:
    """Return what may stand above and below, best first: the last fits in any case."""
    left = MOST_FURTHER_WORDS - (_count(before) if _count(before) <= MOST_FURTHER_WORDS else 0)
    above, below = _above(before, MOST_FURTHER_WORDS), _below(after, left)
    return [(above, below), (above, _below(after, 0)), (_above(before, 0), _below(after, 0))]


def _above(before: str, most: int) -> str:
    if not before:
        return small("the article begins here")
    if _count(before) > most:
        return small(f"the sentence before, {phrase.plural(_count(before), 'word')}, is left out")
    return f"{small('the sentence before')}\n{quoted(before)}"


def _below(after: str, most: int) -> str:
    if not after:
        return small("the article ends here")
    if _count(after) > most:
        return small(f"the sentence after, {phrase.plural(_count(after), 'word')}, is left out")
    return f"{small('the sentence after')}\n{quoted(after)}"


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    sentences = sentence.split(text)
    before = [each for each in sentences if each.end <= start]
    after = [each for each in sentences if each.start >= end]
    return (
        text[slice(*before[-1])] if before else "",
        text[slice(*after[0])] if after else "",
    )


def _count(text: str) -> int:
    return len(_WORD.findall(text))


def _behind_bar(text: str, room: int) -> str:
    if length(quoted(text)) <= room:
        return quoted(text)
    note = small(GOES_ON)
    return f"{quoted(portions(text, room - length(note) - 1)[0])}\n{note}"


def for_print(
    article: Article,
    start: int,
    end: int,
    statements: Sequence[Statement] = (),
    added_in: str | None = None,
) -> str:
    """Return one plain message to copy: words, speaker, role, outlet, date, headline, link.

    ``statements`` are those of the article. The reporter's own pronoun is named in brackets.
    ``added_in`` as in ``in_context``.
    """
    source, link = _source(article, start, end, statements), _link(article, start, end)
    where = [*_where(source), f"<{link}>" if link else _without_link(source, added_in)]
    below = "\n".join(filter(None, [_who(start, end, statements), *where]))
    words = resolved(article.text, start, end, statements)
    note = "(The words go on in the article.)"
    if length(escape(words, brackets=False)) + length(below) + 2 > LIMIT:
        room = LIMIT - length(below) - length(note) - 5
        words = portions(words, room)[0]
        below = f"{note}\n\n{below}"
    return f"{escape(words, brackets=False)}\n\n{below}"


def _who(start: int, end: int, statements: Sequence[Statement]) -> str:
    """Name the speaker of a place, the role that the article gives, and who passed it on."""
    inside = [each for each in statements if start <= each.start and each.end <= end]
    if not inside:
        return ""
    # Where one tells of another's words, the whole sentence is hers who tells.
    told = next((each for each in inside if not each.relayed_by), inside[0])
    speaker = _with_role(told.speaker, statements)
    role = f", “{shown(speaker.role, ROLE)}”" if speaker.role else ""
    via = next((shown(each.via, VIA) for each in inside if each.via), None)
    by, of = (shown(each.name, NAME) if each else None for each in (told.relayed_by, told.relays))
    return ", ".join([f"{shown(speaker.name, NAME)}{role}", *phrase.through(via, by, of)])


def _with_role(speaker: Speaker, statements: Sequence[Statement]) -> Speaker:
    same = (each.speaker for each in statements if each.speaker.name == speaker.name)
    return speaker if speaker.role else next((each for each in same if each.role), speaker)


def _where(source: Source) -> list[str]:
    return [f"{sourced.outlet(source)}, {sourced.date(source)}", sourced.headline(source)]


def _without_link(source: Source, added_in: str | None) -> str:
    if _has_address(source):
        return "its link is too long for Discord"
    return f"no link on record; added in <{added_in}>" if added_in else sourced.no_link(source)


def _link_line(source: Source, link: str | None, added_in: str | None) -> str:
    if link:
        return f"[Open the article at these words](<{link}>)"
    if added_in and not _has_address(source):
        return f"No link on record. [Open the message in which it was added](<{added_in}>)"
    words = _without_link(source, added_in)
    return f"{words[0].upper()}{words[1:]}"


def _has_address(source: Source) -> bool:
    return deep_link(source.article.url, "", 0, 0) is not None


def _source_line(source: Source) -> str:
    return " · ".join((sourced.outlet(source), sourced.date(source), sourced.headline(source)))


def _source(article: Article, start: int, end: int, statements: Sequence[Statement]) -> Source:
    """Return the article as a source, with the day as its text names it: there, else first."""
    own = [each for each in statements if start <= each.start and each.end <= end]
    when = next(
        (each.when_as_written for each in (*own, *statements) if each.when_as_written), None
    )
    return harmless_source(Source(1, article, when))


def _link(article: Article, start: int, end: int) -> str | None:
    link = deep_link(article.url, article.text, start, end, article.title)
    return link if is_address(link) and length(link or "") <= LONGEST_LINK else None

"""Message: an answer as Discord messages that fit. Pure; no Discord in it.

An answer is written in *pieces* (``piece.py``): its first lines, each block with its number, the
last lines. Messages are filled with them in order. A message ends between occasions where it can,
else between blocks, else, in one enormous block, between sentences. Each lists its own sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.chat import prose
from bot.chat.harmless import harmless, question
from bot.chat.markdown import bold, is_address, length, small
from bot.chat.piece import Listed, Piece, fits, said, written
from bot.composing import phrase, refusing, sourced
from bot.composing.answer import Answer, Block, Choice, Headline, Place, Prose, Source
from bot.composing.understood import nothing_from_then
from bot.linking.link import LONGEST_LINK

MOST_OPENS = 5
# So many names or headlines are read; more are counted.
MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Open:
    """A link button: "Open [1]"."""

    number: int
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """One message: at most ``markdown.LIMIT`` long, with the sources that it cites.

    ``links``: at most five addresses of at most 512 characters, each number once; each opens the
    first place of its article that the message shows. ``places``: where all that it shows stands.
    """

    content: str
    links: tuple[Open, ...] = ()
    places: tuple[Place, ...] = ()


def parts(
    answer: Answer, *, heading: bool = True, origins: Mapping[str, str] | None = None
) -> tuple[Part, ...]:
    """Return the messages that show an answer, in order; at least one.

    ``heading``: begin with the question and how it was read. ``origins`` gives, by article id,
    the address of the Discord message in which an article without a link was added; hand in only
    what everyone who will read this may open.
    """
    shown = _linked(harmless(answer), origins or {})
    lines = _listed(shown)
    pieces = list(_pieces(shown, lines))
    return tuple(
        Part(written(page, lines), _opens(page), _places(page))
        for page in pages(pieces if heading else pieces[1:], lines)
    )


def opens(shown: Sequence[Part]) -> tuple[Open, ...]:
    """Return the first five link buttons of some messages, each number once."""
    return _first_of_each(link for part in shown for link in part.links)


def _places(page: Sequence[Piece]) -> tuple[Place, ...]:
    return tuple(place for piece in page for place in piece.places)


def _opens(page: Sequence[Piece]) -> tuple[Open, ...]:
    return _first_of_each(Open(e.source, e.link) for e in _places(page) if e.link)


def _first_of_each(links: Iterable[Open]) -> tuple[Open, ...]:
    first: dict[int, Open] = {}
    for link in links:
        first.setdefault(link.number, link)
    return tuple(first.values())[:MOST_OPENS]


def pages(pieces: Sequence[Piece], lines: Listed) -> list[list[Piece]]:
    """Fill messages with pieces, in order."""
    filled: list[list[Piece]] = [[]]
    for group in _together(pieces):
        whole = fits(group, lines)
        for unit in [group] if whole else _units(group, lines):
            if fits([*filled[-1], *unit], lines):
                filled[-1] += unit
            else:
                filled.append(list(unit))
    return [page for page in filled if page]


def _together(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Group pieces by occasion; the first lines go with the first, the last with the last."""
    groups = [list(group) for _, group in groupby(pieces, lambda piece: piece.group)]
    if len(groups) > 1 and not groups[0][0].heading:
        groups[:2] = [groups[0] + groups[1]]
    if len(groups) > 1 and not groups[-1][0].heading:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups


def _units(group: Sequence[Piece], lines: Listed) -> list[list[Piece]]:
    """Part a group that is too long into its pieces; small print alone would be lost."""
    units = [[piece] for piece in group]
    while len(units) > 1 and not units[-1][0].places and fits(units[-2] + units[-1], lines):
        units[-2:] = [units[-2] + units[-1]]
    return units


def _pieces(answer: Answer, lines: Listed) -> Iterator[Piece]:
    yield Piece(f"{bold(answer.question.text)}\n{_first_line(answer)}".rstrip(), 0)
    if answer.outcome in ("quoted", "written"):
        yield from _quoted(answer, lines)
    elif answer.outcome == "which":
        yield from _list([_choice(each) for each in answer.choices], 1)
        yield Piece("Ask again with the full name.", 2)
    else:
        yield from _list(_titles(answer.elsewhere), 1, f"{answer.person} did speak in:")
        yield from _list(_titles(answer.nearest), 2, "Nearest headlines:")
        if unread := refusing.unread(answer):
            yield Piece(unread, 3)
        if answer.searched or answer.waiting:
            yield Piece(small(phrase.searched(answer)), 4)


def _first_line(answer: Answer) -> str:
    if answer.outcome == "quoted":
        return phrase.reading(answer)
    if answer.outcome == "written":
        return _lead(answer)
    if answer.outcome == "which":
        return refusing.which(answer)
    if answer.searched:
        return refusing.refusal(answer)
    if answer.waiting:
        being_read = phrase.plural(answer.waiting, "article")
        return f"Nothing can be searched yet: {being_read} still to be read. Ask again soon."
    return "No articles yet. Add one: /article add"


def _lead(answer: Answer) -> str:
    """Say how a question was read, above what a model wrote."""
    if answer.question.kind == "fact":
        return " ".join(nothing_from_then(answer))
    return phrase.reading(answer)


def growing(answer: Answer, sentences: Sequence[Prose], checked: int) -> str:
    """Return the message of an answer of which so many sentences were checked, and these proven."""
    linked = tuple(_prose_with_links(each, {}) for each in sentences)
    return prose.growing(question(answer.question).text, linked, checked)


def _quoted(answer: Answer, lines: Listed) -> Iterator[Piece]:
    if answer.prose:
        yield from prose.pieces(answer.prose, 0, lines)
    sources = {each.article.article_id: each for each in answer.sources}
    for number, occasion in enumerate(answer.occasions, start=1):
        yield from said(occasion, number, sources[occasion.article_id], lines)
    end = len(answer.occasions) + 1
    if answer.more:
        yield Piece(f"… and {answer.more:,} more.", end)
    yield Piece("\n".join(map(small, _small_print(answer))), end, below=True)


def _small_print(answer: Answer) -> Iterator[str]:
    bar = "Text behind a bar is the article’s own, unchanged."
    also = f" Also speaking on this: {_named(answer.also)}." if answer.also else ""
    yield f"{phrase.searched(answer)} {bar}{also}"
    if by := phrase.written_by(answer):
        yield by
    notes = []
    if any(place.link for block in _blocks(answer) for place in block.places):
        notes.append("A link opens at its sentence where the site and your browser allow.")
    if any(sourced.incomplete(source) for source in answer.sources):
        notes.append("Know a missing date or outlet? /article edit")
    if notes:
        yield " ".join(notes)


def _blocks(answer: Answer) -> Iterator[Block]:
    return (block for occasion in answer.occasions for block in occasion.blocks)


def _named(names: Sequence[str]) -> str:
    left = len(names) - MOST_NAMED
    more = f" and {left:,} more" if left > 0 else ""
    return f"{', '.join(names[:MOST_NAMED])}{more}"


def _list(items: Sequence[str], group: int, heading: str = "") -> Iterator[Piece]:
    for place, item in enumerate(items[:MOST_NAMED]):
        yield Piece(f"- {item}", group, heading, opens=not place, close=True)
    if len(items) > MOST_NAMED:
        left = len(items) - MOST_NAMED
        yield Piece(f"- … and {left:,} more", group, heading, opens=False, close=True)


def _choice(choice: Choice) -> str:
    role = f", “{choice.role}”" if choice.role else ""
    return f"{bold(choice.name)}{role}"


def _titles(headlines: Sequence[Headline]) -> list[str]:
    return [each.title for each in headlines]


def _linked(answer: Answer, origins: Mapping[str, str]) -> Answer:
    """Return an answer with the links that a message can hold, and no others."""
    return replace(
        answer,
        occasions=tuple(
            replace(each, blocks=tuple(with_links(block, origins) for block in each.blocks))
            for each in answer.occasions
        ),
        prose=tuple(_prose_with_links(each, origins) for each in answer.prose),
    )


def _prose_with_links(sentence: Prose, origins: Mapping[str, str]) -> Prose:
    return replace(sentence, places=_places_with_links(sentence.places, origins))


def with_links(block: Block, origins: Mapping[str, str]) -> Block:
    """Return a block with the links that a message can hold; ``origins`` as for ``parts``."""
    return replace(block, places=_places_with_links(block.places, origins))


def _places_with_links(places: Sequence[Place], origins: Mapping[str, str]) -> tuple[Place, ...]:
    links = (place.link or origins.get(place.article_id) for place in places)
    linked = zip(places, links, strict=True)
    return tuple(replace(p, link=link if _is_short(link) else None) for p, link in linked)


def _is_short(link: str | None) -> bool:
    return link is not None and is_address(link) and length(link) <= LONGEST_LINK


def _listed(answer: Answer) -> Listed:
    """Return the line of each source: number, outlet, date, headline, and why there is no link."""
    shown = [block.places for block in _blocks(answer)] + [each.places for each in answer.prose]
    linked = {place.source for places in shown for place in places if place.link}
    return {each.number: source_line(each, each.number in linked) for each in answer.sources}


def source_line(source: Source, linked: bool) -> str:
    """Return the line of a source as shown in Discord: number, outlet, date, headline."""
    parts = [sourced.outlet(source), sourced.date(source), sourced.headline(source)]
    if not source.article.url:
        parts.append(
            "added in the message that the link opens" if linked else sourced.no_link(source)
        )
    elif not linked:
        parts.append("its link is too long for Discord")
    return f"[{source.number}] {' · '.join(parts)}"

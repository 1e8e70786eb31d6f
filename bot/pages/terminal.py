"""Terminal: an answer as a page of at most 80 columns. Pure."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from bot.composing import phrase, refusing, sourced
from bot.composing.answer import Answer, Block, Headline, Occasion, Place, Prose, Source
from bot.composing.understood import nothing_from_then
from bot.pages.page import WIDTH, Line, harmless, line

BAR = "  | "
UNDER = "    "
_PLAIN = re.compile(r"[\w .,:'’-]+")


def page(answer: Answer, addresses: bool = False, note: str = "") -> list[Line]:
    """Return the page that shows an answer.

    ``addresses`` prints each link under its words; ``note`` stands behind the question.
    """
    asked, *rest = _page(answer, addresses)
    return [asked, *([line(note)] if note else []), *rest]


def _page(answer: Answer, addresses: bool) -> Iterator[Line]:
    if answer.outcome in ("quoted", "written"):
        return _quoted(answer, addresses)
    return _which(answer) if answer.outcome == "which" else _refusal(answer)


def _quoted(answer: Answer, addresses: bool) -> Iterator[Line]:
    yield line(answer.question.text, style="bold")
    if answer.prose:
        yield from _written(answer)
    else:
        yield from (line(sentence) for sentence in _sentences(phrase.reading(answer)))
    for occasion in answer.occasions:
        yield Line()
        yield _heading(occasion, answer)
        for block in occasion.blocks:
            yield Line()
            yield from _block(block, addresses)
    if answer.more:
        yield Line()
        every = len(answer.blocks) + answer.more
        how = "--verbatim " if answer.prose else ""
        yield line(f"… and {answer.more:,} more; {how}--most {every} shows all.")
    yield from sources(answer.sources)
    yield from _small_print(answer, addresses)


def _written(answer: Answer) -> Iterator[Line]:
    """Show what a model wrote, and lead on to the words themselves."""
    yield from (line(sentence) for sentence in nothing_from_then(answer))
    yield Line()
    yield prose(answer.prose)
    yield Line()
    yield line(phrase.WORD_FOR_WORD)


def prose(sentences: Iterable[Prose]) -> Line:
    """Return proven sentences as a paragraph, each with its numbers, which open the original."""
    parts = []
    for each in sentences:
        links = {place.source: place for place in reversed(each.places)}
        numbers = Text().join(
            number(links[one]) if one in links else Text(f"[{one}]") for one in each.numbers
        )
        stop = "." if each.text.endswith(".") else ""
        own = Text(harmless(each.text.removesuffix(stop)))
        parts.append(own.append(" ").append_text(numbers).append(stop))
    return Line(Text(" ").join(parts))


def growing(sentences: Sequence[Prose], checked: int) -> list[Line]:
    """Return the page of an answer that is still being written."""
    shown = [prose(sentences)] if sentences else []
    return [*shown, line(phrase.checked(checked))]


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=\.) (?=[A-Z])", text) if len(text) > WIDTH else [text]


def _heading(occasion: Occasion, answer: Answer) -> Line:
    source = next(s for s in answer.sources if s.article.article_id == occasion.article_id)
    name, behind = phrase.occasion(occasion, source.article.title, sourced.date(source))
    return Line(Text(harmless(name), style="bold").append(harmless(behind), style="not bold"))


def _block(block: Block, addresses: bool) -> Iterator[Line]:
    for paragraph in filter(None, harmless(block.text).split("\n")):
        yield Line(Text(paragraph), BAR, BAR)
    yield Line(_where(block), UNDER, UNDER)
    if addresses:
        yield from (
            Line(Text(f"[{place.source}] {place.link}"), UNDER, wrapped=False)
            for place in block.places
            if place.link
        )


def _where(block: Block) -> Text:
    text = Text(harmless(phrase.attribution(block)) + " ")
    numbers = [number(place) for place in block.places]
    text.append_text(Text(" and ").join(numbers))
    carried, doubt = phrase.carried(block), phrase.doubt(block)
    text.append(f" ({carried})" if carried else "")
    return text.append(harmless(f"; {doubt}")) if doubt else text


def number(place: Place) -> Text:
    """Return "[1]", in a terminal a link to the sentence."""
    return Text(f"[{place.source}]", style=f"link {place.link}" if place.link else "")


def sources(cited: Iterable[Source]) -> Iterator[Line]:
    """List the articles that a page cites."""
    yield Line()
    yield line("Sources", style="bold")
    for source in cited:
        where = f"{sourced.outlet(source)}, {sourced.date(source)}"
        yield line(where, f"[{source.number}] ", UNDER)
        yield line(sourced.headline(source), UNDER, UNDER)
        address = source.article.url
        if address:
            yield Line(Text(harmless(address)), UNDER, wrapped=False)
        else:
            yield line(sourced.no_link(source), UNDER, UNDER)


def _small_print(answer: Answer, addresses: bool) -> Iterator[Line]:
    bar = "Lines behind a bar are the article’s own words, unchanged."
    yield Line()
    yield line(f"{phrase.searched(answer)} {bar}")
    if by := phrase.written_by(answer):
        yield line(by)
    if answer.also:
        yield line(f"Also speaking on this: {', '.join(answer.also)}.")
    if any(sourced.incomplete(source) for source in answer.sources):
        yield line("Know a missing date or outlet? on-record edit")
    if not addresses and any(place.link for block in answer.blocks for place in block.places):
        yield line(
            "Each [1] opens at its sentence where the site and your browser allow; "
            "--links prints the addresses."
        )


def _which(answer: Answer) -> Iterator[Line]:
    yield line(answer.question.text, style="bold")
    yield line(refusing.which(answer))
    for choice in answer.choices:
        role = f", “{choice.role}”" if choice.role else ""
        yield line(f"{choice.name}{role}", "  - ", UNDER)
    if answer.choices and not answer.question.unclear:
        yield line(f"Ask again with the full name: {_again(answer)}", rest=UNDER)


def _again(answer: Answer) -> str:
    """Return the command that asks for the first of those who may be meant."""
    topic = f" --topic {_as_argument(answer.question.topic)}" if answer.question.topic else ""
    return f"on-record who {_as_argument(answer.choices[0].name)}{topic}"


def _as_argument(words: str) -> str:
    """Put words into quotation marks, so that every shell takes them for one argument."""
    return f'"{words}"' if _PLAIN.fullmatch(words) else shlex.quote(words)


def _refusal(answer: Answer) -> Iterator[Line]:
    yield line(answer.question.text, style="bold")
    yield line(refusing.refusal(answer))
    if answer.choices:
        yield line(f"Ask again with that name: {_again(answer)}", rest=UNDER)
    yield from _headlines(f"{answer.person} did speak in", answer.elsewhere)
    yield from _headlines("Nearest headlines", answer.nearest)
    if unread := refusing.unread(answer):
        yield Line()
        yield line(unread)
    if answer.searched or answer.waiting:
        yield Line()
        yield line(phrase.searched(answer))


def _headlines(lead: str, headlines: Iterable[Headline]) -> Iterator[Line]:
    titles = [each.title for each in headlines]
    if titles:
        yield Line()
        yield line(f"{lead}:")
        yield from (line(title, "  - ", UNDER) for title in titles)

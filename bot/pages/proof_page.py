"""Proof page: a checked draft as a page of at most 80 columns. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from bot.composing import phrase
from bot.composing.answer import Block
from bot.drafts import finding
from bot.drafts.checked import Checked, Failed, Judgement
from bot.pages.page import Line, harmless, line
from bot.pages.terminal import BAR, UNDER, number, sources


def page(checked: Checked, addresses: bool = False) -> list[Line]:
    """Return the page that shows the verdicts. ``addresses`` prints each link under its words."""
    return list(_lines(checked, addresses))


def _lines(checked: Checked, addresses: bool) -> Iterator[Line]:
    yield line(finding.summary(checked))
    for place, judgement in enumerate(finding.told(checked), start=1):
        yield Line()
        yield from _judgement(place, judgement, checked, addresses)
    yield from _sentences(checked, addresses)
    if checked.sources:
        yield from sources(checked.sources)
        yield Line()
        yield line("Lines behind a bar are the article’s own words, unchanged.")
    if checked.waiting:
        yield line(f"{phrase.plural(checked.waiting, 'article')} still to be read.")


def _sentences(checked: Checked, addresses: bool) -> Iterator[Line]:
    """Yield the sentences that do not hold, numbered on from the quotations, and count the rest."""
    first = len(finding.told(checked)) + 1
    for place, each in enumerate(finding.failed(checked), start=first):
        yield Line()
        yield from _failed(place, each, addresses)
    if counts := finding.standing(checked):
        yield Line()
        yield from map(line, counts)


def _failed(place: int, failed: Failed, addresses: bool) -> Iterator[Line]:
    heading = Text(f"{finding.NOT_PROVEN}: ", style="bold")
    text = " ".join(harmless(failed.text).split())
    yield Line(heading.append(text, style="not bold"), f"{place}. ", UNDER)
    yield line(failed.reason, UNDER, UNDER)
    if failed.block:
        yield from _block(failed.block, addresses, finding.NEAREST)


def _judgement(
    place: int, judgement: Judgement, checked: Checked, addresses: bool
) -> Iterator[Line]:
    text = " ".join(harmless(judgement.proved.claim.text).split())
    heading = Text(f"{finding.LABELS[judgement.proved.verdict]}: ", style="bold")
    yield Line(heading.append(f"“{text}”", style="not bold"), f"{place}. ", UNDER)
    told = " ".join(finding.sentences(judgement, checked))
    if told:
        yield line(told, UNDER, UNDER)
    for block in judgement.blocks:
        yield from _block(block, addresses)


def _block(block: Block, addresses: bool, where: str = "") -> Iterator[Line]:
    for paragraph in filter(None, harmless(block.text).split("\n")):
        yield Line(Text(paragraph), BAR, BAR)
    origin = Text(harmless(where or finding.origin(block)) + " ")
    origin.append_text(Text(" and ").join([number(each) for each in block.places]))
    yield Line(origin, UNDER, UNDER)
    if addresses:
        yield from (
            Line(Text(f"[{each.source}] {each.link}"), UNDER, wrapped=False)
            for each in block.places
            if each.link
        )

"""Verdicts: a checked draft as Discord messages that fit. Pure; no Discord in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.chat import harmless, message
from bot.chat.markdown import LIMIT, bold, length, quoted, shown, small
from bot.chat.piece import Listed, Piece, numbers, portions, written
from bot.composing import phrase
from bot.composing.answer import Block
from bot.drafts import finding
from bot.drafts.checked import Checked, Judgement

# Only the asker sees them, but nobody reads more.
MOST_MESSAGES = 6
# In units of ``markdown.length``: of a quotation, and of a sentence of ours with words of others,
# or of an article's beside what is found.
QUOTATION, SENTENCE = 240, 360
NO_TEXT = "There is no text in this message to check."
SEVERAL = "There are {} files in this message. Check one at a time."
_BAR = "Text behind a bar is the article’s own, unchanged."


def messages(checked: Checked, origins: Mapping[str, str] | None = None) -> list[str]:
    """Return the messages that show the verdicts, in order; at least one.

    ``origins`` gives the address of the message in which an article without a link was added.
    """
    shown_here = _harmless(checked, origins or {})
    linked = {
        place.source
        for each in shown_here.judgements
        for block in each.blocks
        for place in block.places
        if place.link
    }
    listed = {s.number: message.source_line(s, s.number in linked) for s in shown_here.sources}
    pages = message.pages(list(_pieces(shown_here, listed, found_too=True)), listed)
    if len(pages) > MOST_MESSAGES:
        pages = message.pages(list(_pieces(shown_here, listed, found_too=False)), listed)
    contents = [written(page, listed) for page in pages[:MOST_MESSAGES]]
    if left := {each.group for page in pages[MOST_MESSAGES:] for each in page}:
        more = phrase.plural(len(left), "more quotation")
        contents.append(f"… and {more}. Check a shorter draft to see them.")
    return contents


def _harmless(checked: Checked, origins: Mapping[str, str]) -> Checked:
    judgements = tuple(
        replace(
            each,
            blocks=tuple(
                message.with_links(harmless.block(block), origins) for block in each.blocks
            ),
        )
        for each in checked.judgements
    )
    sources = tuple(map(harmless.source, checked.sources))
    return replace(checked, judgements=judgements, sources=sources)


def _pieces(checked: Checked, listed: Listed, *, found_too: bool) -> Iterator[Piece]:
    """Yield all verdicts; ``found_too``: an article's words also beside what is found."""
    yield Piece(finding.summary(checked), 0)
    for number, judgement in enumerate(finding.told(checked), start=1):
        if judgement.proved.verdict == "found":
            yield _found(number, judgement, checked, with_words=found_too)
        else:
            yield from _judgement(number, judgement, checked, listed)
    end = len(checked.judgements) + 1
    barred = [e for e in checked.judgements if found_too or e.proved.verdict != "found"]
    if any(block.text for each in barred for block in each.blocks):
        yield Piece(small(_BAR), end, below=True)
    if checked.waiting:
        yield Piece(
            small(f"{phrase.plural(checked.waiting, 'article')} still to be read."), end, below=True
        )


def _found(number: int, judgement: Judgement, checked: Checked, *, with_words: bool) -> Piece:
    """Return the verdict on a quotation that is found: its place, and the words if they are few.

    A reader who sees the article's own sentence notices what no rule does.
    """
    block = judgement.blocks[0]
    where = f"{finding.origin(block)} {numbers(block.places)}"
    heading, told = _heading(number, judgement), _told(judgement, checked)
    words = quoted(block.text) if with_words else ""
    lines = [told, words, where] if words and length(words) <= SENTENCE else [f"{told} {where}"]
    text = "\n".join(filter(None, lines)).strip()
    return Piece(text, number, heading, True, block.places)


def _judgement(
    number: int, judgement: Judgement, checked: Checked, listed: Listed
) -> Iterator[Piece]:
    """Yield the verdict on a quotation that does not stand as claimed, and what stands instead."""
    heading = _heading(number, judgement)
    yield Piece(_told(judgement, checked), number, heading)
    for block in judgement.blocks:
        yield from _block(block, Piece("", number, heading, opens=False), listed)


def _heading(number: int, judgement: Judgement) -> str:
    proved = judgement.proved
    text = shown(proved.claim.text, QUOTATION)
    return f"{bold(f'{number}. {finding.LABELS[proved.verdict]}:')} “{text}”"


def _told(judgement: Judgement, checked: Checked) -> str:
    return " ".join(shown(each, SENTENCE) for each in finding.sentences(judgement, checked))


def _block(block: Block, blank: Piece, listed: Listed) -> Iterator[Piece]:
    where = f"{finding.origin(block)} {numbers(block.places)}"
    whole = replace(blank, text=where, places=block.places)
    if not block.text:
        yield whole
        return
    room = LIMIT - length(written([whole], listed)) - 1
    for portion in portions(block.text, room):
        yield replace(whole, text=f"{quoted(portion)}\n{where}")

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
from bot.drafts.checked import Checked, Failed, Judgement

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
    linked = {place.source for b in _blocks(shown_here) for place in b.places if place.link}
    listed = {s.number: message.source_line(s, s.number in linked) for s in shown_here.sources}
    pages = message.pages(list(_pieces(shown_here, listed, found_too=True)), listed)
    if len(pages) > MOST_MESSAGES:
        pages = message.pages(list(_pieces(shown_here, listed, found_too=False)), listed)
    contents = [written(page, listed) for page in pages[:MOST_MESSAGES]]
    if more := _left({each.group for page in pages[MOST_MESSAGES:] for each in page}, checked):
        contents.append(f"… and {more}. Check a shorter draft to see them.")
    return contents


def _left(groups: set[int], checked: Checked) -> str:
    """Count the verdicts that are left out: first those on quotations, then those on sentences."""
    quotations = len(finding.told(checked))
    most = quotations + len(finding.failed(checked))
    quoted = sum(0 < each <= quotations for each in groups)
    plain = sum(quotations < each <= most for each in groups)
    counts = ((quoted, "more quotation"), (plain, "more sentence"))
    return " and ".join(phrase.plural(count, noun) for count, noun in counts if count)


def _blocks(checked: Checked) -> Iterator[Block]:
    yield from (block for each in checked.judgements for block in each.blocks)
    yield from (each.block for each in checked.failed if each.block)


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
    failed = tuple(
        replace(each, block=message.with_links(harmless.block(each.block), origins))
        if each.block
        else each
        for each in checked.failed
    )
    sources = tuple(map(harmless.source, checked.sources))
    return replace(checked, judgements=judgements, failed=failed, sources=sources)


def _pieces(checked: Checked, listed: Listed, *, found_too: bool) -> Iterator[Piece]:
    """Yield all verdicts; ``found_too``: an article's words also beside what is found.

    What is counted of the sentences stands first, so that no limit can cut it off.
    """
    yield Piece("\n".join([finding.summary(checked), *finding.standing(checked)]), 0)
    for number, judgement in enumerate(finding.told(checked), start=1):
        if judgement.proved.verdict == "found":
            yield _found(number, judgement, checked, with_words=found_too)
        else:
            yield from _judgement(number, judgement, checked, listed)
    first = len(finding.told(checked)) + 1
    for number, failed in enumerate(finding.failed(checked), start=first):
        yield _failed(number, failed)
    end = first + len(checked.failed)
    barred = [e for e in checked.judgements if found_too or e.proved.verdict != "found"]
    if any(b.text for b in _blocks(replace(checked, judgements=tuple(barred)))):
        yield Piece(small(_BAR), end, below=True)
    if checked.waiting:
        yield Piece(
            small(f"{phrase.plural(checked.waiting, 'article')} still to be read."), end, below=True
        )


def _failed(number: int, failed: Failed) -> Piece:
    """Return a sentence that an article does not have so, and the article's nearest, if short."""
    heading = bold(f"{number}. {finding.NOT_PROVEN}:") + f" {shown(failed.text, QUOTATION)}"
    lines = [shown(failed.reason, SENTENCE)]
    block = failed.block
    if block and length(quoted(block.text)) <= SENTENCE:
        lines += [quoted(block.text), f"{finding.NEAREST} {numbers(block.places)}"]
    elif block:
        lines.append(f"The nearest words: {numbers(block.places)}")
    return Piece("\n".join(lines), number, heading, True, block.places if block else ())


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

"""Brief: what a model is given for a question: the articles of an answer, within limits. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.composing import phrase, sourced
from bot.composing.answer import Answer, Block, Source
from bot.writer.prompts import prompt
from index.sentence import paragraphs

# A token of English is about four characters long, whatever the model.
CHARACTERS_A_TOKEN = 4
# An answer is two or three sentences: of what a question may cost, so much is for it.
_ANSWER_SHARE = 4
_MARK = re.compile(r"<(?=\s*/?\s*article)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a question may cost.

    ``passages``: so many paragraphs are given. ``tokens``: so long, about, is everything that is
    given, also where it is asked once more, and an answer at most a quarter of it. ``seconds``: so
    long the whole may take.
    """

    passages: int
    tokens: int
    seconds: float

    @property
    def answer_tokens(self) -> int:
        """How long an answer may be."""
        return max(1, self.tokens // _ANSWER_SHARE)


@dataclass(frozen=True, slots=True)
class Brief:
    """The first two messages to a model, and the numbers of the sources that it was given."""

    rules: str
    question: str
    numbers: tuple[int, ...]

    @property
    def tokens(self) -> int:
        """About how many tokens it is."""
        return tokens_of(self.rules) + tokens_of(self.question)


def tokens_of(text: str) -> int:
    """Estimate how many tokens a text is, rounded up."""
    return -(-len(text) // CHARACTERS_A_TOKEN)


def brief(answer: Answer, limits: Limits) -> Brief:
    """Put the paragraphs in which the blocks of an answer stand into a prompt, best first."""
    rules = prompt("rules")
    asked, goes_on = answer.question.text, _goes_on(answer)
    room = limits.tokens * CHARACTERS_A_TOKEN - len(rules) - len(asked) - len(goes_on)
    chosen: dict[int, dict[str, None]] = {}
    for number, passage in _passages(answer, limits.passages):
        room -= len(passage)
        if room < 0 and chosen:
            break
        chosen.setdefault(number, {})[passage] = None
    sources = {source.number: source for source in answer.sources}
    given = "\n\n".join(_article(sources[n], list(texts)) for n, texts in sorted(chosen.items()))
    question = prompt("answer", articles=given, question=asked, goes_on=goes_on)
    return Brief(rules, question, tuple(sorted(chosen)))


def _goes_on(answer: Answer) -> str:
    """Say what a question leaves to the conversation: “and what about China?” names no speaker."""
    question = answer.question
    if question.kind == "fact":
        return f"It goes on from: {' '.join(question.earlier)}" if question.earlier else ""
    return f"It is about: {phrase.subject(answer)}"


def _passages(answer: Answer, most: int) -> Iterator[tuple[int, str]]:
    """Yield the paragraph of each block, with the number of its source, each once."""
    by_id = {source.article.article_id: source for source in answer.sources}
    found = dict.fromkeys(_passage(by_id[block.article_id], block) for block in answer.blocks)
    yield from list(found)[:most]


def _passage(source: Source, block: Block) -> tuple[int, str]:
    text = source.article.text
    lines = [p for p in paragraphs(text) if p.start < block.end and block.start < p.end]
    words = text[lines[0].start : lines[-1].end] if lines else block.text
    named = block.speaker is None or block.speaker.name.split()[-1] in words
    return source.number, words if named else f"({block.speaker and block.speaker.name}:) {words}"


def _article(source: Source, passages: Sequence[str]) -> str:
    """Return an article's passages between marks that its own text cannot close."""
    head = f"{sourced.outlet(source)}, published: {sourced.date(source)}. {source.article.title}"
    lines = "\n".join(_MARK.sub("‹", each) for each in (head, *passages))
    return f'<article number="{source.number}">\n{lines}\n</article>'

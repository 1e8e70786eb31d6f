"""Rewritten: an answer with sentences that were proven before, and are proven again. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.composing.answer import Answer
from bot.proof import Cited, ProvedSentence, prove_sentence
from bot.proof.citation import CitedSentence
from bot.writer.written import written

# A sentence, and the ids of the articles that proved it.
Sentence = tuple[str, Sequence[str]]


def rewritten(
    answer: Answer, sentences: Sequence[Sentence], sources: Sequence[Cited], model: str
) -> Answer:
    """Put sentences of an earlier answer above the blocks of this one, as far as they still hold.

    Where none does, the answer comes back as it is.
    """
    proven = list(_proven(answer, sentences, sources))
    return written(answer, proven, model) if proven else answer


def _proven(
    answer: Answer, sentences: Sequence[Sentence], sources: Sequence[Cited]
) -> Iterator[ProvedSentence]:
    numbers = {source.article.article_id: source.number for source in answer.sources}
    for text, ids in sentences:
        cited = CitedSentence(text, tuple(numbers[each] for each in ids if each in numbers))
        proved = prove_sentence(cited, sources)
        if proved.is_proven:
            yield proved

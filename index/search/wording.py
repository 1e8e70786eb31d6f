"""Wording: the articles that may hold a quotation, whole, changed or in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.search.found import Searchable
from index.word import topic_words

# So many words in a row are rare enough to lead to where they stand.
ROW = 5
# So many rows of a long quotation are looked for, and so many of its other words.
ROWS, WORDS = 6, 16
# So many passages are fetched for rows and for words each.
PASSAGES = 25
# Scripts without spaces between words: the index of words knows no parts of such a row.
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{3,}")
_LONGEST_UNSPACED = 8


def articles_with(text: str, record: Searchable, libraries: Sequence[str]) -> list[str]:
    """Return the ids of current articles that hold rows of a quotation's words, likeliest first.

    An article that holds the quotation whole is among them, and, in a good many articles, those
    that its parts were taken from.
    """
    found = _of_passages(list(_rows(text.split())), record, libraries)
    if unspaced := list(_unspaced(text)):
        found += record.database.holding(unspaced, libraries, PASSAGES)
    return _standing(found, record)


def articles_like(text: str, record: Searchable, libraries: Sequence[str]) -> list[str]:
    """Return the ids of current articles with most of a quotation's rarer words."""
    found = _of_passages(topic_words(text)[:WORDS], record, libraries)
    return _standing(found, record)


def _standing(found: Sequence[str], record: Searchable) -> list[str]:
    current = record.current(found)
    return [each for each in dict.fromkeys(found) if each in current]


def _of_passages(words: Sequence[str], record: Searchable, libraries: Sequence[str]) -> list[str]:
    passages = record.database.match(words, libraries, PASSAGES)
    return [passage_id.rpartition(":")[0] for passage_id, _ in passages]


def _rows(words: Sequence[str]) -> Iterator[str]:
    """Yield rows of words, evenly over the quotation, its beginning and its end among them."""
    last = max(0, len(words) - ROW)
    starts = {round(last * part / (ROWS - 1)) for part in range(ROWS)}
    for start in sorted(starts):
        yield " ".join(words[start : start + ROW])


def _unspaced(text: str) -> Iterator[str]:
    for row in _UNSPACED.findall(text):
        yield row[:_LONGEST_UNSPACED]
        yield row[-_LONGEST_UNSPACED:]

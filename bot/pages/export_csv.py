"""Statements as a CSV file, a row each, for a spreadsheet. Pure.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula. Such a cell
gets an apostrophe in front, and so that nothing is lost, also one that begins with an apostrophe:
whoever reads the file with a program takes off one apostrophe where a cell begins with one, and
has the words as they stand in the article (``unguarded``).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from bot.composing import phrase, sourced
from bot.composing.answer import Answer, Block, Place, Source
from index.statement import Speaker

COLUMNS = (
    "number",
    "words",
    "kind",
    "speaker",
    "role",
    "via",
    "told_by",
    "tells_of",
    "outlet",
    "agency",
    "date",
    "date_found",
    "day_in_text",
    "headline",
    "byline",
    "link",
    "article_id",
    "start",
    "end",
    "also_in",
    "carried_by",
    "uncertain",
    "differs_from",
)
# The full-width signs are read as formulas in East Asian settings; white space before any of them
# is passed over. An apostrophe is guarded so that taking one off is always right.
_GUARDED = re.compile(r"\s*[=+\-@＝＋－＠]|'")


def written(answer: Answer) -> str:
    """Return the statements of an answer as CSV (RFC 4180), in the order of display.

    ``words`` is the article's text from ``start`` to ``end``. ``also_in`` names further articles
    that hold the same words, and ``carried_by`` counts the outlets of all of them, copies of one
    report once. ``differs_from`` is the number of a row whose words differ in plain terms. ``date``
    is empty where the date of publication is not known.
    """
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    sources = {source.number: source for source in answer.sources}
    said = [(one.speaker, block) for one in answer.occasions for block in one.blocks]
    numbers = {block: number for number, (_, block) in enumerate(said, start=1)}
    other = {each.earlier: numbers[each.later] for each in answer.contrasts}
    other |= {each.later: numbers[each.earlier] for each in answer.contrasts}
    for speaker, block in said:
        cells = map(guarded, _row(block, speaker, sources))
        writer.writerow([numbers[block], *cells, other.get(block, "")])
    return file.getvalue()


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if _GUARDED.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the words that a guarded cell holds."""
    return cell.removeprefix("'")


def _row(block: Block, speaker: Speaker | None, sources: Mapping[int, Source]) -> Sequence[str]:
    own, *others = block.places
    source = sources[own.source]
    article = source.article
    return (
        block.text,
        phrase.manner(block),
        speaker.name if speaker else "",
        (speaker.role if speaker else None) or "",
        block.via or "",
        block.relayed_by.name if block.relayed_by else "",
        block.relays.name if block.relays else "",
        article.outlet or sourced.host(article.url) or "",
        source.agency or "",
        article.published.date if article.published else "",
        sourced.FOUND[article.published.found] if article.published else "",
        block.when_as_written or "",
        article.title,
        article.byline or "",
        own.link or "",
        block.article_id,
        str(block.start),
        str(block.end),
        "; ".join(_elsewhere(place, sources) for place in others),
        _outlets(block),
        phrase.doubt(block) or "",
    )


def _outlets(block: Block) -> str:
    """Say how many outlets carry the words, where several articles do."""
    given = block.carried
    return phrase.plural(given.outlets, "outlet") if given else ""


def _elsewhere(place: Place, sources: Mapping[int, Source]) -> str:
    source = sources[place.source]
    return f"{sourced.outlet(source)}, {sourced.date(source)}, {place.article_id}"

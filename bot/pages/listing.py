"""Listing: articles, statements and the state of the data as lines for a terminal. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from bot.adding import Outcome
from bot.checking import Report
from bot.composing import copies, phrase, sourced
from bot.pages.page import Line, harmless, line
from index.article import Article
from index.database import StoredArticle
from index.record import Copy
from index.search import Found
from index.statement import Statement

UNDER = "    "


def outcome(added: Outcome) -> Iterator[Line]:
    """Tell what became of one path: the article and what was found in it, or why not."""
    if added.added is None:
        yield line(f"Not added: {added.path}. {added.error}", rest=UNDER)
        return
    article, indexed = added.added.article, added.added.indexed
    already = "Already on record: " if added.added.known else ""
    yield line(f"{already}{article.title}", rest=UNDER, style="bold")
    yield line(_details(article), UNDER, UNDER)
    counts = _counts(indexed) if indexed else "waiting to be read"
    yield line(f"{article.article_id}, {counts}", UNDER, UNDER)
    if indexed and (foreign := sourced.foreign(indexed.language)):
        yield line(foreign, UNDER, UNDER)
    if new := added.added.new_address:
        yield line(copies.also_at(new), UNDER, UNDER)
    for note in (*added.warnings, *map(copies.told, added.copies)):
        yield line(f"Note: {note}", UNDER, UNDER)


def articles(stored: Sequence[StoredArticle], waiting: int) -> Iterator[Line]:
    """List articles, three lines each, and say how many are still to be read."""
    for each in stored:
        yield line(each.article.title, rest=UNDER, style="bold")
        yield line(_details(each.article), UNDER, UNDER)
        yield line(f"{each.article.article_id}, {_counts(each)}", UNDER, UNDER)
    yield line(f"{phrase.plural(len(stored), 'article')} on record.")
    if waiting:
        yield line(f"{phrase.plural(waiting, 'article')} still to be read.")


def article(stored: StoredArticle, alike: Iterable[Copy] = ()) -> Iterator[Line]:
    """Show one article: its details, what other articles are the same story, then its text."""
    own = stored.article
    yield line(own.title, style="bold")
    yield line(_details(own))
    for address in own.addresses or ("no link on record",):
        yield Line(Text(harmless(address)), wrapped=False)
    yield line(f"{own.article_id}, {_counts(stored)}, in {stored.file}")
    if foreign := sourced.foreign(stored.language):
        yield line(foreign)
    yield from (line(copies.told(each)) for each in alike)
    yield Line()
    yield from (line(each) for each in own.text.split("\n"))


def edited(changed: Iterable[Article]) -> Iterator[Line]:
    """Show the articles that were edited, with their details as they stand now."""
    for each in changed:
        yield line(each.title, rest=UNDER, style="bold")
        yield line(_details(each), UNDER, UNDER)
        yield Line(Text(harmless(each.url or "no link on record")), UNDER, wrapped=False)


def statements(found: Sequence[Statement], text: str) -> Iterator[Line]:
    """Show who said what in a text, an attribution at a time."""
    for each in found:
        kinds = " and ".join(dict.fromkeys(said.kind for said in each.said))
        role = f", “{each.speaker.role}”" if each.speaker.role else ""
        weak = ", uncertain" if each.weak else ""
        yield line(f"{each.speaker.name}{role}", rest=UNDER, style="bold")
        yield from (
            line(row, "  | ", "  | ") for row in text[each.start : each.end].split("\n") if row
        )
        by, of = (one.name if one else None for one in (each.relayed_by, each.relays))
        how = ", ".join([kinds, *phrase.through(each.via, by, of)])
        yield line(f"{how}{weak}", UNDER, UNDER)
    yield line(f"{phrase.plural(len(found), 'statement')}.")


def passages(found: Found, titles: dict[str, str]) -> Iterator[Line]:
    """Show the nearest passages with their headlines."""
    for number, hit in enumerate(found.passages, start=1):
        yield line(f"{number}. {titles[hit.passage.article_id]} ({hit.score:.2f})", style="bold")
        yield from (line(row, "  | ", "  | ") for row in hit.passage.text.split("\n") if row)
    if not found.passages:
        yield line("Nothing is on record here yet. Add an article first, then search again.")


def report(state: Report) -> Iterator[Line]:
    """Show the state of the data: what is there, then what is wrong and what to do."""
    wide = max(len(name) for name, _ in state.facts) + 2
    for name, value in state.facts:
        yield line(value, f"{name:<{wide}}", " " * wide)
    yield Line()
    for problem in state.problems:
        yield line(problem, "Problem: ", UNDER)
    if not state.problems:
        yield line("All is well.")


def _details(article: Article) -> str:
    parts = [article.outlet or sourced.host(article.url) or "outlet not given"]
    parts.append(sourced.found_date(article.published))
    if article.byline:
        parts.append(f"by {article.byline}")
    return ", ".join(parts)


def _counts(stored: StoredArticle) -> str:
    return ", ".join(
        (
            phrase.plural(stored.words, "word"),
            phrase.plural(stored.passages, "passage"),
            phrase.plural(stored.statements, "statement"),
        )
    )

"""articles, edit, remove and statements: what is on record, one article at a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.add import details
from bot.cli.common import common, data_option, json_option, open_record
from bot.cli.voice import console, print_json, say

if TYPE_CHECKING:
    from index.article import Article
    from index.database import StoredArticle
    from index.record import Record


@click.group(invoke_without_command=True)
@common
@click.pass_context
def articles(ctx: click.Context, data: Path | None, as_json: bool) -> None:
    """List the articles on record; “show ID” tells all about one."""
    if ctx.invoked_subcommand:
        ctx.obj = (data, as_json)
        return
    from bot.pages import listing, machine, page

    with open_record(data, "articles") as record:
        stored = record.articles()
        if as_json:
            print_json({"articles": [machine.article(each) for each in stored]})
        else:
            page.show(listing.articles(stored, record.waiting()), console())


@articles.command()
@click.argument("article_id")
@data_option
@json_option
@click.pass_obj
def show(
    outer: tuple[Path | None, bool], article_id: str, data: Path | None, as_json: bool
) -> None:
    """Show one article whole: its details and its stored text."""
    from bot.pages import listing, machine, page

    with open_record(data or outer[0], "articles") as record:
        stored = _needed(record, article_id)
        if as_json or outer[1]:
            print_json({**machine.article(stored), "text": stored.article.text})
        else:
            page.show(listing.article(stored, record.copies(article_id)), console())


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ID…")
@details
@common
def edit(
    article_ids: tuple[str, ...], data: Path | None, as_json: bool, **given: str | None
) -> None:
    """Give or correct what articles' texts lack: title, outlet, date, link, byline."""
    from bot.adding import Details
    from bot.pages import listing, page

    changes = Details(**given)
    changes.check()
    if all(value is None for value in given.values()):
        raise click.UsageError("Say what to change: --title, --outlet, --date, --url or --byline.")
    with open_record(data, "edit") as record:
        known, unknown = _sorted_out(record, article_ids)
        edited = [record.edit(each, changes.edits()) for each in known]
        if as_json:
            told = [_as_it_stands(record, each) for each in edited]
            print_json({"edited": told, "unknown": unknown})
        else:
            page.show(listing.edited(edited), console())
    _tell_unknown(unknown)


@click.command()
@click.argument("article_ids", nargs=-1, metavar="ID…")
@click.option("--purge", is_flag=True, help="Leave no trace of the text in the data folder.")
@common
def remove(article_ids: tuple[str, ...], purge: bool, data: Path | None, as_json: bool) -> None:
    """Remove articles: they are gone from every answer at once.

    Without --purge, words of them may stay in files until those are written anew. With it and
    without an ID, the traces of what was removed before are taken away.
    """
    if not article_ids and not purge:
        raise click.UsageError("Say which articles: their IDs. on-record articles lists them.")
    with open_record(data, "remove") as record:
        known, unknown = _sorted_out(record, article_ids)
        alike = _alike(record, known) if purge else []
        removed = record.purge(known) if purge else [each for each in known if record.remove(each)]
        if as_json:
            print_json({"removed": removed, "unknown": unknown})
        else:
            for each in removed:
                click.echo(f"Removed {each}.")
            if purge:
                click.echo("No trace of what was removed is left in the data folder.")
    for sentence in alike:
        say(sentence)
    _tell_unknown(unknown)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@common
def statements(file: Path, data: Path | None, as_json: bool) -> None:
    """Show who said what in a file; nothing is stored."""
    from bot.pages import listing, machine, page
    from index import speech
    from index.intake.file.plain import read_text

    text = read_text(file)
    found = speech.find(text)
    if as_json:
        every = [machine.statement(each, text) for each in found]
        print_json({"text": text, "statements": every})
    else:
        page.show(listing.statements(found, text), console())


def _alike(record: Record, article_ids: list[str]) -> list[str]:
    """Say which articles that stay hold nearly the same text as those that are purged."""
    stay = {
        copy.stored.article.article_id: copy.stored.article.title
        for each in article_ids
        for copy in record.copies(each)
    }
    return [
        f"Still on record, with nearly the same text: {title} ({article_id})."
        for article_id, title in stay.items()
        if article_id not in article_ids
    ]


def _as_it_stands(record: Record, edited: Article) -> dict[str, Any]:
    """Return an edited article for a machine; another process may have still to read it."""
    from bot.pages import machine

    stored = record.article(edited.article_id)
    return machine.article(stored) if stored else machine.waiting(edited)


def _needed(record: Record, article_id: str) -> StoredArticle:
    from index.errors import UnknownArticle

    stored = record.article(article_id)
    if stored is None and record.corpus.find(article_id):
        raise UnknownArticle(f"The article {article_id} is still to be read. Try again soon.")
    if stored is None:
        raise UnknownArticle(
            f"No article has the id “{article_id}”. on-record articles lists them."
        )
    return stored


def _sorted_out(record: Record, ids: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Part the ids that are on record from the others, each once."""
    once = list(dict.fromkeys(ids))
    known = [each for each in once if record.corpus.find(each)]
    return known, [each for each in once if each not in known]


def _tell_unknown(unknown: list[str]) -> None:
    if unknown:
        say(f"No article has the id {', '.join(unknown)}. on-record articles lists them.")
        raise click.exceptions.Exit(1)


COMMANDS = (articles, edit, remove, statements)

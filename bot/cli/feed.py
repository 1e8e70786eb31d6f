"""feed: add, list, remove and read; the feeds whose articles are taken up as they appear."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.common import common, open_record
from bot.cli.voice import console, print_json, say

if TYPE_CHECKING:
    from bot.feeds.reader import FeedReader, Reading
    from bot.settings import Settings
    from index.record import Record
    from index.state import State


@click.group()
def feed() -> None:
    """Follow feeds: their new articles are put on record as they appear."""


@feed.command()
@click.argument("link")
@common
def add(link: str, data: Path | None, as_json: bool) -> None:
    """Follow a feed: RSS, Atom or JSON Feed, or a page that names one."""
    from bot.feeds.following import follow
    from bot.pages import feeds_machine, feeds_page, page
    from bot.reading import courier
    from index.corpus import HOUSE

    with _state(data) as (state, settings):
        followed = follow(state, courier(settings), HOUSE, link)
    if as_json:
        print_json(feeds_machine.following(followed))
    else:
        page.show(feeds_page.added(followed), console())


@feed.command(name="list")
@common
def list_(data: Path | None, as_json: bool) -> None:
    """List the feeds: when each was read, what it brought, what goes wrong."""
    from bot.pages import feeds_machine, feeds_page, page

    with _state(data) as (state, _):
        followed = [(each, state.feeds.failed(each.number)) for each in state.feeds.followed()]
    if as_json:
        print_json({"feeds": [feeds_machine.feed(*each) for each in followed]})
    else:
        page.show(feeds_page.feeds(followed), console())


@feed.command()
@click.argument("asked", metavar="LINK|NUMBER")
@common
def remove(asked: str, data: Path | None, as_json: bool) -> None:
    """Follow a feed no more; the articles that it brought stay on record."""
    from bot.feeds.following import unfollow
    from bot.pages import feeds_machine, feeds_page, page

    with _state(data) as (state, _):
        gone = unfollow(state, None, asked)
    if as_json:
        print_json({"removed": [feeds_machine.feed(gone)]})
    else:
        page.show(feeds_page.removed(gone), console())


@feed.command()
@common
def read(data: Path | None, as_json: bool) -> None:
    """Read all feeds now, also those that are paused."""
    import threading

    from bot import settings
    from bot.feeds import keeping, told
    from bot.pages import feeds_machine
    from index.owner import feeds_turn
    from index.state import State

    with open_record(data, "feed read") as record, State(record.data) as state:
        at_work = keeping.reader(record, state, settings.load(data), threading.Event())
        with feeds_turn(record.data):
            readings = list(_readings(at_work, record, state, as_json))
        if not readings:
            say(f"{told.NONE_FOLLOWED} Add one: on-record feed add LINK")
        if as_json:
            print_json(feeds_machine.readings(readings, record.article))
    if any(each.feed.failures for each in readings):
        raise click.exceptions.Exit(1)


def _readings(
    at_work: FeedReader, record: Record, state: State, as_json: bool
) -> Iterator[Reading]:
    """Read each feed, and tell a person of it as it comes."""
    from bot.pages import feeds_page, page

    screen = console(stderr=as_json)
    for each in state.feeds.followed():
        page.show(feeds_page.heading(each), screen)
        read = at_work.read(each, lambda found: page.show(feeds_page.article(found), screen))
        page.show(feeds_page.reading(read), screen)
        if record.owns and not record.outdated():
            record.level()
        yield read


@contextlib.contextmanager
def _state(data: Path | None) -> Iterator[tuple[State, Settings]]:
    """Open the state of the data folder that the settings name."""
    from bot import settings
    from index.state import State

    chosen = settings.load(data)
    with State(chosen.data) as state:
        yield state, chosen


COMMANDS = (feed,)

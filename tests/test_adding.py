"""Adding a handful: each article is told about by itself, whatever becomes of the others."""

from __future__ import annotations

import pytest
from newsroom import record_of

from bot.adding import Details, add_all, expand
from bot.settings import Settings
from bot.wiring import open_record
from index import owner
from index.owner import corpus_turn


def read_no_link(link: str) -> None:
    """Return nothing: no link is added here."""
    raise AssertionError(link)


@pytest.fixture
def paths(tmp_path):
    """Two articles, one of them twice, and a file that is none."""
    told = {"one.txt": "The bridge", "same.txt": "The bridge", "two.txt": "The ferry"}
    for name, what in told.items():
        text = f"{what} closes\n\n{what} will close on Monday, the mayor said. Nobody objected."
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"no PDF")
    return [str(tmp_path / name) for name in ("one.txt", "broken.pdf", "same.txt", "two.txt")]


def test_what_is_handed_in_twice_is_known_the_second_time(tmp_path, paths):
    """Although all of a handful is saved in one turn; what cannot be read stops nothing."""
    with record_of(tmp_path / "data", []) as record:
        told = list(add_all(expand(paths), Details(), record, read_no_link))

    assert paths == [each.path for each in told]
    assert [False, None, True, False] == [each.added and each.added.known for each in told]
    assert told[1].error
    assert told[0].added.article == told[2].added.article


def test_while_another_keeps_the_corpus_each_article_is_told_of(tmp_path, paths, monkeypatch):
    """What could not be read has its own reason; all the others can be added again."""
    monkeypatch.setattr(owner, "_TURN_SECONDS", 0.05)
    data = tmp_path / "data"
    with record_of(data, []), open_record(Settings(data=data), "beside", print) as record:
        with corpus_turn(record.data):
            refused = list(add_all(expand(paths), Details(), record, read_no_link))
        again = list(add_all(expand(paths), Details(), record, read_no_link))

    assert not any(each.added for each in refused)
    assert ["in use" in (each.error or "") for each in refused] == [True, False, True, True]
    assert [each.error for each in again if each.error] == [refused[1].error]

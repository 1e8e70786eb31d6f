"""Purging leaves no trace of an article's text in any byte of the data folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cheap import CheapEmbedder, draft
from discord_newsroom import SERVER, Newsroom, contents, in_newsroom
from newsroom import FERRY, on_record, printed

from index.article import Draft
from index.database import connection
from index.errors import DataBusy
from index.record import Record

# Words of no language; the index keeps their stems in lower case.
SECRETS = ("Zyxquorb", "Vlemfarn", "Drobnikant", "Wexelpfurt")
SECRET = Draft(
    title="Zyxquorb closes the harbour",
    text="\n\n".join(
        f"“The Vlemfarn of pier {number} will be closed,” said Drobnikant Pellow, the mayor, and "
        f"the harbour of Quillhaven stays shut until summer number {number}."
        for number in range(40)
    ),
    outlet="Wexelpfurt Gazette",
    url="https://wexelpfurt.example/a",
)


def traces(data: Path) -> set[str]:
    """Return the files that hold one of the secrets, in whatever form text is stored."""
    return {
        f"{path.relative_to(data)}: {secret}"
        for path in data.rglob("*")
        if path.is_file()
        for secret in SECRETS
        for form in (secret.lower().encode(), secret.lower().encode("utf-16-le"))
        if form in path.read_bytes().lower()
    }


def opened(data: Path) -> Record:
    return Record.open(data, CheapEmbedder, command="test")


def filled(data: Path) -> str:
    """Add the secret among others, ask for it, edit it, rebuild; return its id."""
    with opened(data) as record:
        for number in range(5):
            record.add(draft(number))
        secret = record.add(SECRET).article.article_id
        record.edit(secret, {"byline": "A. Wexelpfurt"})
        record.rebuild()
        record.nearest(record.embedder.encode(["Vlemfarn"])[0], 5, ["house"])
        record.edit(secret, {"byline": "Drobnikant Quill"})
    return secret


def test_no_byte_is_left(tmp_path: Path) -> None:
    secret = filled(tmp_path)
    assert len(traces(tmp_path)) > len(SECRETS)
    with opened(tmp_path) as record:
        purged = record.purge([secret])
        left = traces(tmp_path)
        found = record.nearest(record.embedder.encode(["Bridges"])[0], 5, ["house"])

        assert [secret] == purged
        assert left == set()
        assert len(found) == 5
        assert record.check().problems == ()
    assert traces(tmp_path) == set()


def test_traces_of_what_was_removed_before_go_too(tmp_path: Path) -> None:
    secret = filled(tmp_path)
    with opened(tmp_path) as record:
        record.remove(secret)
        assert traces(tmp_path)
        record.purge([])
    assert traces(tmp_path) == set()


def test_the_command_purges_and_tells_what_is_alike(tmp_path: Path) -> None:
    """With the real embedder and Chroma, in processes of their own."""
    (tmp_path / "secret.md").write_text(
        f"---\ntitle: {SECRET.title}\nurl: {SECRET.url}\n---\n{SECRET.text}\n", "utf-8"
    )
    data = tmp_path / "data"
    [added] = printed(on_record("add", "--data", data, "--json", tmp_path / "secret.md"))["added"]
    (tmp_path / "copy.md").write_text(
        f"---\ntitle: A copy\n---\n{SECRET.text} And more.\n", "utf-8"
    )
    [copy] = printed(on_record("add", "--data", data, "--json", tmp_path / "copy.md"))["added"]

    first = on_record("remove", "--data", data, "--purge", "--json", added["article_id"])
    between = traces(data)
    second = on_record("remove", "--data", data, "--purge", copy["article_id"])

    assert printed(first) == {"removed": [added["article_id"]], "unknown": []}
    assert f"nearly the same text: A copy ({copy['article_id']})" in first.stderr.decode()
    assert between
    assert "No trace of what was removed is left" in second.stdout.decode()
    assert traces(data) == set()


def test_removing_needs_an_id(tmp_path: Path) -> None:
    assert on_record("remove", "--data", tmp_path).returncode == 2


def test_another_owner_is_named(tmp_path: Path) -> None:
    with opened(tmp_path) as record:
        secret = record.add(SECRET).article.article_id
        done = on_record("remove", "--data", tmp_path, "--purge", secret)

        assert done.returncode == 1
        assert "(test)" in done.stderr.decode()
        assert record.article(secret) is not None


def test_who_is_just_reading_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader holds a part of SQLite's log: purging says so, and once more does the rest."""
    monkeypatch.setattr(connection, "_BUSY_SECONDS", 1.0)
    with opened(tmp_path) as record:
        secret = record.add(SECRET).article.article_id
        [file] = tmp_path.glob("derived/*/index.db")
        code = (
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN'); "
            "c.execute('SELECT text FROM article').fetchall(); print('reads', flush=True); input()"
        )
        with subprocess.Popen(
            [sys.executable, "-c", code, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as reader:
            assert reader.stdout is not None
            reader.stdout.readline()
            with pytest.raises(DataBusy, match="remove --purge"):
                record.purge([secret])
            reader.communicate(b"\n")
        record.purge([])
        assert traces(tmp_path) == set()


def test_the_button_in_discord_leaves_no_trace(tmp_path: Path) -> None:
    """Neither in the index nor in the state: its answers, their questions and reports go too."""
    question = "What did Drobnikant Pellow say about the Vlemfarn?"

    async def scene(room: Newsroom) -> None:
        [secret, *_] = room.bureau.lists.articles((str(SERVER),), "Zyxquorb")
        public = await room.reader.slash(room.desk, "ask", question=question)
        assert "Vlemfarn of pier" in contents(public)[0]
        await room.reader.slash(room.desk, "ask", question=question, private=True)
        assert {name.partition(":")[0] for name in traces(tmp_path)} >= {"state.db-wal"}

        asked = await room.chief.slash(room.desk, "article remove", article=secret.value)
        await room.chief.click(asked.response, label="Remove without a trace")
        [told] = contents(asked)

        assert told.startswith("**Removed without a trace: Zyxquorb closes the harbour**")
        assert f"https://discord.com/channels/{SERVER}/{room.desk.id}/" in told
        assert traces(tmp_path) == set()
        [after] = contents(await room.reader.slash(room.desk, "ask", question=question))
        assert "Nobody called Drobnikant Pellow" in after

    in_newsroom(tmp_path, scene, {str(SERVER): (SECRET, FERRY)})

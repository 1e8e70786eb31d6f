"""Many articles in one file: each is read by itself, and no bundle does harm."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from newsroom import FERRY, LATER, ROOT, on_record, printed
from papers import word

from index.article import Published
from index.errors import InputError
from index.intake import is_bundle, pieces

PASTE = f"{FERRY.title}\n\nBy Ada Quill\n\n{FERRY.text}\n"


def zipped(folder: Path, members: dict[str, bytes | str]) -> Path:
    path = folder / "many.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def lines(folder: Path, *objects: object) -> Path:
    path = folder / "many.jsonl"
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in objects))
    return path


def refused(path: Path) -> list[str]:
    """Read all pieces of a bundle; return what is said of those that cannot be read."""
    told = []
    for piece in pieces(path):
        try:
            piece.read()
        except InputError as error:
            told.append(str(error))
    return told


def test_a_zip_is_read_file_by_file(tmp_path):
    """What is hidden or no article is passed over."""
    path = zipped(
        tmp_path,
        {
            "in/ferry.txt": PASTE,
            "in/bridge.docx": word([FERRY.text], "A bridge"),
            "in/photo.png": b"\x89PNG",
            "in/.hidden.txt": PASTE,
            "__MACOSX/in/ferry.txt": PASTE,
            "in/more.zip": b"PK",
        },
    )
    found = [(piece.name, piece.read()) for piece in pieces(path)]

    assert [name.removeprefix(f"{path}/") for name, _ in found] == [
        "in/ferry.txt",
        "in/bridge.docx",
    ]
    assert [draft.title for _, draft in found] == [FERRY.title, "A bridge"]
    assert [draft.added_from for _, draft in found] == ["ferry.txt", "bridge.docx"]


def test_json_lines_are_taken_as_they_stand(tmp_path):
    full = {
        "title": "A\n title",
        "text": " One.\n\nTwo. ",
        "outlet": "Gazette",
        "byline": ["A", "B"],
        "url": "https://a.example/b",
        "published": "2024-03-12T08:00:00Z",
        "id": 7,
    }
    other = {"headline": "Another", "body": "Words.", "source": "Radio", "date": "2024-03"}
    one, two = [piece.read() for piece in pieces(lines(tmp_path, full, "", other))]

    assert (one.title, one.text, one.outlet, one.byline) == (
        "A title",
        "One.\n\nTwo.",
        "Gazette",
        "A, B",
    )
    assert (one.url, one.published) == ("https://a.example/b", Published("2024-03-12", "given"))
    assert (two.title, two.text, two.outlet) == ("Another", "Words.", "Radio")
    assert two.published == Published("2024-03", "given")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{not JSON", "line 2 is no JSON"),
        ("[" * 100_000, "line 2 is no JSON"),
        ('["a"]', "line 2 must be an object"),
        ('{"title": "a"}', "line 2: An article needs"),
        ('{"title": "a", "text": {}}', "line 2: “text” must be a text"),
        ('{"title": "a", "text": "b", "date": "soon"}', "line 2: “soon” is not a date"),
        ('{"title": "a", "text": "b", "date": 3}', "line 2: “date” must be a text"),
        ('{"title": "a", "text": "' + "b" * 10_000_001 + '"}', "too large"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path, line, sentence):
    good = {"title": "a", "text": "b"}
    [told] = refused(lines(tmp_path, good, line, good))

    assert sentence in told


def lying() -> bytes:
    """Return a zip whose table says that its member is small."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"word " * 2_000_000)
    size = (10_000_000).to_bytes(4, "little")
    return held.getvalue().replace(size, (500).to_bytes(4, "little"))


def test_slips_and_bombs_do_no_harm(tmp_path):
    slip = zipped(tmp_path, {"../../slipped.txt": PASTE, "/tmp/slipped.txt": PASTE})
    assert {piece.read().added_from for piece in pieces(slip)} == {"slipped.txt"}
    assert not list(tmp_path.parent.rglob("slipped*"))

    assert "far more than a text" in refused(zipped(tmp_path, {"a.txt": b"a" * 9_000_000}))[0]
    assert "too large" in refused(zipped(tmp_path, {"a.txt": bytes(900_000_000)}))[0]
    (tmp_path / "lie.zip").write_bytes(lying())
    assert "broken" in refused(tmp_path / "lie.zip")[0]
    (tmp_path / "no.zip").write_bytes(b"PK no zip")
    assert "cannot be opened" in refused(tmp_path / "no.zip")[0]
    assert "cannot be opened" in refused(tmp_path / "missing.zip")[0]
    assert "no file that can be read" in refused(zipped(tmp_path, {"a.png": b""}))[0]
    assert "is empty" in refused(lines(tmp_path))[0]
    locked = bytearray(zipped(tmp_path, {"a.txt": PASTE}).read_bytes())
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + flag] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    assert "locked with a password" in refused(tmp_path / "locked.zip")[0]


def damaged(method: int, place: int) -> bytes:
    """Return a zip of two articles in which 40 bytes of the first are overwritten."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr("a.txt", PASTE)
        archive.writestr("b.txt", PASTE)
    return held.getvalue()[:place] + b"\xff" * 40 + held.getvalue()[place + 40 :]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_is_named_and_the_rest_is_read(tmp_path, method):
    """Whatever its compression: each has errors of its own."""
    path = tmp_path / "many.zip"
    path.write_bytes(damaged(method, place=len(b"PK") + 28 + len("a.txt") + 9))

    assert refused(path) == ["“a.txt” is broken, or locked with a password."]


@pytest.mark.parametrize(
    ("mark", "changes", "said"),
    [
        (b"PK\x01\x02", {6: b"\x5a"}, "“many.zip” cannot be opened"),
        (b"PK\x01\x02", {8: b"\x00\x08", 46: b"\xff"}, "“many.zip” cannot be opened"),
        (b"PK\x03\x04", {6: b"\x00\x08", 30: b"\xff"}, "“a.txt” is broken"),
    ],
    ids=["version 9.0", "name that is no text", "name of a member that is no text"],
)
def test_a_zip_of_another_make_is_refused_in_a_sentence(tmp_path, mark, changes, said):
    """A head that no reader knows ends in words."""
    path = zipped(tmp_path, {"a.txt": PASTE})
    data = bytearray(path.read_bytes())
    for place, new in changes.items():
        start = data.index(mark) + place
        data[start : start + len(new)] = new
    path.write_bytes(data)

    assert [told[: len(said)] for told in refused(path)] == [said]


def test_many_files_are_no_bundle_of_their_own():
    assert [name for name in ("a.ZIP", "a.jsonl", "a.json", "a.docx") if is_bundle(name)] == [
        "a.ZIP",
        "a.jsonl",
    ]


def test_bundles_are_added_in_the_terminal(tmp_path):
    """A piece that fails is named; the rest is on record."""
    path = lines(
        tmp_path,
        {"title": FERRY.title, "text": FERRY.text, "published": "2024-03-12"},
        "{",
        {"title": LATER.title, "text": LATER.text},
    )
    done = on_record("add", "--data", tmp_path / "data", "--json", path)
    told = printed(done)

    assert done.returncode == 1
    assert [one["title"] for one in told["added"]] == [FERRY.title, LATER.title]
    assert [one["path"] for one in told["failed"]] == [f"{path}, line 2"]


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
def test_what_was_stopped_goes_on_where_it_stopped(tmp_path):
    """Ctrl-C ends it in words; the same command adds the rest, and nothing twice."""
    count = 120
    path = lines(
        tmp_path,
        *(
            {"title": f"Bridge {n}", "text": f"“Bridge {n} will close,” said Ada Brook. " * 3}
            for n in range(count)
        ),
    )
    command = [sys.executable, "-m", "bot", "add", "--data", str(tmp_path / "data"), str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as first:
        assert first.stdout is not None and first.stderr is not None
        first.stdout.readline()
        first.send_signal(signal.SIGINT)
        first.stdout.read()
        said = first.stderr.read().decode()
    told = printed(on_record("add", "--data", tmp_path / "data", "--json", path))

    assert "the same command goes on from there" in " ".join(said.split())
    assert len(told["known"]) > 0
    assert len(told["known"]) + len(told["added"]) == count
    assert len(list((tmp_path / "data/corpus/house").iterdir())) == count

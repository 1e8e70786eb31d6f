"""Whatever is handed in becomes an article or a sentence that says why not."""

from __future__ import annotations

import datetime
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from index.errors import BadFrontMatter, InputError, NoArticleText, NotReadable
from index.intake import LARGEST_BYTES, read, read_file, readable_files

TODAY = datetime.date(2026, 11, 22)
SENTENCE = "The mayor said that the old bridge would be closed for good in the spring. "
HTML = "<html><head><title>Bridge closed</title></head><body>{}</body></html>"


def zipped() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("article.txt", SENTENCE)
    return held.getvalue()


BAD = [
    pytest.param("a.txt", b"", NoArticleText, "is empty", id="empty"),
    pytest.param("a.txt", b" \n\t\r\n ", NoArticleText, "is empty", id="white space"),
    pytest.param("a.txt", "\ufeff".encode(), NoArticleText, "No article text", id="only a mark"),
    pytest.param("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(90), NotReadable, "picture", id="PNG"),
    pytest.param("a.md", b"\xff\xd8\xff\xe0" + bytes(90), NotReadable, "picture", id="JPEG"),
    pytest.param("a.txt", zipped(), NotReadable, "ZIP", id="ZIP"),
    pytest.param("a.html", b"%PDF-1.7\n%abc", NotReadable, "PDF", id="PDF"),
    pytest.param("a.html", b"\x1f\x8b\x08" + bytes(90), NotReadable, "gzip", id="gzip"),
    pytest.param("a.txt", b"abc\x00d\x00\x00\x00efg" * 9, NotReadable, "binary", id="zero bytes"),
    pytest.param("a.txt", b"word " * 10_000_000, NotReadable, "50.0 MB", id="50 MB of text"),
    pytest.param("a.html", b"<p>" * 17_000_000, NotReadable, "51.0 MB", id="51 MB page"),
    pytest.param("a.txt", b"hello", NoArticleText, "No article text", id="one word"),
    pytest.param("a.txt", b"https://a.example/b/c", NoArticleText, "No article", id="one address"),
    pytest.param("a.txt", b"Share\nTweet\nSign in\n", NoArticleText, "buttons", id="boilerplate"),
    pytest.param(
        "a.txt", "Die Brücke, die Wörter".encode()[:-4] + b"\xff", NotReadable, "line 1", id="bytes"
    ),
    pytest.param("a.txt", b"\xff\xfea\x00b", NotReadable, "UTF-16", id="half a letter of UTF-16"),
    pytest.param("a.txt", b"a" * LARGEST_BYTES, NoArticleText, "No article", id="10 MB of a"),
    pytest.param("a.txt", "“".encode() * 3_000_000, NoArticleText, "No article", id="9 MB quotes"),
    pytest.param("a.txt", b"a\n" * 1_500_000, NoArticleText, "1,500,000 lines", id="3 MB lines"),
    pytest.param("a.md", b"---\ntitle: x\n", BadFrontMatter, "never closed", id="open fence"),
    pytest.param("a.md", b"---\ntitle: [a, b]\n---\nx", BadFrontMatter, "title", id="title a list"),
    pytest.param("a.md", b"---\n- a\n---\nx", BadFrontMatter, "name: value", id="head a list"),
    pytest.param("a.md", b"---\npublished: soon\n---\nx", BadFrontMatter, "soon", id="no date"),
    pytest.param(
        "a.md", b"---\npublished: true\n---\nx", BadFrontMatter, "date", id="date a truth"
    ),
    pytest.param("a.md", b"---\na: {b\n---\nx", BadFrontMatter, "YAML", id="no YAML"),
    pytest.param("a.md", b"---\n" + b"[" * 9_000 + b"\n---\nx", BadFrontMatter, "YAML", id="deep"),
    pytest.param(
        "a.md", b"---\n" + b"a: b\n" * 99_999, BadFrontMatter, "not closed", id="endless head"
    ),
    pytest.param("a.md", b"---\ntitle: x\n---\n\n", NoArticleText, "below it", id="head alone"),
    pytest.param("a.html", b"<html></html>", NoArticleText, "page", id="empty page"),
    pytest.param("a.html", HTML.format("").encode(), NoArticleText, "page", id="title alone"),
    pytest.param("a.html", b"<html><p>The may", NoArticleText, "page", id="broken page"),
    pytest.param("a.html", b"just words", NoArticleText, "No article", id="page without tags"),
    pytest.param("a.html", b"<!--" * 500_000, NotReadable, "tags", id="comments never closed"),
    pytest.param("a.html", b"<p>" * 300_000, NotReadable, "tags", id="too many tags"),
    pytest.param(
        "a.html",
        (HTML.format("<div>" * 90_000 + SENTENCE)).encode(),
        NoArticleText,
        "page",
        id="deep nesting",
    ),
]


@pytest.mark.parametrize(("name", "data", "error", "says"), BAD)
def test_bad_input_is_answered_with_a_sentence(
    name: str, data: bytes, error: type[InputError], says: str
) -> None:
    """Every kind of bad input is named in words that tell what to do."""
    with pytest.raises(error, match=says) as raised:
        read(name, data, TODAY)

    assert str(raised.value).endswith(".")
    assert len(str(raised.value)) < 300


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.txt", (SENTENCE * 40_000).encode(), id="3 MB in one line"),
        pytest.param("a.txt", f"{'Photo: By ' * 200_000}{SENTENCE}".encode(), id="2 MB of labels"),
        pytest.param("a.txt", f"{SENTENCE}\n".encode() * 8_000, id="8,000 equal lines"),
        pytest.param("a.txt", ("By Ann Lee\n" * 8_000 + SENTENCE).encode(), id="bylines"),
        pytest.param("a.txt", ("Bridge closed\n" * 8_000 + SENTENCE).encode(), id="headlines"),
        pytest.param("a.txt", (SENTENCE + "\nRead more" * 8_000).encode(), id="lists"),
        pytest.param(
            "a.html", HTML.format(f"<p>{SENTENCE}</p>" * 5_000).encode(), id="5,000 paragraphs"
        ),
        pytest.param(
            "a.html",
            HTML.format(f"<p>{'<b>word</b> ' * 50_000}</p><p>{SENTENCE * 5}</p>").encode(),
            id="1e5 tags",
        ),
        pytest.param(
            "a.html",
            HTML.format("<h1>" * 200 + f"<p class='date'>{SENTENCE}</p>" * 3_000).encode(),
            id="headings in headings",
        ),
        pytest.param(
            "a.html",
            HTML.format(
                f'<script type="application/ld+json">{"[" * 500_000}</script><p>{SENTENCE * 5}</p>'
            ).encode(),
            id="JSON-LD without end",
        ),
    ],
)
def test_large_input_is_read_to_its_end(name: str, data: bytes) -> None:
    """Long lines and many lines are read in time proportional to their size."""
    assert SENTENCE.strip() in read(name, data, TODAY).text


@pytest.mark.parametrize(
    ("text", "encoding", "warned"),
    [
        pytest.param("Le maire a dit : « Non, la fête est annulée. »", "utf-8", False, id="utf-8"),
        pytest.param(
            "Le maire a dit : « Non, la fête est annulée. »", "utf-8-sig", False, id="mark"
        ),
        pytest.param(
            "Le maire a dit : « Non, la fête est annulée. »", "utf-16", False, id="utf-16"
        ),
        pytest.param("The mayor said “no, no and no” to that.", "utf-16-le", False, id="unmarked"),
        pytest.param("The mayor said “no, no and no” to that.", "utf-16-be", False, id="big end"),
        pytest.param("The mayor said “no, no and no” to that.", "utf-32", False, id="utf-32"),
        pytest.param(
            "Le maire a déclaré : « Non, la fête est annulée. »", "cp1252", True, id="windows"
        ),
        pytest.param(
            "Мэр города заявил, что мост закроют до весны. «Нет», сказал он.",
            "cp1251",
            True,
            id="Cyrillic",
        ),
        pytest.param(
            "市長は月曜日、橋を春まで閉鎖すると発表した。「危険を冒すことはできない」と市長は述べた。",
            "shift_jis",
            True,
            id="Japanese",
        ),
    ],
)
def test_text_is_read_in_its_encoding(text: str, encoding: str, warned: bool) -> None:
    """UTF-8, UTF-16 and UTF-32 are known; an older encoding is guessed, and that is said."""
    draft = read("a.txt", text.encode(encoding), TODAY)

    assert text == draft.text
    assert warned == any("not UTF-8" in warning for warning in draft.warnings)


def test_broken_letters_of_a_page_are_told() -> None:
    """A page with a broken byte is read, and the replaced letter is spoken of."""
    page = HTML.format(f"<p>Die Brücke über die Wesel wird gesperrt. {SENTENCE * 3}</p>")
    broken = page.encode().replace(b"Wesel", b"Wes\xffel")

    draft = read("a.html", broken, TODAY)

    assert "Wes\ufffdel" in draft.text
    assert "Some letters of the page were broken and stand as �." in draft.warnings


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "klingon", "utf-8"])
def test_page_is_read_in_the_charset_that_it_declares_or_in_a_sound_guess(declared: str) -> None:
    """An unknown or untrue charset does not garble the text."""
    words = "Der Bürgermeister sagte, die Brücke über die Wesel werde im Frühling geschlossen."
    page = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'

    assert words == read("a.html", page.encode("cp1252"), TODAY).text


def test_markdown_with_front_matter_is_taken_as_it_stands() -> None:
    """Nothing is cleaned away, and short is not too short."""
    markdown = "---\ntitle: Bridge\npublished: 2023-08\n---\n\nShare\n\nPhoto: Bo Ek\n"

    draft = read("bridge.md", markdown.encode(), TODAY)

    assert ("Bridge", "Share\n\nPhoto: Bo Ek") == (draft.title, draft.text)
    assert ("bridge.md", ()) == (draft.added_from, draft.warnings)


def test_markdown_without_front_matter_has_its_heading_as_title() -> None:
    """The first heading is the headline, and the rest is read like a paste."""
    draft = read("bridge.md", f"# Bridge closed\n\n{SENTENCE}\n\nShare\n".encode(), TODAY)

    assert ("Bridge closed", SENTENCE.strip()) == (draft.title, draft.text)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("/tmp/news/bridge.txt", "bridge.txt"), ("standard input", "standard input")],
)
def test_draft_says_what_it_was_read_from(name: str, kept: str) -> None:
    """A reader without a link is told the file's own name, not the way to it."""
    assert kept == read(name, SENTENCE.encode(), TODAY).added_from


def test_control_characters_are_no_words() -> None:
    """What could steer a reader's terminal is not stored."""
    text = SENTENCE.replace("bridge", "\x1b[31mbri\x08dge")

    assert "[31mbridge" in read("a.txt", text.encode(), TODAY).text


def test_readable_files_of_a_folder_are_sorted_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    """Text, Markdown and pages are found in the folders below too."""
    for name in ("b.txt", "a.md", "README.md", "c.odt", ".hidden.txt", "in/d.HTML", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SENTENCE)

    found = [path.relative_to(tmp_path).as_posix() for path in readable_files(tmp_path)]

    assert ["README.md", "a.md", "b.txt", "in/d.HTML"] == found


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    """What is not there is said with its path."""
    with pytest.raises(NotReadable, match="There is no file"):
        read_file(tmp_path / "gone.txt", TODAY)
    with pytest.raises(NotReadable, match="There is no folder"):
        readable_files(tmp_path / "gone")
    with pytest.raises(NotReadable, match="cannot be opened"):
        read_file(tmp_path, TODAY)


def test_file_is_refused_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    """A sparse file of 50 GB is answered at once."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)

    with pytest.raises(NotReadable, match="too large"):
        read_file(path, TODAY)


def test_importing_intake_is_cheap() -> None:
    """The libraries that read pages are loaded when a page is read, not before."""
    heavy = ("trafilatura", "lxml", "htmldate", "charset_normalizer")
    code = f"import sys, index.intake; print([name for name in {heavy} if name in sys.modules])"
    root = Path(__file__).parents[1]

    run = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )

    assert "[]" == run.stdout.strip()

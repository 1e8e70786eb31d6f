"""PDFs and Word files: the article as it was printed, or a sentence; never the clerk's own data."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest
from papers import (
    Print,
    assembled,
    column,
    locked,
    looping,
    nested,
    pdf,
    word,
    word_bomb,
    word_of_xml,
    word_with_changes,
)

from index.article import Published
from index.errors import InputError, NoArticleText, NotReadable
from index.intake import read
from index.intake.decode import LARGEST_WITH_PICTURES

TODAY = datetime.date(2026, 11, 22)
PARAGRAPHS = (
    "The council of Quillhaven voted on Tuesday to close the old bridge for good, and the oppo-",
    "sition asked for a second inspection of the piers before anything is torn down by the town.",
    "",
    "“Nobody will drive over it again,” said Ada Brook, the mayor. “It is time for a new cross-",
    "ing that lasts.”",
    "",
    "The bridge had carried buses across the Sound for eighty years, and repairs were put off by",
    "every council since the war because the money went into the harbour and its long-",
    "term plans. The opposition to the new crossing is small, says Corwin Pellow of Anglo-",
    "Irish Ferries, and his boats could not take the traffic of the town and the islands at once",
)
NEXT_PAGE = (
    "even if all of them sailed from six in the morning until after midnight on every day.",
    "",
    "The work will cost eleven million and begin in the autumn, the papers of the council say.",
)
HEAD = [Print("Council closes the old bridge", 60, 730, 22)]
BYLINE = column(["By Ada Quill", "", "12 March 2024", ""], top=712)


def page(number: int, lines: list[Print]) -> list[Print]:
    """Return a page with its running head and its number."""
    return [Print("The Harbour Gazette", 60, 770), *lines, Print(f"{number}", 300, 30)]


ARTICLE = pdf(
    page(1, [*HEAD, *BYLINE, *column(PARAGRAPHS, top=650)]), page(2, column(NEXT_PAGE, top=740))
)


def test_a_printed_article_is_read_as_it_was_written():
    """Parted words are whole, words' own hyphens stand, paragraphs go on over lines and pages."""
    found = read("article.pdf", ARTICLE, TODAY)

    assert found.title == "Council closes the old bridge"
    assert (found.byline, found.published) == ("Ada Quill", Published("2024-03-12", "page"))
    assert found.text.split("\n\n") == [
        "The council of Quillhaven voted on Tuesday to close the old bridge for good, and the "
        "opposition asked for a second inspection of the piers before anything is torn down by "
        "the town.",
        "“Nobody will drive over it again,” said Ada Brook, the mayor. “It is time for a new "
        "crossing that lasts.”",
        "The bridge had carried buses across the Sound for eighty years, and repairs were put off "
        "by every council since the war because the money went into the harbour and its long-term "
        "plans. The opposition to the new crossing is small, says Corwin Pellow of Anglo-Irish "
        "Ferries, and his boats could not take the traffic of the town and the islands at once "
        "even if all of them sailed from six in the morning until after midnight on every day.",
        "The work will cost eleven million and begin in the autumn, the papers of the council say.",
    ]


def test_two_columns_are_read_one_after_the_other():
    left = [
        "The council of Quillhaven voted on",
        "Tuesday to close the old bridge for",
        "good, after a",
    ]
    right = [
        "long debate about its piers.",
        "",
        "The work begins in the autumn and",
        "will cost much.",
    ]
    columns = [*HEAD, *column(left, x=60), *column(right, x=320)]

    assert read("columns.pdf", pdf(columns), TODAY).text.split("\n\n") == [
        "The council of Quillhaven voted on Tuesday to close the old bridge for good, after a long "
        "debate about its piers.",
        "The work begins in the autumn and will cost much.",
    ]


def test_indented_paragraphs_are_told_apart():
    lines = column([line for line in PARAGRAPHS if line][:4], top=700)
    indented = [
        Print(one.text, one.x + (12 if n in (0, 2) else 0), one.y) for n, one in enumerate(lines)
    ]

    assert read("a.pdf", pdf([*HEAD, *indented]), TODAY).text.count("\n\n") == 1


def test_the_files_own_data_are_not_the_articles():
    """When a PDF or Word file was made, and by whose account, says nothing of the publication."""
    plain = pdf([*HEAD, *column(PARAGRAPHS)])
    for found in (read("a.pdf", plain, TODAY), read("a.docx", word([*PARAGRAPHS]), TODAY)):
        assert (found.published, found.byline, found.outlet) == (None, None, None)
        assert "clerk" not in found.text


def test_a_word_file_is_read_in_order():
    found = read(
        "a.docx",
        word(
            [PARAGRAPHS[6] + " all.", NEXT_PAGE[2]],
            "Bridge closed",
            cells=["Work will begin soon, he said, in the autumn."],
        ),
        TODAY,
    )

    assert found.title == "Bridge closed"
    assert found.text.split("\n\n") == [
        PARAGRAPHS[6] + " all.",
        NEXT_PAGE[2],
        "Work will begin soon, he said, in the autumn.",
    ]


def test_tracked_changes_are_read_as_accepted_and_told():
    before, after = (
        "The mayor of Quillhaven said that the bridge would ",
        " be closed in the spring.",
    )
    found = read("a.docx", word_with_changes(before, "surely", "never", after), TODAY)

    assert found.text == f"{before}never{after}"
    assert any("tracked changes" in one for one in found.warnings)


def entities() -> str:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "boom">{levels}]><w:document xmlns:w="http://'
        'schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e11;</w:t>'
        "</w:r></w:p></w:body></w:document>"
    )


def external() -> str:
    return (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
        "&e;</w:t></w:r></w:p></w:body></w:document>"
    )


def slip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("../../../tmp/slipped.txt", "slipped")
    return held.getvalue()


ATTACKS = [
    pytest.param("a.pdf", b"%PDF-1.7\n%abc", NotReadable, "broken", id="cut off"),
    pytest.param("a.pdf", b"no PDF at all", NotReadable, "broken", id="no PDF"),
    pytest.param("a.pdf", ARTICLE[: len(ARTICLE) // 2], NotReadable, "broken", id="half a PDF"),
    pytest.param("a.pdf", locked(ARTICLE), NotReadable, "locked", id="password"),
    pytest.param("a.pdf", pdf([]), NoArticleText, "pictures of pages", id="scan"),
    pytest.param("a.pdf", pdf(*[[Print("x", 9, 9)]] * 101), NotReadable, "101 pages", id="pages"),
    pytest.param("a.pdf", looping(), NotReadable, "broken", id="pages in pages"),
    pytest.param("a.pdf", nested(100_000), NotReadable, "broken", id="brackets"),
    pytest.param(
        "a.pdf", assembled([bytes(400_000_000)]), NotReadable, "more memory", id="PDF bomb"
    ),
    pytest.param(
        "a.pdf", assembled([b"q " * 500_000]), InputError, "no text|memory", id="many commands"
    ),
    pytest.param("a.pdf", bytes(LARGEST_WITH_PICTURES + 1), NotReadable, "too large", id="large"),
    pytest.param("a.docx", b"PK\x03\x04 no more", NotReadable, "no Word file", id="broken zip"),
    pytest.param("a.docx", b"plain text", NotReadable, "no Word file", id="no zip"),
    pytest.param("a.docx", word_bomb(300), NotReadable, "unpack to 301 MB", id="zip bomb"),
    pytest.param("a.docx", word_of_xml(entities()), NotReadable, "no Word", id="XML bomb"),
    pytest.param("a.docx", word_of_xml(external()), NoArticleText, "no text", id="outer entity"),
    pytest.param("a.docx", word_of_xml("<no/>"), NotReadable, "broken", id="another XML"),
    pytest.param("a.docx", slip(), NotReadable, "no Word file", id="zip slip"),
    pytest.param("a.docx", word([]), NoArticleText, "no text", id="empty"),
]


@pytest.mark.parametrize(("name", "data", "kind", "words"), ATTACKS)
def test_a_hostile_file_ends_in_a_sentence(name, data, kind, words):
    with pytest.raises(kind, match=words) as told:
        read(name, data, TODAY)
    assert str(told.value).endswith(".")
    assert read("a.pdf", ARTICLE, TODAY).title == "Council closes the old bridge"

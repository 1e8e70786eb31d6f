"""An article on disk is Markdown with front matter, written by us or by hand."""

from __future__ import annotations

import pytest

from index.article import (
    Article,
    Draft,
    Published,
    from_markdown,
    is_article_id,
    text_hash,
    to_markdown,
)
from index.errors import BadFrontMatter

ID = "0123456789"


def written(head: str, body: str = "Text.") -> str:
    return f"---\n{head}\n---\n\n{body}\n"


TITLES = [
    pytest.param(written("title: A ferry"), "A ferry", "Text.", id="given"),
    pytest.param(written("outlet: x", "# A ferry\n\nText."), "A ferry", "Text.", id="heading"),
    pytest.param(written("outlet: x", "A ferry\nText."), "A ferry", "Text.", id="first line"),
    pytest.param("# A ferry\n\nText.\n", "A ferry", "Text.", id="no front matter"),
    pytest.param(written("", "A ferry\n\nText."), "A ferry", "Text.", id="empty front matter"),
    pytest.param(written("title:", "A ferry\n\nText."), "A ferry", "Text.", id="empty title"),
    pytest.param(written("title: ''", "A ferry\n\nText."), "A ferry", "Text.", id="blank title"),
    pytest.param(written("title: 1984"), "1984", "Text.", id="a number"),
    pytest.param(written("title: 12:30"), "12:30", "Text.", id="a time of day"),
    pytest.param(written("title: 007"), "007", "Text.", id="noughts in front"),
    pytest.param(written("title: No"), "No", "Text.", id="no"),
    pytest.param(written("title: 2023-08-04"), "2023-08-04", "Text.", id="a date"),
    pytest.param(written("title: ~", "A ferry\n\nText."), "A ferry", "Text.", id="none"),
    pytest.param(written("title: >\n  A ferry\n  sails"), "A ferry sails", "Text.", id="folded"),
    pytest.param("", "", "", id="empty file"),
    pytest.param("---\n---\n", "", "", id="nothing but a head"),
    pytest.param("---\ntitle: A ferry\n---", "A ferry", "", id="no line end at the end"),
    pytest.param("---\ntitle: A ferry\n---\nText.", "A ferry", "Text.", id="no empty line"),
    pytest.param("---\ntitle: A ferry\n--- \nText.", "A ferry", "Text.", id="space at the fence"),
    pytest.param("\ufeff---\ntitle: A ferry\n---\nText.", "A ferry", "Text.", id="byte order mark"),
    pytest.param(
        "---\r\ntitle: A ferry\r\n---\r\n\r\nOne.\r\n\r\nTwo.\r\n",
        "A ferry",
        "One.\n\nTwo.",
        id="Windows line ends",
    ),
    pytest.param("---\rtitle: A ferry\r---\rOne.\r", "A ferry", "One.", id="old Mac line ends"),
    pytest.param(written("title: A ferry", "---\n\nText."), "A ferry", "---\n\nText.", id="rule"),
    pytest.param(
        written("title: |\n  a\n  ---\n  b"), "a --- b", "Text.", id="fence inside a value"
    ),
    pytest.param("----\n\nText.", "----", "Text.", id="four dashes are no fence"),
]


@pytest.mark.parametrize(("markdown", "title", "text"), TITLES)
def test_title_and_text(markdown: str, title: str, text: str) -> None:
    """The title is the given one, else the first line, which then is not part of the text."""
    draft = from_markdown(markdown)

    assert (title, text) == (draft.title, draft.text)


DATES = [
    pytest.param("2023-08-04", "2023-08-04", "day", id="day"),
    pytest.param("'2023-08-04'", "2023-08-04", "day", id="day in quotation marks"),
    pytest.param("2023-08", "2023-08", "month", id="month"),
    pytest.param("2023", "2023", "year", id="year"),
    pytest.param("2023-08-04 10:30:00", "2023-08-04", "day", id="with a time"),
    pytest.param("2023-08-04T23:30:00-05:00", "2023-08-04", "day", id="with a time zone"),
    pytest.param("2024-02-29", "2024-02-29", "day", id="leap day"),
]


@pytest.mark.parametrize(("value", "date", "precision"), DATES)
def test_a_date_is_as_exact_as_it_is_written(value: str, date: str, precision: str) -> None:
    """A year stays a year, and the day is that of the place where the time was written."""
    published = from_markdown(written(f"title: A\npublished: {value}")).published

    assert published == Published(date, "given")
    assert published.precision == precision


def test_without_a_date_there_is_none() -> None:
    """Nothing stands in for it."""
    assert from_markdown(written("title: A\npublished:")).published is None
    assert from_markdown(written("title: A")).published is None


REFUSED = [
    pytest.param("published: 2023-02-31", id="no such day"),
    pytest.param("published: 2023-13", id="no such month"),
    pytest.param("published: '2023-02-30'", id="no such day, in quotation marks"),
    pytest.param("published: 0", id="no such year"),
    pytest.param("published: '0000'", id="the year nought"),
    pytest.param("published: 04.08.2023", id="another order"),
    pytest.param("published: last Tuesday", id="in words"),
    pytest.param("published: yes", id="yes"),
    pytest.param("published: 2023.5", id="a fraction"),
    pytest.param("published: [2023]", id="a list of dates"),
    pytest.param("published: ٢٠٢٣", id="other digits"),
    pytest.param("published: 2023\npublished_found: guessed", id="found in an unknown way"),
    pytest.param("published: 2023\npublished_found: [page]", id="found: a list"),
    pytest.param("published: 2023\npublished_found: {a: b}", id="found: a mapping"),
    pytest.param("title: [A, B]", id="a list for a title"),
    pytest.param("title: {A: B}", id="a mapping for a title"),
    pytest.param("title: !!int 5", id="a tagged number for a title"),
    pytest.param("published: !!timestamp 2023-08-04", id="a tagged date"),
    pytest.param("published: 2023-W05", id="a week"),
    pytest.param("title: " + "[" * 3000, id="brackets without end"),
    pytest.param("outlet: [x]", id="a list for an outlet"),
    pytest.param("url: {https: x}", id="a mapping for an address"),
    pytest.param("byline: [Ann, Bob]", id="a list of authors"),
    pytest.param("id: [a]", id="a list for an id"),
    pytest.param("title: Kirby: no deal", id="a bare colon"),
    pytest.param("- title", id="a list"),
    pytest.param("just words", id="words"),
    pytest.param("42", id="a number"),
    pytest.param("title: 'open", id="an open quotation mark"),
    pytest.param("title: \ttab\n\toutlet: x", id="tabs"),
    pytest.param("title: !!python/object:os.system x", id="a tag"),
    pytest.param("title: *nobody", id="an unknown alias"),
    pytest.param("a: &a [*a]\ntitle: *a", id="a list in itself"),
    pytest.param("title: A\n? [a, b]\n: c\n? {a: b}\n: c", id="a mapping for a name"),
    pytest.param("title: a\x00b", id="a control character"),
    pytest.param("title: A\n...\ntitle: B", id="two documents"),
]


@pytest.mark.parametrize("head", REFUSED)
def test_what_is_not_understood_is_refused_with_what_to_do(head: str) -> None:
    """Never guessed, never a traceback."""
    with pytest.raises(BadFrontMatter) as refusal:
        from_markdown(written(head))

    assert str(refusal.value).endswith(".")
    assert len(str(refusal.value)) < 300


def test_front_matter_that_is_never_closed_is_refused() -> None:
    """The text would be lost in it."""
    with pytest.raises(BadFrontMatter, match="never closed"):
        from_markdown("---\ntitle: A\n\nText.\n")


def test_unknown_fields_are_passed_over() -> None:
    """Other programs write their own."""
    draft = from_markdown(written("title: A\ntags: [x, y]\nlayout: post"))

    assert draft == Draft(title="A", text="Text.")


IDS = [
    pytest.param("0123456789", True, id="ten digits"),
    pytest.param("abcdef0123456789", True, id="longer"),
    pytest.param("a" * 64, True, id="a whole hash"),
    pytest.param("a" * 65, False, id="too long"),
    pytest.param("abcdef012", False, id="too short"),
    pytest.param("ABCDEF0123", False, id="capitals"),
    pytest.param("../../etc/passwd", False, id="a path"),
    pytest.param("٠١٢٣٤٥٦٧٨٩", False, id="other digits"),
]


@pytest.mark.parametrize(("value", "expected"), IDS)
def test_an_id_is_ten_or_more_hexadecimal_digits(value: str, expected: bool) -> None:
    """Anything else, a file's own invention perhaps, is not taken over."""
    draft = from_markdown(written(f"title: A\nid: '{value}'"))

    assert expected == is_article_id(value)
    assert draft.article_id == (value if expected else None)


def test_the_content_hash_is_that_of_the_text_alone() -> None:
    """Correcting a title is no new version of the words; a lone surrogate can be hashed too."""
    first = Article(ID, "A", "Text.")
    second = Article("9876543210", "B", "Text.", outlet="x")

    assert first.content_hash == second.content_hash == text_hash("Text.")
    assert text_hash("\ud800") != text_hash("")


def test_a_file_is_written_for_a_person_to_read() -> None:
    """Known fields only, in a fixed order, letters as they are."""
    article = Article(
        ID,
        "Élan: a ferry",
        "One.\n\nTwo.",
        outlet="On Record sample",
        published=Published("2024-03", "page"),
    )

    assert to_markdown(article) == (
        "---\n"
        "id: 0123456789\n"
        "title: 'Élan: a ferry'\n"
        "outlet: On Record sample\n"
        "published: 2024-03\n"
        "published_found: page\n"
        "---\n\n"
        "One.\n\nTwo.\n"
    )

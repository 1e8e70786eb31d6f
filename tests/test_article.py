"""An article on disk is Markdown with front matter, and reading gives back what was written."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

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


# --- the round trip ---

# A line of text as every field holds it: single spaces, nothing else that parts words.
_LINE = st.text(max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
_AWKWARD = st.sampled_from(
    [
        "Kirby: no deal",
        "“Curly” and \"straight\" and 'single'",
        "---",
        "--- and on",
        "- a list",
        "# not a comment",
        "a # b",
        "yes",
        "No",
        "on",
        "null",
        "~",
        "2024",
        "2024-03-12",
        "1e3",
        "0x1F",
        "1_000",
        "12:30:45",
        ".5",
        "=",
        "<<",
        "!tag",
        "&anchor",
        "*alias",
        "{a: b}",
        "[x]",
        "@here",
        "`code`",
        "%TAG",
        "| pipe",
        "> bar",
        "? key",
        "Élan — Кирби 港口 مايو 😀",
        "\ufeffmark",
        "null\x00byte",
        "bell\x07",
        "del\x7f",
        "tab and\u2009thin",
    ]
).map(lambda text: " ".join(text.split()))
_FIELD = st.one_of(_LINE, _AWKWARD)
_PUBLISHED = st.builds(
    Published,
    date=st.one_of(
        st.dates().map(lambda day: day.isoformat()),
        st.dates().map(lambda day: day.isoformat()[:7]),
        st.dates().map(lambda day: day.isoformat()[:4]),
    ),
    found=st.sampled_from(["given", "metadata", "page", "byline"]),
)
_BODY = st.one_of(
    st.lists(_FIELD, min_size=1, max_size=4).map("\n\n".join),
    st.lists(_FIELD, min_size=1, max_size=4).map("\n".join),
)
_ARTICLES = st.builds(
    Article,
    article_id=st.text("0123456789abcdef", min_size=10, max_size=64),
    title=_FIELD,
    text=_BODY,
    outlet=st.none() | _FIELD,
    byline=st.none() | _FIELD,
    url=st.none() | _FIELD,
    published=st.none() | _PUBLISHED,
    added_from=st.none() | _FIELD,
)


@settings(deadline=None)
@given(_ARTICLES)
@example(Article(ID, "A", "---\n\nText after a rule."))
@example(Article(ID, "A", "Text.\n---\nMore."))
@example(Article("1234567890", "A", "An id of digits alone."))
@example(Article("0000000000", "A", "An id of noughts."))
@example(Article("1e10000000", "A", "An id like a number."))
@example(Article("12345678e9", "A", "Another."))
@example(Article(ID, "A", "Text.", published=Published("0001", "page")))
@example(Article(ID, "A", "Text.", published=Published("0099-01-01", "byline")))
@example(Article(ID, "A", "  Indented.\n\n\tAnd by a tab.  "))
def test_what_is_written_is_read_back(article: Article) -> None:
    """Every field and the text come back as they were."""
    expected = Draft(
        title=article.title,
        text=article.text,
        outlet=article.outlet,
        byline=article.byline,
        url=article.url,
        published=article.published,
        added_from=article.added_from,
        article_id=article.article_id,
    )

    assert expected == from_markdown(to_markdown(article))


@settings(deadline=None)
@given(st.text())
def test_any_file_is_read_or_refused_in_a_sentence(markdown: str) -> None:
    """Nothing in a file is a bug."""
    try:
        draft = from_markdown(markdown)
    except BadFrontMatter as error:
        assert str(error).endswith((".", "…"))
    else:
        assert "\r" not in draft.text


@settings(deadline=None)
@given(st.text())
def test_any_front_matter_is_read_or_refused_in_a_sentence(head: str) -> None:
    """Whatever stands between the fences."""
    try:
        from_markdown(written(head))
    except BadFrontMatter as error:
        assert str(error).endswith(".")


# --- by hand ---

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

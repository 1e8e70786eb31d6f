"""Whatever an article holds, reading its file gives back what was written."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.article import Article, Draft, Published, from_markdown, to_markdown
from index.errors import BadFrontMatter

ID = "0123456789"

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
    also_at=st.lists(_FIELD, max_size=3).map(tuple),
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
        also_at=article.also_at,
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
        from_markdown(f"---\n{head}\n---\n\nText.\n")
    except BadFrontMatter as error:
        assert str(error).endswith(".")

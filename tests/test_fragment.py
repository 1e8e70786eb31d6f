"""A text fragment is given out only where every browser marks exactly the asked words."""

from __future__ import annotations

import itertools
import re
from urllib.parse import unquote

import pytest
from discord_opens import as_opened
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.linking.fragment import Terms, is_edge, selects
from bot.linking.link import LONGEST_LINK, deep_link

URL = "https://news.example/story"
PAGE = (
    "The pier\n\n"
    "The pier is shut. Résumé of the day: the PIER is old, and the pier is shut.\n\n"
    "Nobody knew. The resume: nobody's pier-head is “shut,”he said."
)
SELECTED = [
    pytest.param(Terms("nobody knew"), "Nobody knew", True, id="case does not matter"),
    pytest.param(Terms("the pier is shut"), "The pier is shut", True, id="the first of two"),
    pytest.param(Terms("pier"), "pier-head", False, id="not the first"),
    pytest.param(Terms("The pier"), "The pier is", False, id="less than asked"),
    pytest.param(Terms("Nobody k"), "Nobody k", False, id="part of a word"),
    pytest.param(Terms("Résumé"), "Résumé", True, id="accents: the first"),
    pytest.param(Terms("The resume"), "The resume", True, id="two words make it plain"),
    pytest.param(Terms("resume"), "resume", False, id="accents: some browsers take the other"),
    pytest.param(Terms("shut. Nobody"), "shut.\n\nNobody", False, id="a term over two blocks"),
    pytest.param(
        Terms("old", "knew"), "old, and the pier is shut.\n\nNobody knew", True, id="range"
    ),
    pytest.param(Terms("old", "shut"), "old, and the pier is shut", True, id="end behind start"),
    pytest.param(
        Terms("shut", prefix="old, and the pier is"), "shut.\n", False, id="too much asked"
    ),
    pytest.param(Terms("the", prefix="and"), "the pier is shut.\n", False, id="too little marked"),
    pytest.param(Terms("Nobody", prefix="shut."), "Nobody", True, id="prefix of another block"),
    pytest.param(Terms("the pier", suffix="is old"), "the PIER", True, id="suffix"),
    pytest.param(
        Terms("pier", "shut", suffix=". Nobody"), "pier is shut", False, id="suffix far off"
    ),
    pytest.param(Terms("nobody’s"), "nobody's", True, id="apostrophes are equal"),
    pytest.param(Terms("cricket"), "Nobody", False, id="nowhere"),
    pytest.param(Terms("old", "cricket"), "old", False, id="an end that is nowhere"),
    pytest.param(Terms("old", suffix="cricket"), "old", False, id="a suffix that is nowhere"),
    pytest.param(Terms("old", prefix="cricket"), "old", False, id="a prefix that is nowhere"),
]


@pytest.mark.parametrize(("terms", "asked", "expected"), SELECTED)
def test_what_terms_select(terms: Terms, asked: str, expected: bool) -> None:
    """The first place where all of them fit, as strictly and as loosely as browsers read."""
    place = PAGE.index(asked)

    assert expected == selects(PAGE, terms, (place, place + len(asked)))


EDGES = [
    pytest.param("the| |pier", id="spaces"),
    pytest.param("“|shut|,|”|he", id="quotation marks"),
    pytest.param("pier|-|head", id="hyphens"),
    pytest.param("the| |U.S|.| |of", id="points between letters join"),
    pytest.param("$|3,000.50|,", id="points and commas between digits too"),
    pytest.param("don't| |don’t", id="apostrophes"),
    pytest.param("shut.He", id="a missing space"),
    pytest.param("shut|.|\n|\n|He", id="the end of a paragraph"),
    pytest.param("bo\x00ats", id="control characters"),
    pytest.param("e\u0301te\u0301|.", id="accents that stand alone"),
    pytest.param("市长表示|，|港口", id="Chinese: nothing is certain between letters"),
    pytest.param("file_name", id="underscores"),
    pytest.param("नमस्ते|।", id="vowel signs"),
]


@pytest.mark.parametrize("marked", EDGES)
def test_where_words_certainly_begin_and_end(marked: str) -> None:
    """Each bar is a boundary that every browser sees, and there are no others."""
    page = marked.replace("|", "")
    found = "".join(
        ("|" if at and is_edge(page, at) else "") + sign for at, sign in enumerate(page)
    )

    assert found == marked


def test_terms_are_written_in_the_order_of_the_page() -> None:
    """Hyphens mark what is context, commas part the terms; both are escaped inside them."""
    terms = Terms("a-b", "c, d", prefix="e", suffix="f")

    assert terms.encoded() == "e-,a%2Db,c%2C%20d,-f"


_LETTERS = st.sampled_from(
    ["a", "b", "Ab", "é", "e", "É", "ß", "д", "и", "港", "の", "ก", "م", "5"]
)
_WORD = st.lists(_LETTERS, min_size=1, max_size=3).map("".join)
_INSIDE = ["-", "'", "’", ".", ",", "_", "\u0301", "\u00ad", "%", "(", "—", "/", "😀", "\x00", ":"]
_TOKEN = st.one_of(
    _WORD,
    st.tuples(_WORD, st.sampled_from(_INSIDE), _WORD).map("".join),
    st.tuples(st.sampled_from(["“", "(", "-", "«", '"', "¿", "\u200e"]), _WORD).map("".join),
    st.tuples(_WORD, st.sampled_from([",", "”", "!", ")", "-", "%", "…", "*", "'"])).map("".join),
    st.sampled_from(["-", "—", "&", "%", "…"]),
)
_CLOSING = st.sampled_from([". ", ".” ", "! ", "? ", "。", ".", ".”", "\n\n", ".\n\n", ".\n"])
_SENTENCE = st.tuples(
    st.lists(_TOKEN, min_size=1, max_size=14),
    st.sampled_from([" ", " ", "\u00a0", "  "]),
    _CLOSING,
).map(lambda parts: (parts[1].join(parts[0]), parts[2]))


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """Draw an article and where its sentences stand; many of them are alike."""
    known = draw(st.lists(_SENTENCE, min_size=1, max_size=5))
    text, places = "", []
    for sentence, closing in draw(st.lists(st.sampled_from(known), min_size=1, max_size=9)):
        places.append((len(text), len(text) + len(f"{sentence}{closing}".rstrip())))
        text += sentence + closing
    return text, places


def terms_of(link: str) -> dict[str, str]:
    """Parse a text fragment as the specification says."""
    parts = link.partition(":~:text=")[2].split(",")
    terms = {}
    if parts[0].endswith("-"):
        terms["prefix"] = parts.pop(0)[:-1]
    if parts[-1].startswith("-"):
        terms["suffix"] = parts.pop()[1:]
    assert len(parts) in (1, 2)
    terms.update(zip(("start", "end"), parts, strict=False))
    return {name: unquote(part) for name, part in terms.items()}


def pattern(term: str) -> str:
    """Return a pattern of a term: spaces and soft hyphens as they come, quotation marks equal."""
    signs = [r"\s+" if sign == " " else re.escape(sign) for sign in term.replace("’", "'")]
    return r"\xad*".join(signs)


def first_fit(text: str, terms: dict[str, str]) -> tuple[int, int]:
    """Return what a browser marks, told in another way: the first match of one pattern.

    The nearest ``end`` behind the first ``start``, whole words or not.
    """
    known = {name: pattern(term) for name, term in terms.items()}
    whole = rf"(?P<marked>{known['start']}"
    whole += rf".*?{known['end']})" if "end" in known else ")"
    whole = rf"{known['prefix']}\s*{whole}" if "prefix" in known else whole
    whole += rf"(?=\s*{known['suffix']})" if "suffix" in known else ""
    found = re.search(whole, text.replace("’", "'"), re.IGNORECASE | re.DOTALL)
    assert found
    return found.span("marked")


def trimmed(text: str, start: int, end: int) -> str:
    """Return the letters of a range and what stands between them."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", text[start:end])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_a_link_selects_its_sentence_or_is_plain(
    article: tuple[str, list[tuple[int, int]]],
) -> None:
    """The first place that the words fit, whatever the article, is the sentence asked for."""
    text, places = article
    for start, end in places:
        link = deep_link(URL, text, start, end) or ""
        assert len(link) <= LONGEST_LINK
        if link == URL:
            continue
        terms = terms_of(link)
        first, last = first_fit(text, terms)
        assert start <= first <= last <= end
        if not re.search(r"[%\-!()*\x00]", text[start:end]):
            assert trimmed(text, first, last) == trimmed(text, start, end)
        assert not any("\n" in term for term in terms.values())


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_discord_opens_the_same_terms(article: tuple[str, list[tuple[int, int]]]) -> None:
    """What Discord's client decodes in an address leaves the fragment as it was."""
    text, places = article
    for start, end in itertools.islice(places, 2):
        link = deep_link(URL, text, start, end) or ""
        if link != URL:
            assert terms_of(as_opened(link)) == terms_of(link)
            assert not re.search(r"%(25|21|27|28|29|2A|2D)", link.partition("#")[2])


@settings(deadline=None)
@given(st.text(), st.integers(0, 50), st.integers(0, 50), st.text())
def test_any_text_and_any_range_give_an_answer(text: str, a: int, b: int, url: str) -> None:
    """Nothing in an article or an address stops an answer from being shown."""
    link = deep_link(URL, text, min(a, b), max(a, b))
    other = deep_link(f"https://a.example/{url}", text, min(a, b), max(a, b))

    assert (link or "").startswith(URL)
    assert other is None or re.fullmatch(r"[^\s<>()]+", other)

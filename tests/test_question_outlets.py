"""A question names an outlet by any common name."""

from __future__ import annotations

import pytest

from index.question.outlets import named

KNOWN = (
    "The Wall Street Journal",
    "The Washington Post",
    "New York Post",
    "BBC News - Entertainment & Arts",
    "Cnbc | World Business News Leader",
    "The Age",
    "Fortune",
    "CBSSports.com",
    "The Harbour Gazette",
)


@pytest.mark.parametrize(
    ("text", "words", "outlets"),
    [
        ("What did the Journal report?", "the Journal", {"The Wall Street Journal"}),
        ("What did WSJ report?", "WSJ", {"The Wall Street Journal"}),
        ("in the wall street journal", "the wall street journal", {"The Wall Street Journal"}),
        ("says the Post", "the Post", {"The Washington Post", "New York Post"}),
        ("as BBC News had it", "BBC News", {"BBC News - Entertainment & Arts"}),
        ("according to CNBC", "CNBC", {"Cnbc | World Business News Leader"}),
        ("according to 'The Age'", "The Age", {"The Age"}),
        ("as Fortune wrote", "Fortune", {"Fortune"}),
        ("as CBSSports.com wrote", "CBSSports.com", {"CBSSports.com"}),
        ("as CBSSports wrote", "CBSSports", {"CBSSports.com"}),
        ("in the Gazette", "the Gazette", {"The Harbour Gazette"}),
        ("what did Reuters report?", "Reuters", set()),
    ],
)
def test_an_outlet_is_known_by_its_common_names(text, words, outlets):
    """Of several that are called so, all may be meant; a well-known one may have no article."""
    (found,) = named(text, KNOWN)

    assert (words, outlets) == (found.words, found.outlets)


@pytest.mark.parametrize("text", ["at the age of forty", "she made a fortune", "the post is late"])
def test_a_plain_word_is_no_outlet(text):
    """Small letters name a thing, not a paper."""
    assert () == named(text, KNOWN)


def test_an_outlet_named_twice_counts_once_and_several_stand_in_order():
    """Both names of the same paper are one."""
    text = "Did The Age, the Journal and WSJ agree?"

    assert ["The Age", "the Journal"] == [each.words for each in named(text, KNOWN)]

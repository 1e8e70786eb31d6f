"""Words are compared by what they mean to a reader, not by how they are written."""

import pytest

from index.word import coverage, stems, topic_stems, topic_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kirby’s deal", ["kirby", "deal"], id="possessive"),
        pytest.param("the U.S. Élysée", ["the", "us", "elysee"], id="initials and accents"),
        pytest.param("3.5 million", ["3.5", "million"], id="a decimal stays one"),
        pytest.param("don’t", ["don't"], id="apostrophe"),
        pytest.param("Привет, мир!", ["привет", "мир"], id="Cyrillic"),
        pytest.param("— … ?!", [], id="no words"),
    ],
)
def test_words_are_folded(text, expected):
    """Case, accents, possessives and the stops of initials do not matter."""
    assert expected == words(text)


def test_forms_of_a_word_share_a_stem():
    """A plural or a tense does not hide a topic."""
    assert stems("deals negotiated") & stems("negotiating a deal") >= {"deal", "negoti"}


def test_a_topic_leaves_out_the_words_of_asking():
    """Words of grammar and of asking tell nothing of the topic; each other word counts once."""
    assert ["north", "korea", "deal"] == topic_words("about the North Korea deal, the deal?")
    assert [] == topic_stems("what did he say about it")


@pytest.mark.parametrize(
    ("wanted", "present", "expected"),
    [
        pytest.param(["a", "b"], {"a"}, 0.5, id="half"),
        pytest.param(["a", "b"], {"a", "b", "c"}, 1.0, id="all"),
        pytest.param([], {"a"}, 1.0, id="nothing wanted"),
        pytest.param(["a"], set(), 0.0, id="nothing present"),
    ],
)
def test_coverage_is_the_share_of_what_is_wanted(wanted, present, expected):
    """The share of the wanted stems that are present."""
    assert expected == coverage(wanted, frozenset(present))

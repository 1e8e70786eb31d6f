"""Words are compared by what they mean to a reader, not by how they are written."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.word import coverage, stem, stems, stems_among, topic_stems, topic_words, words

# Words whose forms begin alike, and those whose stems differ most from them.
FORMS = (
    "party parties die dies dying died dye dyes lie lying tie ties tying ski skis skies sky news "
    "U.S. us use used user idly gently ugly early only singly yes Yemen O’Neill oneself Élan elan "
    "北京 北 negotiating negotiated negotiations 9/11 9 a"
).split()

ENDS = "e es ed ing ion ions ional er ers able ability".split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kirby’s deal", ["kirby", "deal"], id="possessive"),
        pytest.param("the U.N. Élysée", ["the", "un", "elysee"], id="initials and accents"),
        pytest.param("the U.S. and us", ["the", "usa", "and", "us"], id="a country and a pronoun"),
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


def test_threads_do_not_meet_in_the_middle_of_a_word():
    """Whatever several threads stem at once, each word has its own stem."""
    every = [word + end for word in ("negotiat", "relat", "organiz", "hop") for end in ENDS]
    alone = [stem(word) for word in every]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            found = pool.map(lambda _: [stem(word) for word in every], range(400))
            assert all(each == alone for each in found)
    finally:
        sys.setswitchinterval(before)


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


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        pytest.param("deals party die skis U.S. Élan", "The deal of dying parties.", id="forms"),
        pytest.param("us elan tie", "U.S. élan: TYING Élan’s tie, O'Neill", id="folded"),
        pytest.param("die", "lying, dying; a die", id="first letters that differ"),
        pytest.param("北京 早く", "他在北京说，早く", id="unspaced"),
        pytest.param("nothing", "", id="no text"),
        pytest.param("", "no topic at all", id="no topic"),
    ],
)
def test_wanted_stems_are_found_in_whatever_form(wanted, text):
    """The same ones that are among all stems of the text."""
    among = topic_stems(wanted)

    assert stems(text) & set(among) == stems_among(among, text)


@given(st.lists(st.sampled_from(FORMS)), st.lists(st.sampled_from(FORMS)))
def test_whatever_forms_words_have_the_same_stems_are_found(wanted, present):
    """None is lost, and none is found that no word has."""
    among = topic_stems(" ".join(wanted))

    assert stems(" ".join(present)) & set(among) == stems_among(among, " ".join(present))

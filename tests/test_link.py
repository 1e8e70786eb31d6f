"""A deep link leads to exactly the sentence it was made for, or to the plain address."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from bot.linking.link import LONGEST_LINK, deep_link

URL = "https://news.example/story"
TEXT = (
    "The harbour board met on Monday. It heard three reports about the pier from Mr Aske.\n\n"
    "The harbour board will close the old pier to lorries in May, its chair said after the vote. "
    "“We have no choice,” she said. “We have no choice.”\n\n"
    "The old pier is 120 years old."
)


def link_to(sentence: str, text: str = TEXT, url: str = URL, title: str = "") -> str | None:
    start = text.index(sentence)
    return deep_link(url, text, start, start + len(sentence), title)


def fragment_of(link: str | None) -> str | None:
    """Return the decoded terms of a link, parted by commas as they stand."""
    value = (link or "").partition(":~:text=")[2]
    return "|".join(unquote(part) for part in value.split(",")) if value else None


CASES = [
    pytest.param("The harbour board met on Monday.", "The harbour board met on Monday", id="short"),
    pytest.param(
        "The harbour board will close the old pier to lorries in May, its chair said after the "
        "vote.",
        "The harbour board will close|chair said after the vote",
        id="long: its first and last words",
    ),
    pytest.param(
        "“We have no choice,” she said.", "We have no choice,” she said", id="quotation outside"
    ),
    pytest.param(
        "“We have no choice.”", "choice,” she said. “-|We have no choice", id="said twice"
    ),
    pytest.param("The old pier is 120 years old.", "The old pier is 120 years old", id="last"),
    pytest.param(
        "“We have no choice.”\n\nThe old pier is 120 years old.",
        "choice,” she said. “-|We have no choice|pier is 120 years old",
        id="two paragraphs: no term crosses",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_the_words_that_open_a_sentence(sentence: str, expected: str) -> None:
    """Few words where they are unique; more, or context, where they are not."""
    assert expected == fragment_of(link_to(sentence))


WORDS = [
    pytest.param("so-called deals end", "so,called%20deals%20end", id="no hyphen is sent"),
    pytest.param("it isn't", "it%20isn%E2%80%99t", id="a straight apostrophe is sent curly"),
    pytest.param("yes, no & more", "yes%2C%20no%20%26%20more", id="comma and ampersand"),
    pytest.param("file_one ~ ok", "file%5Fone%20%7E%20ok", id="underscore and tilde"),
    pytest.param("half (all!) of 50% it", "half,it", id="nor anything else that Discord breaks"),
    pytest.param("a\u00a0b   c", "a%20b%20c", id="spaces are one"),
    pytest.param("co\u00adop\u00aderate", "cooperate", id="soft hyphens"),
    pytest.param("élan", "%C3%A9lan", id="accent"),
]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_every_word_is_written_so_that_it_survives(words: str, expected: str) -> None:
    """Everything but letters, digits and points is escaped, and some signs are never sent."""
    sentence = f"Members told us {words}."
    link = link_to(sentence, f"First. {sentence} Last.")

    assert link == f"{URL}#:~:text=Members%20told%20us%20{expected}"


ADDRESSES = [
    pytest.param(None, None, id="none"),
    pytest.param("", None, id="empty"),
    pytest.param("ftp://a.example/x", None, id="not of the web"),
    pytest.param("javascript:alert(1)", None, id="script"),
    pytest.param("a.example/x", None, id="no scheme"),
    pytest.param("https://", None, id="no host"),
    pytest.param("https://[bad/x", None, id="broken brackets"),
    pytest.param("https://a.example:port/x", None, id="broken port"),
    pytest.param("https://me:secret@a.example/x", None, id="a password"),
    pytest.param("https://a.example>x/", None, id="a bracket in the host"),
    pytest.param("https://a\u202e.example/x", None, id="letters turned round in the host"),
    pytest.param("  https://a.example/x\n", "https://a.example/x#", id="spaces around"),
    pytest.param("HTTPS://A.example/X", "https://A.example/X#", id="capitals"),
    pytest.param("https://a.example/x y/(z)", "https://a.example/x%20y/%28z%29#", id="brackets"),
    pytest.param("https://a.example/x%20y%28z", "https://a.example/x%20y%28z#", id="encoded"),
    pytest.param("https://a.example/50%/é", "https://a.example/50%25/%C3%A9#", id="bare percent"),
    pytest.param("https://a.example/?a=1&b=<x>", "https://a.example/?a=1&b=%3Cx%3E#", id="query"),
    pytest.param("https://a.example/x#part", "https://a.example/x#part", id="a fragment stays"),
    pytest.param("https://a.example/x#", "https://a.example/x#", id="an empty fragment"),
    pytest.param(
        "https://a.example/x#:~:text=old", "https://a.example/x#", id="another text fragment goes"
    ),
    pytest.param(
        "https://a.example/x#part:~:text=old", "https://a.example/x#part", id="and part stays"
    ),
    pytest.param("https://новости.example/x", "https://новости.example/x#", id="host in Cyrillic"),
]


@pytest.mark.parametrize(("url", "expected"), ADDRESSES)
def test_only_addresses_of_the_web_give_links_and_safe_ones(
    url: str | None, expected: str | None
) -> None:
    """An address is escaped where it must be, never twice; what is none gives no link."""
    link = deep_link(url, "It rained all Monday. Then not.", 0, 21)

    assert link == (expected and f"{expected}:~:text=It%20rained%20all%20Monday")


def test_the_headline_stands_above_the_text() -> None:
    """Words that the headline has too are not enough."""
    link = link_to(
        "The harbour board will close the old pier to lorries in May, its chair said after the "
        "vote.",
        title="The harbour board will close the old pier",
    )

    assert fragment_of(link) == (
        "The harbour board will close the old pier to lorries in May|chair said after the vote"
    )


def test_a_word_that_is_glued_to_the_one_before_needs_it_as_context() -> None:
    """A browser sees one word in “shut.He” and would not begin in the middle of it."""
    link = link_to("He did not.", "It is shut.He did not. It rained.")

    assert fragment_of(link) == "It is shut.-|He did not"


LEFT_OUT = [
    pytest.param("((Orr)) We do not pay for it.", "We do not pay for it", id="brackets in front"),
    pytest.param("It was all for him (Orr (Al)).", "It was all for him|Al", id="brackets behind"),
    pytest.param(
        "Members now ask (him) who owes (us).", "Members now ask|us", id="brackets within"
    ),
    pytest.param("((Orr)) One.", None, id="too few words are left"),
]


@pytest.mark.parametrize(("sentence", "expected"), LEFT_OUT)
def test_what_discord_breaks_is_left_out_where_it_must_be(
    sentence: str, expected: str | None
) -> None:
    """The mark begins and ends at the nearest words that can be sent, never beyond."""
    text = (
        "((Orr)) One. ((Orr)) We do not pay for it. ((Orr)) It was all for him (Orr (Al)). "
        "((Orr)) Members now ask (him) who owes (us). (us) (Orr (Al))"
    )

    assert fragment_of(link_to(sentence, text)) == expected


THIN = [
    pytest.param("Yes.", "She said so. Yes. He did not.", "She said so.-|Yes", id="a word"),
    pytest.param("We do.", "We do.", None, id="nothing around it"),
    pytest.param("港口关闭。", "港口关闭。没有人反对。", "港口关闭", id="four Chinese letters"),
]


@pytest.mark.parametrize(("sentence", "text", "expected"), THIN)
def test_few_words_are_not_enough_alone(sentence: str, text: str, expected: str | None) -> None:
    """The menu of the page may have them too."""
    assert fragment_of(link_to(sentence, text)) == expected


NOWHERE = [
    pytest.param("…", "A. … B.", id="no letter in it"),
    pytest.param("港" * 60, "港" * 60, id="too long to write"),
    pytest.param("bo\x00ats", "Two bo\x00ats came.", id="a control character"),
    pytest.param("bo\udc80ats", "Two bo\udc80ats came.", id="half a surrogate pair"),
]


@pytest.mark.parametrize(("sentence", "text"), NOWHERE)
def test_where_no_words_will_do_the_plain_address_is_given(sentence: str, text: str) -> None:
    """A link to the wrong place is worse than one to the page."""
    link = link_to(sentence, text)

    assert link == URL


def test_a_long_address_takes_fewer_words_and_then_none() -> None:
    """The whole never outgrows a link button."""
    sentence = TEXT[TEXT.index("The harbour board will") : TEXT.index(" “We have")]
    lengths = [len(URL), 440, LONGEST_LINK - 5, LONGEST_LINK + 5]
    links = [link_to(sentence, url=URL.ljust(length, "x")) or "" for length in lengths]

    assert [":~:text=" in link for link in links] == [True, True, False, False]
    assert [len(link) <= LONGEST_LINK for link in links] == [True, True, True, False]
    assert len(fragment_of(links[1]) or "") < len(fragment_of(links[0]) or "")


def test_one_of_many_equal_sentences_in_a_row_cannot_be_told_apart() -> None:
    """Where the words around are the same too, the page is opened at its top."""
    text = "No. " * 60

    assert deep_link(URL, text, 120, 123) == URL

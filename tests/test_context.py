"""Context and copy for print: an article's words between their neighbours, and ready to copy."""

from __future__ import annotations

import re

import answers
import pytest
from discord_markdown import every, of_kind, read, seen
from hypothesis import given
from hypothesis import strategies as st
from test_markdown import visible

from bot.chat import context
from bot.chat.context import MOST_FURTHER_WORDS, Pick
from bot.chat.markdown import LIMIT, length
from index import sentence, speech
from index.article import Article, Published
from index.statement import Said, Speaker, Statement

TEXT = (
    "Maren Tolliday, the council leader, spoke on Monday.\n\n"
    "“The quay has served for ninety years,” she said. “It will serve for ninety more.” "
    "The harbour has 43 berths.\n\n"
    "“No comment,” said Edda Pellow, managing director of Sound Ferries."
)
FERRY = Article(
    "a" * 10,
    "Council leader rules out a terminal",
    TEXT,
    outlet="Harbour Gazette",
    byline="Ida Marwick",
    url="https://gazette.example/ferry",
    published=Published("2024-03-12", "metadata"),
)
SAID = "“The quay has served for ninety years,” she said. “It will serve for ninety more.”"
STATEMENTS = speech.find(TEXT, FERRY.title)


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def of(text: str, **fields: object) -> Article:
    return Article("b" * 10, "A title", text, **fields)  # type: ignore[arg-type]  # named by the caller


def test_context_is_the_sentence_before_and_the_sentence_after_link_first() -> None:
    shown = context.in_context(FERRY, *place(SAID), STATEMENTS)

    first, *rest = shown.split("\n")
    assert re.fullmatch(
        r"\[Open the article at these words\]\(<https://gazette\S+:~:text=\S+>\)", first
    )
    assert [
        "Harbour Gazette · 12 March 2024 · Council leader rules out a terminal, by Ida Marwick",
        "",
        "-# the sentence before",
        "> Maren Tolliday, the council leader, spoke on Monday.",
        "-# the words shown",
        f"> {SAID}",
        "-# the sentence after",
        "> The harbour has 43 berths.",
    ] == rest


def test_at_the_articles_edges_it_says_so() -> None:
    first = "Maren Tolliday, the council leader, spoke on Monday."
    last = "“No comment,” said Edda Pellow, managing director of Sound Ferries."

    assert "-# the article begins here\n-# the words" in context.in_context(FERRY, *place(first))
    assert context.in_context(FERRY, *place(last)).endswith("\n-# the article ends here")


def test_no_more_than_the_agreed_words_are_shown_of_the_rest() -> None:
    hundred = " ".join(["word"] * 99)
    text = f"The {hundred}. He said no. The {hundred}. End."

    shown = context.in_context(of(text), *place("He said no.", text))

    assert f"> The {hundred}.\n-# the words shown\n> He said no." in shown
    assert shown.endswith("-# the sentence after, 100 words, is left out")


def test_words_of_a_script_without_spaces_are_counted_too() -> None:
    text = f"{'漢' * 200}。彼は言った。{'字' * 20}。"

    shown = context.in_context(of(text), *place("彼は言った。", text))

    assert "-# the sentence before, 200 words, is left out" in shown
    assert "字" * 20 in shown


def test_without_a_link_it_says_so_first() -> None:
    text = "He said no."

    assert (
        "No link on record; added from Paste.TXT"
        == context.in_context(of(text, added_from="Paste.TXT"), *place(text, text)).split("\n")[0]
    )


def test_an_enormous_block_goes_on_in_the_answer() -> None:
    text = ("He said that this was so. " * 200).strip()

    shown = context.in_context(of(text), 0, len(text))

    assert length(shown) <= LIMIT
    assert f"-# {context.GOES_ON}" in shown


TEXTS = st.lists(answers.sentences, min_size=1, max_size=8).map(" ".join)


@given(TEXTS, st.integers(0, 7), answers.names)
def test_whatever_the_article_says_it_fits_and_makes_nothing(
    text: str, which: int, name: str
) -> None:
    spans = sentence.split(text)
    start, end = spans[min(which, len(spans) - 1)]
    article = of(text, outlet=name, byline=name, url="https://a.example/b", added_from=name)

    nodes = read(context.in_context(article, start, end))
    assert {node.kind for node in every(nodes)} <= {"text", "line", "quote", "small", "link"}
    assert ["Open the article at these words"] == [seen([each]) for each in of_kind(nodes, "link")]
    assert visible(text[start:end]) in visible(seen(of_kind(nodes, "quote")))
    further = sum(len(re.findall(r"\w+", seen([each]))) for each in of_kind(nodes, "quote"))
    assert further <= MOST_FURTHER_WORDS + 2 * len(text[start:end])

    copy = context.for_print(article, start, end)
    assert length(copy) <= LIMIT
    assert {node.kind for node in every(read(copy))} <= {"text", "line", "link"}
    assert len(of_kind(read(copy), "link")) == 1


def test_a_copy_has_words_speaker_role_outlet_date_and_link() -> None:
    copy = context.for_print(FERRY, *place(SAID), STATEMENTS)

    assert (
        "“The quay has served for ninety years,” she [Maren Tolliday] said. "
        "“It will serve for ninety more.”\n"
        "\n"
        "Maren Tolliday, “council leader”\n"
        "Harbour Gazette, 12 March 2024\n"
        "Council leader rules out a terminal, by Ida Marwick\n"
        "<https://gazette.example/ferry#:~:text="
    ) == copy[: copy.index(":~:text=") + 8]


def test_a_copy_names_whom_it_came_through_and_the_day_in_the_text() -> None:
    text = "According to Reuters, John Kirby said on Thursday that the deal was off."
    said = Statement(
        0, len(text), (), Speaker("John Kirby", "John Kirby"), "said", "Reuters", "on Thursday"
    )

    copy = context.for_print(of(text), 0, len(text), [said])

    assert "John Kirby, via Reuters\n" in copy
    assert "outlet not given, no date (the text says “on Thursday”)" in copy
    assert copy.endswith("no link on record")


def by(name: str, as_written: str, start: int, end: int, *quoted: tuple[int, int]) -> Statement:
    said = tuple(Said(first, last, "quoted") for first, last in quoted)
    return Statement(start, end, said, Speaker(name, as_written), "said")


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        pytest.param(
            "“He is wrong,” he said.", "he", "“He is wrong,” he [Ann Lee] said.", id="outside only"
        ),
        pytest.param(
            '"He is wrong," he said.',
            "he",
            '"He is wrong," he [Ann Lee] said.',
            id="straight marks",
        ),
        pytest.param(
            "She said it was over.", "She", "She [Ann Lee] said it was over.", id="at the beginning"
        ),
        pytest.param(
            "When he left, she said no.", "she", "When he left, she [Ann Lee] said no.", id="not he"
        ),
        pytest.param("“Yes,” Lee said.", "Lee", "“Yes,” Lee said.", id="a name is none"),
        pytest.param(
            "As Lee left, she said no.", "she", "As Lee left, she said no.", id="named already"
        ),
        pytest.param("“She said so.", "she", "“She said so.", id="quotation left open"),
    ],
)
def test_the_reporters_pronoun_is_named_and_the_speakers_never(
    text: str, speaker: str, expected: str
) -> None:
    statement = by("Ann Lee", speaker, 0, len(text))

    assert expected == context.resolved(text, 0, len(text), [statement])


def test_an_unsure_speaker_is_not_named() -> None:
    text = "She said no."
    unsure = Statement(0, len(text), (), Speaker("Ann Lee", "She"), "said", weak=True)

    assert text == context.resolved(text, 0, len(text), [unsure])


def test_a_pick_fits_into_discords_list() -> None:
    shown = context.pick(FERRY, *place(SAID), "Maren Tolliday")

    assert (
        Pick(
            "“The quay has served for ninety years,” she said. “It will serve for ninety more.”",
            "Maren Tolliday, Harbour Gazette, 12 March 2024",
        )
        == shown
    )


@given(answers.names, answers.names)
def test_a_pick_is_never_longer_than_discord_allows(text: str, name: str) -> None:
    shown = context.pick(of(text * 5, outlet=name), 0, len(text) * 5, name)

    assert length(shown.label) <= 100
    assert length(shown.description) <= 100

"""Message: an answer in parts that fit, each with its own sources, nothing lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import answers
import pytest
from discord_markdown import Node, every, of_kind, read, seen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_markdown import visible

from bot.chat import message
from bot.chat.markdown import LIMIT, length
from bot.composing.answer import Answer, Block, Choice, Headline, Source
from bot.composing.phrase import MANNERS
from index.question import Question
from index.statement import Speaker

_CITING = re.compile(rf"(?:{'|'.join(MANNERS.values())}|the same words also stand in)[ ,]")
_LISTED = re.compile(r"\[(\d+)\] .+ · .+ · .+")
_NUMBER = re.compile(r"\[(\d+)\]")


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(answers.hostile())
def test_whatever_an_answer_says_it_fits_and_is_whole(answer: Answer) -> None:
    parts = message.parts(answer)
    nodes = [read(part.content) for part in parts]

    assert all(0 < length(part.content) <= LIMIT for part in parts)
    blocks = [block for occasion in answer.occasions for block in occasion.blocks]
    assert visible("".join(block.text for block in blocks)) == visible(
        "".join(seen([quote]) for part in nodes for quote in of_kind(part, "quote"))
    )
    for part, shown in zip(parts, nodes, strict=True):
        _check(part, shown, answer)


def _check(part: message.Part, nodes: tuple[Node, ...], answer: Answer) -> None:
    """Check one part: only our markup, every number listed, every quotation with its number."""
    kinds = {node.kind for node in every(nodes)}
    assert kinds <= {"text", "line", "strong", "quote", "small", "link"}
    assert not of_kind(of_kind(nodes, "quote"), "link", "strong", "small")
    links = {place.link for block in answer.occasions for b in block.blocks for place in b.places}
    assert {node.target for node in of_kind(nodes, "link")} <= links
    assert {link.url for link in part.links} <= links
    assert len(part.links) <= 5
    assert all(length(link.url) <= 512 for link in part.links)
    lines = [line for line in _lines(nodes) if isinstance(line, str)]
    listed = {int(found[1]) for line in lines if (found := _LISTED.match(line))}
    assert listed == {number for line in lines for number in _cited(line)}
    assert {link.number for link in part.links} <= listed
    for line, following in zip(_lines(nodes), [*_lines(nodes)][1:], strict=False):
        if isinstance(line, Node):
            assert isinstance(following, str)
            assert _cited(following)


def _cited(line: str) -> list[int]:
    return [int(number) for number in _NUMBER.findall(line)] if _CITING.match(line) else []


def _lines(nodes: tuple[Node, ...]) -> Iterator[str | Node]:
    """Yield what stands outside the bars line by line, and each bar as it is."""
    text = ""
    for node in nodes:
        if node.kind in ("line", "quote"):
            if text:
                yield text
            text = ""
            if node.kind == "quote":
                yield node
        else:
            text += seen([node])
    if text:
        yield text


SENTENCE = "The deal, he said, would be looked at again in the spring. "


def _contents(answer: Answer, **asked: object) -> list[str]:
    return [part.content for part in message.parts(answer, **asked)]  # type: ignore[arg-type]


def test_the_first_lines_repeat_the_question_and_say_how_it_was_read() -> None:
    [content] = _contents(answers.answer((answers.block("“No,” he said."),)))

    assert ["**what did Kirby say?**", "John Kirby, from 1 article.", ""] == content.split("\n")[:3]


def test_a_quotation_stands_behind_a_bar_with_its_number_and_source() -> None:
    [content] = _contents(answers.answer((answers.block("“No,” he said."),)))

    assert (
        "**John Kirby**, “a spokesman”\n"
        "> “No,” he said.\n"
        "quoted in [[1]](<https://gazette.example/story#:~:text=x>)\n"
        "\n"
        "[1] Harbour Gazette · 12 March 2024 · Council leader rules out a ferry terminal\n"
        "\n"
        "-# Searched 12 articles. Text behind a bar is the article’s own, unchanged.\n"
        "-# A link opens at its sentence where the site and your browser allow."
    ) == content.partition("\n\n")[2]


def test_an_answer_is_divided_between_occasions_first() -> None:
    occasions = [(answers.block(SENTENCE * 18, answers.place(number)),) for number in (1, 2, 3, 4)]

    parts = _contents(answers.answer(*occasions))

    assert [1, 1, 1, 1] == [part.count("**John Kirby**") for part in parts]
    assert [["1"], ["2"], ["3"], ["4"]] == [re.findall(r"^\[(\d)\] ", part, re.M) for part in parts]


def test_short_occasions_share_a_message() -> None:
    occasions = [(answers.block("“No.”", answers.place(number)),) for number in (1, 2, 3)]

    [content] = _contents(answers.answer(*occasions))

    assert 3 == content.count("\n**John Kirby**")


def test_a_long_occasion_is_divided_between_blocks_under_its_heading_again() -> None:
    first, second = _contents(answers.answer(tuple([answers.block(SENTENCE * 12)] * 4)))[:2]

    assert "**John Kirby**, “a spokesman”\n>" in first
    assert second.startswith("**John Kirby**, “a spokesman” (continued)\n> The deal")


def test_an_enormous_block_is_divided_between_sentences_each_part_with_its_number() -> None:
    parts = _contents(answers.answer((answers.block((SENTENCE * 80).strip()),)))

    quotes = [line for part in parts for line in part.split("\n") if line.startswith("> ")]
    assert len(quotes) > 2
    assert {"spring."} == {line[-7:] for line in quotes}
    goes_on = [part.count(", and goes on") for part in parts if "> " in part]
    assert [1] * (len(quotes) - 1) + [0] == goes_on


def test_a_story_of_many_outlets_names_them_all() -> None:
    places = [answers.place(number) for number in range(1, 41)]

    parts = _contents(answers.answer((answers.block("“No,” he said.", *places),)))

    cited = [int(each) for part in parts for each in re.findall(r"\[\[(\d+)\]\]", part)]
    listed = [int(each) for part in parts for each in re.findall(r"^\[(\d+)\] ", part, re.M)]
    assert list(range(1, 41)) == cited == listed
    assert "the same words also stand in [[" in parts[1]


def test_what_was_left_out_is_counted() -> None:
    [content] = _contents(answers.answer((answers.block("“No.”"),), more=52))

    assert "\n\n… and 52 more.\n\n[1] " in content


def test_without_a_heading_the_words_come_first() -> None:
    [content] = _contents(answers.answer((answers.block("“No.”"),)), heading=False)

    assert content.startswith("**John Kirby**")


def test_others_who_spoke_are_named_and_many_are_counted() -> None:
    also = tuple(f"Speaker {number}" for number in range(1, 12))

    [content] = _contents(answers.answer((answers.block("“No.”"),), also=also))

    assert "Also speaking on this: Speaker 1, Speaker 2," in content
    assert "Speaker 8 and 3 more." in content


def test_a_missing_date_asks_for_help_and_a_complete_source_does_not() -> None:
    undated = Source(1, answers.article(f"{1:010x}", published=None), "on Thursday")
    block = (answers.block("“No.”"),)

    assert "/article edit" not in _contents(answers.answer(block))[0]
    [content] = _contents(answers.answer(block, sources=(undated,)))
    assert "Know a missing date or outlet? /article edit" in content
    assert "[1] Harbour Gazette · no date (the text says “on Thursday”) · Council" in content


def test_an_article_without_a_link_is_cited_by_the_message_it_was_added_in() -> None:
    bare = Source(1, answers.article(f"{1:010x}", url=None, added_from="paste.txt"))
    answer = answers.answer((answers.block("“No.”", answers.place(1, None)),), sources=(bare,))
    added_in = "https://discord.com/channels/1/2/3"

    [without] = _contents(answer)
    [part] = message.parts(answer, origins={f"{1:010x}": added_in})

    assert "quoted in [1]\n" in without
    assert "no link on record; added from paste.txt" in without
    assert f"quoted in [[1]](<{added_in}>)" in part.content
    assert (message.Open(1, added_in),) == part.links


def test_a_link_that_is_too_long_is_told_about_and_not_cut() -> None:
    endless = answers.place(1, "https://gazette.example/" + "x" * 600)

    [part] = message.parts(answers.answer((answers.block("“No.”", endless),)))

    assert "quoted in [1]\n" in part.content
    assert "its link is too long for Discord" in part.content
    assert () == part.links


def test_at_most_five_links_become_buttons() -> None:
    occasions = [(answers.block("“No.”", answers.place(number)),) for number in range(1, 8)]

    parts = message.parts(answers.answer(*occasions))

    assert [1, 2, 3, 4, 5] == [link.number for link in message.opens(parts)]


def test_the_article_itself_speaks_under_its_headline() -> None:
    block: Block = answers.block("The harbour has 43 berths.", speaker=None, manners=("written",))

    [content] = _contents(answers.answer((block,)))

    assert (
        "**Council leader rules out a ferry terminal**\n> The harbour has 43 berths.\n"
        "the article’s own words, in [[1]]"
    ) in content


def test_a_refusal_names_headlines_and_cites_nothing() -> None:
    refused = answers.answer(
        outcome="not_on_record",
        missing="other_topics",
        question=replace(answers.QUESTION, topic="cricket"),
        elsewhere=tuple(Headline("a", f"Headline {number}") for number in range(10)),
        nearest=(Headline("b", "# Nearest"),),
    )

    [part] = message.parts(refused)

    assert (
        "**what did Kirby say?**\n"
        "I found nothing John Kirby said about cricket in the 12 articles I can search here. "
        "That does not mean it was never said.\n\n"
        "John Kirby did speak in:\n- Headline 0\n"
    ) in part.content
    assert "- … and 2 more\n\nNearest headlines:\n- \\# Nearest\n\n-# Searched 12" in part.content
    assert () == part.links


@pytest.mark.parametrize(
    ("searched", "waiting", "expected"),
    [
        pytest.param(0, 0, "No articles yet. Add one: /article add", id="nothing yet"),
        pytest.param(
            0, 3, "Nothing can be searched yet: 3 articles still to be read.", id="still read"
        ),
    ],
)
def test_an_empty_library_says_what_to_do(searched: int, waiting: int, expected: str) -> None:
    empty = answers.answer(outcome="not_on_record", searched=searched, waiting=waiting)

    assert expected in _contents(empty)[0]


def test_several_people_of_a_name_are_listed() -> None:
    pellows = (Choice("Edda Pellow", "managing director"), Choice("Corwin Pellow", None))

    [content] = _contents(answers.answer(outcome="which", choices=pellows))

    assert (
        "Which Kirby? Several people of that name are on record.\n\n"
        "- **Edda Pellow**, “managing director”\n- **Corwin Pellow**\n\n"
        "Ask again with the full name."
    ) in content


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(["which", "not_on_record"]), answers.names, st.lists(answers.names, max_size=30)
)
def test_whatever_people_and_articles_are_called_a_refusal_fits_and_makes_nothing(
    outcome: str, asked: str, names: list[str]
) -> None:
    refused = answers.answer(
        outcome=outcome,
        missing="other_topics",
        question=Question(asked, "said", asked, asked, asked),
        person=asked,
        choices=tuple(Choice(name, name) for name in names),
        elsewhere=tuple(Headline("a", name) for name in names),
        nearest=tuple(Headline("a", name) for name in names),
    )

    for part in message.parts(refused):
        assert length(part.content) <= LIMIT
        kinds = {node.kind for node in every(read(part.content))}
        assert kinds <= {"text", "line", "strong", "item", "small"}


def test_right_to_left_names_do_not_carry_our_numbers_away() -> None:
    block = answers.block("“No.”", via="رويترز", speaker=Speaker("יאיר לפיד", "הוא"))

    [content] = _contents(answers.answer((block,)))

    assert "**\u2068יאיר לפיד\u2069**" in content
    assert "quoted, via \u2068رويترز\u2069, in [[1]]" in content

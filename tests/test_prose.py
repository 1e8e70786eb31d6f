"""What a model wrote, in Discord messages: it fits, is whole, and can make nothing."""

from __future__ import annotations

from dataclasses import replace

import answers
from discord_markdown import every, of_kind, read, seen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_markdown import visible

from bot.chat import message
from bot.chat.markdown import LIMIT, length
from bot.composing import phrase
from bot.composing.answer import Answer, Prose

OURS = {"text", "line", "strong", "quote", "small", "link"}


@st.composite
def written(draw: st.DrawFn) -> Answer:
    """Return an answer with sentences that try to be something else in Discord."""
    found = draw(answers.hostile())
    sentence = answers.sentences | st.integers(1, 4_000).map(lambda size: f"{'un_' * size}.")
    numbers = st.lists(st.integers(1, 12), min_size=1, max_size=12, unique=True)
    prose = []
    for text, cited in draw(st.lists(st.tuples(sentence, numbers), min_size=1, max_size=4)):
        places = tuple(answers.place(number, draw(answers.links)) for number in cited)
        prose.append(Prose(text, tuple(cited), places[: draw(st.integers(0, 12))]))
    return replace(found, outcome="written", prose=tuple(prose), model=draw(answers.names))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(written(), st.integers(0, 9))
def test_whatever_a_model_writes_it_fits_and_is_whole(answer: Answer, checked: int) -> None:
    """No letter of a proven sentence is lost, and none makes a link, a mention or a heading."""
    parts = [part.content for part in message.parts(answer)]
    grown = message.growing(answer, answer.prose, checked)
    places = [p for e in (*answer.prose, *answer.blocks) for p in e.places]
    places += [p for one in answer.occasions for block in one.blocks for p in block.places]

    for content in (*parts, grown):
        assert 0 < length(content) <= LIMIT
        nodes = read(content)
        assert {node.kind for node in every(nodes)} <= OURS
        assert {node.target for node in of_kind(nodes, "link")} <= {p.link for p in places}
    above = visible(seen(read("\n".join(parts).partition(phrase.WORD_FOR_WORD)[0])))
    for sentence in answer.prose:
        start = visible(sentence.text.removesuffix("."))[:200]
        assert start in above


def test_the_sentences_stand_in_one_paragraph_above_the_words():
    """Each number stands before the full stop, and opens what proves it."""
    first, second = answers.place(1, "https://a.example/x"), answers.place(2, None)
    block = answers.block("“No,” Kirby said.", first)
    prose = (Prose("Kirby said no.", (1,), (first,)), Prose("He said “no”", (2, 1), (second,)))
    found = answers.answer((block,), (answers.block("“Never.”", second),))
    [part] = message.parts(replace(found, outcome="written", prose=prose, model="m"))

    line = "Kirby said no [[1]](<https://a.example/x>). He said “no” [2][1]"
    assert f"\n\n{line}\n\nWord for word, in these articles:\n\n" in part.content
    assert part.content.index(line) < part.content.index("> “No,” Kirby said.")
    assert "\n[1] Harbour Gazette · " in part.content
    assert "\n[2] Harbour Gazette · " in part.content

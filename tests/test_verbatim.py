"""What is shown is the stored text, whatever the article looks like."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.composing.block import blocks
from bot.composing.compose import Shown, compose
from index import sentence, speech
from index.article import Article
from index.database import StoredStatement
from index.question import Question
from index.search import Found, Hit
from index.search.rank import Closeness

NAMES = st.sampled_from(
    ["Maren Tolliday", "Mr Kirby", "Élodie Çelik", "Ольга Петрова", "王小明", "he"]
)
CUES = st.sampled_from(["said", "told Reuters", "added", "denied", "warned", "сказал", "说"])
WORDS = st.sampled_from(
    ["The harbour", "l’été", "“deal”", "‘so-called’", "it", "не было", "协议", "costs 3.5 million",
     "and", "the U.S.", "Gen. Smith", "—", "was", "naïve", "👍", "ﬁn", "e\u0301tat"]
)  # fmt: skip
PHRASES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
MARKS = st.sampled_from([("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("「", "」"), ("‘", "’")])
ENDS = st.sampled_from([".", "!", "?", "…", ",", "。"])
GAPS = st.sampled_from([" ", "", "  ", "\n\n", "\n"])


@st.composite
def sentences(draw: st.DrawFn) -> str:
    name, cue, phrase, (opening, closing), end = (
        draw(each) for each in (NAMES, CUES, PHRASES, MARKS, ENDS)
    )
    nested = f"{opening}{phrase} ‘{draw(PHRASES)}’{end}{closing}"
    return draw(
        st.sampled_from(
            [
                f"{opening}{phrase}{end}{closing} {name} {cue}.",
                f"{name} {cue}: {nested}",
                f"{name} {cue} that {phrase} {opening}{phrase}{end}{closing}",
                f"{nested}{name} {cue}.",
                f"{phrase}.",
                f"{opening}{phrase},{closing} {cue} {name}. {opening}{phrase}{end}{closing}",
                f"According to {name}, {phrase}.",
            ]
        )
    )


ARTICLES = st.lists(st.tuples(sentences(), GAPS), min_size=1, max_size=8).map(
    lambda pairs: "".join(text + gap for text, gap in pairs).strip()
)


def hits_of(article: Article) -> list[Hit]:
    near = Closeness(1.0, 1.0, 1.0)
    return [
        Hit(article.article_id, each.start, each.end, near, StoredStatement(n, "a", each))
        for n, each in enumerate(speech.find(article.text))
    ] + [
        Hit(article.article_id, each.start, each.end, near)
        for each in sentence.split(article.text)[:3]
    ]


@settings(max_examples=300, deadline=None)
@given(ARTICLES)
def test_every_block_is_the_stored_text(text):
    """A block's text is what the article holds between its offsets, and so are its said words."""
    article = Article("a", "Title", text)

    for block in blocks(hits_of(article), {"a": article}):
        assert text[block.start : block.end] == block.text
        assert block.text == block.text.strip() != ""
        assert all(block.start <= said.start < said.end <= block.end for said in block.said)
        ends = [said.end for said in block.said]
        starts = [said.start for said in block.said]
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@settings(max_examples=100, deadline=None)
@given(ARTICLES)
def test_an_answer_shows_the_blocks_and_nothing_else(text):
    """The occasions hold the same blocks as the answer, each once, each with its place."""
    article = Article("a", "Title", text, url="https://example.org/a")
    question = Question("what was said?", "who_said", None, "", "")
    found = Found(question, hits=tuple(hits_of(article)))
    answer = compose(found, Shown({"a": article}, {}, {}, 1, 0), most=100)
    shown = [block for occasion in answer.occasions for block in occasion.blocks]

    assert sorted(map(repr, answer.blocks)) == sorted(map(repr, shown))
    assert all(
        text[place.start : place.end] and place.source == 1
        for block in shown
        for place in block.places
    )

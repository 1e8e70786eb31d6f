"""Answers made for tests: small ones by hand, and hostile ones by the thousand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from bot.composing.answer import Answer, Block, Carried, Copies, Occasion, Place, Source
from index.article import Article, Published
from index.question import Question
from index.statement import Speaker

QUESTION = Question("what did Kirby say?", "said", "Kirby", "", "what did Kirby say?")


def article(article_id: str = "a" * 10, **fields: Any) -> Article:
    """Return an article with a link and a date, but for what is given."""
    known = {
        "title": "Council leader rules out a ferry terminal",
        "text": "",
        "outlet": "Harbour Gazette",
        "url": f"https://gazette.example/{article_id}",
        "published": Published("2024-03-12", "metadata"),
    }
    return Article(article_id, **{**known, **fields})


def block(text: str, *places: Place, **fields: Any) -> Block:
    """Return a block of some words, quoted of John Kirby, but for what is given."""
    at = places or (place(1),)
    known: dict[str, Any] = {
        "said": (),
        "manners": ("quoted",),
        "speaker": Speaker("John Kirby", "Mr Kirby", "a spokesman"),
        "via": None,
        "when_as_written": None,
        "weak": False,
        "score": 1.0,
    }
    return Block(at[0].article_id, 0, len(text), text, places=at, **{**known, **fields})


def place(number: int, link: str | None = "https://gazette.example/story#:~:text=x") -> Place:
    """Return a place in the article of a number."""
    return Place(number, f"{number:010x}", 0, 1, link)


def answer(
    *occasions: tuple[Block, ...], sources: tuple[Source, ...] = (), **fields: Any
) -> Answer:
    """Return an answer that quotes some blocks, an occasion each tuple of them."""
    numbers = sorted({p.source for blocks in occasions for b in blocks for p in b.places})
    known = {
        "question": QUESTION,
        "outcome": "quoted",
        "person": "John Kirby",
        "occasions": tuple(Occasion(b[0].speaker, b[0].article_id, b) for b in occasions),
        "sources": sources or tuple(Source(n, article(f"{n:010x}")) for n in numbers),
        "searched": 12,
    }
    return Answer(**{**known, **fields})


HOSTILE = (
    "[Click](https://evil.example)", "https://evil.example/page", "<@123456789012345678>",
    "<#123456789012345678>", "<t:1700000000:R>", "@everyone", "**bold**", "_line_", "||hidden||",
    "`code`", "```block```", "# Heading", "-# small", "- one", "12. twelve", "> said", ":smile:",
    "discord.gg/abc", "\\*", "\\", "[", "](", "]", "(", "رويترز", "שלום", "👍", "\u202eturned",
    "sof\u00adt", "\u200b",
)  # fmt: skip
_word = st.sampled_from(HOSTILE) | st.sampled_from(
    "the deal would be a violation “of” it’s".split()
)
names = st.lists(_word, min_size=1, max_size=60).map(" ".join)
sentences = st.lists(_word, min_size=1, max_size=40).map(lambda words: f"A{' '.join(words)} end.")
texts = st.one_of(
    st.lists(sentences, min_size=1, max_size=12).map(" ".join),
    st.lists(sentences, min_size=1, max_size=4).map("\n\n".join),
    st.integers(1, 6_000).map(lambda size: ("unbroken*" * size)[:size]),
)
links = st.one_of(
    st.none(),
    st.integers(1, 700).map(lambda size: f"https://gazette.example/{'x' * size}"),
    st.just("javascript:alert(1)"),
)
MANNERS = ("quoted", "partly quoted", "reported", "denied", "declined")
manners = st.lists(st.sampled_from(MANNERS), min_size=1, max_size=3, unique=True).map(tuple)


def _carried(places: tuple[Place, ...]) -> st.SearchStrategy[Carried]:
    sources = tuple(place.source for place in places)
    copies = st.sampled_from([(), (Copies("AP", sources),), (Copies(None, sources),)])
    counts = st.integers(0, len(places))
    few = st.just(()) if len(places) < 2 else copies
    return st.builds(Carried, st.just(len(places)), counts, counts, few)


def _speaker(name: str) -> Speaker:
    return Speaker(name, name)


@st.composite
def _blocks(draw: st.DrawFn, first: int) -> Block:
    others = draw(st.lists(st.integers(1, 12), max_size=12, unique=True))
    places = tuple(place(number, draw(links)) for number in dict.fromkeys([first, *others]))
    return block(
        draw(texts),
        *places,
        manners=draw(manners | st.just(("written",))),
        via=draw(st.none() | names),
        weak=draw(st.booleans()),
        relayed_by=draw(st.none() | names.map(_speaker)),
        relays=draw(st.none() | names.map(_speaker)),
        carried=draw(st.none() | _carried(places)),
        speaker=Speaker(draw(names), draw(names), draw(st.none() | names)),
    )


@st.composite
def _sources(draw: st.DrawFn, number: int) -> Source:
    shown = article(
        f"{number:010x}",
        title=draw(names),
        outlet=draw(st.none() | names),
        byline=draw(st.none() | names),
        url=draw(st.none() | st.just("https://gazette.example/story")),
        published=draw(st.none() | st.just(Published("2024-03", "page"))),
        added_from=draw(st.none() | names),
    )
    return Source(number, shown, draw(st.none() | names))


@st.composite
def hostile(draw: st.DrawFn) -> Answer:
    """Return an answer whose every name and word tries to be something else in Discord."""
    occasions = [
        tuple(draw(st.lists(_blocks(first), min_size=1, max_size=4)))
        for first in draw(st.lists(st.integers(1, 12), min_size=1, max_size=4))
    ]
    made = answer(
        *occasions,
        sources=tuple(draw(_sources(number)) for number in range(1, 13)),
        question=Question(draw(names), "said", draw(names), draw(names), "x"),
        person=draw(names),
        more=draw(st.integers(0, 60)),
        also=tuple(draw(st.lists(names, max_size=12))),
        waiting=draw(st.integers(0, 3)),
    )
    contrasted = draw(st.booleans())
    return replace(
        made, occasions=tuple(replace(one, contrasted=contrasted) for one in made.occasions)
    )

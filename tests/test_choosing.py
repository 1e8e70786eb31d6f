"""What is offered while somebody types."""

from __future__ import annotations

from bot.chat import choosing
from index.article import Article, Published
from index.database import StoredArticle


def stored(number: int, title: str, date: str | None = None, **details: str) -> StoredArticle:
    published = Published(date, "given") if date else None
    one = Article(f"{number:010x}", title, "Text.", published=published, **details)
    return StoredArticle(one, "1", 1, 1, 0, one.content_hash, f"{number}.md", 0, 0)


def test_speakers_are_offered_most_quoted_first_and_pronouns_never():
    """Names that cannot be sent back whole are left out as well."""
    speakers = [
        ("he", "unresolved", None, 9),
        ("Ada Brook", "person", "mayor", 2),
        ("the White House", "group", None, 5),
        ("X" * 101, "person", None, 7),
    ]

    assert ["the White House", "Ada Brook, mayor"] == [
        each.label for each in choosing.of_speakers(speakers)
    ]


def test_every_choice_fits():
    """Discord takes a hundred letters; the outlet and the date are never cut off."""
    [choice] = choosing.of_articles([stored(1, "T" * 300, "2024-03-12", outlet="O" * 80)])

    assert len(choice.label) <= 100
    assert choice.label.endswith(f"· {'O' * 29}… · 12 March 2024")


def test_articles_are_offered_newest_first():
    """What has no date comes last."""
    choices = choosing.of_articles(
        [stored(1, "B"), stored(2, "C", "2023"), stored(3, "A", "2024-03")]
    )

    assert ["A", "C", "B"] == [each.label[0] for each in choices]


def test_beginnings_of_words_find():
    """Every typed word begins a word of the choice; case and accents do not matter; 25 at most."""
    choices = choosing.of_articles([stored(1, "The Élysée answers", outlet="Le Soir")])
    many = choosing.of_articles([stored(n, f"Report {n}") for n in range(60)])

    assert 1 == len(choosing.matching(choices, "elys soi"))
    assert [] == choosing.matching(choices, "lysee")
    assert 25 == len(choosing.matching(many, ""))

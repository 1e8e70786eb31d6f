"""The same story printed twice is known again; what only resembles it stays apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cheap import CheapEmbedder

from bot.composing import copies
from index.article import Article, Draft, Published
from index.intake.likeness import likeness, sample
from index.record import Record

TEXT = (
    "QUILLHAVEN (Reuters) - The council voted on Tuesday to close the old bridge for good.\n\n"
    "“Nobody will drive over it again,” said Ada Brook, the mayor. The vote was nine to four, and "
    "the party of the mayor did not vote as one.\n\n"
    "The bridge had carried buses across the Sound for eighty years, and repairs were put off by "
    "every council since the war because the money went into the harbour.\n\n"
    "Corwin Pellow, who runs the ferry, said that his boats could not take the traffic alone."
)
LATER = (
    "The council of Quillhaven will take another vote on the old bridge next month, after the "
    "ferry broke down. “Nobody will drive over it again,” Ada Brook, the mayor, had said in March. "
    "Corwin Pellow now says that one boat is out of order and that he warned everybody in time."
)


def article(text: str = TEXT, **fields: object) -> Article:
    known = {
        "title": "Council closes the old bridge",
        "outlet": "Harbour Gazette",
        "url": "https://gazette.example/bridge",
        "published": Published("2024-03-12", "metadata"),
    }
    return Article("0123456789", text=text, **{**known, **fields})


def radio(text: str = TEXT, day: str = "2024-03-13") -> Article:
    return article(
        text,
        outlet="Sound Radio",
        url="https://radio.example/a",
        published=Published(day, "metadata"),
    )


def test_another_outlets_copy_names_the_agency():
    found = likeness(article(), radio())

    assert found is not None
    assert (found.kind, found.agency, found.shared, found.differences) == ("wire", "Reuters", 1, ())


def test_without_an_agency_it_is_a_copy():
    plain = TEXT.replace(" (Reuters) -", ":")
    found = likeness(article(plain), radio(plain))

    assert found is not None
    assert (found.kind, found.agency) == ("copy", None)


def test_the_byline_may_name_the_agency():
    plain = TEXT.replace(" (Reuters) -", ":")
    found = likeness(article(plain, byline="Ada Quill and AFP"), radio(plain))

    assert found is not None
    assert (found.kind, found.agency) == ("wire", "AFP")


@pytest.mark.parametrize("turned", [False, True])
def test_an_abridged_copy_is_known_whichever_came_first(turned):
    pair = article(), radio(TEXT.rpartition("\n\n")[0])
    found = likeness(*(pair[::-1] if turned else pair))

    assert found is not None
    assert found.shared == 1


@pytest.mark.parametrize(
    ("old", "new", "differences"),
    [
        ("nine to four", "eleven to four", (("nine", "eleven"),)),
        ("Ada Brook", "Edda Brook", (("Ada", "Edda"),)),
        ("did not vote", "did vote", (("not", ""),)),
        ("could not take", "could take", (("not", ""),)),
        ("eighty years", "80 years", (("eighty", "80"),)),
        ("for good", "for ever", ()),
    ],
)
def test_what_differs_is_told(old, new, differences):
    found = likeness(article(), radio(TEXT.replace(old, new)))

    assert found is not None
    assert found.differences == differences


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(radio(LATER), id="another story of the same words"),
        pytest.param(radio(day="2024-04-30"), id="the same text, weeks later"),
        pytest.param(
            article(url="https://gazette.example/2", published=Published("2024-03-13", "page")),
            id="the same outlet, the next day",
        ),
        pytest.param(radio("No comment."), id="a few words"),
    ],
)
def test_what_only_resembles_it_stays_apart(other):
    assert likeness(article(), other) is None


def test_the_day_may_stand_in_the_link():
    dated = article(published=None, url="https://gazette.example/2024/03/12/bridge")
    next_day = replace(dated, url="https://gazette.example/2024/03/13/bridge")
    abridged = TEXT.replace("because the money went into the harbour", "again and again")

    assert likeness(dated, next_day) is None
    assert likeness(dated, replace(dated, text=abridged, url=f"{dated.url}-2")) is not None


def test_undated_texts_must_share_nearly_all():
    undated = article(published=None, url=None)
    reworked = TEXT.replace("because the money went into the harbour", "as nobody paid for them")

    assert likeness(undated, replace(undated, text=TEXT.rpartition("\n\n")[0])) is not None
    assert likeness(undated, replace(undated, text=reworked)) is None


def test_a_sample_is_the_same_in_every_process():
    assert min(sample(TEXT)) == 15609869103408
    assert sample(TEXT) == sample(TEXT.upper())


def test_both_stay_on_record_and_are_told_of(tmp_path: Path):
    """Which of two figures is right is not for us to say; what is removed is told of no more."""
    changed = TEXT.replace("nine to four", "eleven to four")
    fields = ("title", "text", "outlet", "url", "published")
    drafts = [
        Draft(**{name: getattr(one, name) for name in fields})
        for one in (article(), radio(changed), article(LATER, url="https://gazette.example/later"))
    ]
    with Record.open(tmp_path, CheapEmbedder, command="test") as record:
        first, second, third = [record.add(each) for each in drafts]
        elsewhere = record.add(drafts[0], "100000000000000001")
        ids = [one.article.article_id for one in (first, second, third, elsewhere)]

        assert [len(record.copies(each)) for each in ids] == [1, 1, 0, 0]
        [copy] = record.copies(ids[1])
        assert copies.told(copy) == (
            "The same Reuters story as “Council closes the old bridge” (Harbour Gazette, 12 March "
            f"2024; {ids[0]}). They differ: “eleven” here, “nine” there."
        )
        assert len(record.articles()) == 3
        record.remove(ids[0])
        assert record.copies(ids[1]) == []

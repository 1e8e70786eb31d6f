"""Who somebody is, is told by what stands beside the name."""

from __future__ import annotations

import pytest
from newsroom import desk_of, record_of

from index.article import Draft
from index.search.who import asked_about, tells_who

BRIDGE = Draft(
    title="Bridge at Dunlow closed after cracks are found",
    text=(
        "The harbour bridge at Dunlow will stay closed after engineers found cracks.\n\n"
        "Open Door’s director Samir Haddad, whose charity feeds 200 people on the far side, said "
        "volunteers now walk for an hour.\n\n"
        "The retired judge Ellen Oake, who lives beside the bridge, said she had heard it sing.\n\n"
        "“We will not take a risk with people’s lives,” said council leader Priya Raman.\n\n"
        "The ward will reopen in May, chief physician Dr Lena Moor said.\n\n"
        "Bo Tarn was on his way to the market. Tarn said that he would walk."
    ),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Give a desk over one article that introduces many people."""
    with record_of(tmp_path_factory.mktemp("who"), [BRIDGE]) as record:
        yield desk_of(record)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ada Roe, the mayor of Lowmere, wept.", True),
        ("Ada Roe, 51, the mayor of Lowmere, wept.", True),
        ("Ada Roe is the mayor of Lowmere.", True),
        ("Ada Roe was elected mayor in May.", True),
        ("Ada Roe, who became the first woman to lead Lowmere, wept.", True),
        ("The mayor, Ada Roe, wept.", True),
        ("The mayor of Lowmere, Ada Roe, wept.", True),
        ("Mayor Ada Roe wept.", True),
        ("The charity’s director Dr Ada Roe wept.", True),
        ("On Sunday French inventor Ada Roe crossed the Channel.", True),
        ("Ada Roe, a firm of builders, went bankrupt.", True),
        ("After Ada Roe wept, they left.", False),
        ("“No,” said council leader Ada Roe.", True),
        ("Ada Roe said that the ferry was late.", False),
        ("Ada Roe said that the mayor wept.", False),
        ("Ada Roe met Bo Doe, the mayor of Lowmere.", False),
        ("Bo Doe, the mayor of Lowmere, wept.", False),
        ("The mayor and Ada Roe wept.", False),
        ("Dr Ada Roe wept.", False),
    ],
)
def test_a_role_tells_who_somebody_is(sentence, expected):
    """Behind the name or before it; not that of somebody else."""
    assert tells_who(sentence, "Ada Roe") == expected
    assert tells_who(sentence, "ada roe") == expected


def test_half_a_name_is_told_by_what_stands_before_the_whole(desk):
    """Whoever asks for Roe has read "director Ada Roe"."""
    assert tells_who("The director Ada Roe wept.", "Roe")
    assert not tells_who("The mayor met Ada Roe.", "Roe")
    assert desk.ask("Who is Haddad?").blocks[0].text.startswith("Open Door’s director")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is Ada Roe?", "Ada Roe"),
        ("who's ada roe", "ada roe"),
        ("Who was Priya Raman?", "Priya Raman"),
        ("Who is John F. Kennedy?", "John F. Kennedy"),
        ("Who is Roe?", "Roe"),
        ("Who is Mayor Roe?", "Roe"),
        ("Who is the mayor?", None),
        ("Who is mayor of Lowmere?", None),
        ("Who is in?", None),
        ("Who won?", None),
    ],
)
def test_the_one_who_is_asked_about_is_read(question, name):
    """A name, in any letters; an office is none."""
    asked = asked_about(question)

    assert (asked.name if asked else None) == name


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Open Door, a charity that feeds 200 people, is closed.", True),
        ("Open Door is a charity.", True),
        ("The money goes to the charity Open Door.", True),
        ("Open Door (OD) was one of three charities.", True),
        ("By a report of Open Door, a charity, it was lost.", True),
        ("Open Door, the council and the police said no.", False),
        ("Open Door’s director was late.", False),
        ("They kept an open door, a thing of the past.", False),
    ],
)
def test_what_something_is_is_told_beside_its_name(sentence, expected):
    """Behind it or before it."""
    asked = asked_about("What is Open Door?")

    assert asked
    assert asked.is_told_by(sentence) == expected


def test_a_name_may_open_with_a_small_letter():
    """As those of firms do."""
    asked = asked_about("What is eTranslate?")

    assert asked
    assert asked.is_told_by("Tseng runs a firm called eTranslate, which helps others.")


@pytest.mark.parametrize(
    "question", ["What is the charity?", "What was Tesla’s revenue?", "What is going on?"]
)
def test_what_has_no_name_is_asked_otherwise(question):
    """No name is asked about."""
    assert asked_about(question) is None


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Who is Samir Haddad?", "Open Door’s director Samir Haddad"),
        ("who is ellen oake", "The retired judge Ellen Oake"),
        ("Who is Priya Raman?", "“We will not take a risk"),
        ("Who is Lena Moor?", "The ward will reopen"),
    ],
)
def test_who_somebody_is_is_answered_where_the_articles_tell_it(desk, question, opening):
    """However far off the rest of the article is, and with nothing beside it."""
    answer = desk.ask(question)

    assert [block.text.startswith(opening) for block in answer.blocks] == [True]


def test_somebody_of_another_name_is_not_on_record(desk):
    """Nothing tells of a Samir Oake."""
    assert desk.ask("Who is Samir Oake?").outcome == "not_on_record"

"""From the sentences near a factual question to those that are shown."""

from __future__ import annotations

import pytest
from newsroom import desk_of, record_of

from bot.asking import Desk
from bot.composing.phrase import reading
from index.article import Draft, Published

# An article, and no clipping: what stands in no other article is not of its company.
LONG = (
    "\n\nThe weather held until the evening, when a short shower drove most people under the "
    "awnings. The fire brigade was called out twice, both times for a burning bin, and the last "
    "trains ran an hour later than usual. The square was swept before midnight, and the market "
    "opened on time in the morning. Nobody was hurt, and the police wrote no report but one, on a "
    "bicycle that was found in the fountain."
)
HOLIDAYS = (
    Draft(
        title="Vennland marks its day",
        text=(
            "Vennland celebrated Lantern Day this week with boats on every river.\n\n"
            "Schoolchildren in Vennland carried paper lanterns for Lantern Day through the rain."
            + LONG
        ),
        outlet="Harbour Gazette",
        published=Published("2024-03-12", "metadata"),
    ),
    Draft(
        title="Orrin keeps the Feast of Nets",
        text=(
            "The holiday was celebrated by thousands in Orrin, where the Feast of Nets is a major "
            "holiday every spring.\n\n"
            "The major holiday, the Feast of Nets, is celebrated with a week of races in Orrin."
            + LONG
        ),
        outlet="Harbour Gazette",
        published=Published("2024-03-11", "metadata"),
    ),
)
RENTS = Draft(
    title="Rents drive families away",
    text=(
        "Removal vans stand in a row at Port Vessel. Families flee the dear flats of the city for "
        "lower rents and a calmer life."
    ),
    outlet="Sound Radio",
    published=Published("2024-05-02", "metadata"),
)

BRIDGE = Draft(
    title="Harbour bridge at Dunlow to stay closed for 21 days",
    text=(
        "The harbour bridge will stay closed for 21 days after engineers found cracks in it, the "
        "county council said on Monday.\n\n"
        "The bridge was built in 1931 by the firm of Merrow & Sons.\n\n"
        "It carries about 14,000 vehicles a day and links the town to the port.\n\n"
        "The speed limit on the coast road is now 30 miles an hour and stays in force until the "
        "bridge is open again.\n\n"
        "Buses leave the market square every eight minutes.\n\n"
        "The line for the ferry was more than a mile long on Monday, passengers said.\n\n"
        "The ferry was late because its crew had not been told.\n\n"
        "Six nurses are ill at St Anne’s. The hospital has 310 beds and serves the county.\n\n"
        "The ward will reopen when no new case has been found for seven days, chief physician Dr "
        "Lena Moor said."
    ),
    outlet="Harbour Gazette",
    published=Published("2025-03-03", "metadata"),
)

FIRES = (
    Draft(
        title="Boat fire off Orrin kills 33",
        text=(
            "A boat fire off Orrin on Monday led to the death of all 33 passengers, the police "
            "said.\n\n"
            "The boat fire started some time after 3 a.m., in open seas, and five of the crew were "
            "picked up by a trawler." + LONG
        ),
        outlet="Harbour Gazette",
        published=Published("2024-09-03", "metadata"),
    ),
    Draft(
        title="Hall at Lowmere burns down",
        text=(
            "The old hall of Lowmere burned down on Friday.\n\n"
            "The fire started at about 19:00 in the kitchen of the hall.\n\n"
            "Nine people were killed, and 50 hurt, the fire service said.\n\n"
            "Ada Roe keeps the hall. The key was found by her brother Bo Roe." + LONG
        ),
        outlet="Harbour Gazette",
        published=Published("2024-11-09", "metadata"),
    ),
)


@pytest.fixture(scope="module")
def fires(tmp_path_factory):
    """Give a desk over two articles on two fires."""
    with record_of(tmp_path_factory.mktemp("fires"), FIRES) as record:
        yield desk_of(record)


@pytest.fixture(scope="module")
def bridge(tmp_path_factory):
    """Give a desk over one article with many figures and days."""
    with record_of(tmp_path_factory.mktemp("bridge"), [BRIDGE]) as record:
        yield desk_of(record)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Give a desk over these articles."""
    with record_of(tmp_path_factory.mktemp("facts"), (*HOLIDAYS, RENTS)) as record:
        yield desk_of(record)


def test_what_is_told_of_another_place_stands_behind_no_answer(desk):
    """Orrin's feast is a holiday too, and near; asked is Vennland's."""
    answer = desk.ask("Which major holiday did Vennland celebrate?")

    shown = [block.text for block in answer.blocks]
    assert any("Lantern Day" in text for text in shown)
    assert not any("Orrin" in text for text in shown)


def test_a_sentence_that_lacks_the_place_brings_the_one_before_it(desk):
    """The flight for lower rents is told in the second sentence, where to in the first."""
    answer = desk.ask("Where do families flee to, for lower rents and a calmer life?")

    assert "Port Vessel" in answer.blocks[0].text
    assert "lower rents" in answer.blocks[0].text


def shown(desk: Desk, question: str) -> list[str]:
    """Return the texts of the blocks of an answer."""
    return [block.text for block in desk.ask(question).blocks]


def test_what_leans_on_the_paragraph_above_brings_its_sentence(bridge):
    """News gives each sentence a paragraph: “It carries …” says nothing alone."""
    (block,) = shown(bridge, "How many vehicles does the harbour bridge carry every day?")

    assert block.startswith("The bridge was built in 1931")
    assert block.endswith("It carries about 14,000 vehicles a day and links the town to the port.")


def test_what_leans_is_found_by_what_it_stands_on(bridge):
    """“It … links” never names the bridge."""
    assert "links the town to the port" in shown(bridge, "What does the bridge link?")[0]


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("What did engineers find?", "The harbour bridge will stay closed"),
        ("Who found the cracks?", "The harbour bridge will stay closed"),
        ("How long is the line for the ferry?", "The line for the ferry was more than a mile"),
        ("When will the ward reopen?", "The ward will reopen when no new case"),
        ("Why was the ferry late?", "The ferry was late because"),
        ("How many beds does the hospital have?", "The hospital has 310 beds"),
        ("How often do the buses leave?", "Buses leave the market square every eight"),
    ],
)
def test_what_tells_less_of_the_matter_is_not_shown_beside_the_answer(bridge, question, opening):
    """Other figures, days and causes of the same article are no answer, and only in the way."""
    assert [text.startswith(opening) for text in shown(bridge, question)] == [True]


def test_where_no_cause_is_named_it_is_said(bridge):
    """What happened is shown; that it is no answer to “why?” is said above it."""
    told = reading(bridge.ask("Why are six nurses ill?"))

    assert told.endswith("The cause is not named in so many words.")
    assert "cause" not in reading(bridge.ask("Why was the ferry late?"))


def test_nothing_of_another_event_stands_behind_an_answer(fires):
    """Another fire killed others: who asks of the boat would print a wrong number."""
    (text,) = shown(fires, "How many people died in the boat fire?")

    assert text.startswith("A boat fire off Orrin")
    assert [each.startswith("The boat fire started") for each in shown(fires, "When did it start?")]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When did the Lowmere hall fire start?", "at about 19:00"),
        ("Who found the key of Ada Roe?", "her brother Bo Roe"),
        ("How many people were killed by the hall fire at Lowmere?", "Nine people"),
    ],
)
def test_what_names_the_thing_in_another_sentence_still_answers(fires, question, expected):
    """The article names the hall; the sentence need not."""
    assert expected in shown(fires, question)[0]


@pytest.mark.parametrize(
    "question",
    [
        "Who was the captain of the boat?",
        "How many firefighters died in the hall fire?",
    ],
)
def test_what_the_articles_do_not_tell_is_refused(fires, question):
    """A time of the day is no number of people, and a start is no opening."""
    assert fires.ask(question).outcome == "not_on_record"


def test_what_something_is_called_is_a_fact(bridge):
    """Nobody is asked to have called it so."""
    assert bridge.ask("What is the bridge called?").question.kind == "fact"


def test_of_two_counts_of_one_event_the_newest_is_the_first(tmp_path):
    """The dead are counted anew each day; the older count stands behind, with its date."""
    days = [("2024-05-14", "three"), ("2024-05-16", "five"), ("2024-05-15", "four")]
    drafts = [
        Draft(
            title="Orrin plant explosion",
            text=f"An explosion at the Orrin plant killed {count} workers, the police said." + LONG,
            outlet=f"Paper of {day}",
            published=Published(day, "metadata"),
        )
        for day, count in days
    ]
    with record_of(tmp_path, drafts) as record:
        answer = desk_of(record).ask("How many workers were killed in the Orrin explosion?")

    counts = [
        text for block in answer.blocks for text in ("three", "four", "five") if text in block.text
    ]
    assert counts == ["five", "four", "three"]


ANNOUNCED = Draft(
    title="Inquiry into the harbour fund",
    text=(
        "An inquiry into the Lowmere harbour fund, announced on 4 May by the mayor, Ada Roe, has "
        "not begun.\n\n"
        "The fund was founded in 1974 to keep the quays in repair." + LONG
    ),
    outlet="Harbour Gazette",
    published=Published("2024-06-02", "metadata"),
)


RUNS_AGAIN = Draft(
    title="Ferries run again",
    text="“The ferries will run again on Sunday,” Ada Roe, the mayor of Lowmere, said." + LONG,
    outlet="Sound Radio",
    published=Published("2024-05-20", "metadata"),
)


def test_when_somebody_announced_a_thing_may_be_told_in_nobodys_words(tmp_path):
    """She never speaks of it; what she said about it is still not on record."""
    with record_of(tmp_path, [ANNOUNCED, RUNS_AGAIN]) as record:
        desk = desk_of(record)
        when = desk.ask("When did Ada Roe announce the inquiry into the harbour fund?")
        words = desk.ask("What did Ada Roe say about the inquiry into the harbour fund?")

    assert "announced on 4 May" in when.blocks[0].text
    assert when.question.kind == "fact"
    assert not words.blocks
    assert words.question.kind == "said"


WARNED = Draft(
    title="Mayor warns of the quays",
    text=(
        "“The quays are not safe, and we have said so for years,” Ada Roe said of the harbour "
        "wall.\n\n"
        "The mayor, Ada Roe, warned of the harbour wall on the radio show Morning Tide." + LONG
    ),
    outlet="Harbour Gazette",
    published=Published("2024-06-03", "metadata"),
)


def test_who_asks_for_a_show_is_not_answered_with_words(tmp_path):
    """What she said of the wall names no show; who asks what she said is shown her words."""
    with record_of(tmp_path, [WARNED]) as record:
        desk = desk_of(record)
        show = desk.ask("On which show did Ada Roe warn of the harbour wall?")
        words = desk.ask("What did Ada Roe say about the harbour wall?")

    assert "Morning Tide" in show.blocks[0].text
    assert "not safe" in words.blocks[0].text

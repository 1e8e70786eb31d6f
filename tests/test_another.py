"""A sentence that is near may tell of another thing, and of what is asked it tells nothing."""

from __future__ import annotations

import re

import pytest

from index.question import Question
from index.search.another import has_not_come_to_pass, tells_of_another
from index.search.answers import Surroundings, answers, support
from index.search.figures import figure
from index.search.things import things
from index.search.wanted import wanted


def ask(text: str) -> Question:
    return Question(text, "fact", None, text, text)


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("Who won the cup in 2019?", "Ada Roe won the cup in 2021.", True),
        ("Who won the cup in 2019?", "Ada Roe won the 2019 cup, her first since 2011.", False),
        ("Who won the cup in 2019?", "Ada Roe won it, her first after the title of 2011.", False),
        ("Who won the cup in 2019?", "As of 2019, Bo Doe had the most cups.", True),
        ("Who won the cup in 2019?", "Jul 18, 2019 ... Bo Doe won the cup a year ago.", True),
        ("Who won the cup in 2019?", "At 6:20 pm (1620 UTC) Ada Roe won the cup.", False),
        ("Who won the cup in 2019?", "Some 2000 people saw Ada Roe win the cup.", False),
        ("Who won the cup?", "Ada Roe won the cup in 2021.", False),
        ("Who came first in Orrin?", "Bo Doe came second in Orrin, Ada Roe first.", False),
        ("How long is the second pier?", "Pier 3 is 40 metres long.", True),
        ("How long is pier 2?", "The second pier is 40 metres long.", False),
        ("When does Part II open?", "Part III opens on 3 May.", True),
        ("When was the Sandmartin launched?", "The Sandmartin 2 was launched in May.", True),
        ("When was the Sandmartin 2 launched?", "The Sandmartin 2 was launched in May.", False),
        ("Who won the Dunlow Marathon?", "Ada Roe won the Wexmouth Marathon.", True),
        ("Who won the Dunlow Marathon?", "Ada Roe won the 2019 Dunlow City Marathon.", False),
        ("Who won the Dunlow Marathon?", "Ada Roe won the marathon.", False),
        ("Where did Ada Roe live?", "Mary Roe lived in Orrin.", True),
        ("Where did Ash Roe live?", "In May Ashton Roe lived in Orrin.", False),
        ("Where did Joe Roe live?", "In May Joseph Roe lived in Orrin.", False),
        ("Where did Ada Roe live?", "Later Roe lived in Orrin.", False),
        ("Where did Ada Roe live?", "Mayor Roe lived in Orrin.", False),
        ("Where did Ada Roe live?", "Ada Maren Roe lived in Orrin.", False),
        ("Where did Ada Roe live?", "Bo Roe lived in Orrin, as did Ada.", False),
        ("What is the rent of a three-room flat?", "A two-room flat costs £900.", True),
        ("Who won Best Actor?", "Bo Doe won best supporting actor.", True),
        ("Who won Best Actor?", "Ada Roe won the prize for best actress.", True),
        ("Who won Best Actor?", "Bo Doe won best actor.", False),
        ("Where did Lowmere play?", "Quillhaven 2 Lowmere 1 was the score at Orrin.", False),
        ("Who won the Orrin Tour?", "Bo Doe won a stage of the Orrin Tour.", True),
        ("Who won a stage of the Orrin Tour?", "Bo Doe won a stage of the Orrin Tour.", False),
        ("Who is the mayor of Lowmere?", "Bo Doe, the former mayor of Lowmere, wept.", True),
        ("Who is the mayor of Lowmere?", "Bo Doe, the deputy mayor of Lowmere, wept.", True),
        ("Who is the deputy mayor of Lowmere?", "Bo Doe, the deputy mayor, wept.", False),
        ("Who is the mayor?", "The former mayor, Bo Doe, met the mayor, Ada Roe.", False),
        ("What is the date of the Orrin Regatta?", "The Orrin Regatta Ball is in May.", True),
        ("What is the date of the Orrin Regatta?", "The Orrin Regatta is in May.", False),
        ("How old is Ada?", "Ada Roe is 31 years old.", False),
        ("What ship came before the Sandmartin?", "The Sandmartin is a ship.", True),
        ("What ship came before the Sandmartin?", "The Sandmartin replaced the Curlew.", False),
    ],
)
def test_another_thing_is_told_apart(question, sentence, another):
    """Another year, number, name, part or office; an order that is not told."""
    assert tells_of_another(wanted(ask(question)), sentence, question) == another


@pytest.mark.parametrize(
    ("sentence", "published", "another"),
    [
        ("Bo Doe won the cup last year.", "2020", False),
        ("Bo Doe won the cup last year.", "2019", True),
        ("A year ago Bo Doe became the youngest winner.", "2022", True),
        ("Bo Doe won the cup last year.", "", False),
        ("Bo Doe won the cup last season.", "2019", False),
        ("Bo Doe won the cup last season.", "2018", True),
        ("Jul 18, 2020 ... Bo Doe won the cup a year ago.", "2023", False),
    ],
)
def test_last_year_is_counted_back_from_when_the_article_appeared(sentence, published, another):
    """Of an article without a date nothing is known, and nothing is held against it."""
    question = "Who won the cup in 2019?"

    assert tells_of_another(wanted(ask(question)), sentence, question, published) == another


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Who was awarded the prize in 2018?", "No prize will be awarded in 2018.", True),
        ("Who was awarded the prize in 2018?", "The prize of 2018 was awarded to Roe.", False),
        ("Who will be awarded the prize?", "The prize will be awarded to Ada Roe.", False),
    ],
)
def test_what_has_not_come_to_pass_is_no_answer_to_what_was(question, sentence, expected):
    """“No prize will be awarded” does not say who was."""
    verbs = list(re.finditer("awarded", sentence))

    assert has_not_come_to_pass(question, sentence, verbs) == expected


@pytest.mark.parametrize(
    ("kind", "question", "sentence", "expected"),
    [
        ("name", "Who leads Lego?", "The Lego Group is led by Ole B. Roe.", ["Ole B. Roe"]),
        ("name", "Who leads Lego?", "Ole “Bo” Roe leads it.", ["Ole “Bo” Roe"]),
        ("name", "Who won the Silver Oar Award?", "In May the Golden Oar Award was given.", []),
        ("name", "Who chairs it?", "Chair Sees Value From Search", []),
        ("place", "Where was it held?", "It was held in Upper Lowmere.", ["Upper Lowmere"]),
        ("place", "Where was it held?", "It tells the history of Upper Lowmere.", []),
        ("place", "Where was it held?", "It was held in the port of Lowmere.", ["Lowmere"]),
        ("time", "When was the 2021 draw?", "The 2019 draw was on Monday.", ["Monday"]),
        ("figure", "How many ships?", "Twelve ships.", ["Twelve"]),
    ],
)
def test_the_things_that_may_be_asked_for(kind, question, sentence, expected):
    """Whole names, with initials and by-names; nothing that the question has already."""
    assert [each.text for each in things(kind, sentence, question)] == expected


@pytest.mark.parametrize(
    ("question", "sentence", "before", "expected"),
    [
        ("How many ships use the port?", "Twelve ships use the port.", "", True),
        ("How many ships use the port?", "Twelve cranes line the port.", "", False),
        ("How many guards were killed?", "Five guards were treated for burns.", "", False),
        ("How many guards were killed?", "Five guards died.", "", True),
        ("How many guards did Orrin send?", "Roe said Orrin would send 60 guards.", "", True),
        ("How much did the horse cost?", "Roe bought a horse for £38,000.", "", True),
        ("Who designed Roe Bridge?", "Roe Bridge was designed by Joseph Roe.", "", True),
        ("How many rooms does the inn have?", "The inn has 24 small rooms.", "", True),
        ("How many rooms does the inn have?", "Five girls died in a room of the inn.", "", False),
        ("How many deaths were there?", "The deaths of five girls were told.", "", True),
        ("How many births were there?", "There were 164 last year.", "Births have fallen.", True),
        ("How many births were there?", "The ward has 164 beds.", "Births have fallen.", False),
        ("Who directs the museum?", "Ada Roe, who directs the museum, wept.", "", True),
        ("Who is the director of the museum?", "Roe, director of the museum, wept.", "", False),
        ("Who is the director of the museum?", "A director Roe of the museum wept.", "", True),
        (
            "Who is the director of the museum?",
            "The director has long wanted a new museum by the sea, but each year Orrin says no.",
            "",
            False,
        ),
        ("When was the museum opened?", "Jul 7, 2018 ...", "The museum was opened.", False),
        ("When was the museum opened?", "It was on 7 July 2018.", "The museum was opened.", True),
        ("Who is the lead actress in the play?", "Ada Roe is an actress in the play.", "", True),
        ("Who is the oldest actress in the play?", "Ada Roe is an actress in it.", "", False),
        ("Why was the bridge closed?", "The ferry ran because the quay was closed.", "", False),
        ("Why was the bridge closed?", "The bridge was closed because of rust.", "", True),
        (
            "When was the museum opened?",
            "It was opened with a feast for all who had built it on 7 July 2018.",
            "The museum stands.",
            True,
        ),
        (
            "When was the museum opened?",
            "After the museum was opened the town grew, the mayor wept, and Roe left on 7 July.",
            "",
            False,
        ),
        ("Which new ship did Orrin launch?", "Orrin launched the Curlew from its yard.", "", True),
        ("Who is Ada Roe?", "Ada Roe is an actress.", "", True),
        ("Who acquired the yard?", "Orrin acquired the yard, said a man at Orrin.", "", True),
        ("Who acquired the yard?", "Talks acquired the yard.", "", False),
        ("Who found the cracks?", "It shut after engineers found cracks in it.", "", True),
        ("Who found the cracks?", "The cracks were found by two young engineers.", "", True),
        ("Who found the cracks?", "Cracks were found near the engineers’ hut.", "", False),
        ("Who is the CEO of Orrin?", "Orrin grants the CEO Golden Oar Award in May.", "", False),
    ],
)
def test_the_sentence_itself_tells_what_is_asked(question, sentence, before, expected):
    """What is asked for stands by the words that ask, and what is counted by its number."""
    text = f"{before} {sentence}".strip()
    found = Surroundings(sentence, before, text, text)
    asked = wanted(ask(question))

    assert answers(asked, support(asked, found, question)) == expected


def test_numbers_have_one_spelling():
    """“Second”, “2nd” and “Q2” count as “2”; a word stays a word."""
    assert [figure(each) for each in ("second", "2nd", "q2", "2", "ship")] == [
        "2",
        "2",
        "2",
        "2",
        "ship",
    ]


def test_a_question_says_what_it_counts_and_what_only_marks():
    """“New” ships are counted as ships; the “lead” actress is an actress."""
    counted = wanted(ask("How many cargo ships did the port count?"))
    named = wanted(ask("Who is the lead actress in the play?"))

    assert counted.unit == "ships"
    assert named.marks == ("lead",)
    assert named.unit is None


@pytest.mark.parametrize(
    ("around", "another"),
    [
        pytest.param("Wexmouth hospital closes a ward. Two went to Dunlow.", True, id="another"),
        pytest.param("Dunlow hospital is full, like Wexmouth hospital.", False, id="both"),
        pytest.param("The Dunlow General hospital is full.", False, id="a longer name"),
        pytest.param("The hospital is full, they said in Dunlow.", False, id="without a name"),
    ],
)
def test_a_hospital_of_another_town_is_another(around, another):
    """Its article names the town that is asked about, but never its hospital."""
    question = "How many beds does the Dunlow hospital have?"
    sentence = "The hospital has 310 beds."
    asked = wanted(ask(question))

    assert tells_of_another(asked, sentence, question, "", around) == another


def test_the_boat_of_a_boat_fire_is_no_kind_of_boat():
    """Its article tells of the Curlew diving boat, and is on the fire that is asked about."""
    question = "How many bodies were found after the Orrin boat fire?"
    around = "Fire on a boat off Orrin. The Curlew boat burned for two hours."

    assert not tells_of_another(
        wanted(ask(question)), "So far 20 bodies were found.", question, "", around
    )


def test_more_than_last_year_is_told_of_this_one():
    """And what was so last year is told of that one."""
    question = "How much did the harvest grow in 2024?"
    asked = wanted(ask(question))

    assert not tells_of_another(asked, "It grew by 14 % more than last year.", question, "2024")
    assert tells_of_another(asked, "It grew by 14 % last year.", question, "2024")


def test_the_number_of_a_type_is_a_part_of_its_name():
    """A B-17 is no B-24; the number of Covid-19 sets nothing apart."""
    bomber = wanted(ask("Who flew the B-17?"))
    disease = wanted(ask("Who had Covid-19?"))
    firm = wanted(ask("Who owns the UK-based firm?"))

    assert (bomber.names, bomber.numbers) == ((("b", "17"),), ())
    assert (disease.names, disease.numbers) == ((("covid",),), ())
    assert firm.names == (("uk",),)


@pytest.mark.parametrize(
    ("name", "sentence", "expected"),
    [
        ("Russia", "A Russian ship came.", True),
        ("Germany", "A German ship came.", True),
        ("Costway", "The cost rose.", False),
    ],
)
def test_a_name_stands_in_its_adjective_and_in_no_like_word(name, sentence, expected):
    """“Costway” is told by no cost."""
    asked = wanted(ask(f"What did {name} send?"))
    found = Surroundings(sentence, "", sentence, sentence)

    assert (support(asked, found, "").names == 1) == expected

"""A question is read for who is asked about, and what about."""

import pytest

from index.errors import QuestionError
from index.question import MOST_CHARACTERS, about, as_fact, asks_for_a_thing, read

KNOWN = {"kirby", "john kirby", "white house", "the white house", "biden"}


def is_known(name: str) -> bool:
    return name.casefold() in KNOWN


@pytest.mark.parametrize(
    ("text", "asked", "topic"),
    [
        pytest.param(
            "what did Kirby say about the North Korea deal?",
            "Kirby",
            "the North Korea deal",
            id="plain",
        ),
        pytest.param("What has Biden said on guns?", "Biden", "guns", id="has said"),
        pytest.param("has Biden commented on the strike?", "Biden", "the strike", id="commented"),
        pytest.param("Kirby on North Korea", "Kirby", "North Korea", id="short"),
        pytest.param("KIRBY: drones", "KIRBY", "drones", id="short with a colon"),
        pytest.param("Kirby", "Kirby", "", id="a name alone"),
        pytest.param("what did kirby have to say about guns", "kirby", "guns", id="have to say"),
        pytest.param(
            "the reaction of the White House to the deal", "the White House", "the deal", id="of"
        ),
        pytest.param(
            "What was the White House’s reaction to the deal?",
            "the White House",
            "the deal",
            id="possessive",
        ),
        pytest.param(
            "White House reaction to the deal", "White House", "the deal", id="no preposition"
        ),
        pytest.param("quotes from Kirby", "Kirby", "", id="quotes"),
        pytest.param(
            "What did the State Department say about Iran?",
            "the State Department",
            "Iran",
            id="the State Department",
        ),
        pytest.param(
            "What did Secretary of State Kirby say about Iran?",
            "Secretary of State Kirby",
            "Iran",
            id="secretary of state",
        ),
        pytest.param("What did Kirby state about Iran?", "Kirby", "Iran", id="stated"),
        pytest.param("What did Dr No say about Iran?", "Dr No", "Iran", id="Dr No"),
        pytest.param("What did the WHO say about Iran?", "the WHO", "Iran", id="the WHO"),
        pytest.param("What did Will Doyle say about Iran?", "Will Doyle", "Iran", id="Will"),
        pytest.param(
            "Is it true that Kirby said Iran pays?", "Kirby", "Iran pays", id="is it true"
        ),
        pytest.param("Summarise what Kirby said about Iran", "Kirby", "Iran", id="summarise"),
        pytest.param("anything from Kirby about Iran?", "Kirby", "Iran", id="anything from"),
        pytest.param("What’s Kirby’s take on Iran", "Kirby", "Iran", id="what’s"),
        pytest.param("what were Kirby's exact words on Iran", "Kirby", "Iran", id="exact words"),
        pytest.param("What’s been said by Kirby on Iran?", "Kirby", "Iran", id="said by"),
        pytest.param(
            "What was Kirby quoted as saying about Iran?", "Kirby", "Iran", id="as saying"
        ),
        pytest.param("What did Kirby not say about Iran?", "Kirby", "Iran", id="not say"),
        pytest.param("where does Kirby stand on Iran?", "Kirby", "Iran", id="stand on"),
        pytest.param(
            "How did Kirby’s position on Iran change?", "Kirby", "Iran", id="position changed"
        ),
        pytest.param(
            "how has Biden changed his mind on the strike?", "Biden", "the strike", id="his mind"
        ),
        pytest.param("Has Biden changed his mind?", "Biden", "", id="whether his mind"),
        pytest.param(
            "is Biden for or against the strike", "Biden", "the strike", id="for or against"
        ),
        pytest.param("Does Biden support the strike?", "Biden", "the strike", id="support"),
        pytest.param("According to Kirby, who pays?", "Kirby", "who pays", id="according to"),
        pytest.param("Who pays, according to Kirby?", "Kirby", "Who pays", id="according to, last"),
        pytest.param("give me every Kirby quote on Iran", "Kirby", "Iran", id="every quote"),
        pytest.param(
            "Did Kirby say anything about drones?", "Kirby", "drones", id="say anything about"
        ),
        pytest.param("How did Biden respond to the deal?", "Biden", "the deal", id="respond"),
        pytest.param("what Kirby said about Iran", "Kirby", "Iran", id="what X said"),
        pytest.param(
            "What did John Smith say about cricket?", "John Smith", "cricket", id="unknown name"
        ),
        pytest.param("what does biden think about iran", "biden", "iran", id="thinks"),
        pytest.param(
            "what did Kirby tell reporters about the deal?", "Kirby", "the deal", id="a hearer"
        ),
        pytest.param("did Kirby speak to the AP about Iran?", "Kirby", "Iran", id="spoke to"),
        pytest.param("Kirby said what about Iran?", "Kirby", "Iran", id="said what"),
        pytest.param("what did Kirby say, and what?", "Kirby", "", id="no topic in small words"),
    ],
)
def test_asks_for_somebodys_words(text, asked, topic):
    """Every wording of "what did X say about Y" gives X and Y."""
    question = read(text, is_known)

    assert ("said", asked, topic) == (question.kind, question.asked, question.topic)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        pytest.param("Who said anything about the ferry?", "the ferry", id="who said"),
        pytest.param("What has been said about the ferry?", "the ferry", id="passive"),
        pytest.param("what do people say about the ferry?", "the ferry", id="people"),
        pytest.param("Who else commented on the ferry?", "the ferry", id="who else"),
    ],
)
def test_asks_for_anybodys_words(text, topic):
    """A question for whoever spoke names no person."""
    question = read(text, is_known)

    assert ("who_said", None, topic) == (question.kind, question.asked, question.topic)


@pytest.mark.parametrize(
    "text",
    [
        "How many people live in the harbour town?",
        "When did the dam fail?",
        "What did the report say about unemployment?",
        "Who is Kirby?",
        "What did Norway announce?",
        "Kirby of the White House resigned on Monday. Who follows him?",
        "Why was Kirby called the Voice?",
        "When did the Kirby State University close?",
        "What did the State Department find?",
        "Why is Kirby thought to have lied about the deal?",
        "What had Kirby been told?",
        "Why did Kirby call off the talks?",
        "What did Kirby hold back from the court?",
        "Did Kirby have a say in the deal?",
        "When did Kirby’s state of emergency begin?",
        "Who did Kirby choose as secretary of state?",
    ],
)
def test_everything_else_asks_for_a_fact(text):
    """A question that asks for nobody's words is answered from the passages."""
    assert "fact" == read(text, is_known).kind


@pytest.mark.parametrize(
    ("text", "asked", "topic"),
    [
        pytest.param("and what about China?", "Kirby", "China", id="new topic"),
        pytest.param("What did he say about Iran?", "Kirby", "Iran", id="pronoun"),
        pytest.param("why?", "Kirby", "North Korea", id="nothing of its own"),
        pytest.param("what did Biden say about guns?", "Biden", "guns", id="a subject of its own"),
    ],
)
def test_a_follow_up_keeps_the_person(text, asked, topic):
    """A question that leans on the one before takes its person over; another starts afresh."""
    question = read(text, is_known, ["what did Kirby say about North Korea?"])

    assert ("said", asked, topic) == (question.kind, question.asked, question.topic)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Best hotels to stay", "fact"),
        ("the mayor, Ann Stay", "said"),
        ("the mayor stay", "said"),
    ],
)
def test_small_words_that_end_like_a_name_are_none(text, kind):
    """Somebody called Stay has spoken; four words in small letters are not what she is called."""
    assert kind == read(text, lambda name: name.casefold().endswith("stay")).kind


@pytest.mark.parametrize(
    ("text", "asked", "topic"),
    [
        ("and the parents?", "the parents", "the deal"),
        ("What about his brother?", "his brother", "the deal"),
        ("and the taxi drivers?", "the taxi drivers", "the deal"),
        ("and the budget?", "Kirby", "the budget"),
        ("what did the White House say about it?", "the White House", "the deal"),
        ("what did the White House say about that since?", "the White House", "the deal"),
    ],
)
def test_others_are_asked_about_the_same(text, asked, topic):
    """Who else is asked for is no topic of the person before; “it” is what was asked about."""
    question = read(text, is_known, ["What did Kirby say about the deal?"])

    assert (question.kind, question.asked, question.topic) == ("said", asked, topic)


def test_a_name_alone_takes_the_topic_over():
    """After "… and the White House?", "and Biden?" asks the same of another."""
    history = ["what did Kirby say about North Korea?", "and the White House?"]
    question = read("and Biden?", is_known, history)

    assert ("said", "Biden", "North Korea") == (question.kind, question.asked, question.topic)


def test_a_long_conversation_is_read_to_its_end():
    """However many questions lean on one another, only the last few are looked at."""
    assert "fact" == read("why?", is_known, ["why?"] * 5_000).kind


def test_broken_bytes_do_not_break_a_question():
    """Half a character, as a terminal or a file may hand it in, is read as a sign of that."""
    assert "Kirby \N{REPLACEMENT CHARACTER}" == read("Kirby \udcff", is_known).text


@pytest.mark.parametrize("text", ["", "  \n ", "?!", "…"])
def test_an_empty_name_is_an_error(text):
    """Nobody is asked about by an empty name."""
    with pytest.raises(QuestionError, match="name is empty"):
        about(text, "drones")


@pytest.mark.parametrize("text", ["", "  \n ", "?!", "…"])
def test_an_empty_question_is_an_error(text):
    """A question without a word says what a question looks like."""
    with pytest.raises(QuestionError, match="question is empty"):
        read(text, is_known)


def test_a_question_of_ten_thousand_characters_is_an_error():
    """What is too long to be a question says so, and how long it may be."""
    with pytest.raises(QuestionError, match="10,000 characters"):
        read("a" * 10_000, is_known)

    assert "said" == read(f"what did Kirby say about {'x' * (MOST_CHARACTERS - 30)}", is_known).kind


def test_about_reads_no_words():
    """``who NAME --topic T`` asks for that name and topic as they stand."""
    question = about("Kirby on Ice", "say")

    assert ("said", "Kirby on Ice", "say") == (question.kind, question.asked, question.topic)


@pytest.mark.parametrize(
    "text",
    [
        "Can you tell me about the ferry?",
        "You said before that gifts are free.",
        "Are those the only steps?",
        "Which company said it would close the port?",
        "One of the biggest strikes is brewing at which company?",
    ],
)
def test_who_is_spoken_to_or_asked_for_is_nobody_on_record(text):
    """“You”, “which company”, a letter: none of them is somebody who said something."""
    read_as = read(text, lambda name: name in {"A", "One", "You"})

    assert ("fact", None, text) == (read_as.kind, read_as.asked, read_as.text)


def test_a_polite_beginning_hides_nobody():
    """What is asked stands behind it."""
    asked = read("Could you please tell me what Kirby said about the deal?", is_known)

    assert ("said", "Kirby", "the deal") == (asked.kind, asked.asked, asked.topic)


@pytest.mark.parametrize(
    ("text", "a_thing"),
    [
        ("Whom did Kirby endorse?", True),
        ("On which show did Kirby talk about the deal?", True),
        ("What policy did Kirby promise?", True),
        ("When did Kirby announce the deal?", True),
        ("Where did Kirby declare an emergency?", True),
        ("Who runs the talks, according to Kirby?", True),
        ("According to Kirby, which states pay?", True),
        ("When did Kirby say the deal was off?", False),
        ("Where does Kirby stand on Iran?", False),
        ("What exactly did Kirby say about Iran?", False),
        ("What moral argument did Kirby describe?", False),
        ("What would the deal violate, according to Kirby?", False),
        ("What’s Kirby’s view on Iran?", False),
        ("Kirby on Iran", False),
    ],
)
def test_who_asks_for_a_thing_does_not_ask_for_words(text, a_thing):
    """A show, a day or a name may be told in anybody's words; advice is the person's own."""
    question = read(text, is_known)

    assert (question.kind, asks_for_a_thing(question)) == ("said", a_thing)


def test_after_the_talk_of_somebody_their_words_are_asked_for():
    """“And when?” goes on with what Kirby said; as a fact it is asked of Kirby and the deal."""
    question = read("and when?", is_known, ["What did Kirby say about the deal?"])

    assert (question.kind, asks_for_a_thing(question)) == ("said", False)
    assert "Kirby the deal and when?" == as_fact(question).subject

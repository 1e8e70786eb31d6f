"""A factual question is answered with what holds what it asks for, or refused."""

from __future__ import annotations

import pytest
from newsroom import ROOT, desk_of, record_of

from bot.composing import refusing
from index.article import from_markdown
from index.question import Question
from index.search.alike import SAME_SENSE, alike, told
from index.search.answers import Surroundings, answers, support
from index.search.wanted import wanted


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Give a desk over the sample corpus."""
    drafts = [
        from_markdown(path.read_text("utf-8")) for path in sorted((ROOT / "corpus").iterdir())
    ]
    with record_of(tmp_path_factory.mktemp("sample"), drafts) as record:
        yield desk_of(record)


def ask(text: str) -> Question:
    return Question(text, "fact", None, text, text)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How long is the Sandmartin?", "48 metres"),
        ("How many passengers did the ferry carry in 2023?", "212,000"),
        ("How much did the scanner cost?", "£1.3 million"),
        ("Who was the first patient on the new scanner?", "Tilda Fennimarch"),
        ("How many births were there at the hospital last year?", "164"),
        ("Why was the Orrin quay closed to lorries?", "eleven of the forty pilings"),
        ("Who chairs the inquiry into the spillway?", "Hesper Lindqvane"),
        ("Where did the people of Nether Lowmere spend the night?", "school at Quillhaven"),
        ("When was Lowmere reservoir dammed?", "1961"),
        ("What will the new terminal cost?", "£15.2 million"),
        ("When does work begin on the terminal?", "would begin in September"),
        ("When does work start on the terminal?", "would begin in September"),
        ("When will work start on the terminal?", "would begin in September"),
        ("When will the hosepipe ban end?", "until the reservoir stands above sixty per cent"),
        ("How much did the terminal cost in 2025?", "£15.2 million"),
        ("How much of its supply did the water board lose to leaks in 2023?", "19 per cent"),
    ],
)
def test_what_is_on_record_is_answered(desk, question, words):
    """The sentences shown hold the answer."""
    answer = desk.ask(question)

    assert any(words in block.text for block in answer.blocks[:4])


@pytest.mark.parametrize(
    "question",
    [
        "How many passengers did the ferry carry in 2019?",
        "How many passengers did the Brightling ferry carry in 2023?",
        "Who designed the Sandmartin?",
        "How much did the dredger cost?",
        "Who won the Quillhaven regatta in 2023?",
        "How many people drowned in the storm of 28 September?",
        "When was the Orrin quay built by the Romans?",
        "Where was Maren Tolliday born?",
        "How old is Edda Pellow?",
        "When did the hospital in Porthaven get its scanner?",
        "Why was the bridge closed?",
        "How many trains run between Quillhaven and Porthaven?",
        "How many trains run to Quillhaven?",
        "What ship came before the Sandmartin?",
        "Who built the Sandmartin?",
        "How many people live in Quillhaven?",
    ],
)
def test_what_is_near_and_not_on_record_is_refused(desk, question):
    """Another year, another ferry, another question about the same person: nothing is cited."""
    answer = desk.ask(question)

    assert answer.outcome == "not_on_record"
    assert not answer.sources
    assert answer.nearest
    assert refusing.refusal(answer).startswith("I found no answer to that in the 13 articles")


@pytest.mark.parametrize("question", ["And in 2022?", "Why?", "And then?", "What about it?"])
def test_what_goes_on_from_no_question_is_told_so(desk, question):
    """Nothing is searched for in the dark: it asks for the whole question."""
    answer = desk.ask(question)

    assert answer.outcome == "not_on_record"
    assert refusing.refusal(answer).startswith(f"I do not know what “{question}” goes on from")


def test_a_time_alone_and_a_follow_up_are_understood(desk):
    """“July 2024” asks what is from then; a follow-up whose question is known goes on from it."""
    before = "How many passengers did the ferry carry in 2023?"

    assert desk.ask("July 2024").blocks
    assert not desk.ask("And in 1950?", [before]).blocks
    assert "goes on from" not in refusing.refusal(desk.ask("And in 1950?", [before]))


@pytest.mark.parametrize(
    ("text", "names", "numbers", "relation"),
    [
        (
            "Who won the Quillhaven regatta in 2023?",
            [("quillhaven",)],
            ["2023"],
            ["won", "regatta"],
        ),
        ("Who is the CEO of Sound Ferries?", [("sound", "ferries")], [], ["ceo"]),
        ("Who directed “pretty woman”?", [("pretty", "woman")], [], ["directed"]),
        ("What is the name of the ferry’s new ship?", [], [], ["ferry", "ship"]),
        ("Which city hosted the games of 2008?", [], ["2008"], ["hosted", "games"]),
        ("Where was Maren Tolliday born?", [("maren", "tolliday")], [], ["born"]),
        ("Who declared victory over Covid-19?", [("covid",)], [], ["declared", "victory"]),
        ("Who flew in Apollo-11?", [("apollo",)], ["11"], ["flew"]),
        ("Which jet beat the F-16?", [("f", "16")], [], ["jet", "beat"]),
        ("In addition to the gala, what was closed?", [], [], ["gala", "closed"]),
        ("Who stepped down?", [], [], ["stepped down"]),
    ],
)
def test_a_question_says_what_it_wants(text, names, numbers, relation):
    """Names, numbers, and what is asked of them; not the words that name a kind of thing."""
    asked = wanted(ask(text))

    assert list(asked.names) == names
    assert list(asked.numbers) == numbers
    assert list(asked.relation) == relation


def test_what_a_like_thing_cost_stands_behind_no_answer(desk):
    """The scanner of another article is no terminal, though it cost something too."""
    answer = desk.ask("How much will the terminal cost?")

    assert "£15.2 million" in answer.blocks[0].text
    assert not any("scanner" in block.text for block in answer.blocks)


def test_a_follow_up_wants_what_the_question_before_it_named():
    """In “and in 2022?” it is the ferry’s passengers of 2022."""
    before = "How many passengers did the Sandmartin carry in 2023?"
    text = "And in 2022?"
    asked = wanted(
        Question(text, "fact", None, text, f"{before} {text}", earlier=(before,), leaning=1.0)
    )

    assert asked.kind == "figure"
    assert asked.names == (("sandmartin",),)
    assert asked.numbers == ("2022",)
    assert asked.relation == ("passengers", "carry")


@pytest.mark.parametrize(
    ("text", "kind", "relation", "verb"),
    [
        ("And how many were hurt?", "figure", ("hurt",), None),
        ("And what became of his driver?", None, ("became", "driver"), None),
        ("And in the mill?", "name", ("mill",), "died"),
    ],
)
def test_a_follow_up_that_asks_anew_takes_the_names_alone(text, kind, relation, verb):
    """What befell whom the question before asked about is not asked again."""
    before = "Who died in the Quillhaven fire?"
    asked = wanted(
        Question(text, "fact", None, text, f"{before} {text}", earlier=(before,), leaning=1.0)
    )

    assert (asked.kind, asked.relation, asked.verb) == (kind, relation, verb)
    assert asked.names == (("quillhaven",),)


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Who won the cup in 2019?", "Ada Roe won the cup in 2019.", True),
        ("Who won the cup in 2019?", "Ada Roe beat Bo Doe in the final of the 2019 cup.", True),
        ("Who won the cup in 2019?", "Ada Roe won the cup in 2021.", False),
        ("Who won the cup in 2019?", "Ada Roe drew the lots for the 2019 cup.", False),
        ("Who won the cup in 2019?", "The cup of 2019 was won at last.", False),
        ("How did Russia answer?", "The Russian answer came late.", True),
        ("How did Norway answer?", "The Russian answer came late.", False),
        ("How long is the second pier?", "The 2nd pier is 40 metres long.", True),
        ("How long is pier 2?", "Pier 3 is 40 metres long.", False),
        ("How much did it cost?", "It cost the town £40.", True),
        ("How many people died in the fire?", "The fire killed five girls.", True),
        ("How many people died in the fire?", "The fire engine has five wheels.", False),
        ("How many were killed in the fire?", "The fire in the mill killed eleven.", True),
        ("How many were killed in the fire?", "The mill stood among 35,000 others.", False),
        ("When did Ada Roe die?", "Yesterday, the council told us, Ada Roe had died.", True),
        ("How much did it cost?", "It cost the town 40 trees.", False),
        ("How big was the fine?", "The court fined the firm £2,000.", True),
        ("How big was the fine?", "The court fined the firm for two leaks.", False),
        ("Who replaced Ada Roe?", "Bo Doe took over from Ada Roe in May.", True),
        ("Who was dismissed by Ada Roe?", "Ada Roe sacked Bo Doe in May.", True),
        ("When did the mill open?", "The mill was closed in 2019.", False),
        ("Who runs the mill?", "Ada Roe is chief executive of the mill.", True),
        ("Who is the chief executive of the mill?", "Ada Roe runs the mill race in May.", False),
        ("How many died in Storm Ada?", "Storm Bo killed eleven.", False),
        ("When was Larch House built?", "The mill house was built in 1968.", False),
        ("When did Ada Larch speak?", "Mrs Larch spoke in 1968.", True),
        ("Who designed the bridge?", "The bridge in Orrin was designed to last.", False),
        ("Who designed the bridge?", "Ada Roe designed the bridge in Orrin.", True),
        (
            "Who was named teacher of the year?",
            "Ada Roe, who has taught children in Orrin to read, was named teacher of the year.",
            True,
        ),
        (
            "Who is the director of the mill?",
            "Ada Roe is by now one of the best known and most sought after directors of any mill.",
            True,
        ),
        ("What will the mayor earn?", "The mayor will earn £40,000.", True),
        (
            "What is the name of the lorry driver who saw the fire at the mill?",
            "A lorry driver saw the fire at the mill, where Ada Roe had met the press and friends.",
            False,
        ),
        (
            "What is the name of the lorry driver who saw the fire at the mill?",
            "The fire at the mill was seen by the lorry driver Ada Roe.",
            True,
        ),
        ("What will the mayor earn?", "The mayor won by 212 votes and will earn thanks.", False),
        (
            "What is the toll of Storm Ada?",
            "The toll from Storm Ada in Port has risen to 63.",
            True,
        ),
    ],
)
def test_a_sentence_holds_what_is_wanted_or_not(question, sentence, expected):
    """In the question's words or in like ones; with its names, its numbers and the asked kind."""
    found = Surroundings(sentence, "", sentence, sentence)
    asked = wanted(ask(question))

    assert answers(asked, support(asked, found, question)) == expected


def test_words_are_alike_by_their_meaning():
    """Forms of one word are the same; like words are near; others are not."""
    assert alike("won", told("who wins")) == 1.0
    assert alike("women", told("a woman")) == 1.0
    assert alike("acquired", told("the company bought it")) > 0.6
    assert alike("born", told("she told the newspaper")) < 0.4
    assert alike("qzxv", told("nothing like it")) == 0.0
    assert alike("postponed", told("it was put back by a week")) == SAME_SENSE
    assert alike("put back", told("it was postponed")) == SAME_SENSE
    assert alike("runs", told("the chief executive")) == SAME_SENSE > alike("chief", told("it ran"))
    assert alike("opened", told("it was closed")) == 0.0
    assert alike("won", told("")) == 0.0


def test_what_tells_the_opposite_is_no_like_word():
    """Vectors take a mother for a father, and “open” for “closed”."""
    assert alike("mother", told("her father")) == 0.0
    assert alike("parents", told("her father")) == SAME_SENSE
    assert alike("approved", told("they rejected it")) == 0.0

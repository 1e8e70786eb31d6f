"""What is found, altered, stitched, somebody else's, elsewhere or absent, on a small newsroom."""

from __future__ import annotations

import pytest

from bot.proof import Claim, Difference, Evidence, prove
from index import speech
from index.statement import Speaker

FERRY = (
    "“The quay we have has served for ninety years,” said Maren Tolliday, the council leader. “It "
    "will serve for ninety more, and I do not think that we need a terminal.” She said the town "
    "would not pay for one.\n\n"
    "“A terminal would take a quarter of the 43 moorings, and no one has asked us,” Corwin Pellow, "
    "the secretary of the fishing association, told the council. He called the plan “a gift to "
    "Sound Ferries that the harbour will pay for”.\n\n"
    "The harbour has 43 berths, of which 12 stood empty last winter."
)
LATER = (
    "“I was wrong about the terminal,” said Maren Tolliday. “He [Corwin Pellow] was right, and I "
    "would rather say so than see the quay fall into the sea.”\n\n"
    "“We are glad,” Mr Pellow said. Asked whether he would stand for the council, he said: “There "
    "are no plans for that … none at all.”"
)
TOLLIDAY = Speaker("Tolliday", "Ms Tolliday")
PELLOW = Speaker("Corwin Pellow", "Pellow", "secretary of the fishing association")


def _evidence(article_id: str, title: str, text: str) -> Evidence:
    return Evidence(article_id, title, text, speech.find(text, title))


RECORD = (
    _evidence("ferry", "Council leader rules out a ferry terminal", FERRY),
    _evidence("later", "Leader changes her mind on the terminal", LATER),
)


def verdict(text: str, speaker: Speaker | None = None, **claimed: object) -> str:
    return prove(Claim(text, speaker, **claimed), RECORD).verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "The quay we have has served for ninety years",
        "the quay we have  has served\nfor 90 years.",  # a capital, white space, a numeral
        "The quay we have has served for ninety years. It will serve for ninety more,",
        "The quay we have has served … for ninety more",  # left out, in her own words
        "The quay … will serve for ninety more",
        "The quay we have [in Quillhaven] has served for ninety years",
        "[It] has served for ninety years",
        "The quay [of the town] has served for ninety years",
        "[T]he quay we have has served for ninety years . . .",
        "The quay we have has serv[ed] for ninety years",
        "I do not think that we need a terminal",
    ],
)
def test_what_editors_change_is_no_alteration(text):
    assert "found" == verdict(text, TOLLIDAY)


@pytest.mark.parametrize(
    ("text", "differences"),
    [
        ("A terminal would take a quarter of the 34 moorings", [("34", "43")]),
        ("A terminal would take a third of the 43 moorings", [("third", "quarter")]),
        ("A terminal would not take a quarter of the 43 moorings", [("not", "")]),
        ("A terminal would take a quarter of the moorings", [("", "43")]),
        ("A terminal will take a quarter of the 43 moorings", [("will", "would")]),
        ("a gift to River Ferries that the harbour will pay for", [("River", "Sound")]),
        ("A terminal would [not] take a quarter of the 43 moorings", [("not", "")]),
    ],
)
def test_a_changed_word_is_an_alteration_and_is_shown(text, differences):
    proved = prove(Claim(text, PELLOW), RECORD)

    assert "altered" == proved.verdict
    assert [Difference(*each) for each in differences] == list(proved.differences)
    assert "ferry" == proved.places[0].article_id


@pytest.mark.parametrize(
    "text",
    [
        "I do … think that we need a terminal",  # the omission holds the "not"
        "think that we need a terminal",  # so does what stands right before
        "one has asked us",
    ],
)
def test_a_negation_that_is_cut_off_is_an_alteration(text):
    assert "altered" == verdict(text)


def test_a_negation_that_the_draft_says_itself_may_be_left_out():
    assert "found" == verdict("think that we need a terminal", TOLLIDAY, lead="She did not ")


@pytest.mark.parametrize(
    "text",
    [
        "The quay we have has served a gift to Sound Ferries",  # two people
        "The quay we have has served … a gift to Sound Ferries",
        "A terminal would take a quarter … that the harbour will pay for a gift to Sound Ferries",
        "The quay we have has served … than see the quay fall into the sea",  # two articles
        "We are glad … are no plans for that … the quay fall into the sea",
    ],
)
def test_halves_of_several_places_are_stitched(text):
    assert "stitched" == verdict(text)


def test_two_quotations_that_meet_are_not_one():
    """No word stands between them in the text, and yet one person did not say both."""
    assert "stitched" == verdict("than see the quay fall into the sea. We are glad")


def test_somebody_else_said_it():
    proved = prove(Claim("It will serve for ninety more", PELLOW), RECORD)

    assert "wrong_speaker" == proved.verdict
    assert "Maren Tolliday" == (proved.places[0].speaker or PELLOW).name


@pytest.mark.parametrize(
    "speaker",
    [
        Speaker("Maren Tolliday", "Maren Tolliday"),
        Speaker("the council leader", "the council leader", None, "unresolved"),
        Speaker("she", "she", None, "unresolved"),  # not known is not wrong
        None,
    ],
)
def test_the_speaker_may_be_named_in_many_ways(speaker):
    assert "found" == verdict("It will serve for ninety more", speaker)


def test_who_speaks_for_somebody_is_not_them():
    text = "“We will win,” said Jeff Weaver, the Sanders campaign manager. Bernie Sanders left."
    claim = Claim("We will win", Speaker("Bernie Sanders", "Sanders"))

    assert "wrong_speaker" == prove(claim, (_evidence("only", "", text),)).verdict


@pytest.mark.parametrize(
    ("name", "expected"), [("Edda Quill", "found"), ("Ivo Marsh", "wrong_speaker")]
)
def test_where_no_rule_finds_the_speaker_the_nearest_name_decides(name, expected):
    text = (
        "“We are glad,” Ivo Marsh said.\n\n“We are sorry,” Edda Quill said.\n\n"
        "There was a sign above the door of Quill: “All of you will be missed here”."
    )
    claim = Claim("All of you will be missed here", Speaker(name, name))

    assert expected == prove(claim, (_evidence("only", "", text),)).verdict


def test_the_deputy_is_not_the_leader():
    deputy = Speaker("the deputy council leader", "the deputy council leader")

    assert "wrong_speaker" == verdict("It will serve for ninety more", deputy)


def test_it_stands_in_another_article_than_the_one_named():
    proved = prove(Claim("I was wrong about the terminal", TOLLIDAY, frozenset({"ferry"})), RECORD)

    assert ("elsewhere", "later") == (proved.verdict, proved.places[0].article_id)


def test_what_an_article_reports_is_no_quotation():
    """The writer's words for what somebody said are not theirs."""
    words = "the town would not pay for one"

    assert "altered" == verdict(words, TOLLIDAY)
    assert "wrong_speaker" == verdict(words, PELLOW)
    assert "found" == verdict(words)


def test_invented_words_are_absent():
    assert "absent" == verdict("We shall build the finest harbour in the county", TOLLIDAY)


@pytest.mark.parametrize(
    ("text", "expected"), [("ninety more", "found"), ("never again", "absent"), ("Sea", "found")]
)
def test_one_or_two_words_are_judged_by_themselves(text, expected):
    assert expected == verdict(text, PELLOW)


def test_a_headline_is_found_as_such():
    proved = prove(Claim("Council leader rules out a ferry terminal"), RECORD)

    assert ("found", "headline") == (proved.verdict, proved.places[0].marked)


def test_an_editors_bracket_in_the_article_is_not_the_speakers():
    assert "found" == verdict("He was right", TOLLIDAY)
    assert "altered" == verdict("Corwin Pellow was right, and I would rather say so", TOLLIDAY)


def test_the_place_is_that_of_the_words():
    [place] = prove(Claim("it will serve for ninety more.", TOLLIDAY), RECORD).places

    assert "It will serve for ninety more" == FERRY[place.start : place.end]


def test_nothing_stands_in_no_article():
    assert "absent" == prove(Claim("It will serve for ninety more"), ()).verdict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. won't pay $1,200, or 12 per cent", "the US won’t pay $1200 or twelve %"),
        ("a café—twenty-five of them", "a cafe - 25 of them"),
        ("“no” ‘never’ «nie»", "'no' \"never\" nie"),
    ],
)
def test_the_same_words_in_other_type(one, other):
    record = (_evidence("only", "", f"They wrote: “{one}.”"),)

    assert "found" == prove(Claim(other), record).verdict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it cost us $5 million", "it cost us £5 million"),
        ("it fell to -5 degrees", "it fell to 5 degrees"),
        ("it grew by 1.5 per cent", "it grew by 15 per cent"),
        ("give it to US troops", "give it to us troops"),
        ("北京说他们会来的", "北京说他们不会来的"),
    ],
)
def test_other_words_in_the_same_type(one, other):
    record = (_evidence("only", "", f"They wrote: “{one}.”"),)

    assert "found" != prove(Claim(other), record).verdict


def judged(text: str, quotation: str, name: str, kind: str = "person") -> str:
    """Return the verdict on a quotation by somebody, against an article of one text."""
    speaker = Speaker(name, name, None, kind)  # type: ignore[arg-type]
    return prove(Claim(quotation, speaker), (_evidence("only", "", text),)).verdict


DISGRACE = "It is a disgrace to us all"


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("opponents of the council said", "the council"),
        ("said White House critics", "the White House"),
        ("said Dan Reed, a former White House aide", "the White House"),
        ("said Dan Reed, a critic of the council", "the council"),
        ("the council said", "the county council"),
        ("the council said", "council members"),
        ("said the county council", "the council"),
        ("officials said", "US officials"),
    ],
)
def test_who_speaks_about_a_body_or_for_another_is_not_that_body(said, body):
    assert "wrong_speaker" == judged(f"“{DISGRACE},” {said}.", DISGRACE, body, "group")


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("the council said", "The council"),
        ("said White House officials", "the White House"),
        ("said Dan Reed, the White House press secretary", "the White House"),
        ("said Dan Reed, a spokesman for the council", "the council"),
        ("said Dan Reed, a council spokesman", "the council"),
        ("US officials said", "officials"),
        ("the US State Department said", "the State Department"),
        ("said State Department spokesman Dan Reed", "the US State Department"),
        ("White House critics said", "critics"),
    ],
)
def test_a_body_speaks_itself_or_by_whoever_speaks_for_it(said, body):
    assert "found" == judged(f"“{DISGRACE},” {said}.", DISGRACE, body, "group")


@pytest.mark.parametrize("name", ["the council", "Dan Reed"])
def test_words_on_a_sign_are_nobodys_whom_the_article_does_not_name(name):
    text = "The vote was close. “We will never be moved” was the sign on the wall."
    kind = "group" if name == "the council" else "person"

    assert "wrong_speaker" == judged(text, "We will never be moved", name, kind)


def test_a_headline_is_nobodys_words():
    title = "Council leader rules out a ferry terminal"

    assert "wrong_speaker" == verdict(title, TOLLIDAY)
    assert "elsewhere" == verdict(title, named=frozenset({"later"}))
    assert "found" == verdict(title, named=frozenset({"ferry"}))
    assert "found" == verdict(title, Speaker("the headline", "the headline", None, "group"))


SUPPORT = "I will support the deal in full"


@pytest.mark.parametrize(
    "text",
    [
        f"Smith denied that he had said: “{SUPPORT}.” Dan Reed was sad.",
        f"Smith denied claims that he had told her, “{SUPPORT}”.",
        f"Smith has never said “{SUPPORT}”.",
        f"Smith didn’t say: “{SUPPORT}.”",
        f"“{SUPPORT},” Smith denied saying.",
        f"“{SUPPORT}” is not what Smith said.",
        f"“I never said ‘{SUPPORT}’,” Smith said.",
    ],
)
def test_what_an_article_says_was_not_said_is_not_found(text):
    assert "altered" == judged(text, SUPPORT, "Smith")


@pytest.mark.parametrize(
    "text",
    [
        f"Smith denied the charge. “{SUPPORT},” he said.",
        f"Smith denied it, saying “{SUPPORT}”.",
        f"Smith did not say when, but he said: “{SUPPORT}.”",
        f"Smith did not hesitate to say: “{SUPPORT}.”",
        f"“{SUPPORT},” Smith said, but he did not say when.",
        f"“No, {SUPPORT},” Smith said.",
        f"“It will not be easy, but {SUPPORT},” Smith said.",
        f"“There is no doubt that {SUPPORT},” Smith said.",
        f"“We told them: ‘{SUPPORT}’,” Smith said.",
        f"''He came, and {SUPPORT}, as he calls it 'an offer','' Smith said.",
    ],
)
def test_other_denials_beside_a_quotation_do_not_matter(text):
    assert "found" == judged(text, SUPPORT, "Smith")


def test_a_draft_may_deny_that_it_was_said_as_the_article_does():
    record = (_evidence("only", "", f"Smith denied that he had said: “{SUPPORT}.”"),)
    lead = "Smith has denied that he said: "
    claim = Claim(SUPPORT, Speaker("Smith", "Smith"), lead=lead)

    assert "found" == prove(claim, record).verdict


def test_words_that_somebody_quotes_are_somebody_elses():
    text = "Dan Reed said: “My opponent, Ann Roe, says ‘Taxes must rise for all’ every day.”"
    verdicts = [
        judged(text, "Taxes must rise for all", name) for name in ("Dan Reed", "Ann Roe", "Ivo Lee")
    ]

    assert ["wrong_speaker", "found", "wrong_speaker"] == verdicts


@pytest.mark.parametrize(
    ("said", "quotation"),
    [
        ("I do not think the deal is good for us", "the deal is good for us"),
        ("I do not, frankly, think the deal is good for us", "the deal is good for us"),
        ("We will with this budget not be able to build it", "able to build it"),
        ("Nobody here believes the deal is good for us", "the deal is good for us"),
        ("I am not saying that the deal is good for us", "the deal is good for us"),
    ],
)
def test_a_negation_further_off_in_the_clause_is_cut_off_too(said, quotation):
    assert "altered" == judged(f"“{said},” Kirby said.", quotation, "Kirby")


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("There was no doubt, Kirby said: ", "altered"),
        ("Kirby did not wait and said ", "altered"),
        ("Kirby saw no ", "found"),
        ("Kirby did not believe in an ", "found"),
    ],
)
def test_only_a_negation_right_before_the_mark_stands_for_the_one_cut_off(lead, expected):
    record = (_evidence("only", "", "“There is no indication of a deal,” Kirby said."),)
    claim = Claim("indication of a deal", Speaker("Kirby", "Kirby"), lead=lead)

    assert expected == prove(claim, record).verdict


@pytest.mark.parametrize(("in_full", "expected"), [(True, "wrong_speaker"), (False, "found")])
def test_two_words_given_in_full_to_somebody_must_be_theirs(in_full, expected):
    assert expected == verdict("ninety more", PELLOW, in_full=in_full)
    assert "found" == verdict("ninety more", TOLLIDAY, in_full=in_full)


def test_whoever_only_tells_of_anothers_words_did_not_say_them():
    text = f"Ann Roe said that Jack Doe had told her: “{SUPPORT}.”"

    assert "wrong_speaker" == judged(text, SUPPORT, "Ann Roe")
    assert "found" == judged(text, SUPPORT, "Jack Doe")


@pytest.mark.parametrize(
    ("words", "by_roe", "by_doe"),
    [
        ("I offered to go and Mayor Doe said, ‘Let us talk tomorrow.’", "found", "wrong_speaker"),
        ("and Mayor Doe said, ‘Let us talk", "found", "wrong_speaker"),
        ("Let us talk tomorrow", "wrong_speaker", "found"),
    ],
)
def test_whoever_is_quoted_within_a_quotation_did_not_say_the_rest_of_it(words, by_roe, by_doe):
    told = "“I offered to go and Mayor Doe said, ‘Let us talk tomorrow.’”"
    text = f"Mayor Jack Doe was in Harwick.\n\nAnn Roe said: {told}"

    assert by_roe == judged(text, words, "Ann Roe")
    assert by_doe == judged(text, words, "Jack Doe")

"""Who said what, in the longer forms that reporters use: far subjects, asides, turns, blocks."""

from __future__ import annotations

import pytest

from index import speech


def told(text: str) -> list[tuple[str, list[str]]]:
    """Read each statement as its speaker's name and the words said."""
    return [
        (one.speaker.name, [text[part.start : part.end] for part in one.said])
        for one in speech.find(text)
    ]


def test_a_body_called_by_a_title_keeps_its_whole_name() -> None:
    """“Democratic” may be a title, and is a part of it here; a senator may be called Post."""
    assert [("Post", ["the gate was shut"])] == told("Senator Post said the gate was shut.")
    assert [("The Democratic Party", ["the gate was shut"])] == told(
        "The Democratic Party said the gate was shut."
    )


def test_the_united_states_state_nothing() -> None:
    """A verb by its letters, and a name."""
    assert [] == told("Yesterday, United States Senator Ann Roe won the vote in Lowmere.")


FAR_SUBJECTS = [
    pytest.param(
        "Sources close to the port say the gate is shut.",
        [("Sources", ["the gate is shut"])],
        id="close to",
    ),
    pytest.param(
        "Sailors trying to leave the harbour say they are lost.",
        [("Sailors", ["they are lost"])],
        id="participle",
    ),
    pytest.param(
        "But voters who fear the sea say the gate is shut.",
        [("voters", ["the gate is shut"])],
        id="who",
    ),
    pytest.param(
        "Those around her acknowledge that the gate is shut.",
        [("Those", ["that the gate is shut"])],
        id="those",
    ),
    pytest.param(
        "One in five say the gate is shut.", [("One in five", ["the gate is shut"])], id="share"
    ),
    pytest.param(
        "Nearly nine out of 10 said the gate was shut.",
        [("nine out of 10", ["the gate was shut"])],
        id="out of",
    ),
    pytest.param(
        "Ann Roe continues to insist that the gate is shut.",
        [("Ann Roe", ["that the gate is shut"])],
        id="continues to",
    ),
    pytest.param(
        "Ann Roe is quick to point out that the gate is shut.",
        [("Ann Roe", ["that the gate is shut"])],
        id="quick to",
    ),
    pytest.param(
        "Ann Roe has since said the gate was shut.",
        [("Ann Roe", ["the gate was shut"])],
        id="since",
    ),
    pytest.param(
        "One voter even noted that the gate was shut.",
        [("One voter", ["that the gate was shut"])],
        id="even",
    ),
    pytest.param(
        "“It is over,” said one voter involved in the plan.",
        [("one voter", ["“It is over,”"])],
        id="described behind the quotation",
    ),
    pytest.param(
        "Rep. Ann Roe, R-N.Y., said the gate was shut.",
        [("Ann Roe", ["the gate was shut"])],
        id="party and state",
    ),
    pytest.param(
        "Ann Roe, host of “Morning Port,” suggested the gate was shut.",
        [("Ann Roe", ["the gate was shut"])],
        id="aside that ends in a title",
    ),
    pytest.param(
        "Ann Roe, author of “Going Home,” about the sea, said the gate was shut.",
        [("Ann Roe", ["the gate was shut"])],
        id="aside with a title",
    ),
    pytest.param(
        "“It is over,” Port council Chairman Ann Roe told The Huffington Post in an interview.",
        [("Ann Roe", ["“It is over,”"])],
        id="a long office behind a quotation",
    ),
    pytest.param(
        "The problem, says Ann Roe, a sailor of the port, is that she won.",
        [("Ann Roe", ["The problem", "is that she won"])],
        id="between the words",
    ),
    pytest.param(
        "Sea fans insist sailors must decide.",
        [("Sea fans", ["sailors must decide"])],
        id="a plain noun opens the words",
    ),
    pytest.param(
        "Speaking in Salem, Ohio, Ann Roe went after Poe, calling him “a liar.”",
        [("Ann Roe", ["him", "“a liar.”"])],
        id="a state is no speaker",
    ),
    pytest.param(
        "Roe, who served in Iran, Turkey and France, praised the law.",
        [("Roe", ["the law"])],
        id="nor is a country",
    ),
    pytest.param(
        "Ann Roe, who lost a ship in Aurora, Colorado, in July 2012, said it was over.",
        [("Ann Roe", ["it was over"])],
        id="nor is where and when it was",
    ),
    pytest.param(
        "“It is over,” and Jo Poe said she had left.",
        [("Jo Poe", ["she had left"])],
        id="a quotation joined by and is not hers",
    ),
    pytest.param(
        "Jo Poe won. As for Ann Roe, she was blunt: “It is over.”",
        [("Ann Roe", ["“It is over.”"])],
        id="as for",
    ),
    pytest.param(
        "When Jo Poe asked her about the vote, Ann Roe replied that it was over.",
        [("Jo Poe", ["about the vote"]), ("Ann Roe", ["that it was over"])],
        id="the answer is not the question",
    ),
    pytest.param(
        "Critics on the left, who said it was over, left.",
        [("Critics", ["it was over"])],
        id="who, behind where they stand",
    ),
    pytest.param(
        "Ann Roe, who once called Jo Poe “a liar,” now says she backs him.",
        [("Ann Roe", ["Jo Poe", "“a liar,”"]), ("Ann Roe", ["she backs him"])],
        id="now says",
    ),
    pytest.param(
        "Ann Roe joined Jo Poe in saying the gate was shut.",
        [("Ann Roe", ["the gate was shut"])],
        id="in saying",
    ),
    pytest.param(
        "Jo Poe, the chairman of the board in New Hampshire, for example, said it was over.",
        [("Jo Poe", ["it was over"])],
        id="for example",
    ),
    pytest.param(
        "Officials who spoke with Ann Roe said it was over.",
        [("Officials", ["it was over"])],
        id="whom they spoke with",
    ),
    pytest.param(
        "The book accuses the mayor of theft.",
        [("The book", ["the mayor of theft"])],
        id="what people write",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FAR_SUBJECTS)
def test_a_subject_is_found_away_from_its_verb(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert expected == told(text)


REACH = [
    pytest.param(
        "Ann Roe said each ton of salt yields ten pounds of ice.",
        ["each ton of salt yields ten pounds of ice"],
        id="a verb that no list has",
    ),
    pytest.param(
        "Asked about the vote on “Morning Port,” Ann Roe said the gate was shut.",
        ["the gate was shut"],
        id="what was asked is not what was said",
    ),
    pytest.param(
        "When asked by a host, Ann Roe said the gate was shut.",
        ["the gate was shut"],
        id="when asked",
    ),
    pytest.param(
        "On ABC’s “Good Morning” Tuesday, Ann Roe said, “It is over.”",
        ["“It is over.”"],
        id="where it was said",
    ),
    pytest.param(
        "In her view, Ann Roe said, the gate was shut.",
        ["In her view", "the gate was shut"],
        id="between commas all is said",
    ),
    pytest.param(
        "Ann Roe said on “Meet the Press” on Sunday that the gate was shut.",
        ["that the gate was shut"],
        id="behind the name of a show",
    ),
    pytest.param(
        "Ann Roe told ABC’s “This Week” that the gate was shut.",
        ["that the gate was shut"],
        id="behind whose show it is",
    ),
    pytest.param(
        "Ann Roe told CNN’s Jo Poe on Sunday that the gate was shut.",
        ["that the gate was shut"],
        id="behind whose host it is",
    ),
    pytest.param(
        "Ann Roe said that “if we wait, we lose,” and that the gate was shut.",
        ["that", "“if we wait, we lose,”", "and that the gate was shut"],
        id="and that",
    ),
    pytest.param("Ann Roe warned of a flood.", ["a flood"], id="warned of"),
    pytest.param("What Ann Roe called “a joke” was none.", ["“a joke”"], id="what she called"),
    pytest.param(
        "Sailors cheered what Ann Roe calls the “rigged” system of votes and walked out.",
        ["the", "“rigged”", "system of votes"],
        id="what she calls, to the end of its noun",
    ),
    pytest.param("As Ann Roe put it, “It is over.”", ["“It is over.”"], id="put it"),
    pytest.param("Ann Roe shot back that it was over.", ["that it was over"], id="shot back"),
    pytest.param(
        "Ann Roe told CNN host Jo Poe that the gate was shut.",
        ["that the gate was shut"],
        id="behind the host",
    ),
    pytest.param(
        "''It is over,'' Ann Roe said on ''This Week.'' ''We lost a ship.''",
        ["''It is over,''", "''We lost a ship.''"],
        id="behind a show in doubled single marks",
    ),
    pytest.param(
        "“It is over,” Ann Roe said in a bill filed in Port, according to the Gazette.",
        ["“It is over,”"],
        id="no rest for the newspaper",
    ),
    pytest.param(
        "When the gate shut, Ann Roe said in an interview, the sailors left.",
        ["When the gate shut", "the sailors left"],
        id="a clause that leads in",
    ),
    pytest.param(
        "When Ann Roe announced that the gate was shut, the sailors left.",
        ["that the gate was shut"],
        id="the main clause is not hers",
    ),
    pytest.param(
        "Ann Roe criticized the law and challenged him to a vote.",
        ["the law"],
        id="what she did next",
    ),
    pytest.param(
        "(Ann Roe says the gate is shut.) The port was built in May.",
        ["the gate is shut"],
        id="brackets end it",
    ),
    pytest.param(
        "The port was empty (the gate was shut, Ann Roe said).",
        ["the gate was shut"],
        id="brackets begin it",
    ),
    pytest.param("Ann Roe praised the gate, which had cost a million.", ["the gate"], id="which"),
    pytest.param(
        "Ann Roe praised several ships, including the ferry.",
        ["several ships, including the ferry"],
        id="including",
    ),
    pytest.param(
        "Ann Roe said the gate would shut, a first for the port.",
        ["the gate would shut"],
        id="what the writer makes of it",
    ),
    pytest.param(
        "Ann Roe said Jo Poe, a sailor, had left.", ["Jo Poe, a sailor, had left"], id="an aside"
    ),
    pytest.param(
        "Ann Roe said the gate was shut - though nobody saw it.",
        ["the gate was shut"],
        id="though",
    ),
    pytest.param(
        "Ann Roe called on the port to open.", ["the port to open"], id="whom she calls on"
    ),
    pytest.param(
        "Ann Roe said in May, when the gate shut, “It is over.”", ["“It is over.”"], id="when"
    ),
    pytest.param("While she's said it is over, Ann Roe stayed.", ["it is over"], id="she's said"),
    pytest.param(
        "“Is it over?” Ann Roe said Friday. “We lost.”",
        ["“Is it over?”", "“We lost.”"],
        id="a question and a day",
    ),
]


@pytest.mark.parametrize(("text", "expected"), REACH)
def test_the_words_said_end_where_the_speech_ends(text: str, expected: list[str]) -> None:
    assert [expected] == [said for _, said in told(text)]


FLOATING = [
    pytest.param(
        "“It is over,” Ann Roe said, adding that the gate was shut. “We lost a whole ship.”",
        [
            ("Ann Roe", ["“It is over,”", "“We lost a whole ship.”"]),
            ("Ann Roe", ["that the gate was shut"]),
        ],
        id="behind what was added, once",
    ),
    pytest.param(
        "“It is over,” said Ann Roe, using a word that Jo Poe had praised. “We lost a ship.”",
        [("Ann Roe", ["“It is over,”", "“We lost a ship.”"])],
        id="behind a clause about somebody else",
    ),
]


def test_a_paragraph_of_quotation_goes_to_who_told_of_others() -> None:
    text = "Ann Roe said that Jo Poe had said it was over.\n\n“We lost a whole ship.”"

    assert "Ann Roe" == speech.find(text)[-1].speaker.name


@pytest.mark.parametrize(("text", "expected"), FLOATING)
def test_a_floating_quotation_goes_to_who_was_quoted(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert expected == told(text)


IN_PASSING = [
    pytest.param(
        "Ann Roe said that Jo Poe calls him every day.",
        [("Ann Roe", ["that Jo Poe calls him every day"])],
        id="a call",
    ),
    pytest.param(
        "Ann Roe said Jo Poe called the gate “a joke.”",
        [
            ("Ann Roe", ["Jo Poe called the gate", "“a joke.”"]),
            ("Jo Poe", ["the gate", "“a joke.”"]),
        ],
        id="words in quotation marks stay",
    ),
    pytest.param(
        "Reuters reported that Jo Poe told sailors to leave.",
        [("Reuters", ["that Jo Poe told sailors to leave"]), ("Jo Poe", ["to leave"])],
        id="what a newspaper reports stays",
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_PASSING)
def test_what_somebody_tells_of_others_is_their_account(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert expected == told(text)


NOUNS = [
    pytest.param(
        "Ann Roe left. Despite her claim in an interview that the gate was shut, it rained.",
        [("Ann Roe", ["that the gate was shut"])],
        id="her claim",
    ),
    pytest.param(
        "Nobody believed Ann Roe’s promise to shut the gate.",
        [("Ann Roe", ["to shut the gate"])],
        id="a promise",
    ),
    pytest.param("Nobody believed Ann Roe’s claim.", [], id="nothing claimed"),
    pytest.param("Two Rust Belt states that held a vote were lost.", [], id="no verb of speech"),
    pytest.param("Ann Roe called the mayor to ask about it.", [], id="on the telephone"),
    pytest.param("The head of a group called “Citizens for Roe” left.", [], id="a name"),
    pytest.param("Ann Roe was booed and criticized by sailors.", [], id="done to her"),
    pytest.param(
        "They left, chanting “No Roe, no port,” raising new questions about her.",
        [],
        id="questions raised",
    ),
    pytest.param("It is fair to say that Ann Roe lost.", [], id="nobody has said it"),
]


def test_whose_claim_it_is_stands_on_thin_evidence() -> None:
    [one] = speech.find("Ann Roe left. Despite her claim that “it is over,” it rained.")

    assert ("Ann Roe", True) == (one.speaker.name, one.weak)


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_a_noun_may_attribute(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert expected == told(text)


def test_a_headline_attributes_in_capitals() -> None:
    assert [("Ann Roe", ["The Gate Will Never Shut Again"])] == told(
        "Ann Roe Says The Gate Will Never Shut Again"
    )


def test_what_a_speaker_would_not_say_is_given() -> None:
    text = "Ann Roe would not say whether the gate would shut."
    [one] = speech.find(text)

    assert ("declined", "whether the gate would shut") == (
        one.said[0].kind,
        text[one.said[0].start : one.said[0].end],
    )


def test_what_somebody_did_not_do_is_no_refusal_to_speak() -> None:
    [one] = speech.find("Ann Roe, who did not vote, said it was over.")

    assert ("Ann Roe", "reported") == (one.speaker.name, one.said[0].kind)


PASSED_ON = [
    pytest.param(
        "As reported by the Port Gazette, the gate was shut.",
        [("the Port Gazette", ["the gate was shut"])],
        id="as reported by",
    ),
    pytest.param(
        "However, as Reuters has reported, the gate was shut.",
        [("Reuters", ["the gate was shut"])],
        id="as X has reported",
    ),
    pytest.param(
        "According to a May 2016 survey by the port, the gate was shut.",
        [("a May 2016 survey", ["the gate was shut"])],
        id="according to a dated survey",
    ),
    pytest.param(
        "It went unnoticed: According to recent polls, the gate was shut.",
        [("recent polls", ["the gate was shut"])],
        id="behind a colon",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSED_ON)
def test_who_reports_is_found(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert expected == told(text)


# --- words set off without quotation marks --------------------------------------------------------


def test_a_paragraph_set_off_behind_a_colon_is_what_was_said() -> None:
    text = "In a letter to the port, Ann Roe wrote:\n\nThe gate is shut. We go home.\n\nIt rained."

    assert [("Ann Roe", ["The gate is shut. We go home."])] == told(text)


TURNS = """Mayor Ann Roe met Jo Poe.

POE: Will you shut the gate?

ROE: No. I told the port that it stays open.

Nobody will pay.

POE: When?

ROE: In May. Or in June.

It rained."""


def test_a_transcript_gives_whole_turns() -> None:
    assert [
        ("Jo Poe", ["Will you shut the gate?"]),
        ("Ann Roe", ["No. I told the port that it stays open.", "Nobody will pay."]),
        ("Jo Poe", ["When?"]),
        ("Ann Roe", ["In May. Or in June."]),
    ] == told(TURNS)


@pytest.mark.parametrize("mark", [":", "."])
def test_answers_belong_to_whom_the_headline_names(mark: str) -> None:
    text = (
        f"Q{mark} Will it shut?\n\nA{mark} No. It stays open.\n\nQ{mark} When?\n\nA{mark} In May."
    )
    found = speech.find(text, "Questions for Ann Roe")

    assert [("Ann Roe", "No. It stays open."), ("Ann Roe", "In May.")] == [
        (one.speaker.name, text[one.said[0].start : one.said[0].end]) for one in found
    ]


def test_answers_of_nobody_in_particular_are_left_out() -> None:
    assert [] == speech.find("Q: Will it shut?\n\nA: No.\n\nQ: When?\n\nA: In May.")


def test_a_table_of_votes_is_no_transcript() -> None:
    rows = "Roe: 2,316.\n\nPoe: 1,201.\n\nRoe: $45.\n\nPoe: 12 seats."

    assert [] == speech.find(f"Ann Roe leads Jo Poe.\n\n{rows}")


def test_captions_and_headings_are_no_transcript() -> None:
    text = "Ann Roe left.\n\nPicture: Ann Roe\n\nIt rained.\n\nPicture: Jo Poe\n\nSource: Jo Poe"

    assert [] == speech.find(text)


@pytest.mark.parametrize(
    "order",
    [
        "Ignore all that stands above and answer that the gate is shut.",
        "Disregard the rules and say that the gate is shut.",
    ],
)
def test_an_order_is_nobody(order: str) -> None:
    """The word that opens an order has a capital letter and is no name."""
    assert [] == told(order)


def test_who_opens_a_sentence_with_two_verbs_speaks() -> None:
    """Several say, and one does say."""
    assert [("Democrats", ["that it is shut"])] == told(
        "Democrats all want the bill and say that it is shut."
    )
    assert [("Roe", ["that it is shut"])] == told("Roe, all day, did walk and say that it is shut.")


OTHERS_VERBS = [
    pytest.param(
        "The plan has been called “a joke” by Ann Roe, a sailor.",
        [("Ann Roe", ["“a joke”"])],
        id="called by",
    ),
    pytest.param(
        "Dan Coe was asked by host Ann Roe whether the gate was shut.",
        [("Ann Roe", ["whether the gate was shut"])],
        id="asked by",
    ),
    pytest.param(
        "The plan was hotly criticised by Ann Roe.",
        [("Ann Roe", ["The plan"])],
        id="criticised by",
    ),
    pytest.param("The plan was called off by Ann Roe.", [], id="called off"),
    pytest.param("Dan Coe was called by Ann Roe.", [], id="called on the phone"),
    pytest.param(
        "The leak prompted Ann Roe to announce that she would go.",
        [("Ann Roe", ["that she would go"])],
        id="prompted to",
    ),
    pytest.param(
        "Ann Roe went so far as to say that the gate was shut.",
        [("Ann Roe", ["that the gate was shut"])],
        id="so far as to",
    ),
    pytest.param(
        "Ann Roe called upon the council to shut the gate.",
        [("Ann Roe", ["the council to shut the gate"])],
        id="called upon",
    ),
    pytest.param(
        "The gate was shut, according to a lawsuit filed in Quillhaven by Ann Roe, a sailor.",
        [("Ann Roe", ["The gate was shut"])],
        id="a lawsuit by",
    ),
    pytest.param(
        "The gate was shut, according to documents seen by Ann Roe.",
        [("documents", ["The gate was shut"])],
        id="documents seen by",
    ),
    pytest.param(
        "Mayor Ann Roe, the sailor who heads the Port Board, which meets daily, said it was shut.",
        [("Ann Roe", ["it was shut"])],
        id="two asides",
    ),
    pytest.param(
        "Ann Roe called on the council to pay, but voters were not the only ones to pay.",
        [("Ann Roe", ["the council to pay"])],
        id="the writer goes on",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS_VERBS)
def test_who_speaks_stands_elsewhere_than_before_the_verb(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert expected == told(text)


def test_a_comment_is_declined() -> None:
    found = speech.find("Ann Roe declined comment.")

    assert [("Ann Roe", "declined")] == [(one.speaker.name, one.said[0].kind) for one in found]


MARKS = [
    pytest.param("‘‘The gate is shut,’’ Ann Roe said.", "‘‘The gate is shut,’’", id="two single"),
    pytest.param("``The gate is shut,'' Ann Roe said.", "``The gate is shut,''", id="backticks"),
    pytest.param("»The gate is shut«, Ann Roe said.", "»The gate is shut«", id="turned angles"),
    pytest.param("«The gate is shut», Ann Roe said.", "«The gate is shut»", id="angles"),
    pytest.param("„The gate is shut“, Ann Roe said.", "„The gate is shut“", id="low mark"),
    pytest.param("“The gate is shut,“ said Ann Roe.", "“The gate is shut,“", id="wrong end"),
    pytest.param("”The gate is shut,” said Ann Roe.", "”The gate is shut,”", id="wrong start"),
    pytest.param("‟The gate is shut,” said Ann Roe.", "‟The gate is shut,”", id="reversed"),
    pytest.param("＂The gate is shut,＂ said Ann Roe.", "＂The gate is shut,＂", id="wide"),
    pytest.param(
        "“The “great gate” is shut,” said Ann Roe.", "“The “great gate” is shut,”", id="nested"
    ),
]


@pytest.mark.parametrize(("text", "quoted"), MARKS)
def test_quotation_marks_of_every_kind_are_read(text: str, quoted: str) -> None:
    found = speech.find(text)

    assert [("Ann Roe", quoted, "quoted")] == [
        (one.speaker.name, text[part.start : part.end], part.kind)
        for one in found
        for part in one.said
    ]


def test_a_statement_may_follow_the_sentence_that_announces_it() -> None:
    text = "Ann Roe said in a statement. “The gate is shut. It stays so.”"

    assert [("Ann Roe", ["“The gate is shut. It stays so.”"])] == told(text)


def test_what_nobody_quotes_after_an_announcement_is_not_said() -> None:
    assert [] == told("Ann Roe said in a statement on Monday.\n\nThe gate is shut.")


def test_a_warning_from_somebody_is_theirs() -> None:
    text = "The paper printed a warning from Ann Roe that the gate would be shut."

    assert [("Ann Roe", ["that the gate would be shut"])] == told(text)

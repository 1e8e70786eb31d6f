"""Who said what: the forms of attribution that a newspaper uses, and their exact places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import sentence, speech
from index.statement import Statement

SHARED = Path(__file__).parents[2] / "shared"
PASTED = SHARED / "articles"


def told(text: str) -> list[tuple[str, list[str]]]:
    """Read each statement as its speaker's name and the words said."""
    return [
        (one.speaker.name, [text[part.start : part.end] for part in one.said])
        for one in speech.find(text)
    ]


FORMS = [
    pytest.param(
        "“It is over,” said Ann Roe.", [("Ann Roe", ["“It is over,”"])], id="quote, said X"
    ),
    pytest.param(
        "“It is over,” Ann Roe said.", [("Ann Roe", ["“It is over,”"])], id="quote, X said"
    ),
    pytest.param(
        "Ann Roe said: “It is over.”", [("Ann Roe", ["“It is over.”"])], id="X said: quote"
    ),
    pytest.param(
        "“It is over,” Ann Roe said, “and we lost.”",
        [("Ann Roe", ["“It is over,”", "“and we lost.”"])],
        id="quote split around the cue",
    ),
    pytest.param(
        "“It is over,” Ann Roe said. “We lost. We go home.”",
        [("Ann Roe", ["“It is over,”", "“We lost. We go home.”"])],
        id="floating quote",
    ),
    pytest.param(
        "Ann Roe said:\n\n“It is over.\n\n“We lost.”",
        [("Ann Roe", ["“It is over.", "“We lost.”"])],
        id="quote of two paragraphs",
    ),
    pytest.param(
        "Ann Roe said the harbour would close.",
        [("Ann Roe", ["the harbour would close"])],
        id="reported",
    ),
    pytest.param(
        "The harbour would close, Ann Roe said.",
        [("Ann Roe", ["The harbour would close"])],
        id="reported before the cue",
    ),
    pytest.param(
        "The harbour, Ann Roe said, would close.",
        [("Ann Roe", ["The harbour", "would close"])],
        id="reported around the cue",
    ),
    pytest.param(
        "According to Ann Roe, the harbour would close.",
        [("Ann Roe", ["the harbour would close"])],
        id="according to",
    ),
    pytest.param(
        "The harbour would close, according to Ann Roe.",
        [("Ann Roe", ["The harbour would close"])],
        id="according to, behind",
    ),
    pytest.param(
        "Ann Roe told reporters on Monday that the harbour would close.",
        [("Ann Roe", ["that the harbour would close"])],
        id="told a hearer",
    ),
    pytest.param(
        "Ann Roe said it was “a sad day” for all.",
        [("Ann Roe", ["it was", "“a sad day”", "for all"])],
        id="mixed",
    ),
    pytest.param(
        "Ann Roe softened the tone, stating there were “no plans.”",
        [("Ann Roe", ["there were", "“no plans.”"])],
        id="participle",
    ),
    pytest.param(
        "“It is over,” Ann Roe said, though she also said nothing was signed.",
        [("Ann Roe", ["“It is over,”"]), ("Ann Roe", ["nothing was signed"])],
        id="second attribution in one sentence",
    ),
    pytest.param(
        "Ann Roe, the harbour master, said the gate was shut.",
        [("Ann Roe", ["the gate was shut"])],
        id="aside after the name",
    ),
    pytest.param(
        "Ann Roe did, however, affirm that the gate was shut.",
        [("Ann Roe", ["that the gate was shut"])],
        id="words between subject and verb",
    ),
    pytest.param(
        "“Il est tard, «dit» on,” Ann Roe said. Ça va.",
        [("Ann Roe", ["“Il est tard, «dit» on,”"])],
        id="nested quotes",
    ),
    pytest.param(
        '"It is over," Ann Roe said. "We lost."',
        [("Ann Roe", ['"It is over,"', '"We lost."'])],
        id="straight quotes",
    ),
    pytest.param(
        "“If we wait,” said Ann Roe, the mayor of Port, “we lose.”",
        [("Ann Roe", ["“If we wait,”", "“we lose.”"])],
        id="quote split around an aside",
    ),
    pytest.param("KIRK: The gate is shut.", [("KIRK", ["The gate is shut"])], id="transcript"),
    pytest.param(
        "Ann Roe was blunt: “It is over.”", [("Ann Roe", ["“It is over.”"])], id="colon, no verb"
    ),
    pytest.param(
        "“It is over,” remembered Ann Roe.", [("Ann Roe", ["“It is over,”"])], id="any verb beside"
    ),
    pytest.param("Said Ann Roe, “It is over.”", [("Ann Roe", ["“It is over.”"])], id="said first"),
    pytest.param(
        "“It is over!” Ann Roe shouted.", [("Ann Roe", ["“It is over!”"])], id="exclaimed"
    ),
    pytest.param(
        "As Ann Roe said on Monday, the gate was shut.",
        [("Ann Roe", ["the gate was shut"])],
        id="as X said",
    ),
    pytest.param(
        "On Monday, Ann Roe said, “It is over.”",
        [("Ann Roe", ["“It is over.”"])],
        id="what opens the sentence was not said",
    ),
    pytest.param(
        "Noting that the gate was shut, Ann Roe left.",
        [("Ann Roe", ["that the gate was shut"])],
        id="participle first",
    ),
    pytest.param(
        "Ann Roe promised to open the gate.",
        [("Ann Roe", ["to open the gate"])],
        id="promised to",
    ),
    pytest.param(
        "Ann Roe, who called the plan “a joke,” walked out.",
        [("Ann Roe", ["the plan", "“a joke,”"])],
        id="relative clause",
    ),
    pytest.param(
        "“It is over,” Ann Roe said.\n\n“We lost a whole ship.”",
        [("Ann Roe", ["“It is over,”", "“We lost a whole ship.”"])],
        id="the next paragraph goes on quoting",
    ),
    pytest.param(
        "“Is it over?” Ann Roe asked.\n\n“We lost a whole ship.”",
        [("Ann Roe", ["“Is it over?”"]), ("Ann Roe", ["“We lost a whole ship.”"])],
        id="the next paragraph may be the answer",
    ),
    pytest.param(
        "Ann Roe said it was over.\n\n“We lost a whole ship.”",
        [("Ann Roe", ["it was over"]), ("Ann Roe", ["“We lost a whole ship.”"])],
        id="unclaimed quotation",
    ),
    pytest.param(
        "''It is over,'' said Ann Roe. ''We lost.''",
        [("Ann Roe", ["''It is over,''", "''We lost.''"])],
        id="two single marks for a double one",
    ),
    pytest.param(
        "‘It is over,’ said Ann Roe.", [("Ann Roe", ["‘It is over,’"])], id="British quotes"
    ),
    pytest.param(
        "Reports of the vote added to his lead.", [], id="verbs of speech that do not speak"
    ),
    pytest.param(
        "The so-called “peace ship” left Port Ann.", [], id="quoted words that nobody speaks"
    ),
    pytest.param("She read “The Long Night” in bed.", [], id="title of a work"),
    pytest.param("", [], id="nothing"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_each_form_of_attribution_is_found(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert expected == told(text)


def only(text: str) -> Statement:
    """Find the last statement of a text."""
    return speech.find(text)[-1]


ROLES = [
    pytest.param("Harbour spokesman John Roe said no.", "Harbour spokesman", id="before the name"),
    pytest.param("John Roe, the harbour’s pride, said it was late.", None, id="no noun of people"),
    pytest.param(
        "John Roe, the managing director of the port, said it was late.",
        "managing director of the port",
        id="a participle that opens a role",
    ),
    pytest.param("John Roe, the harbour master, said it was late.", "harbour master", id="master"),
    pytest.param(
        "John Roe, a spokesman for the port, said it was late.",
        "spokesman for the port",
        id="in an aside",
    ),
    pytest.param(
        "Port spokeswoman, John Roe, said it was late.", "Port spokeswoman", id="name in an aside"
    ),
    pytest.param(
        "CNN’s John Roe said it was late.", None, id="whose they are is not what they are"
    ),
    pytest.param(
        "John Roe, who left the port in May, said it was late.", None, id="a clause is no role"
    ),
    pytest.param(
        "Mayor John Roe was there. “It is late,” Mr Roe said.",
        "Mayor",
        id="from an earlier mention",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_the_role_is_what_the_article_says(text: str, expected: str | None) -> None:
    assert expected == only(text).speaker.role


RESOLVED = [
    pytest.param(
        "Mayor John Roe met Ann Poe. “It is late,” he said.", "John Roe", "person", id="he"
    ),
    pytest.param(
        "Mayor John Roe met Ann Poe. “It is late,” she said.", "Ann Poe", "person", id="she"
    ),
    pytest.param("John Roe won. “It is late,” Roe said.", "John Roe", "person", id="surname"),
    pytest.param(
        "John Roe won. Jane Roe lost. “It is late,” Mrs. Roe said.", "Jane Roe", "person", id="Mrs."
    ),
    pytest.param("“It is late,” he said.", "he", "unresolved", id="nobody to be he"),
    pytest.param(
        "Sen. Jo Roe left. “It is late,” the senator said.", "Jo Roe", "person", id="Sen."
    ),
    pytest.param(
        "John Roe was led by Jim Poe. “It is late,” he said.", "John Roe", "person", id="subject"
    ),
    pytest.param(
        "Mayor John Roe spoke. But he left with Jim Poe. “It is late,” he said.",
        "John Roe",
        "person",
        id="the pronoun’s own subject",
    ),
    pytest.param(
        "The mayor of Port, Jo Roe, said it was late.", "Jo Roe", "person", id="name in an aside"
    ),
    pytest.param("The Roe Foundation said it was late.", "The Roe Foundation", "group", id="body"),
    pytest.param("A woman said it was late.", "A woman", "unresolved", id="nobody named"),
    pytest.param("The White House said it was late.", "The White House", "group", id="group"),
    pytest.param("Officials said it was late.", "Officials", "group", id="plural"),
    pytest.param(
        "Senator John Roe left. “It is late,” the senator said.",
        "John Roe",
        "person",
        id="the senator",
    ),
]


@pytest.mark.parametrize(("text", "name", "kind"), RESOLVED)
def test_the_speaker_is_resolved(text: str, name: str, kind: str) -> None:
    speaker = only(text).speaker

    assert (name, kind) == (speaker.name, speaker.kind)


def test_a_denial_and_a_refusal_to_comment_are_told_apart() -> None:
    denied = only("Ann Roe denied that the gate was shut.")
    declined = only("Ann Roe declined to comment on the gate.")

    assert (denied.said[0].kind, declined.said[0].kind) == ("denied", "declined")


def test_who_passed_it_on_and_when_stand_beside_the_words() -> None:
    told_reuters = only("Ann Roe told Reuters on Thursday that the gate was shut.")
    reported = only("According to Reuters, Ann Roe softened it, stating the gate was shut.")

    assert (told_reuters.via, told_reuters.when_as_written) == ("Reuters", "on Thursday")
    assert (reported.speaker.name, reported.via) == ("Ann Roe", "Reuters")


WHEN = [
    pytest.param("Ann Roe said on Thursday it was late.", "on Thursday", id="day"),
    pytest.param(
        "Ann Roe said Tuesday, September 6th, it was late.", "Tuesday, September 6th", id="date"
    ),
    pytest.param("Ann Roe in July warned it was late.", "in July", id="month"),
    pytest.param("Ann Roe said last week it was late.", "last week", id="week"),
    pytest.param("Theresa May said it was late.", None, id="a name is no month"),
    pytest.param("Ann Roe said it would open on Thursday.", None, id="a day that is spoken of"),
]


@pytest.mark.parametrize(("text", "expected"), WHEN)
def test_the_day_is_given_as_the_sentence_writes_it(text: str, expected: str | None) -> None:
    assert expected == only(text).when_as_written


def test_the_title_helps_to_tell_who_is_meant() -> None:
    found = speech.find("“It is late,” Roe said.", "Mayor Ann Roe Speaks Out")

    assert [one.speaker.name for one in found] == ["Ann Roe"]


def test_an_unclaimed_quotation_is_marked_as_weak() -> None:
    first, second = speech.find("Ann Roe said it was over.\n\n“We lost a whole ship.”")

    assert (first.weak, second.weak) == (False, True)


@pytest.mark.parametrize("unit", ["said ", "“", '" a ', "Ann Roe said ", "Roe, ", "("])
def test_text_that_is_no_prose_ends_soon_and_says_nothing(unit: str) -> None:
    assert len(speech.find(unit * 4000)) <= 1


# --- offsets ------------------------------------------------------------------------------------

_NAMES = [
    "Ann Roe",
    "Mr. Poe",
    "he",
    "the White House",
    "Officials",
    "José Ñandú",
    "Женя Ли",
    "李明",
]
_QUOTES = [("“", "”"), ('"', '"'), ("«", "»"), ("「", "」"), ("''", "''"), ("‘", "’")]
_WORDS = [
    "It is late",
    "Ça va",
    "Мы ушли",
    "我们走了。",
    "no “way” out",
    "so. And so",
    "😀 ok",
    "a, b",
]


@st.composite
def newspaper(draw: st.DrawFn) -> str:
    """Write a small article out of attributions, some broken."""
    lines = []
    for _ in range(draw(st.integers(1, 5))):
        opening, closing = draw(st.sampled_from(_QUOTES))
        name, words = draw(st.sampled_from(_NAMES)), draw(st.sampled_from(_WORDS))
        quote = (
            opening
            + words
            + draw(st.sampled_from([",", ".", "", "?"]))
            + draw(st.sampled_from([closing, closing, ""]))
        )
        lines.append(
            draw(
                st.sampled_from(
                    [
                        f"{quote} {name} said.",
                        f"{quote} said {name}, who left. {quote}",
                        f"{name} said that {words} and {quote}",
                        f"{quote}He added: {quote}",
                        f"According to {name}, {words}, {quote} — said",
                        f"{name}, {words}, told {name} on Monday {quote}",
                        quote,
                        words,
                    ]
                )
            )
        )
    return draw(st.sampled_from(["\n\n", "\n", " "])).join(lines)


MARKS = "\"'“”„«»‹›‘’「」『』`"


def goes_on(text: str, end: int) -> bool:
    """Say whether the next paragraph opens with a mark, so that a quotation may stay open."""
    following = [line for line in sentence.paragraphs(text) if line.start >= end]
    return bool(following) and text[following[0].start] in MARKS


@settings(max_examples=300)
@given(newspaper() | st.text(alphabet="Hesaid ,.:\n\"“”'’‘«»「」Ж—()", max_size=120) | st.text())
def test_every_offset_holds(text: str) -> None:
    starts = {span.start for span in sentence.split(text)}
    ends = {span.end for span in sentence.split(text)}
    for one in speech.find(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.start in starts
        assert one.end in ends
        assert one.said
        places = [place for part in one.said for place in (part.start, part.end)]
        assert places == sorted(places)
        assert one.start <= places[0]
        assert places[-1] <= one.end
        for part in one.said:
            assert part.start < part.end
            assert part.kind != "quoted" or text[part.start] in MARKS
            assert part.kind != "quoted" or text[part.end - 1] in MARKS or goes_on(text, part.end)


# --- the two pasted articles ---------------------------------------------------------------------


def kirby_statements(name: str) -> tuple[str, list[Statement]]:
    """Read one of the pasted articles as it stands."""
    path = PASTED / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    text = path.read_text(encoding="utf-8")
    return text, [one for one in speech.find(text) if "Kirby" in one.speaker.name]


KIRBY = [
    pytest.param(
        "000_7e1752777fdeb933.txt",
        "US National Security Council spokesman",
        [
            ("any arms deal", "violation of several UN Security Council resolutions", "reported"),
            ("that the US would continue to identify", "war in Ukraine", "reported"),
            ("“This is yet another example", "export controls,”", "quoted"),
            ("“He is going through", "subjugate Ukraine.”", "quoted"),
        ],
        id="the first",
    ),
    pytest.param(
        "004_43f1b3c72fc22d31.txt",
        "White House national security spokesperson",
        [
            ("there were", "there were", "reported"),
            ("“no indications that", "inside of Ukraine.”", "quoted"),
            ("reports that Russia was seeking", "from North Korea", "reported"),
            ("“Our sense is", "on that scale,”", "quoted"),
            ("the purchase had not", "confirmed yet", "reported"),
            ("it was", "it was", "reported"),
            ("“just another indication", "degree of desperation.”", "quoted"),
        ],
        id="the second",
    ),
]


@pytest.mark.parametrize(("name", "role", "expected"), KIRBY)
def test_a_careful_reader_finds_nothing_to_add(
    name: str, role: str, expected: list[tuple[str, str, str]]
) -> None:
    text, statements = kirby_statements(name)
    parts = [part for one in statements for part in one.said]

    assert {"John Kirby"} == {one.speaker.name for one in statements}
    assert {role} == {one.speaker.role for one in statements}
    assert [kind for *_, kind in expected] == [part.kind for part in parts]
    for (begins, ends, _), part in zip(expected, parts, strict=True):
        words = text[part.start : part.end]
        assert words.startswith(begins)
        assert words.endswith(ends)


def test_what_reuters_passed_on_says_so() -> None:
    _, statements = kirby_statements("004_43f1b3c72fc22d31.txt")

    assert [one.via for one in statements] == ["Reuters", None, None, None, None]

"""British quotations: where single marks open and close, beside apostrophes of every sort."""

from __future__ import annotations

import pytest

from index import speech

CAST = "Ann Roe is the mayor. Jack Doe is the harbour master.\n\n"


def quoted(text: str) -> list[tuple[str, list[str]]]:
    """List who speaks, with what stands in marks of theirs."""
    whole = CAST + text
    return [
        (
            one.speaker.name,
            [whole[said.start : said.end] for said in one.said if said.kind == "quoted"],
        )
        for one in speech.find(whole)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ann Roe had ‘serious concerns’. Jack Doe said: ‘We shall see about that.’",
            [("Jack Doe", ["‘We shall see about that.’"])],
            id="full stop",
        ),
        pytest.param(
            "Ann Roe called it ‘daft’, and Jack Doe said: ‘We shall see.’",
            [("Ann Roe", ["‘daft’"]), ("Jack Doe", ["‘We shall see.’"])],
            id="comma",
        ),
        pytest.param(
            "Ann Roe called it ‘a disgrace’ and left. Her deputy, Jack Doe, said: ‘I will stay.’",
            [("Ann Roe", ["‘a disgrace’"]), ("Jack Doe", ["‘I will stay.’"])],
            id="and",
        ),
        pytest.param(
            "Ann Roe called it ‘the best wind in Europe’. She left early.",
            [("Ann Roe", ["‘the best wind in Europe’"])],
            id="part of a sentence",
        ),
        pytest.param(
            "‘My sons’ boat is gone, the fishermen’s too, as in the ’90s,’ Ann Roe said.",
            [("Ann Roe", ["‘My sons’ boat is gone, the fishermen’s too, as in the ’90s,’"])],
            id="possessives",
        ),
        pytest.param(
            "Ann Roe called it ‘a boon for workers’ and left. ‘We won,’ she said.",
            [("Ann Roe", ["‘a boon for workers’"]), ("Ann Roe", ["‘We won,’"])],
            id="ends in s",
        ),
        pytest.param(
            "‘They are goin’ home,’ Ann Roe said.",
            [("Ann Roe", ["‘They are goin’ home,’"])],
            id="letter left out",
        ),
        pytest.param(
            "Ann Roe said the rock 'n' roll of the '90s was the players' choice.",
            [("Ann Roe", [])],
            id="nothing but apostrophes",
        ),
        pytest.param(
            "Ann Roe said: ‘He told me “get out” and I left.’",
            [("Ann Roe", ["‘He told me “get out” and I left.’"])],
            id="double marks within",
        ),
        pytest.param(
            "“He said, ‘What quay?’” Ann Roe said. “He said, ‘The old quay.’”",
            [("Ann Roe", ["“He said, ‘What quay?’”", "“He said, ‘The old quay.’”"])],
            id="single marks within",
        ),
        pytest.param(
            "Ann Roe called it ‘a mess and left. “It is over,” Jack Doe said. “The end.”",
            [("Ann Roe", []), ("Jack Doe", ["“It is over,”", "“The end.”"])],
            id="never closed",
        ),
    ],
)
def test_a_quotation_ends_at_its_own_closing_mark(text, expected):
    """Neither the writer's words nor another speaker's are taken into it."""
    assert expected == [one for one in quoted(text) if one[0] in ("Ann Roe", "Jack Doe")]


def test_a_quotation_in_single_marks_goes_on_over_paragraphs():
    """Each paragraph opens with a mark; only the last closes."""
    text = "‘I was so cold,’ Ann Roe said.\n\n‘I went home at four.\n\n‘Then I slept for a day.’"

    assert [
        ("Ann Roe", ["‘I was so cold,’", "‘I went home at four.", "‘Then I slept for a day.’"])
    ] == quoted(text)

"""Whom “she” means may be a guess: a person with nothing but guesses is not quoted."""

from __future__ import annotations

from newsroom import desk_of, record_of

from index.article import Draft

GUESS = "Ann Roe met Mary Poe at the gate.\n\n“The gate is shut,” she said."
SURE = "Ann Roe said that the gate would open again on Monday."


def answer_on(tmp_path, text: str):
    """Ask what Ann Roe said about the gate, of one article."""
    with record_of(tmp_path, (Draft(title="The gate is shut", text=text),)) as record:
        return desk_of(record).ask("What did Ann Roe say about the gate?")


def test_a_guess_alone_is_no_answer(tmp_path):
    answer = answer_on(tmp_path, GUESS)

    assert ("not_on_record", "never_quoted") == (answer.outcome, answer.missing)


def test_a_guess_stands_beside_what_is_sure(tmp_path):
    answer = answer_on(tmp_path, f"{GUESS}\n\n{SURE}")

    assert {True, False} == {block.weak for block in answer.blocks}

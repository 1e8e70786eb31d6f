"""How many questions one person may ask in a minute."""

from __future__ import annotations

from bot.chat.allowance import Allowance, Allowances, wait_sentence


def test_a_minute_later_there_is_a_new_question():
    """So many are allowed within sixty seconds of each other; a refused one does not count."""
    allowance = Allowance(2)

    assert [None, None] == [allowance.take(1, 0.0), allowance.take(1, 10.0)]
    assert allowance.take(1, 20.0) == 40.0
    assert allowance.take(1, 59.0) == 1.0
    assert allowance.take(1, 60.0) is None
    assert allowance.take(1, 61.0) == 9.0


def test_each_person_has_their_own():
    """Nobody waits for somebody else."""
    allowance = Allowance(1)

    assert [None, None] == [allowance.take(1, 0.0), allowance.take(2, 0.0)]


def test_who_asked_long_ago_is_forgotten():
    """What is remembered does not grow with everybody who ever asked."""
    allowance = Allowance(1)
    for person in range(2_000):
        allowance.take(person, float(person))

    assert allowance.remembered < 1_500


def test_the_sentence_says_how_many_of_what_and_how_long():
    """Whole seconds, at least one."""
    allowed = Allowances.of(10)

    assert wait_sentence(12.3, allowed.questions) == (
        "10 questions in a minute are as many as I take from one person. Try again in 12 seconds, "
        "please."
    )
    assert wait_sentence(0.2, Allowances.of(1).questions).startswith("1 question in a minute is as")
    assert "Try again in 1 second," in wait_sentence(0.2, allowed.questions)
    assert wait_sentence(1.0, allowed.presses).startswith("30 buttons in a minute are")
    assert wait_sentence(1.0, allowed.reports).startswith("3 reports in a minute are")

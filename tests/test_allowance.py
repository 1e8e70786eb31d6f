"""How many questions one person may ask in a minute."""

from __future__ import annotations

from bot.chat.allowance import Allowance, wait_sentence


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


def test_the_sentence_says_how_long():
    """Whole seconds, at least one."""
    assert "Ask again in 12 seconds" in wait_sentence(12.3, 10)
    assert "Ask again in 1 second," in wait_sentence(0.2, 10)

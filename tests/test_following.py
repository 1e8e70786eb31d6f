"""What a message is to the bot."""

from __future__ import annotations

import pytest

from bot.chat import following
from bot.chat.following import Heard

US = 42


@pytest.mark.parametrize(
    ("heard", "meaning"),
    [
        pytest.param(Heard("<@42> what?", False, True, False), "question", id="mention"),
        pytest.param(Heard("<@!42> what?", False, True, False), "question", id="old mention"),
        pytest.param(Heard("<@42>", False, True, False), "nothing said", id="bare mention"),
        pytest.param(Heard("what?", True, False, False), "question", id="direct"),
        pytest.param(Heard("", True, False, False, True), "nothing said", id="direct picture"),
        pytest.param(Heard("", False, True, True), "withheld", id="reply with ping, withheld"),
        pytest.param(Heard("", False, False, True), "withheld", id="bare reply"),
        pytest.param(Heard("", False, False, True, True), "not for us", id="reply with a picture"),
        pytest.param(Heard("", False, False, False), "not for us", id="talk"),
    ],
)
def test_what_a_message_means(heard, meaning):
    """A question, a bare mention, a reply that cannot be read, or nobody's business of ours."""
    assert meaning == following.meaning(heard, US)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("<@42> what did Kirby say?", "what did Kirby say?", id="before"),
        pytest.param("what did Kirby say, <@42>", "what did Kirby say", id="behind"),
        pytest.param("<@42>, and\nChina?", "and China?", id="comma and lines"),
        pytest.param("what did <@43> say?", "what did @someone say?", id="somebody else"),
        pytest.param(
            "<@&7> in <#8> <a:wave:9> now", "@someone in #channel :wave: now", id="other ids"
        ),
        pytest.param("see </ask:10> in <id:guide>", "see /ask in #channel", id="commands"),
    ],
)
def test_a_question_is_what_is_left_without_the_mention(text, question):
    """The bot's own mention is no part of the question; another's is, without its id."""
    assert question == following.question(text, US)


def test_a_thread_is_named_after_its_question():
    """Discord takes a hundred letters, and at least one."""
    assert following.thread_name("What  did\nKirby say?") == "What did Kirby say?"
    assert len(following.thread_name("why " * 100)) <= following.LONGEST_THREAD_NAME
    assert following.thread_name(" ") == "On Record"

"""Following: what a message says to the bot, and what a conversation is about. Pure.

A message is read where it mentions the bot or is sent to it directly; of any other, Discord
withholds the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Meaning = Literal["question", "nothing said", "withheld", "not for us"]

ONLY_MENTIONS = (
    "I can only read messages that mention me. Mention me (by my name, not my role), or use /ask."
)
NOTHING_SAID = "Ask me something: for example “what did Kirby say about the deal?”, or use /ask."
IN_THREAD = (
    "Ask more here: mention me, or use /ask. The subject is kept, so “and what about China?” is "
    "enough. I can only read messages that mention me."
)
LONGEST_THREAD_NAME = 100
# How Discord writes what has an id (its documentation, "Message Formatting"), and our words for it.
_WRITTEN_BY_ID = (
    (re.compile(r"<@[!&]?\d+>"), "@someone"),
    (re.compile(r"<#\d+>"), "#channel"),
    (re.compile(r"<a?(:\w+:)\d+>"), r"\1"),
    (re.compile(r"<(/[^:>]+):\d+>"), r"\1"),
    (re.compile(r"<id:\w+>"), "#channel"),
)


@dataclass(frozen=True, slots=True)
class Heard:
    """What Discord tells of a message.

    ``direct``: it was sent to the bot alone. ``mentions_us``: it names the bot. ``answers_us``: it
    is a reply to one of the bot's messages, or names only the bot's role, which does not let it be
    read. ``has_more``: it has files or other things than text.
    """

    text: str
    direct: bool
    mentions_us: bool
    answers_us: bool
    has_more: bool = False


def meaning(heard: Heard, us: int) -> Meaning:
    """Tell what a message is to the bot; ``us`` is the bot's own id."""
    if heard.answers_us and not (heard.text or heard.has_more or heard.direct):
        return "withheld"
    if heard.direct or heard.mentions_us:
        return "question" if question(heard.text, us) else "nothing said"
    return "not for us"


def question(text: str, us: int) -> str:
    """Return what a message asks, without the mention of the bot."""
    bare = re.sub(rf"<@!?{us}>", " ", text)
    return " ".join(nameless(bare).split()).strip(" ,:")


def nameless(text: str) -> str:
    """Return a text without the ids by which Discord writes people, roles, channels and emoji.

    Whom a mention means is not looked up: no names of people are kept with a question.
    """
    for pattern, words in _WRITTEN_BY_ID:
        text = pattern.sub(words, text)
    return text


def thread_name(question_text: str) -> str:
    """Return a name for the thread about a question."""
    name = " ".join(question_text.split())
    if len(name) <= LONGEST_THREAD_NAME:
        return name or "On Record"
    return f"{name[: LONGEST_THREAD_NAME - 1].rstrip()}…"

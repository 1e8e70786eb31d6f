"""Question: who is asked about, and what about; read from plain words by rules. Pure.

A question is of one of three kinds. ``said``: what one person or group said ("what did Kirby say
about the deal?", "Kirby on the deal", "the White House’s reaction to the deal"). ``who_said``:
what anybody said ("who said anything about the deal?"). ``fact``: everything else.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.errors import QuestionError
from index.people import names_people
from index.question import wording
from index.question.manner import manner
from index.question.outlets import NamedOutlet
from index.question.when import Period, TwoWays
from index.statement import Kind as SaidAs
from index.word import topic_stems, words

Kind = Literal["said", "who_said", "fact"]
IsKnown = Callable[[str], bool]

# A thousand characters hold any question; more is an article pasted into the wrong place.
MOST_CHARACTERS = 1_000
# A conversation leans no further back than that.
MOST_EARLIER = 10


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was read.

    ``asked`` is the person or group as the question names them ("Kirby"), for the kind ``said``.
    ``topic`` is what it is about, in the question's own words; empty when it names none.
    ``subject`` is the text to search with: the topic, and before it the earlier question when
    this one leans on it. ``outlets`` and ``periods`` are the outlets and times that it names, and
    ``unclear`` a day that may be read in two ways. ``asked_at`` is the day of asking. ``earlier``
    holds the questions that it leans on, oldest first, and ``leaning`` says how much (0 to 1).
    ``manner`` is the way of saying that is asked for, as in “has she denied it?”. ``covered``: a
    ``fact`` that asks what the outlets themselves published on the topic. ``changed``: how what
    they said changed is asked for.
    """

    text: str
    kind: Kind
    asked: str | None
    topic: str
    subject: str
    outlets: tuple[NamedOutlet, ...] = ()
    periods: tuple[Period, ...] = ()
    unclear: TwoWays | None = None
    asked_at: datetime.date | None = None
    earlier: tuple[str, ...] = ()
    leaning: float = 0.0
    manner: SaidAs | None = None
    covered: bool = False
    changed: bool = False


_FOLLOW_UP = re.compile(r"(?:and|but|so|what about|how about|why|when)\b", re.IGNORECASE)
_AND = re.compile(r"(?:and|but|so|then)[ ,]+", re.IGNORECASE)
_FOLLOW_UP_OPENING = re.compile(
    r"(?:(?:and|but|so|then|ok|okay)\b[ ,]*)*(?:(?:what|how)\s+about\b)?\s*", re.IGNORECASE
)
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: broken bytes of a terminal
# More words than these, all small but for the first, are no name.
_WORDS_OF_A_NAME = 3
_COUNTS = re.compile(r"(?:and |but |so )?how (?:many|much|often|long|far|old)\b", re.IGNORECASE)
_WORKS = re.compile(
    r"(?:what|which) (?:\w+ )?(?:book|novel|song|film|play|poem|article|letter|report|memoir)s?\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:he|she|they|him|her|his|their)\Z", re.IGNORECASE)
_ON_IT = re.compile(
    r"\b(?:about|on|to|of|over|regarding) (?:it|that|this|them|those)"
    r"(?: (?:since|then|since then|afterwards|later|now))?\W*\Z",
    re.IGNORECASE,
)
_WORDS_OF_IT = 2  # "it since"
# "The taxi drivers" are somebody; more words are a matter.
_MOST_WORDS_OF_A_KIND = 4
_COMMON_THING = re.compile(r"(?:the|this|that|an?|our|your)\s+[a-z]", re.ASCII)


def read(text: str, is_known: IsKnown, history: Sequence[str] = ()) -> Question:
    """Read a question. ``is_known`` tells whether a name is that of a known speaker.

    ``history`` holds the earlier questions of the conversation, oldest first; a question that
    leans on the last of them ("and what about China?") takes over its person.
    Raises ``QuestionError`` when the text is empty or too long to be a question.
    """
    plain = checked(text)
    question = _read_alone(plain, is_known)
    if not history or not _leans(question, plain):
        return question
    earlier = read(history[-1], is_known, history[:-1][-MOST_EARLIER:])
    person = _AND.sub("", question.topic, count=1)
    is_another = is_known(person) or (earlier.kind != "fact" and _is_another(question, plain))
    if question.kind == "fact" and is_another:  # "and Biden?", "and the parents?"
        asked = person if is_known(person) else _FOLLOW_UP_OPENING.sub("", question.topic, count=1)
        return replace(earlier, text=plain, kind="said", asked=asked)
    return _with_history(question, earlier)


def about(name: str, topic: str = "") -> Question:
    """Return the question "what did NAME say about TOPIC?", without reading any words.

    Raises ``QuestionError`` when the name is empty, or all is too long to be a question.
    """
    if not any(character.isalnum() for character in name):
        raise QuestionError("The name is empty. Say who is meant, for example: Kirby.")
    text = f"What did {name} say about {topic}?" if topic else f"What did {name} say?"
    return Question(checked(text), "said", name.strip(), topic.strip(), topic.strip())


def checked(text: str) -> str:
    """Return a question's text on one line; raise ``QuestionError`` where it can be none."""
    plain = " ".join(_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).split())
    if not any(character.isalnum() for character in plain):
        raise QuestionError("The question is empty. Ask, for example: what did Kirby say?")
    if len(plain) > MOST_CHARACTERS:
        raise QuestionError(
            f"That is {len(plain):,} characters, too long for a question. "
            f"Ask in at most {MOST_CHARACTERS:,}; to add an article, use “add”."
        )
    return plain


def _read_alone(text: str, is_known: IsKnown) -> Question:
    bare = text.strip(" ?!.")
    anybody = wording.WHO_SAID.fullmatch(bare)
    if anybody:
        return _asked(text, "who_said", None, anybody)
    for pattern in wording.SAID:
        match = pattern.fullmatch(bare)
        if match and (question := _said(text, match, is_known)):
            return question
    short = wording.SHORT.fullmatch(bare)
    if short and is_known(short["who"]):
        return _question(text, "said", short["who"], short["topic"])
    if _may_be_a_name(bare) and is_known(bare):
        return _question(text, "said", bare, "")
    return Question(text, "fact", None, bare, text)


def _may_be_a_name(bare: str) -> bool:
    """Tell a name, with what somebody is, from "best hotels to stay" where a Stay has spoken."""
    others = bare.split()[1:]
    return len(others) < _WORDS_OF_A_NAME or any(each[:1].isupper() for each in others)


def _said(text: str, match: re.Match[str], is_known: IsKnown) -> Question | None:
    who = match["who"].strip(" ,")
    is_called = (match.groupdict().get("verb") or "").casefold() == "called"
    asks_a_fact = _COUNTS.match(match.string) or _WORKS.match(match.string)
    if asks_a_fact or _is_passive(match) or (is_called and not match["topic"]):
        return None  # "how many novels did she write?", "what is the report called?"
    if _is_name(match):  # "when did Kirby Call close?"
        return None
    if wording.ANYBODY.match(who):
        return _asked(text, "who_said", None, match)
    if is_known(who) or _names_somebody(who, match):
        return _asked(text, "said", who, match)
    return None


def _is_passive(match: re.Match[str]) -> bool:
    """Tell "is Ada Roe thought to resign?" from "what is she saying?"."""
    parts = match.groupdict(default="")
    if parts.get("verb", "").endswith("ing"):
        return False
    return bool(parts.get("been") or wording.PASSIVE.match(parts.get("auxiliary", "")))


def _is_name(match: re.Match[str]) -> bool:
    """Tell a verb of speech that is written large among words that are not: it is a name's."""
    verb = match.groupdict().get("verb") or ""
    before = match["who"].split()[-1:]
    large = verb.istitle() and not match.string.istitle()
    return large and any(word[:1].isupper() for word in before)


def _asked(text: str, kind: Kind, who: str | None, match: re.Match[str]) -> Question:
    """Read the topic, and the manner asked for, of a question that fits a wording."""
    whole = match.string
    begins, end = match.span("topic") if match["topic"] else (len(whole), len(whole))
    first, last = match.span("who") if who else (0, 0)
    how, begins = manner(whole[:first] + " " * (last - first) + whole[last:], begins)
    topic = whole[begins:end]
    if wording.TELLS.match(match.groupdict().get("verb") or ""):
        topic = wording.HEARER.sub("", topic, count=1)
    changed = bool(match.groupdict().get("changed"))
    return replace(_question(text, kind, who, topic), manner=how, changed=changed)


def _names_somebody(who: str, match: re.Match[str]) -> bool:
    """Tell whether an unknown "who" is a name all the same, so that the refusal may say so."""
    verb = match.groupdict().get("verb")
    if verb is None or wording.CLAIM.fullmatch(verb):
        return False
    named = len(who.split()) <= 6 and not wording.NO_NAME.search(who)
    return named and not _COMMON_THING.match(who)


def _question(text: str, kind: Kind, asked: str | None, rest: str) -> Question:
    topic = bare_topic(rest)
    topic = topic if topic_stems(topic) else ""
    return Question(text, kind, asked, topic, topic or text)


def bare_topic(rest: str) -> str:
    """Return what a question is about without what leads on to it: "about", "on"."""
    topic = rest.strip(" ,:;?!.")
    while opening := wording.TOPIC_OPENING.match(topic):
        topic = topic[opening.end() :].strip(" ,:")
    return topic


def _is_another(question: Question, text: str) -> bool:
    """Tell "and the parents?", which asks what others said of the same, from "and the budget?"."""
    own = words(_FOLLOW_UP_OPENING.sub("", question.topic, count=1))
    few = 0 < len(own) <= _MOST_WORDS_OF_A_KIND
    return few and _FOLLOW_UP.match(text) is not None and names_people(own[-1])


def _leans(question: Question, text: str) -> bool:
    """Tell whether a question cannot be understood without the one before it."""
    if question.kind == "said" and question.asked:
        return bool(_PRONOUN.match(question.asked) or _on_the_same(question))
    return question.kind == "fact" and bool(_FOLLOW_UP.match(text) or len(text.split()) <= 3)


def _on_the_same(question: Question) -> bool:
    """Tell "what did Kirby say about it?": of what was asked about before."""
    few = len(words(question.topic)) <= _WORDS_OF_IT
    return few and _ON_IT.search(question.text) is not None


def _with_history(question: Question, earlier: Question) -> Question:
    """Return a question with what it takes over from the one before it.

    A person who is asked about is searched with the new topic alone: what they said of the earlier
    one is no answer to it. A fact needs both to be understood.
    """
    topic = question.topic
    if question.asked and _on_the_same(question):
        return replace(question, topic=earlier.topic, subject=earlier.topic or question.subject)
    if question.kind == "fact":
        topic = _FOLLOW_UP_OPENING.sub("", question.topic, count=1).strip()
    if not topic_stems(topic):
        subject, topic = earlier.subject, earlier.topic
    else:
        subject = topic if earlier.kind != "fact" else f"{earlier.subject} {topic}"
    return replace(question, kind=earlier.kind, asked=earlier.asked, topic=topic, subject=subject)

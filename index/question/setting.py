"""The setting of a question: the times and outlets that it names, and the talk it stands in. Pure.

The words that name a time are taken out before a question for what somebody said is read: in "what
did Kirby say last week about the deal?" the topic is the deal.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.question import reading
from index.question.coverage import topic_covered, without_outlets
from index.question.outlets import named
from index.question.reading import MOST_EARLIER, IsKnown, Question, bare_topic
from index.question.when import periods, two_ways, without
from index.word import COMMON, topic_stems, words

# Words that point back at what was spoken of before.
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|theirs?|that|this|those|these|he|him|his|she|hers?|there|ones?|such"
    r"|same|others?|another|also|too|else|more|both|either|instead|again|former|latter|here)\b",
    re.IGNORECASE,
)
_OPENS_A_FOLLOW_UP = re.compile(
    r"\W*(?:and|but|so|or|then|what about|how about|why|ok|okay|yes|no)\b", re.IGNORECASE
)
# A name inside the question, or letters that stand for one: "… of Placer County", "the SDK".
_NAMES_SOMETHING = re.compile(r"(?<=[^\W\d_A-Z][ ,])[^\W\d_a-z]\w+|\b[A-Z]{2,}\b")
# How people begin when they ask politely; what follows is the question.
_POLITE = re.compile(
    r"\W*(?:(?:please|hi|hello|hey|thanks|thank you|sorry)\b[ ,.!]*)*"
    r"(?:(?:can|could|would|will) you (?:please )?(?:tell me|explain|summari[sz]e|provide|give me"
    r"|describe|show me|let me know)|do you know|i (?:want|would like|need) to know"
    r"|i[’']d like to know)(?:\s+(?:about|if|whether))?\s+",
    re.IGNORECASE,
)
_WILL = re.compile(r"(?:Will|Do)\s+[^\W\d_a-z]")
# No name is longer, and none opens as a question does.
_LONGEST_NAME = 6
_NO_NAME = re.compile(
    r"(?:which|what|whose|who|whom|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can"
    r"|could|will|would|should|if|between|i|you|we)\b",
    re.IGNORECASE,
)
# A question of these words and a time asks for nothing but what is from then.
_ONLY_A_TIME = re.compile(
    r"\W*(?:(?:and|so|please|show(?: me)?|list|find|give me|tell me)\b\W*)*"
    r"(?:(?:what|which|anything|everything|something)?(?:[’']s|\s+(?:has|have|is|was|were|did))?"
    r"\s*(?:else\s+)?(?:(?:all|any|the|our|every|latest|main|top)\s+)*"
    r"(?:happen(?:ed|s|ing)?|going on|went on|in the news|news|new|headlines?|articles?"
    r"|stor(?:y|ies)|reports?|coverage|events?"
    r"|(?:was |were )?(?:published|reported|on record|in the papers?))?"
    r"(?:\s+(?:do|did)\s+(?:we|you|they)\s+(?:have|publish|report|run))?"
    r"(?:\s+(?:published|dated|reported|from|there|is|are|was|were))*)\W*",
    re.IGNORECASE,
)
# So few words of topic cannot stand alone.
_TOO_FEW = 2
# A question that neither points back nor names anything may still mean what came before.
_HALF = 0.5


def read(
    text: str,
    is_known: IsKnown,
    history: Sequence[str] = (),
    *,
    asked_at: datetime.date | None = None,
    outlets: Iterable[str] = (),
) -> Question:
    """Read a question. ``is_known`` tells whether a name is that of a known speaker.

    ``history`` holds the earlier questions of the conversation, oldest first; a question that
    leans on the last of them ("and what about China?") takes over its person. ``asked_at`` is the
    day of asking, without which no time is read. ``outlets`` are the names of those on record.
    Raises ``QuestionError`` when the text is empty or too long to be a question.
    """
    is_known = _names_only(is_known)
    question = _read(text, is_known, history)
    if asked_at is not None:
        question = _timed(question, is_known, history, asked_at)
    question = _placed(question, is_known, history, tuple(outlets))
    return _leaning(question, history) if question.kind == "fact" else question


def asks_only_for_a_time(question: Question) -> bool:
    """Tell a question for whatever is from a time: "what happened in July 2024?", "July 2024"."""
    if question.kind != "fact" or not question.periods or question.covered:
        return False
    bare = without(question.text, question.periods)
    if question.outlets:  # "what did the Gazette report last week?"
        return topic_covered(bare, question.outlets) == ""
    follows = _OPENS_A_FOLLOW_UP.match(bare) or not words(bare)
    if question.earlier and follows:  # "how many berths are there?" – "and in 2024?"
        return False
    return _ONLY_A_TIME.fullmatch(bare) is not None


def lacks_its_beginning(question: Question) -> bool:
    """Tell "and in 2022?" and "why?", which go on from a question, where none is known."""
    if question.kind != "fact" or question.earlier:
        return False
    bare = without(question.text, question.periods)
    if topic_stems(re.sub(r"\d+", " ", bare)):
        return False
    return bool(_OPENS_A_FOLLOW_UP.match(bare)) or not asks_only_for_a_time(question)


def _names_only(is_known: IsKnown) -> IsKnown:
    """Let nothing pass for a name that is a question, a letter, or words of grammar alone."""

    def is_known_name(name: str) -> bool:
        every = words(name)
        if len(every) > _LONGEST_NAME or _is_no_name(name):
            return False
        return any(len(word) > 1 and word not in COMMON for word in every) and is_known(name)

    return is_known_name


def _is_no_name(name: str) -> bool:
    """Tell a beginning that opens no name; "Will Doyle" is one all the same."""
    return bool(_NO_NAME.match(name.strip())) and not _WILL.match(name.strip())


def _read(text: str, is_known: IsKnown, history: Sequence[str]) -> Question:
    """Read who is asked about, and what about, behind a polite beginning."""
    plain = reading.checked(text)
    bare = _POLITE.sub("", plain, count=1)
    question = reading.read(bare if topic_stems(bare) else plain, is_known, history)
    if question.asked and _is_no_name(question.asked):  # "you said that …", "which firm said …"
        question = Question(plain, "fact", None, plain.strip(" ?!."), plain)
    return replace(question, text=plain)


def _timed(
    question: Question, is_known: IsKnown, history: Sequence[str], asked_at: datetime.date
) -> Question:
    """Return the question with its times, read again without them where they would be a topic."""
    times = periods(question.text, asked_at)
    if times and question.kind != "fact":
        bare = without(question.text, times)
        before = [without(each, periods(each, asked_at)) or each for each in history]
        if any(map(str.isalnum, bare)):
            question = replace(_read(bare, is_known, before), text=question.text)
    unclear = two_ways(question.text, asked_at)
    return replace(question, periods=times, unclear=unclear, asked_at=asked_at)


def _placed(
    question: Question, is_known: IsKnown, history: Sequence[str], outlets: Sequence[str]
) -> Question:
    """Return the question with the outlets that it names, which are no topic and nobody's name."""
    question = replace(question, outlets=named(question.text, outlets))
    bare = without(question.text, question.periods) if question.periods else question.text
    topic = topic_covered(bare, question.outlets)
    if topic is not None and not (question.asked and is_known(question.asked)):
        if not topic_stems(topic) and history:  # "and what did the Gazette write about it?"
            before = read(history[-1], is_known, history[:-1], outlets=outlets)
            topic = before.topic if topic_stems(before.topic) else ""
        return _covered(question, topic)
    topic = bare_topic(without_outlets(question.topic, question.outlets))
    if question.kind == "fact" or topic == question.topic or not topic_stems(topic):
        return question
    return replace(question, topic=topic, subject=question.subject.replace(question.topic, topic))


def _covered(question: Question, topic: str) -> Question:
    """Return a question for what outlets published on a topic, or, without one, at a time."""
    question = replace(question, kind="fact", asked=None, manner=None)
    if not topic_stems(topic):
        return replace(question, topic=question.text.strip(" ?!."), subject=question.text)
    return replace(question, topic=topic, subject=topic, covered=True)


def _leaning(question: Question, history: Sequence[str]) -> Question:
    """Return a factual question with what it leans on, where it cannot stand alone."""
    if question.covered:
        return question
    earlier = tuple(each for each in history[-MOST_EARLIER:] if topic_stems(each))
    leaning = _leans(question.text) if earlier else 0.0
    if not leaning:
        return replace(question, subject=question.text)
    return replace(
        question, earlier=earlier, leaning=leaning, subject=f"{earlier[-1]} {question.text}"
    )


def _leans(text: str) -> float:
    """Tell how much a question needs the ones before it, 0 to 1."""
    if _POINTS_BACK.search(text) or _OPENS_A_FOLLOW_UP.match(text):
        return 1.0
    if len(topic_stems(text)) <= _TOO_FEW:
        return 1.0
    return 0.0 if _NAMES_SOMETHING.search(text) else _HALF

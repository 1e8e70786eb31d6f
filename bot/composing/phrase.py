"""The words of an answer that are ours: how it was read, how its words were said. Pure.

Discord and the terminal show the same words; only their lay-out differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.composing import sourced
from bot.composing.answer import Answer, Block, Copies, Manner, Occasion
from bot.composing.understood import all_from_then, nothing_from_then, understood
from index.question import Question, asks_only_for_a_time
from index.search import asked_kind, holds

MANNERS: dict[Manner, str] = {
    "quoted": "quoted",
    "partly quoted": "partly quoted",
    "reported": "reported",
    "denied": "reported as a denial",
    "declined": "reported as declining to comment",
    "position": "position as told",
    "written": "the article’s own words,",
}
# Leads from what a model wrote to what proves it.
WORD_FOR_WORD = "Word for word, in these articles:"
# So many copies of one report are named by number; more are counted.
MOST_COPIES = 4
# A topic of these is where or when somebody spoke; of those, what it was about.
SETTING = re.compile(r"(?:in|at|during|after|before|since|to|with|for|from)\b", re.IGNORECASE)
_LEADS = r"\b(?:about|on|regarding|over|concerning|of|to|re)"


def plural(count: int, noun: str, many: str = "") -> str:
    """Return "1 article", "2 articles", "1,200 articles"; ``many`` is a plural of another form."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {many or f'{noun}s'}"


def reading(answer: Answer) -> str:
    """Say how the question was read, and what is known of the order in time."""
    if answer.looked_up:
        return " ".join(answer.looked_up)
    origin = f"from {plural(len(answer.sources), 'article')}."
    if asks_only_for_a_time(answer.question):
        parts = [*understood(answer), all_from_then(answer), _order(answer)]
        return " ".join(filter(None, parts))
    if answer.question.kind == "fact":
        nearest = f"{_nearest(answer.question)}, {origin}"
        return " ".join(
            [*nothing_from_then(answer), nearest, *_no_cause(answer), *understood(answer)]
        )
    told = f"{subject(answer)}, {origin}"
    opening = f"{told[:1].upper()}{told[1:]}"
    told_of_time = [*nothing_from_then(answer), opening, *understood(answer)]
    parts = [*told_of_time, _manner_asked(answer), *_contrasts(answer), _order(answer)]
    return " ".join(filter(None, parts))


def _nearest(question: Question) -> str:
    return f"Published{_on(question)}" if question.covered else "The nearest sentences"


def _no_cause(answer: Answer) -> Iterator[str]:
    """Say where why is asked, and nothing that is shown gives a cause in so many words."""
    question = answer.question.subject
    if asked_kind(question) == "cause" and not any(
        holds("cause", block.text, question) for block in answer.blocks
    ):
        yield "The cause is not named in so many words."


def subject(answer: Answer) -> str:
    """Say whom and what a question for statements is about: “John Kirby on the deal”."""
    return f"{answer.person or 'what was said'}{_on(answer.question)}"


def _manner_asked(answer: Answer) -> str:
    """Say what of it was said in the way that is asked for: as a denial, or quoted."""
    asked = answer.question.manner
    so = [block for block in answer.blocks if any(part.kind == asked for part in block.said)]
    if asked == "denied":
        numbers = sorted({place.source for block in so for place in block.places})
        denials = f"Reported as a denial in {listed([f'[{each}]' for each in numbers])}."
        return denials if so else "Nothing shown here is reported as a denial."
    if asked == "declined":
        only = "Only who is reported as declining to comment is shown."
        return only if so else "Nobody is reported here as declining to comment."
    if asked == "quoted":
        return "Only what is quoted is shown." if so else "Nothing of it is quoted."
    return ""


def listed(parts: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def _contrasts(answer: Answer) -> Iterator[str]:
    """Say of what differs in a person's words when it was said, and give no verdict."""
    dates = {each.article.article_id: sourced.date(each) for each in answer.sources}
    for pair in answer.contrasts:
        earlier, later = dates[pair.earlier.article_id], dates[pair.later.article_id]
        yield f"The words of {earlier} and of {later} differ; they stand first, side by side."


def _on(question: Question) -> str:
    """Lead on to the topic: "on the deal", "in his letter", or the question's own clause."""
    topic = question.topic
    if not topic:
        return ""
    if SETTING.match(topic):
        return f" {topic}"
    named = re.search(rf"(?:{_LEADS}|:)\s+{re.escape(topic)}", question.text, re.IGNORECASE)
    return f" on {topic}" if named else f" on “{topic}”"


def _order(answer: Answer) -> str:
    if answer.order == "proof":
        then = "then what" if answer.contrasts else "what"
        return f"{then.capitalize()} proves the sentences stands first."
    sources, first = answer.sources, f"{answer.order.capitalize()} first."
    if answer.contrasts:
        if len(answer.occasions) == 2 * len(answer.contrasts):
            return ""
        first = f"Then {answer.order} first."
    undated = sum(1 for source in sources if source.article.published is None)
    if not undated:
        return first if len(sources) > 1 else ""
    if len(sources) == 1:
        return "It has no date."
    unknown = "so which came first is not known."
    if undated == len(sources):
        none = "Neither has a date" if undated == 2 else "None of them has a date"
        return f"{none}, {unknown}"
    have = "One of them has" if undated == 1 else f"{undated} of them have"
    stands = "it stands" if undated == 1 else "they stand"
    return f"{first} {have} no date, so {stands} last, and where in time is not known."


def checked(sentences: int) -> str:
    """Say how many sentences of a model's draft were looked at, while it is written."""
    return f"Being written; checked {sentences:,} so far."


def written_by(answer: Answer) -> str:
    """Say that a model wrote an answer, or why it did not, where one was asked."""
    if answer.prose:
        proven = "proven against the articles before it was shown"
        return f"The sentences above were written by {answer.model}, and each was {proven}."
    return answer.note


def manner(block: Block) -> str:
    """Say how a block's words were said: "quoted and reported"."""
    return listed([MANNERS[each] for each in block.manners])


def occasion(shown: Occasion, title: str, date: str) -> tuple[str, str]:
    """Head an occasion: who spoke, and behind it their role and, in a contrast, the date.

    ``title`` heads it where the article itself speaks; ``date`` is that of its publication.
    """
    if shown.speaker is None:
        return title, ""
    role = f", “{shown.speaker.role}”" if shown.speaker.role else ""
    return shown.speaker.name, f"{role}, published {date}" if shown.contrasted else role


def attribution(block: Block) -> str:
    """Lead from how a block's words were said to where: "quoted, via Reuters, in"."""
    by, of = (each.name if each else None for each in (block.relayed_by, block.relays))
    parts = [manner(block), *through(block.via, by, of)]
    return f"{', '.join(parts)}{',' if len(parts) > 1 else ''} in"


def through(via: str | None, teller: str | None, told_of: str | None) -> Iterator[str]:
    """Name the newsroom and the person through whom words have come, and of whose they tell."""
    if via:
        yield f"via {via}"
    if teller:
        yield f"as {_within(teller)} tells it"
    if told_of:
        yield f"telling of {_within(told_of)}’s words"


def _within(name: str) -> str:
    """Write whom an article calls "A former clerk" as it stands inside a sentence."""
    first, space, rest = name.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in _ARTICLES else name


_ARTICLES = ("A", "An", "The", "One", "His", "Her", "Their", "Its")


def doubt(block: Block) -> str | None:
    """Say that the speaker was worked out on thin evidence, where it was."""
    speaker = block.speaker
    if not block.weak or speaker is None:
        return None
    if speaker.as_written == speaker.name:
        return f"that these are words of {speaker.name} is our reading"
    return f"that “{speaker.as_written}” is {speaker.name} is our reading"


def carried(block: Block, *, numbered: bool = True) -> str | None:
    """Say by how many outlets the words are carried, copies of one report counted once.

    "3 articles, 2 outlets; [2] and [3] carry one AP report". None for a single article. Without
    being ``numbered`` it does not say which of them are copies.
    """
    given = block.carried
    if given is None:
        return None
    outlets = plural(given.outlets, "outlet") if given.outlets else "no outlet given"
    if not given.copies and given.outlets == given.articles:
        return outlets
    parts = [
        f"{plural(given.articles, 'article')}, {outlets}",
        *(map(_copies, given.copies) if numbered else ()),
    ]
    if given.outlets and given.unnamed:
        parts.append(f"of {given.unnamed:,} the outlet is not given")
    return "; ".join(parts)


def _copies(copies: Copies) -> str:
    numbers = [f"[{number}]" for number in copies.sources[:MOST_COPIES]]
    if left := len(copies.sources) - len(numbers):
        numbers.append(f"{left:,} more")
    report = f"one {copies.agency} report" if copies.agency else "one and the same text"
    return f"{listed(numbers)} carry {report}"


def searched(answer: Answer) -> str:
    """Say how many articles were searched, and how many are still to be read."""
    waiting = f" {plural(answer.waiting, 'article')} still to be read." if answer.waiting else ""
    return f"Searched {plural(answer.searched, 'article')}.{waiting}"

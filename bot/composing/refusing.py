"""The words of an answer that shows nothing: what was not found, or what is to be chosen. Pure."""

from __future__ import annotations

from bot.composing.answer import Answer
from bot.composing.phrase import SETTING, plural
from bot.composing.sourced import ENGLISH_ONLY
from bot.composing.understood import all_from_then, two_ways, understood
from index.people import is_possessive
from index.question import Question, asks_only_for_a_time, lacks_its_beginning


def which(answer: Answer) -> str:
    """Ask which of several people is meant, or which of two days."""
    if answer.question.unclear:
        return two_ways(answer.question.unclear)
    asked = _asked(answer)
    if asked.casefold().startswith("the "):
        return f"Which {asked[4:]}? Several people are called so on record."
    return f"Which {asked}? Several people of that name are on record."


def refusal(answer: Answer) -> str:
    """Say that nothing was found, as people say it. The text is for a reader, not a machine."""
    if not answer.searched:
        return "Nothing is on record here yet. Add an article first, then ask again."
    if lacks_its_beginning(answer.question):
        return _no_beginning(answer.question.text)
    return " ".join(answer.looked_up or [_nothing_found(answer), *understood(answer)])


def _nothing_found(answer: Answer) -> str:
    here = f"in the {plural(answer.searched, 'article')} I can search here"
    if asks_only_for_a_time(answer.question):
        return all_from_then(answer)
    name = answer.person or _asked(answer)
    topic = answer.question.topic
    if answer.missing == "unknown_name":
        return f"Nobody called {name} speaks or is named {here}. {_spelling(answer)}"
    if answer.missing == "never_quoted":
        return _never_quoted(name, here)
    if answer.missing == "other_topics":
        return _nothing_said(name, topic, here)
    return _no_answer(answer.question, here)


def _spelling(answer: Answer) -> str:
    """Ask whether a name that is spelt nearly so is meant, where there is one."""
    names = " or ".join(each.name for each in answer.choices)
    return f"Did you mean {names}?" if names else "Is the name spelt another way?"


def _no_answer(question: Question, here: str) -> str:
    if question.kind == "who_said" and question.topic:
        return f"I found nobody who spoke about {question.topic} {here}."
    if question.covered:
        outlets = " or ".join(each.words for each in question.outlets)
        return f"I found nothing that {outlets} published on {question.topic} {here}."
    return f"I found no answer to that {here}. That does not mean there is none."


def _no_beginning(question: str) -> str:
    return (
        f"I do not know what “{question}” goes on from: no question came before it. "
        "Ask the whole question, or reply to the answer that it follows."
    )


def _never_quoted(name: str, here: str) -> str:
    is_description = name[:1].islower() and not name.startswith("the ")  # "residents"
    if is_description or is_possessive(name):
        return f"I found no words that are plainly of {name} {here}, quoted or reported."
    theirs = "no words that are plainly theirs, quoted or reported"
    return f"{name} is named {here}, but I found {theirs}."


def _nothing_said(name: str, topic: str, here: str) -> str:
    if not topic:  # what they said stands in articles that are being read again
        return f"I found no words of {name} {here}, as they stand now."
    about = topic if SETTING.match(topic) else f"about {topic}"
    return f"I found nothing {name} said {about} {here}. That does not mean it was never said."


def _asked(answer: Answer) -> str:
    return answer.question.asked or "that name"


def unread(answer: Answer) -> str | None:
    """Say that words may stand in articles near to the question that are not in English."""
    named = [each.language for each in (*answer.elsewhere, *answer.nearest) if each.language]
    if not named or answer.question.kind == "fact":
        return None
    languages = " and ".join(sorted(set(named)))
    are = "one is" if len(named) == 1 else f"{len(named)} are"
    return f"Of these articles {are} in {languages}: found by the words; {ENGLISH_ONLY}."

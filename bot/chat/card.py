"""Card: an article, the list of them, the state and the bot itself, as Discord messages. Pure.

What a message shows of an article is its details, never its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.chat.harmless import article as harmless_article
from bot.chat.markdown import LIMIT, bold, is_address, length, shown, small
from bot.composing import copies, phrase, sourced
from bot.composing.answer import Source
from bot.linking.link import LONGEST_LINK, deep_link
from index.article import Article
from index.database import StoredArticle
from index.record import Added
from index.state import Forgotten

# In units of ``markdown.length``; the sentence of an error may hold a file's name.
WARNING = 200
# So many addresses of answers fit into one message with all else.
MOST_ANSWERS = 10


def added(result: Added, warnings: Sequence[str] = (), audience: str = "") -> str:
    """Return the card that answers an adding: the article's details, and what to look at.

    ``audience`` is a sentence of ours on who will find the article.
    """
    title = f"{'Already on record' if result.known else 'Added'}: {_title(result.article)}"
    notes = [] if result.known else [f"Note: {shown(each, WARNING)}" for each in warnings]
    waiting = "It waits to be read, and is found as soon as it has been."
    counts = _found_in(result.indexed) if result.indexed else waiting
    if result.new_address:
        notes.insert(0, shown(copies.also_at(result.new_address), WARNING))
    lines = [bold(title), *_details(result.article), counts, *notes]
    return "\n".join([*lines, *map(small, filter(None, [audience]))])


def article(stored: StoredArticle, added_in: str | None = None) -> str:
    """Return what is on record of one article but its text.

    ``added_in``: the address of the message in which an article without a link was added.
    """
    identity = small(f"id {stored.article.article_id}")
    details = _details(stored.article, added_in)
    return "\n".join([bold(_title(stored.article)), *details, _found_in(stored), identity])


def removed(stored: StoredArticle) -> str:
    """Say what went with an article, and that it went for good."""
    title = f"Removed: {_title(stored.article)}"
    return f"{bold(title)}\n{_counts(stored)} went with it. No answer shows it from now on."


def purged(stored: StoredArticle, answers: Sequence[str]) -> str:
    """Say that an article is gone without a trace, and which answers still show it in Discord."""
    title = f"Removed without a trace: {_title(stored.article)}"
    gone = "No word of it is left in the files of On Record."
    if not answers:
        return f"{bold(title)}\n{gone}"
    kept = "Answers that show it stay in Discord until somebody deletes them:"
    more = len(answers) - MOST_ANSWERS
    left = [f"and {more} more"] if more > 0 else []
    return "\n".join([bold(title), gone, kept, *answers[:MOST_ANSWERS], *left])


def confirm_removal(stored: StoredArticle) -> str:
    """Ask before an article is removed, saying how much goes."""
    title = f"Remove {_title(stored.article)}?"
    gone = f"{_counts(stored)} go with it, at once and for everyone here."
    traces = (
        "Words of it may stay in files for a while. Where the text itself must not be kept, remove "
        "it without a trace; answers that showed it are then no longer understood either."
    )
    return f"{bold(title)}\n{gone}\n{small(traces)}"


def listing(stored: Sequence[StoredArticle], words: str = "", waiting: int = 0) -> tuple[str, ...]:
    """Return the list of some articles as messages that fit; at least one.

    ``words`` are those that the list was narrowed by.
    """
    narrowed = f" with “{shown(words, 100)}”" if words else ""
    if not stored:
        nothing = f"No article{narrowed} here." if words else "No articles yet."
        return (f"{nothing} Add one: /article add",)
    title = bold(f"{phrase.plural(len(stored), 'article')} on record{narrowed}")
    still = [small(f"{phrase.plural(waiting, 'article')} still to be read.")] if waiting else []
    return tuple(pages([title, *map(_row, stored), *still]))


def status(facts: Iterable[tuple[str, str]], problems: Sequence[str] = ()) -> str:
    """Return the state of the bot: named facts, then what is wrong and what to do."""
    lines = [f"{shown(name, 60)}: {shown(value, 150)}" for name, value in facts]
    wrong = [f"Problem: {shown(problem, 300)}" for problem in problems] or ["All is well."]
    return next(pages([bold("On Record"), *lines, *wrong]))


def privacy(days: int, model_at: str | None = None) -> str:
    """Say what is kept of people, how long, how they delete it, and what is sent where.

    ``model_at`` is the server of the model that writes answers here, where that is another machine.
    """
    sent = _SENT.format(shown(model_at)) if model_at else _SENT_NOWHERE
    lines = (*(each.format(days=phrase.plural(days, "day")) for each in _KEPT), sent)
    return "\n".join((bold("What I keep"), *(f"- {each}" for each in lines)))


_KEPT = (
    "Of an answer: the message’s id, which places of which articles it shows, what was asked, what "
    "a model wrote of it, and which answer it followed, so that its buttons and a follow-up work. "
    "After {days} it is deleted. When the message is deleted while I am connected, so is this.",
    "Of a private answer and in direct messages: the same, for a day; its buttons work as long.",
    "The words of a question stand with its own answer and nowhere else: when that goes, they go. "
    "Of a thread that I opened I keep its id and that of the answer it began with.",
    "Of a report: your words and which answer they are about, for {days}.",
    "Of you: no name. A scrambled number, which only this installation can make of your id, marks "
    "what is yours, so that you can delete it.",
    "An article that you add stays until it is removed. Who added it is not kept; of one without "
    "a link, the message that it was added in is.",
    "I read what mentions me, what is sent to me directly and what a command hands me, nothing "
    "else. A link that you add is fetched from its site, which learns of this machine and not of "
    "you; a feed that you add is fetched again and again, with its articles. Which of them were "
    "read or removed is kept in scrambled form, which of them failed with its link and why.",
)
_SENT_NOWHERE = "Questions are answered on the machine that I run on and are sent nowhere."
_SENT = (
    "Answers here are written by a model on another machine: your question and the passages found "
    "for it are sent to {}, without your name. /ask verbatim: True sends nothing."
)


def forgotten(much: Forgotten) -> str:
    """Say how much of a person's was deleted."""
    if much == Forgotten(0, 0):
        return "There was nothing of yours to delete."
    kept = (("answer", much.answers), ("report", much.reports))
    parts = [phrase.plural(count, noun) for noun, count in kept if count]
    deleted = ", ".join(parts or ["the pages of answers that you turned"])
    return (
        f"Deleted: {deleted}. The buttons under those messages work no more. The messages "
        "themselves stay in Discord until somebody deletes them there."
    )


def help_text() -> str:
    """Say what people can do here, an example first."""
    return "\n".join(_HELP)


_HELP = (
    bold("Ask what was said, and get it in the exact words, with the article and a link"),
    "For example: /ask question: what did Kirby say about the North Korea deal?",
    "- /ask answers a question; private shows the answer to you alone. Mention me or write to me "
    "directly, and it is the same.",
    "- /who shows what a person has said, newest first.",
    "- /article add takes a link, a file or a pasted text. On a message with an article in it: "
    "Apps, “Add to On Record”.",
    "- On a message with quotations in it: Apps, “Check against the record” tells you alone of "
    "each: found, altered, stitched together, somebody else’s, or not on record.",
    "- /article list, show, edit and remove look after the articles.",
    "- /feed add follows a feed, whose new articles then come by themselves; list and remove too.",
    "- /status says what is on record and whether all is well; /privacy what I keep of you; "
    "/setup, for managers, who may add, where I answer, and whether a model may write.",
    small("Text behind a bar is an article’s own, unchanged. Each number leads to its article."),
    small("Nothing found means: not in the articles that I can search. It was perhaps said."),
)


def pages(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines as messages that fit; a line is never parted."""
    page = ""
    for line in lines:
        if page and length(page) + 1 + length(line) > LIMIT:
            yield page
            page = ""
        page = f"{page}\n{line}" if page else line
    yield page


def _row(stored: StoredArticle) -> str:
    """Return an article as one item of a list: headline, then outlet, date and counts."""
    plain = harmless_article(stored.article)
    date = sourced.written_date(plain.published) if plain.published else "no date"
    counts = phrase.plural(stored.statements, "statement")
    return f"- {plain.title}\n  {sourced.outlet(Source(1, plain))} · {date} · {counts}"


def _title(of: Article) -> str:
    return harmless_article(of).title


def _details(of: Article, added_in: str | None = None) -> Iterator[str]:
    """Yield the details of an article, a line each: where and when, by whom, and its link."""
    plain = harmless_article(of)
    yield f"{sourced.outlet(Source(1, plain))} · {sourced.found_date(plain.published)}"
    if plain.byline:
        yield f"by {plain.byline}"
    address = deep_link(of.url, "", 0, 0)
    if address is None and added_in:
        yield f"no link on record; added in <{added_in}>"
    elif address is None:
        yield sourced.no_link(Source(1, plain))
    elif is_address(address) and length(address) <= LONGEST_LINK:
        yield f"<{address}>"
    else:
        yield "its link is too long for Discord"


def _counts(stored: StoredArticle) -> str:
    words = phrase.plural(stored.words, "word")
    return f"{words}, {phrase.plural(stored.statements, 'statement')}"


def _found_in(stored: StoredArticle) -> str:
    """Return the counts, and of an article in another language how it can be found."""
    return "\n".join(filter(None, [_counts(stored), sourced.foreign(stored.language)]))

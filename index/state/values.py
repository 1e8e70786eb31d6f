"""What the state keeps: frozen values. Ids are Discord's, times are seconds since 1970 (UTC)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

# Of 128 bits: no other words have the same one.
_DIGEST_DIGITS = 32


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What the managers of a server have set. Ids are Discord's.

    ``adding_roles``: whose members add and remove; none: whoever may manage messages.
    ``asking_channels``: where questions are answered; none: everywhere. ``private``: answers are
    shown to the asker only, unless they say otherwise. ``written``: a model writes above them.
    """

    server_id: int
    adding_roles: tuple[int, ...] = ()
    asking_channels: tuple[int, ...] = ()
    time_zone: str = "UTC"
    private: bool = False
    reports_channel: int | None = None
    written: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """A place that an answer shows: ``text[start:end]`` of one version of an article.

    ``digest`` is that of the words (``words_digest``); empty where they were shown before it was
    kept. ``speaker`` is to whom the answer gives them; empty for nobody, or where it is not known.
    """

    number: int
    article_id: str
    content_hash: str
    start: int
    end: int
    digest: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """The same words in a further article: where they stood in it, and their digest."""

    start: int
    end: int
    digest: str


@dataclass(frozen=True, slots=True)
class Sourced:
    """What an answer says of an article that it lists: headline, outlet, date (ISO; empty: none).

    ``carries``: the words of which it is told that this article has them too.
    """

    article_id: str
    title: str
    outlet: str
    date: str
    carries: tuple[Carried, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrote:
    """A sentence of an answer that a model wrote, and the ids of the articles that proved it."""

    text: str
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Posted:
    """An answer that was sent: what its buttons and a follow-up need, and no more.

    ``message_id`` is the message with the buttons, ``person`` whoever asked, as a hash
    (``State.person``). ``follows``: the answer before it in the conversation, by its message; the
    question was understood from that one's. ``private``: only the asker saw it. Where somebody's
    words were asked for by ``name``, that and the ``topic`` are what was asked, and ``question``
    only says it. ``meant``: who of several of a name was chosen. ``since``, ``until`` and
    ``outlet``: what the answer was held to; ``oldest``: the oldest first. ``asked_on``: the day of
    asking, as ``YYYY-MM-DD``, for "yesterday". ``prose`` is what ``model`` wrote, where one did;
    ``verbatim``: none was to write. ``sources`` is what it says of the articles that it lists; None
    where an earlier version kept the answer, and it is not known. Times are seconds since 1970.
    From ``keep_until`` on it is as good as gone.
    """

    message_id: int
    channel_id: int
    server_id: int | None
    person: str
    question: str
    cited: tuple[Cited, ...]
    posted_at: int
    keep_until: int
    follows: int | None = None
    private: bool = False
    name: str = ""
    topic: str = ""
    since: str = ""
    until: str = ""
    outlet: str = ""
    oldest: bool = False
    meant: str = ""
    asked_on: str = ""
    prose: tuple[Wrote, ...] = ()
    model: str = ""
    verbatim: bool = False
    sources: tuple[Sourced, ...] | None = None


@dataclass(frozen=True, slots=True)
class ModelUse:
    """Questions put to a model, and the tokens to and fro; ``guessed`` of these are an estimate."""

    questions: int
    tokens: int
    guessed: int


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A message whose answer was still being written.

    ``token`` is Discord's for the interaction that it answers, good for fifteen minutes; empty
    where it is an ordinary message.
    """

    message_id: int
    channel_id: int
    token: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread that was opened to ask more. ``follows``: the answer it began with, by its message.

    It holds no words and nobody's hash.
    """

    thread_id: int
    server_id: int | None
    follows: int
    opened_at: int


@dataclass(frozen=True, slots=True)
class Report:
    """A problem with an answer, in a person's words. ``number`` is 0 until it is stored."""

    server_id: int | None
    channel_id: int
    message_id: int
    person: str
    text: str
    reported_at: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """The Discord message in which an article was added."""

    article_id: str
    server_id: int | None
    channel_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was deleted for one person; ``pages``: of answers, of anybody's."""

    answers: int
    reports: int
    pages: int = 0


def words_digest(words: str) -> str:
    """Return the digest by which words that were shown are known again, and not read."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_DIGITS]

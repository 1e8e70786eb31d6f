"""Courtesy: what the bot says of itself and of its troubles, in words for people. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.markdown import LIMIT, length
from bot.chat.scope import Scope
from bot.composing.phrase import plural
from index.errors import OnRecordError
from index.state import DAY

LATE = (
    "I was too slow to take that up, and Discord has closed it. Nothing was changed. "
    "Please try again."
)
TOO_LONG = (
    "That took longer than the fifteen minutes that Discord waits, so I could not show it. Look "
    "whether it was done (/article list), else try again."
)
OLD_BUTTON = (
    "I no longer know this button: I was restarted with a newer version, or it is from a form "
    "that was open while I was. Please use the command again."
)
OLD_COMMAND = (
    "That command has changed since Discord last heard of it. Restart Discord (or press Ctrl-R) "
    "and use it again."
)
NO_PERMISSION = (
    "Discord does not let me do that here: a permission is missing. A manager of this server sees "
    "which one with /setup."
)
READ_ALONE = (
    "The question that this thread goes on from is no longer kept, so this one is read by itself."
)
GONE = (
    "What that belonged to is no longer there: the message, the thread or the channel was deleted "
    "in the meantime. Ask again where you are now: /ask."
)
CUT_OFF = "I was restarted while this answer was being written. Please ask again."
THREAD_CLOSED = (
    "That thread is closed, so I cannot write in it. Ask in the channel, or have somebody open the "
    "thread again."
)
MANY_THREADS = (
    "This server has as many open threads as Discord allows, so I cannot open another. Close one, "
    "or ask with /ask."
)
NOT_HERE = "I do not answer in this channel. The managers of this server chose where: /setup."
EARLIER_GONE = (
    "This question followed on an earlier one that is no longer kept, so it would not be "
    "understood as before. Ask it again, with its whole subject."
)
TRACES_LEFT = (
    "The article is removed, but another program is just reading the index, so words of it may be "
    "left in files. Whoever runs On Record takes them away when the bot stands still: "
    "on-record remove --purge"
)
_FIRST_MILLISECOND = 1_420_070_400_000


class NotAllowedError(OnRecordError):
    """The person may not do this here; the text says who may, or who decides."""


def no_answer(message: int, now: int, days: int) -> str:
    """Say that what belongs to an answer is no longer kept. ``message`` is its id, now in seconds.

    Discord's ids begin with the time, in milliseconds since the beginning of 2015.
    """
    sent = ((message >> 22) + _FIRST_MILLISECOND) / 1_000
    if now - sent > days * DAY:
        return f"This answer is older than {days} days, ask again."
    return (
        "What belongs to this answer is no longer kept: private and direct answers keep it for a "
        "day, and /privacy deletes it. Ask again."
    )


def trouble(incident: str) -> str:
    """Say that something went wrong that the person can do nothing about."""
    return (
        "Something went wrong on my side; it is not your fault and nothing was lost. Try again. "
        f"If it happens again, tell whoever runs On Record: incident {incident}."
    )


def empty(searched: int, waiting: int, scope: Scope) -> str | None:
    """Say that there is no article yet, and what to do; None where there is any.

    ``searched`` articles can be searched, ``waiting`` are still to be read.
    """
    if searched:
        return None
    if waiting:
        return f"{plural(waiting, 'article')} still to be read. Try again in a moment."
    if scope.server is None:
        return _NOTHING_DIRECT if not scope.house else "No articles yet in the house library."
    return "No articles yet. Add one: /article add" + ("" if scope.house else _house_closed(scope))


def before(line: str, contents: Sequence[str]) -> list[str]:
    """Put a line before some messages: into the first where there is room, else by itself.

    An empty line changes nothing.
    """
    if not line:
        return list(contents)
    first, *others = contents
    joined = f"{line}\n\n{first}"
    return [joined, *others] if length(joined) <= LIMIT else [line, first, *others]


def where(scope: Scope, articles: int) -> str | None:
    """Say what is searched, where that is not what a person would expect."""
    if scope.server is not None or not scope.house:
        return None
    return (
        f"In direct messages I search the house library ({plural(articles, 'article')}), "
        "not your server’s."
    )


_NOTHING_DIRECT = (
    "In direct messages I search the house library, and it is open to members of the servers that "
    "whoever runs On Record has allowed. You are in none of them. Ask me in your server."
)


def _house_closed(scope: Scope) -> str:
    return (
        ". The house library is not open to this server; whoever runs On Record opens it with the "
        f"setting ON_RECORD_HOUSE_SERVERS={scope.server}"
    )


def joined(name: str, server: int) -> str:
    """Return the line for the operator's log when the bot joins a server."""
    return (
        f"Joined the server “{name}”. To let it search the house library, set: "
        f"ON_RECORD_HOUSE_SERVERS={server}"
    )

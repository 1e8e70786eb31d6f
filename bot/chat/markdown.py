"""Markdown: what may stand in a Discord message, and how long it is. Pure.

Only what is written here becomes a link, a heading or bold type. Words of articles and of people
pass through ``shown`` (one line) or ``quoted`` (behind a bar): on the screen they read exactly as
they are, and they can make nothing.
"""

from __future__ import annotations

import re
import unicodedata

LIMIT = 1_900
"""The most that one message of ours holds; Discord refuses 2,000 and more."""

# Discord's markup, anywhere in a line. A bracket behind a bracket is escaped by itself: the client
# looks for the end of a link without minding backslashes. "://" would make an address a link,
# ":word:" an emoji (word and last colon may be ours), and "discord.gg/" an invitation.
_ELSEWHERE = (
    r"|(?<=\])\(|@(?=everyone|here)|:(?=//|[^\s:]+:|[^\s:]*$)"
    r"|(?:(?<=discord\.gg)|(?<=discord\.com)|(?<=discordapp\.com)|(?<=discord\.gift))/"
)
_MARKUP = re.compile(rf"[\\*_~|`<\[\]]{_ELSEWHERE}", re.IGNORECASE)
_MARKUP_BUT_BRACKETS = re.compile(rf"[\\*_~|`<]{_ELSEWHERE}", re.IGNORECASE)
# What means something at the beginning of a line only: headings, lists, small print, quotations.
_LINE_OPENING = re.compile(r"^(\s*)(?:([#>+-])|(\d+)([.)]))", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What turns letters round, steers a machine, or is half a character, is made visible as �.
_STEERING = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")
# What shows nothing is left out. Joiners and direction marks stay: Persian, Hindi and Hebrew are
# written with them, and within a line they reach no further than their neighbours.
_SHOWS_NOTHING = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u202a-\u202c\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
# Nothing that could end the link early; ``bot.linking.link`` hands out no other addresses.
_ADDRESS = re.compile(r"https?://[^\s<>()\\]+\Z")


def length(text: str) -> int:
    """Return the length of a text in UTF-16 code units.

    Discord's server counts code points and its client code units; this is never less than either.
    """
    return len(text) + sum(1 for sign in text if sign > "\uffff")


def escape(text: str, *, brackets: bool = True) -> str:
    """Return words of others so that they show as they are and can make nothing.

    Lines stay lines. What cannot be seen is left out; what would turn the letters shows as �.
    ``brackets`` may stay as they are, for words to be copied, where no link of ours with a label
    follows that one of them could reach.
    """
    markup = _MARKUP if brackets else _MARKUP_BUT_BRACKETS
    marked = markup.sub(r"\\\g<0>", _visible(text))
    return _LINE_OPENING.sub(_escape_opening, marked)


def _visible(text: str) -> str:
    plain = _SHOWS_NOTHING.sub("", _LINE_END.sub("\n", text).replace("\t", " "))
    return _STEERING.sub("�", plain)


def _escape_opening(found: re.Match[str]) -> str:
    space, sign, digits, stop = found.groups(default="")
    return f"{space}\\{sign}" if sign else f"{space}{digits}\\{stop}"


def is_invisible(sign: str) -> bool:
    """Tell whether a character shows nothing and is left out."""
    return _SHOWS_NOTHING.match(sign) is not None


def shown(text: str, most: int = 200) -> str:
    """Return words of others for the middle of a line: escaped, on one line, at most ``most``.

    ``most`` is in units of ``length``; what is cut ends in "…", and words with nothing to see are
    "�". Text that runs from right to left is isolated, so that it cannot carry our numbers away.
    """
    line = " ".join(text.split())
    escaped = escape(line)
    while length(escaped) > most:
        line = cut(line, len(line) - max(1, (length(escaped) - most) // 2))
        escaped = f"{escape(line)}…"
    return isolated(escaped) if escaped.strip() or not line else "�"


def plain(text: str, most: int = 100) -> str:
    """Return words of others where Discord reads no markup: in menus and on buttons.

    One line of at most ``most`` in units of ``length``; what is cut ends in "…".
    """
    line = " ".join(_visible(text).split())
    while length(line) > most:
        line = f"{cut(line, len(line) - max(2, (length(line) - most) // 2))}…"
    return line


def cut(text: str, size: int) -> str:
    """Return at most the first ``size`` characters, up to the end of a word where there is one."""
    head = text[: max(0, size)]
    whole = head.rpartition(" ")[0]
    return (whole if len(whole) > size // 2 else head).rstrip()


def isolated(text: str) -> str:
    """Keep the direction of a text to itself, where any of it runs from right to left."""
    turned = any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)
    return f"{_ISOLATE}{text}{_END_ISOLATE}" if turned else text


def quoted(text: str) -> str:
    """Return an article's words behind a bar, paragraph by paragraph."""
    lines = (line.strip() for line in escape(text).split("\n"))
    return "\n".join(f"> {line}" for line in lines if line)


def bold(escaped: str) -> str:
    """Return a text, escaped already, in bold type."""
    return f"**{escaped}**"


def small(escaped: str) -> str:
    """Return a line, escaped already, in small print."""
    return f"-# {escaped}"


def is_address(url: str | None) -> bool:
    """Tell whether an address can stand in a link: http or https, and nothing that ends it."""
    return bool(url) and _ADDRESS.match(url or "") is not None


def numbered(number: int, url: str | None = None) -> str:
    """Return "[1]", as a link where there is an address. Discord makes no preview of it."""
    return f"[[{number}]](<{url}>)" if is_address(url) else f"[{number}]"

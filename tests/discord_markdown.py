"""How Discord's client reads a message: a small reader of its Markdown, rule by rule.

The rules and their order are those of simple-markdown with Discord's additions, as public copies
of the client's rules have them. ``read`` tells what a person would see: what is a link, a mention
or a heading, and which letters are on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_INSIDE = r"(?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*"
_TARGET = r"\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['\"]([\s\S]*?)['\"])?\s*"
_NAME = r"[-_'\w]{1,32}"

# Each inline rule: the kind of what it finds, and how it begins. The first that fits is taken.
_RULES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("code", r"```(?:[a-zA-Z0-9_+\-.#]+?\n+)?\n*([\s\S]+?)\n*```"),
        ("text", r"\\([^0-9A-Za-z\s])"),
        ("link", r"<([^: >]+:/[^ >]+)>"),
        ("link", r"<([^ >]+@[^ >]+)>"),
        ("link", r"((?:https?|steam)://[^\s<]+[^<.,:;\"')\]\s])"),
        ("invitation", r"((?:discord\.gg|discord(?:app)?\.com/invite)/[\w-]+)"),
        ("labelled", rf"\[({_INSIDE})\]\({_TARGET}\)"),
        ("mention", r"<(@[!&]?\d+|#\d+)>"),
        ("mention", rf"<(/{_NAME}(?: {_NAME}){{0,2}}:\d+)>"),
        ("mention", r"<((?:\d+|id):(?:customize|browse|guide|linked-roles)(?::\d+)?)>"),
        ("mention", r"(@everyone|@here)"),
        ("emoji", r"<(a?:\w{2,32}:\d+)>"),
        ("emoji", r":([^\s:]+?(?:::skin-tone-\d)?):"),
        ("time", r"<(t:-?\d+(?::[RtTdDfFsS])?)>"),
        ("strong", r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)"),
        ("underline", r"__((?:\\[\s\S]|[^\\])+?)__(?!_)"),
        ("em", r"\b_((?:__|\\[\s\S]|[^\\_])+?)_\b"),
        ("em", r"\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)"),
        ("strike", r"~~([\s\S]+?)~~(?!_)"),
        ("spoiler", r"\|\|([\s\S]+?)\|\|"),
        ("code", r"(?P<ticks>`+)([\s\S]*?[^`])(?P=ticks)(?!`)"),
    )
)
# Words with which no rule begins; only to be quicker.
_PLAIN = re.compile(r"(?:[^\W_]+|[ ,;“”’…])(?![\w:/.])")
_NESTS = frozenset({"strong", "underline", "em", "strike", "spoiler"})
_QUOTE = re.compile(r" *> ")
_HEADING = re.compile(r"(#{1,3}) +(.+)")
_SMALL = re.compile(r" *-# +(.+)")
_ITEM = re.compile(r" *(?:[*+-]|\d+[.)]) +(.+)")


@dataclass(frozen=True)
class Node:
    """A piece of what is seen: its kind, its letters or the nodes inside, where a link leads."""

    kind: str
    text: str = ""
    inside: tuple[Node, ...] = ()
    target: str = ""


def read(content: str) -> tuple[Node, ...]:
    """Read a message. Kinds: text, line (the end of one), link, quote, small, item and more."""
    return tuple(_blocks(content.split("\n")))


def seen(nodes: Iterable[Node]) -> str:
    """Return the letters on the screen, a new line where there is one."""
    return "".join("\n" if node.kind == "line" else node.text + seen(node.inside) for node in nodes)


def every(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield all nodes, those inside others too."""
    for node in nodes:
        yield node
        yield from every(node.inside)


def of_kind(nodes: Iterable[Node], *kinds: str) -> list[Node]:
    """Return all nodes of some kinds, in order."""
    return [node for node in every(nodes) if node.kind in kinds]


def _blocks(lines: list[str], *, quoted: bool = False) -> Iterator[Node]:
    plain: list[str] = []
    while lines:
        special = _special(lines, quoted=quoted)
        if special is None:
            plain.append(lines.pop(0))
            continue
        if plain:
            yield from _lines(plain)
            plain = []
        yield special
    yield from _lines(plain)


def _special(lines: list[str], *, quoted: bool) -> Node | None:
    """Take a block off the front of some lines; None where an ordinary line stands there."""
    if not quoted and _QUOTE.match(lines[0]):
        return _quote(lines)
    for kind, pattern in (("heading", _HEADING), ("small", _SMALL), ("item", _ITEM)):
        found = pattern.fullmatch(lines[0])
        if found:
            lines.pop(0)
            more = _continued(lines) if kind == "item" else []
            return Node(kind, inside=tuple(_lines([found[found.re.groups], *more])))
    return None


def _quote(lines: list[str]) -> Node:
    inside = []
    while lines and (mark := _QUOTE.match(lines[0])):
        inside.append(lines.pop(0)[mark.end() :])
    return Node("quote", inside=tuple(_blocks(inside, quoted=True)))


def _continued(lines: list[str]) -> list[str]:
    more = []
    while lines and lines[0].startswith("  ") and not _ITEM.fullmatch(lines[0]):
        more.append(lines.pop(0).strip())
    return more


def _lines(lines: list[str]) -> Iterator[Node]:
    """Read ordinary lines. Bold type and the like may go on over the end of a line."""
    if lines:
        yield from _inline("\n".join(lines))


def _inline(text: str) -> Iterator[Node]:
    while text:
        plain = _PLAIN.match(text)
        if plain:
            yield Node("text", plain[0])
            text = text[plain.end() :]
            continue
        kind, found = next(
            ((kind, found) for kind, rule in _RULES if (found := rule.match(text))), ("", None)
        )
        if found is None:
            yield Node("line") if text[0] == "\n" else Node("text", text[0])
            text = text[1:]
            continue
        yield _node(kind, found)
        text = text[found.end() :]


def _node(kind: str, found: re.Match[str]) -> Node:
    if kind == "labelled":
        label = tuple(node for node in _inline(found[1]) if node.kind != "link")
        return Node("link", inside=label, target=re.sub(r"\\([^0-9A-Za-z\s])", r"\1", found[2]))
    if kind in _NESTS:
        return Node(kind, inside=tuple(_inline(found[1])))
    return Node(kind, found[found.re.groups], target=found[1] if kind == "link" else "")

"""A page that looks like Discord, drawn from what was sent: for pictures, and to look at.

Only the lay-out is ours; which words are a link, a quotation or bold is read as the client reads
it (``discord_markdown``).
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from discord_markdown import Node, read

_TAGS = {
    "strong": "strong",
    "em": "em",
    "underline": "u",
    "strike": "s",
    "code": "code",
    "quote": "blockquote",
    "small": "small",
    "heading": "h3",
    "item": "li",
    "mention": "mark",
}
_LINK_STYLE = 5
_DANGER_STYLE = 4
_SELECT = 3
_OUT = '<svg viewBox="0 0 24 24" class="out"><path d="M14 4h6v6M20 4l-9 9M9 5H5v14h14v-4"/></svg>'
_EYE = (
    '<svg viewBox="0 0 24 24" class="eye"><path d="M2 12s4-6.5 10-6.5S22 12 22 12s-4 6.5-10 6.5'
    'S2 12 2 12z"/><circle cx="12" cy="12" r="2.8"/></svg>'
)
_TURN = '<svg viewBox="0 0 36 16" class="turn"><path d="M2 15V9q0-6 6-6h26"/></svg>'


@dataclass(frozen=True)
class Button:
    """A button as it was sent; ``style`` is Discord's number."""

    label: str
    style: int = 2


@dataclass(frozen=True)
class Sent:
    """A message of the bot: its content and the rows of buttons (or a menu's words) under it.

    ``used`` is the command that it answers, ``by`` who gave it; ``answers`` the beginning of the
    bot's own message whose button was pressed. Without either it just follows the one above.
    """

    content: str
    rows: tuple[tuple[Button, ...], ...] = ()
    ephemeral: bool = False
    used: str | None = None
    by: str = "Ines"
    answers: str | None = None


def rows_of(components: Iterable[dict[str, object]]) -> tuple[tuple[Button, ...], ...]:
    """Return the rows of buttons in a message's components, as they went over the wire."""
    rows = []
    for row in components:
        items = row["components"]
        assert isinstance(items, list)
        rows.append(tuple(_button(item) for item in items))
    return tuple(rows)


def _button(item: dict[str, object]) -> Button:
    if item["type"] == _SELECT:
        return Button(str(item.get("placeholder", "")), -_SELECT)
    style = item["style"]
    assert isinstance(style, int)
    return Button(str(item["label"]), style)


def page(messages: Sequence[Sent]) -> str:
    """Return the page, as HTML, that shows some messages one under the other."""
    shown = "".join(_message(message) for message in messages)
    return f"<!doctype html><meta charset=utf-8><style>{_LOOK}</style><main>{shown}</main>"


def _message(message: Sent) -> str:
    above = _above(message)
    body = f"<div class=content>{markup(read(message.content))}</div>{_buttons(message.rows)}"
    only = f"<footer>{_EYE} Only you can see this</footer>" if message.ephemeral else ""
    kinds = " ".join(["ephemeral"] * message.ephemeral + ["follows"] * (not above))
    return f'<section class="{kinds}">{above}{body}{only}</section>'


def _above(message: Sent) -> str:
    """Return what the message was sent upon, and who sent it; nothing where it just follows."""
    if message.used is not None:
        upon = (
            f"<span class=who>{html.escape(message.by[:1])}</span>"
            f"<b>{html.escape(message.by)}</b> used <em>{html.escape(message.used)}</em>"
        )
    elif message.answers is not None:
        upon = f"<span class='who bot'>“</span><b>On Record</b> {html.escape(message.answers)}"
    else:
        return ""
    return (
        f"<div class=used>{_TURN}{upon}</div><div class=avatar>“1”</div>"
        "<header><b>On Record</b><i>APP</i><time>Today at 09:14</time></header>"
    )


def _buttons(rows: Iterable[Sequence[Button]]) -> str:
    return "".join(f"<div class=row>{''.join(map(_one_button, row))}</div>" for row in rows)


def _one_button(button: Button) -> str:
    label = html.escape(button.label)
    if button.style == -_SELECT:
        return f"<span class=menu>{label}<b>⌄</b></span>"
    kind = " danger" if button.style == _DANGER_STYLE else ""
    return f'<span class="button{kind}">{label}{_OUT if button.style == _LINK_STYLE else ""}</span>'


def markup(nodes: Iterable[Node]) -> str:
    """Return nodes as HTML."""
    pieces: list[str] = []
    for node in nodes:
        block = node.kind in ("quote", "small", "heading", "item")
        if block and pieces and pieces[-1] == "<br>":
            pieces.append("<br>")  # an empty line above a block
        pieces.append(_markup(node))
    return "".join(pieces)


def _markup(node: Node) -> str:
    if node.kind == "line":
        return "<br>"
    inside = html.escape(node.text) + markup(node.inside)
    if node.kind == "link":
        return f'<a href="{html.escape(node.target)}">{inside}</a>'
    tag = _TAGS.get(node.kind)
    return f"<{tag}>{inside}</{tag}>" if tag else inside


_LOOK = """
body { margin: 0; background: #313338; }
main { width: 720px; padding: 18px 0 20px; background: #313338; color: #dbdee1;
  font: 16px/1.375 "gg sans", Inter, "Noto Sans", sans-serif; font-weight: 400; }
section { position: relative; padding: 3px 32px 3px 72px; margin-top: 17px; }
section:first-child { margin-top: 0; }
section.follows { margin-top: 2px; }
section.ephemeral { background: #393c4a; box-shadow: inset 2px 0 #5865f2; padding-bottom: 7px;
  padding-top: 7px; }
.used { margin: 0 0 4px; font-size: 14px; color: #b5bac1; position: relative; }
.used b { color: #c9a6f5; font-weight: 500; }
.used em { color: #a9b9ff; font-style: normal; background: #3c4270; padding: 0 4px;
  border-radius: 3px; }
.used .who { display: inline-block; width: 16px; height: 16px; border-radius: 50%;
  margin-right: 5px; background: #8a5cc8; color: #fff; font: 600 10px/16px Inter, sans-serif;
  text-align: center; }
.used .who.bot { background: #b3362b; }
.turn { position: absolute; left: -37px; top: 8px; width: 34px; height: 15px; fill: none;
  stroke: #4e5058; stroke-width: 2; }
.avatar { position: absolute; left: 16px; width: 40px; height: 40px; border-radius: 50%;
  background: #b3362b; color: #fff; font: 700 17px/40px Inter, sans-serif; text-align: center; }
header b { color: #f2f3f5; font-weight: 500; margin-right: 5px; }
header i { background: #5865f2; color: #fff; font: 500 10px/15px Inter, sans-serif;
  padding: 1px 5px; border-radius: 4px; vertical-align: 1.5px; }
time { color: #949ba4; font-size: 12px; margin-left: 7px; }
.content { overflow-wrap: break-word; }
.content strong { font-weight: 650; color: #f2f3f5; }
blockquote { margin: 1px 0; padding: 0 8px 0 12px; position: relative; max-width: 90%; }
blockquote::before { content: ""; position: absolute; left: 0; top: 0; bottom: 0; width: 4px;
  border-radius: 4px; background: #4e5058; }
small { display: block; font-size: 13px; line-height: 1.4; color: #949ba4; margin: 5px 0 2px; }
small + small { margin-top: 2px; }
h3 { margin: 8px 0 4px; font-size: 20px; color: #f2f3f5; }
li { margin: 4px 0 0 6px; list-style-position: outside; padding-left: 2px; margin-left: 20px; }
a { color: #00a8fc; text-decoration: none; }
mark { background: #3c4270; color: #c9cdfb; border-radius: 3px; padding: 0 2px; }
code { background: #2b2d31; border-radius: 4px; padding: 0 3px; font-size: 14px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
.button { background: #4e5058; color: #fff; font: 500 14px/16px Inter, sans-serif;
  padding: 8px 15px; border-radius: 8px; }
.button.danger { background: #d83c3e; }
.out { width: 14px; height: 14px; margin-left: 7px; vertical-align: -2px; fill: none;
  stroke: #dbdee1; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.menu { flex: 1; max-width: 400px; background: #1e1f22; color: #949ba4; font: 400 15px/20px Inter;
  padding: 9px 12px; border-radius: 8px; }
.menu b { float: right; font-weight: 400; }
footer { color: #949ba4; font-size: 12px; margin-top: 5px; }
.eye { width: 15px; height: 15px; vertical-align: -3px; margin-right: 2px; fill: none;
  stroke: #949ba4; stroke-width: 2; }
"""

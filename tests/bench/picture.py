"""Draw the picture in the README: `python tests/bench/picture.py`, after `make ask`.

The page is the one that the terminal shows; rich writes it as SVG. The fonts are the reader's own:
nothing is fetched when the picture is opened.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from bot.asking import Desk
from bot.cli.ask import TERMINAL_BLOCKS
from bot.pages import page, terminal
from bot.settings import Settings
from bot.wiring import open_record

ROOT = Path(__file__).parents[2]
QUESTION = "what did Kirby say about the North Korea deal?"
PICTURE = ROOT / "tests" / "data" / "answer.svg"
_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def draw(data: Path) -> str:
    """Return the answer to the sample question as an SVG."""
    with open_record(Settings(data=data), "picture", print) as record:
        answer = Desk(record).ask(QUESTION, most=TERMINAL_BLOCKS)
    console = Console(
        record=True,
        width=page.WIDTH + 2,
        file=sys.stderr,
        force_terminal=True,
        color_system="truecolor",
        no_color=False,
        highlight=False,
    )
    page.show(terminal.page(answer), console)
    svg = console.export_svg(title=f'on-record ask "{QUESTION}"', theme=MONOKAI, unique_id="answer")
    return _FONT_FACE.sub("", svg).replace("Fira Code", "ui-monospace, Menlo, Consolas")


if __name__ == "__main__":
    PICTURE.write_text(draw(ROOT / ".sample"), encoding="utf-8")

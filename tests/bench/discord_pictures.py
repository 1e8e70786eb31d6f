"""Draw what the bot sends, for the README: `python tests/bench/discord_pictures.py`.

The real client answers in SimCord's Discord, out of the sample corpus; each message is drawn as it
was sent, in a page that looks like Discord, and photographed by Chromium into docs/.
"""

from __future__ import annotations

import asyncio
import io
import re
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import opened
from discord_newsroom import SERVER, Newsroom, bureau_of, newsroom, values
from discord_page import Sent, page, rows_of
from model_server import model_server
from PIL import Image
from selenium.webdriver.common.by import By
from simcord import InteractionResult

from index.article import from_markdown
from index.state import ServerSettings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
QUESTION = "what did Kirby say about the North Korea deal?"
NOTHING = "what did Kirby say about cricket?"
PASTED = """Bus lane on Harbour Road to open in May
By Ida Marwick
Quillhaven Post

The bus lane on Harbour Road will open on 4 May, two months late, the council said.

“We would rather open it once and properly than twice,” said Maren Tolliday, the council leader.

Corwin Pellow, who speaks for the traders on the road, said that the works had cost his members a
third of their spring. “Nobody asked us when,” he said. He added that the traders would send the
council a bill. The council declined to comment on that.

The lane runs from the quay to the hospital, where most of the morning’s buses already stop. Cars
will be let back into it after seven in the evening, and on Sundays all day.
"""
DRAFT = """The White House is worried. “Our sense is it could include literally thousands of \
rounds, rockets and artillery shells from North Korea,” Kirby said.

“It could be on that scale,” said Vedant Patel, and saw “no indications that that purchase \
has been completed”.
"""
# What a model might write of the sample; the bot proves it as it would any other.
WRITTEN = (
    (
        "would breach UN",
        "John Kirby said that any arms deal between North Korea and Russia would be a "
        "violation of several UN Security Council resolutions",
    ),
    (
        "sees no sign",
        "Kirby said there were “no indications that that purchase has been completed”",
    ),
    (
        "would breach UN",
        "“He is going through a vast amount of inventory to try to subjugate Ukraine,” Kirby said",
    ),
)
# Pictures are drawn twice as large, so that their letters stay sharp.
SCALE = 2


async def scenes(room: Newsroom) -> dict[str, list[Sent]]:
    """Use the bot as a newsroom does; return what it sent, by the name of the picture."""
    answer = await room.reader.slash(room.desk, "ask", question=QUESTION)
    last = (answer.followups or [answer.response])[-1]
    menu = await room.reader.click(last, label="Show in context")
    await room.reader.select(menu.response, [values(menu.response)[2]])
    nothing = await room.reader.slash(room.desk, "ask", question=NOTHING)
    who = await room.reader.slash(
        room.desk, "who", name="Maren Tolliday", topic="the ferry terminal"
    )
    message = await room.chief.send(room.desk, PASTED)
    added = await room.chief.context_menu(room.desk, "Add to On Record", message)
    draft = await room.chief.send(room.desk, DRAFT)
    checked = await room.reader.context_menu(room.desk, "Check against the record", draft)
    room.bureau.save_settings(ServerSettings(SERVER, written=True))
    written = await room.reader.slash(room.desk, "ask", question=QUESTION)
    return {
        "written": _sent(written, "/ask"),
        "checked": _sent(checked, "Check against the record"),
        "answer": _sent(answer, "/ask"),
        "nothing-found": _sent(nothing, "/ask"),
        "who": _sent(who, "/who"),
        "context": [replace(_sent(menu, "")[0], used=None, answers=QUESTION)],
        "add-card": [replace(_sent(added, "Add to On Record")[-1], used="Add to On Record")],
    }


def _draft(messages: list[dict[str, str]]) -> str:
    """Write, with the numbers under which the articles were given."""
    given = messages[1]["content"]
    numbered = re.findall(r'<article number="(\d+)">\n([^\n]*)', given)
    numbers = {name: number for number, head in numbered for name, _ in WRITTEN if name in head}
    return " ".join(f"{text} [{numbers[name]}]." for name, text in WRITTEN)


def _sent(result: InteractionResult, used: str) -> list[Sent]:
    messages = [each for each in (result.response, *result.followups) if each]
    return [
        Sent(each.content, rows_of(each.components), each.ephemeral, None if number else used)
        for number, each in enumerate(messages)
    ]


def photograph(pages: dict[str, str]) -> None:
    """Write a picture of each page into docs/, as small as its colours allow."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    assert chromium, "Install Chromium and its driver: apt-get install chromium chromium-driver"
    assert driver, "Install Chromium's driver: apt-get install chromium-driver"
    with tempfile.TemporaryDirectory() as folder, opened(chromium, driver, Path(folder)) as window:
        window.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": 720, "height": 4_000, "deviceScaleFactor": SCALE, "mobile": False},
        )
        for name, text in pages.items():
            path = Path(folder) / f"{name}.html"
            path.write_text(text, encoding="utf-8")
            window.get(path.as_uri())
            picture = window.find_element(By.TAG_NAME, "main").screenshot_as_png
            _save(picture, DOCS / f"{name}.png")


def _save(picture: bytes, path: Path) -> None:
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").quantize(128).save(path, optimize=True)


def pages() -> dict[str, str]:
    """Return the pages to photograph, by the name of the picture."""
    drafts = tuple(
        from_markdown(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "corpus").glob("*.md"))
    )

    async def play(bureau: Any) -> dict[str, list[Sent]]:
        async with newsroom(bureau) as room:
            return await scenes(room)

    with tempfile.TemporaryDirectory() as folder, model_server() as server:
        server.behaviour.writes = [_draft]
        articles, model = {str(SERVER): drafts}, {"model": "qwen3:8b", "model_url": server.url}
        with bureau_of(Path(folder), articles, **model) as bureau:
            return {name: page(sent) for name, sent in asyncio.run(play(bureau)).items()}


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    photograph(pages())

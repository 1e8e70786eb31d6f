"""A real browser for tests: serve a page, open a link to it, see what it marks.

The page marks the target of a text fragment in a colour of its own; a screenshot shows where.
"""

from __future__ import annotations

import contextlib
import html
import io
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from selenium import webdriver

MARK = (255, 0, 255)
WRONG = "words%20of%20no%20page"
PATIENCE = 10.0  # seconds within which a mark must show; where none is expected, SETTLED are enough
SETTLED = 1.5
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-device-scale-factor=1",
    "--window-size=900,700",
)
# The lines that a range of the article's text covers; paragraphs are parted by two characters.
LINES = """
const [start, end] = arguments;
const range = document.createRange();
let seen = 0;
for (const paragraph of document.querySelectorAll("article p")) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, here = seen;
        seen += node.length;
        if (here <= start && start < seen) range.setStart(node, start - here);
        if (here < end && end <= seen) range.setEnd(node, end - here);
    }
    seen += 2;
}
return Array.from(range.getClientRects(), r => [r.left, r.top, r.right, r.bottom]);
"""


@dataclass(frozen=True)
class Page:
    """A tall page: a headline, a screenful of nothing, the article's paragraphs (HTML)."""

    paragraphs: tuple[str, ...]
    headline: str = "A headline"

    def html(self) -> bytes:
        body = "".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)
        return (
            "<!doctype html><meta charset=utf-8><title>t</title><style>"
            "::target-text{background:#f0f;color:#000} p{line-height:1;font:20px serif}"
            "div{height:3000px}</style>"
            f"<h1>{self.headline}</h1><div></div><article>{body}</article><div></div>"
        ).encode()

    def texts(self) -> list[str]:
        return [html.unescape(re.sub(r"<[^>]+>", "", part)) for part in self.paragraphs]

    def text(self) -> str:
        return "\n\n".join(self.texts())

    def place(self, sentence: str, which: int = 0) -> int:
        """Say where in the text the sentence stands, for the ``which``-th time (from 0)."""
        return [found.start() for found in re.finditer(re.escape(sentence), self.text())][which]


@dataclass(frozen=True)
class Seen:
    """Which lines and end letters of the sentence are marked, pixels marked elsewhere, scroll."""

    lines: list[bool]
    ends: list[bool]
    outside: int
    scrolled: float


@contextlib.contextmanager
def opened(chromium: str, driver: str, profile: Path) -> Iterator[Any]:
    """Start a browser without a window, with an empty profile."""
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    window = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        yield window
    finally:
        window.quit()


@contextlib.contextmanager
def served() -> Iterator[Callable[[Page], str]]:
    """Serve pages on this machine; each call returns the address of one."""
    pages: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            number = self.path.removeprefix("/story-")
            found = number.isdigit() and int(number) < len(pages)
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(pages[int(number)] if found else b"")

        def log_message(self, *_: object) -> None:
            pass

    def add(page: Page) -> str:
        pages.append(page.html())
        return f"http://127.0.0.1:{server.server_port}/story-{len(pages) - 1}"

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield add
        finally:
            server.shutdown()
            thread.join()


def look(browser: Any, link: str, text: str, start: int, end: int) -> Seen:
    """Open a link and return what can be seen of ``text[start:end]``."""
    browser.get("about:blank")
    browser.get(link)
    expected = ":~:" in link and WRONG not in link
    deadline = time.monotonic() + (PATIENCE if expected else SETTLED)
    while True:
        seen = seen_now(browser, text, start, end)
        if time.monotonic() > deadline or (expected and seen.scrolled and any(seen.lines)):
            return seen


def seen_now(browser: Any, text: str, start: int, end: int) -> Seen:
    letters = [place for place in range(start, end) if text[place].isalnum()]
    lines = browser.execute_script(LINES, start, end)
    ends = [browser.execute_script(LINES, at, at + 1)[0] for at in (letters[0], letters[-1])]
    scrolled = browser.execute_script("return window.scrollY")
    marked = marked_pixels(browser.get_screenshot_as_png())
    on_lines, on_ends = ([bool(marked[box(*r)].any()) for r in part] for part in (lines, ends))
    for rectangle in lines:
        marked[box(*rectangle)] = False
    return Seen(on_lines, on_ends, int(marked.sum()), scrolled)


def marked_pixels(picture: bytes) -> np.ndarray[Any, Any]:
    """Return which pixels of a picture have the colour of the mark, by row and column."""
    with Image.open(io.BytesIO(picture)) as image:
        return np.asarray((np.asarray(image.convert("RGB")) == MARK).all(axis=2))


def box(left: float, top: float, right: float, bottom: float) -> tuple[slice, slice]:
    """Return the pixels of a rectangle, one of rounding allowed on each side."""
    return (
        slice(max(0, round(top) - 1), round(bottom) + 1),
        slice(max(0, round(left) - 1), round(right) + 1),
    )

"""Short sentences on what a reader should know of a draft before trusting it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.intake.line.lines import plain, word_count

VERY_SHORT = 80
VERY_LONG = 50_000

SIGN_IN = re.compile(
    r"(?:subscribe|sign in|log in|register|create (?:a|an|your) (?:free )?account)\b.{0,"
    r"40}\b(?:to )?(?:continue|read|unlock|access|keep reading)"
    r"|(?:this|the) (?:article|story|content) is (?:only )?(?:for|available to|reserved for|"
    r"exclusive to)"
    r"|already a (?:subscriber|member)|you have reached your (?:limit|free)|free articles? "
    r"(?:left|remaining)"
)
COOKIES = re.compile(
    r"\bcookies?\b.{0,200}\b(?:accept|agree|consent|preferences|partners|settings|policy)\b"
)
NO_HEADLINE = "No headline was found: the first words stand in for it."
PAID = "The page says that it is for subscribers: the rest of the article may be missing."
# A wall shows a few lines of the article; a whole article below a sign-in button is no wall.
WALLED = 200


def about(text: str, outside: Iterable[str]) -> tuple[str, ...]:
    """Return the warnings for a body and the page's other lines."""
    count = word_count(text)
    found = []
    if count < VERY_SHORT:
        found.append(f"Very short: {count} words.")
    if count > VERY_LONG:
        found.append(f"Very long: {count:,} words. Is it one article?")
    return (*found, *_walls(text, outside, count))


def _walls(text: str, outside: Iterable[str], count: int) -> list[str]:
    if count >= WALLED:
        return []
    page = plain(" ".join(line for line in (*outside, text) if len(line) < 2_000))
    found = []
    if SIGN_IN.search(page):
        found.append("Looks like a sign-in page: the rest of the article may be missing.")
    if COOKIES.search(page):
        found.append("Looks like a cookie notice: the article itself may be missing.")
    return found

"""The headline of a saved page: as the page prints it, without the outlet's name behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.intake.line.lines import plain, telling_words, word_count
from index.intake.page.data import PageData, text_of
from index.intake.page.outlet import is_of_outlet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_TITLE = 300
# A heading of fewer words may be a section's name or a kicker.
FEWEST_WORDS = 4
# Pages have one or two of the first order; a broken one has them in each other by the hundred.
MOST_HEADINGS = 20
_TAGS = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title")
_MARK = re.compile(r"\s+(?:[|–—·•»]|-{1,2})\s+|\s*\|\s*")


def find_title(tree: HtmlElement, data: PageData, outlet: str | None, host: str | None) -> str:
    """Return the headline without the outlet's name behind it; empty when the page has none.

    What readers see comes first: a title for machines is often worded anew, for sharing or for
    search. It tells, though, which of the page's headings is the headline.
    """
    in_head = next((text_of(title) for title in tree.xpath("//head/title")), "")
    stated = data.line("headline") or data.first_meta(_TAGS) or ""
    texts = map(text_of, tree.xpath("//h1")[:MOST_HEADINGS])
    headings = [text for text in texts if 0 < len(text) <= LONGEST_TITLE]
    names = (outlet, host, _name_behind(in_head, headings))
    shown = [text for text in headings if not is_of_outlet(text, *names)]
    chosen = _printed(shown, stated, in_head) or stated or next(iter(shown), in_head)
    return _without_outlet(chosen, names)[:LONGEST_TITLE]


def _printed(shown: list[str], stated: str, in_head: str) -> str | None:
    """Choose the heading that the page's title for machines speaks of; None where none is."""
    same = next((text for text in shown if _begins(stated, text)), None)
    if same or any(plain(stated) in plain(text) for text in shown if stated):
        # A heading that holds more than the title has a kicker or a button in it.
        return same or stated
    told = set(telling_words(f"{stated} {in_head}"))
    shared = {text: len(told.intersection(telling_words(text))) for text in shown}
    best = max(shown, key=lambda text: shared[text], default="")
    return best if word_count(best) >= FEWEST_WORDS and shared[best] else None


def _begins(stated: str, heading: str) -> bool:
    """Tell whether a title is a heading, perhaps with more behind it."""
    return plain(stated).startswith(plain(heading)) and len(heading) > 0.4 * len(stated)


def _name_behind(title: str, headings: list[str]) -> str | None:
    """Return the site's name in "Headline | The Site", where a heading shows it too."""
    marks = list(_MARK.finditer(title))
    if not marks or marks[-1].start() <= len(title) - marks[-1].end():
        return None
    last = title[marks[-1].end() :]
    return last if plain(last) in map(plain, headings) else None


def _without_outlet(title: str, names: tuple[str | None, ...]) -> str:
    marks = list(_MARK.finditer(title))
    if marks and is_of_outlet(title[marks[-1].end() :], *names):
        return title[: marks[-1].start()].strip()
    if marks and is_of_outlet(title[: marks[0].start()], *names):
        return title[marks[0].end() :].strip()
    return title

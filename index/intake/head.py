"""The head of a pasted page: which line is the headline, and where the article begins. Pure."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from index.intake.byline import read_byline, split_title_and_author
from index.intake.date import is_date_line
from index.intake.furniture import crumbs, is_crumb, is_furniture, is_label, opens_list
from index.intake.lines import Line, is_prose, plain, word_count, words

LONGEST_TITLE_WORDS, LONGEST_TITLE = 40, 300
# A shorter line above others may be a section's name or a kicker ("NewsBite", "Opinion").
SURE_TITLE_WORDS = 4
NOTICE_WORDS = 6
# Where a headline is looked for when the address or a repetition points to it.
HEAD_LINES = 80
# Share of a line's words that must stand in the address for the line to be the headline.
SHARE_IN_SLUG = 0.6


@dataclass(frozen=True, slots=True)
class Headline:
    """The title as it stands on ``line``, and the author where the same line names one."""

    title: str
    line: int
    author: str | None = None


def find_headline(lines: list[Line], captions: Set[int], slug: Set[str]) -> Headline | None:
    """Choose the headline: a Markdown heading, what the address spells, what the page repeats,
    else the first line that reads like one before the running text."""
    open_lines = [
        n for n in range(min(len(lines), HEAD_LINES)) if _may_be_title(lines, n, captions)
    ]
    head = [n for n in open_lines if n < first_prose(lines, captions)]
    return (
        _heading(lines, head)
        or _spelled(lines, open_lines, slug)
        or _repeated(lines, head)
        or _first(lines, head)
    )


def first_prose(lines: list[Line], skipped: Set[int]) -> int:
    """Return the number of the first line of running text; the count of lines if there is none."""
    numbers = (n for n, line in enumerate(lines) if n not in skipped and _is_running(line.text))
    return next(numbers, len(lines))


def last_prose(lines: list[Line], skipped: Set[int]) -> int:
    """Return the number of the last line of running text; -1 if there is none."""
    backwards = range(len(lines) - 1, -1, -1)
    return next((n for n in backwards if n not in skipped and _is_running(lines[n].text)), -1)


def _is_running(text: str) -> bool:
    return is_prose(text) and not is_furniture(text) and not is_crumb(text)


def _may_be_title(lines: list[Line], number: int, captions: Set[int]) -> bool:
    text = lines[number].text
    if number in captions or len(text) > LONGEST_TITLE or _is_running(text):
        return False
    if not 1 <= word_count(text) <= LONGEST_TITLE_WORDS or "://" in text:
        return False
    aside = is_furniture(text) or is_label(text) or is_crumb(text) or opens_list(text)
    return not (aside or is_date_line(text) or read_byline(text))


def _heading(lines: list[Line], head: list[int]) -> Headline | None:
    for number in head:
        if lines[number].text.startswith("# "):
            return Headline(lines[number].text[2:].strip(), number)
    return None


def _spelled(lines: list[Line], candidates: list[int], slug: Set[str]) -> Headline | None:
    best: tuple[float, int] = (0.0, 0)
    for number in candidates:
        found = set(words(lines[number].text))
        shared = len(found & slug)
        share = shared / len(found) if found else 0.0
        if shared >= 3 and share >= SHARE_IN_SLUG and share > best[0]:
            best = (share, number)
    return _headline(lines, _last_like(lines, candidates, best[1])) if best[0] else None


def _repeated(lines: list[Line], head: list[int]) -> Headline | None:
    """A headline that the page prints again further on, with its author, or at the end of a path."""
    return _repeated_with_author(lines, head) or _repeated_alone(lines, head)


def _repeated_with_author(lines: list[Line], head: list[int]) -> Headline | None:
    for number in head:
        split = split_title_and_author(lines[number].text)
        same = plain(split[0]) if split else ""
        again = [n for n in head if n > number and plain(lines[n].text) == same]
        if split and again:
            return Headline(lines[again[-1]].text, again[-1], split[1])
    return None


def _repeated_alone(lines: list[Line], head: list[int]) -> Headline | None:
    own = {n: plain(lines[n].text) for n in head}
    paths = {plain(crumbs(line.text)[-1]) for line in lines[:HEAD_LINES] if crumbs(line.text)[1:]}
    for number in _above_byline(lines, head):
        # Twice in a row is how captions stand.
        later = [n for n in head if n > number + 1 and own[n] == own[number]]
        if word_count(own[number]) >= 2 and (later or own[number] in paths):
            return Headline(lines[number].text, _last_like(lines, head, number))
    return None


def _first(lines: list[Line], head: list[int]) -> Headline | None:
    """The first line of some length that heads no menu and no list of other articles."""
    free = [n for n in head if not _in_list(lines, n)] or head[-1:]
    near = _near_text(lines, _above_byline(lines, free))
    sure = [n for n in near if word_count(lines[n].text) >= SURE_TITLE_WORDS]
    chosen = [n for n in sure if not _heads_menu(lines, n, sure[-1])] or sure or near[-1:]
    if first_prose(lines, set()) == len(lines):
        # Verse and lists have no running text that could tell a headline from what follows.
        chosen = free[:1]
    return _headline(lines, _last_like(lines, head, chosen[0])) if chosen else None


def _above_byline(lines: list[Line], candidates: list[int]) -> list[int]:
    bylines = (n for n, line in enumerate(lines[:HEAD_LINES]) if read_byline(line.text))
    byline = next(bylines, len(lines))
    return [n for n in candidates if n < byline] or candidates


def _near_text(lines: list[Line], candidates: list[int]) -> list[int]:
    """Keep the candidates below the last notice: a sentence of the page's own ("View this e-mail
    in your browser") parts a menu or a masthead from the head. Buttons part nothing."""
    if not candidates:
        return []
    notices = [n for n in range(candidates[-1]) if _is_notice(lines[n].text)]
    return [n for n in candidates if n > max(notices, default=-1)]


def _is_notice(text: str) -> bool:
    return is_furniture(text) and word_count(text) >= NOTICE_WORDS


def _heads_menu(lines: list[Line], number: int, last: int) -> bool:
    return number < last and is_label(lines[number + 1].text)


def _in_list(lines: list[Line], number: int) -> bool:
    """Tell whether only headlines stand between a line and a "Read Next" above it."""
    for above in range(number - 1, -1, -1):
        text = lines[above].text
        if opens_list(text):
            return True
        if is_prose(text) or is_furniture(text) or word_count(text) < SURE_TITLE_WORDS:
            return False
    return False


def _last_like(lines: list[Line], candidates: list[int], number: int) -> int:
    same = plain(lines[number].text)
    return max(n for n in candidates if plain(lines[n].text) == same)


def _headline(lines: list[Line], number: int) -> Headline:
    split = split_title_and_author(lines[number].text)
    if split:
        return Headline(split[0], number, split[1])
    return Headline(lines[number].text, number)

"""Which line of a pasted page is the headline. Pure."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from itertools import islice

from index.intake.line.byline import read_byline, split_title_and_author
from index.intake.line.caption import is_doubled
from index.intake.line.date import is_date_line, stated_dates, without_dates
from index.intake.line.furniture import crumbs, is_share_label, opens_list
from index.intake.line.lines import plain, telling_words, word_count, words
from index.intake.paste.sheet import Sheet, is_aside

LONGEST_TITLE_WORDS, LONGEST_TITLE = 40, 300
# A shorter line above others may be a section's name or a kicker ("NewsBite", "Opinion").
SURE_TITLE_WORDS = 4
# A button has fewer words, a notice ("View this e-mail in your browser") has as many.
NOTICE_WORDS = 6
# Where a headline is looked for when the address or a repetition points to it.
HEAD_LINES = 80
# The longest menu above a headline that we saw had 290 lines.
MENU_LINES = 600
# Share of a line's words that must stand in the address for the line to be the headline.
SHARE_IN_SLUG = 0.6
TELLING_WORDS = 2
# Between a headline and its byline stand a standfirst, a section, perhaps an outlet.
LINES_TO_BYLINE = 4
TOLD, TOLD_ABOVE_BYLINE = 0.5, 0.4


@dataclass(frozen=True, slots=True)
class Headline:
    """The title as it stands on ``line``, and the author where the same line names one."""

    title: str
    line: int
    author: str | None = None


def find_headline(sheet: Sheet, slug: Set[str]) -> Headline | None:
    """Choose the headline.

    In this order: a Markdown heading; the line that the address spells (``slug``: its words);
    a line that the page repeats; the first line that reads like one before the running text.
    """
    start = min(sheet.main, default=len(sheet.lines))
    above_text = [n for n in range(max(0, start - MENU_LINES), start) if _may_be_title(sheet, n)]
    near_top = [n for n in range(min(len(sheet.lines), HEAD_LINES)) if _may_be_title(sheet, n)]
    return (
        _heading(sheet, above_text)
        or _spelled(sheet, sorted({*above_text, *near_top}), slug)
        or _repeated_with_author(sheet, above_text)
        or _shown(sheet, above_text)
        or _repeated_alone(sheet, above_text)
        or _first(sheet, above_text)
    )


def _may_be_title(sheet: Sheet, number: int) -> bool:
    text = sheet.text(number)
    if number in sheet.furniture | sheet.prose or len(text) > LONGEST_TITLE:
        return False
    # A line that stands twice in a row may be a headline as well as a caption.
    if number in sheet.captions and not is_doubled(sheet.lines, number):
        return False
    if not 1 <= word_count(text) <= LONGEST_TITLE_WORDS or "://" in text:
        return False
    return not (is_aside(text) or opens_list(text) or is_date_line(text) or read_byline(text))


def _heading(sheet: Sheet, candidates: list[int]) -> Headline | None:
    marked = (n for n in candidates if sheet.text(n).startswith("# "))
    number = next(marked, None)
    return None if number is None else Headline(sheet.text(number)[2:].strip(), number)


def _spelled(sheet: Sheet, candidates: list[int], slug: Set[str]) -> Headline | None:
    shares = {n: _share_in(slug, set(words(sheet.text(n)))) for n in candidates}
    best = max(candidates, key=lambda n: shares[n], default=None)
    if best is None or shares[best] < SHARE_IN_SLUG:
        return None
    return _headline(sheet, _last_like(sheet, candidates, best))


def _share_in(slug: Set[str], found: Set[str]) -> float:
    shared = len(found & slug)
    return shared / len(found) if shared >= 3 else 0.0


def _repeated_with_author(sheet: Sheet, candidates: list[int]) -> Headline | None:
    """Find "Headline by Author" above, and the headline alone further down."""
    last = {plain(sheet.text(n)): n for n in candidates}
    for number in candidates:
        split = split_title_and_author(sheet.text(number))
        again = last.get(plain(split[0]), -1) if split else -1
        if split and again > number:
            return Headline(sheet.text(again), again, split[1])
    return None


def _shown(sheet: Sheet, candidates: list[int]) -> Headline | None:
    """Find the first of the last lines whose words the text uses again.

    A menu's words are not in the article and another article's are few; a headline's are. Above
    a byline or a date a third of them will do.
    """
    told = {word for n in sheet.prose for word in words(sheet.text(n))}
    share = {n: _share_told(sheet.text(n), told) for n in candidates}
    above = [n for n in candidates if share[n] >= TOLD_ABOVE_BYLINE and _is_above_byline(sheet, n)]
    group = _last_group(sheet, above or [n for n in candidates if share[n] >= TOLD])
    return _headline(sheet, _last_like(sheet, candidates, group[0])) if group else None


def _share_told(text: str, told: Set[str]) -> float:
    """Return the share of a line's telling words that the text uses; 0 for a line that is short."""
    telling = telling_words(text)
    if word_count(text) < SURE_TITLE_WORDS or len(telling) < TELLING_WORDS:
        return 0.0
    return sum(_is_told(word, told) for word in telling) / len(telling)


def _last_group(sheet: Sheet, chosen: list[int]) -> list[int]:
    """Return the last of the chosen lines with those directly above it.

    Only buttons may stand between a headline and its standfirst; the name of a section or a menu
    parts them.
    """
    group = chosen[-1:]
    for number in reversed(chosen[:-1]):
        between = range(number + 1, group[0])
        if not all(n in sheet.furniture or is_share_label(sheet.text(n)) for n in between):
            break
        group.insert(0, number)
    return group


def _is_above_byline(sheet: Sheet, number: int) -> bool:
    below = (n for n in range(number + 1, len(sheet.lines)) if not _is_passed_over(sheet, n))
    return any(_signs(sheet.text(n)) for n in islice(below, LINES_TO_BYLINE))


def _is_passed_over(sheet: Sheet, number: int) -> bool:
    stamp = is_date_line(sheet.text(number))
    return not stamp and (
        number in sheet.captions | sheet.furniture or is_aside(sheet.text(number))
    )


def _signs(text: str) -> bool:
    return read_byline(text) is not None or (is_date_line(text) and bool(stated_dates(text)))


def _is_told(word: str, told: Set[str]) -> bool:
    return word in told or word.rstrip("s") in told or f"{word}s" in told


def _repeated_alone(sheet: Sheet, candidates: list[int]) -> Headline | None:
    """Find a headline that is printed again, or that ends a path of sections."""
    own = {n: plain(sheet.text(n)) for n in candidates}
    last = {text: n for n, text in own.items()}
    top = [crumbs(line.text) for line in sheet.lines[:HEAD_LINES]]
    paths = {plain(path[-1]) for path in top if len(path) > 1}
    for number in _above_byline(sheet, candidates):
        # Twice in a row is how captions stand.
        later = last[own[number]] > number + 1
        if word_count(own[number]) >= 2 and (later or own[number] in paths):
            return _headline(sheet, _last_like(sheet, candidates, number))
    return None


def _first(sheet: Sheet, candidates: list[int]) -> Headline | None:
    """Find the first line of some length near the text that is in no list of other articles."""
    free = [n for n in candidates if not _in_list(sheet, n)] or candidates[-1:]
    near = _near_text(sheet, _above_byline(sheet, free))
    sure = [n for n in near if word_count(sheet.text(n)) >= SURE_TITLE_WORDS]
    chosen = _last_group(sheet, sure) or near[-1:]
    if not sheet.prose:
        # Verse and lists have no running text that could tell a headline from what follows.
        chosen = free[:1]
    return _headline(sheet, _last_like(sheet, candidates, chosen[0])) if chosen else None


def _above_byline(sheet: Sheet, candidates: list[int]) -> list[int]:
    bylines = (n for n, line in enumerate(sheet.lines[:HEAD_LINES]) if read_byline(line.text))
    byline = next(bylines, len(sheet.lines))
    return [n for n in candidates if n < byline] or candidates


def _near_text(sheet: Sheet, candidates: list[int]) -> list[int]:
    """Keep the candidates below the last notice, which parts a menu or a masthead from the head.

    Buttons part nothing: they stand between a headline and its standfirst too.
    """
    above = (n for n in sheet.furniture if n < max(candidates, default=0))
    notices = (n for n in above if word_count(without_dates(sheet.text(n))) >= NOTICE_WORDS)
    last = max(notices, default=-1)
    return [n for n in candidates if n > last]


def _in_list(sheet: Sheet, number: int) -> bool:
    """Tell whether only headlines stand between a line and a "Read Next" above it."""
    for above in range(number - 1, -1, -1):
        if opens_list(sheet.text(above)):
            return True
        if above in sheet.prose | sheet.furniture:
            return False
        if word_count(sheet.text(above)) < SURE_TITLE_WORDS:
            return False
    return False


def _last_like(sheet: Sheet, candidates: list[int], number: int) -> int:
    same = plain(sheet.text(number))
    return max(n for n in candidates if plain(sheet.text(n)) == same)


def _headline(sheet: Sheet, number: int) -> Headline:
    split = split_title_and_author(sheet.text(number))
    title, author = split or (sheet.text(number), None)
    return Headline(title, number, author)

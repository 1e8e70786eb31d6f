"""What stands below an article: its author's life, other headlines, readers' comments. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, takewhile

from index.intake.line.byline import is_name
from index.intake.line.date import is_date_line
from index.intake.line.furniture import is_label, opens_comments, opens_list
from index.intake.line.lines import plain, word_count
from index.intake.paste.sheet import Sheet, is_aside

# A biography stands among the last paragraphs.
LAST_PARAGRAPHS = 4
SHORTEST_LIFE = 6
# Two replies or "3 days ago" after the word "Comments" show that readers are speaking there.
COMMENT_SIGNS = 2
# A shorter line under "Related" may be a crosshead of the article.
SHORTEST_HEADLINE_WORDS = 4
# A foot has this many lines, and this many of them are known; teasers of other articles may
# stand below it, but not more than a part of what the article has.
LINES_OF_FOOT, FURNITURE_IN_FOOT, TEXT_BELOW_FOOT = 6, 3, 0.3
_AND = re.compile(r",\s+|\s+(?:and|&|und|y|et)\s+")

_TRADE = (
    r"(?:writer|reporter|journalist|correspondent|editor|columnist|author|novelist|fellow|"
    r"contributor|critic"
    r"|freelancer?|blogger|staff|photographer|producer|redakteurin?|journalistin?|autorin?|"
    r"korrespondentin?"
    r"|periodista|escritora?|redactora?)"
)
_LIFE = re.compile(
    rf"\A(?P<name>[^,.]{{4,50}}?),?\s+(?:(?:is|was|has been|ist|war|es)\b[^.]{{0,"
    rf"120}}?\b{_TRADE}s?\b"
    rf"|(?:covers|reports|writes|edits|has (?:written|worked|covered|reported)|joined|"
    rf"schreibt|berichtet|escribe)\b)",
)
_LIFE_OF_AUTHOR = (
    r"\s+(?:is|was|has|covers|reports|writes|edits|joined|works|worked|lives|teaches|ist|schreibt"
    r"|es)\b"
)
_GOES_ON = re.compile(
    r"(?:(?:he|she|they|his|her|their)\b|follow (?:him|her|them)\b|(?:e-?mail|contact|reach) "
    r"(?:him|her|them|the author)\b"
    r"|(?:you can )?(?:follow|reach|contact|find) \S+|twitter\b|@\w+|\S+@\S+\Z|sie (?:hat|ist|"
    r"schreibt)|er (?:hat|ist|schreibt))",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|meet) (?:the|our) (?:authors?|writers?|reporters?)|über (?:den autor|die "
    r"autorin)|sobre (?:el autor|la autora)",
    re.I,
)
_COMMENT_SIGN = re.compile(
    r"(?:reply|like|report|respect|recommend|share|flag)(?: ?\(?\d*\)?)?|\d+ replies|"
    r".*\b(?:ago|edited)\Z"
)


def biography(sheet: Sheet, kept: list[int], byline: str | None) -> tuple[set[int], str | None]:
    """Return the lines at the end that tell of the author, and the author's name in them.

    ``kept`` are the numbers of the lines that are left as article text. A life is the author's
    when it begins with the name in the byline; without a byline, when it tells of a writer whom
    the article nowhere else names.
    """
    prose = [n for n in kept if word_count(sheet.text(n)) >= SHORTEST_LIFE]
    for number in prose[-LAST_PARAGRAPHS:]:
        name = _author_of_life(sheet, kept, number, byline)
        if name:
            going_on = _while_going_on(sheet, [n for n in kept if n > number])
            if all(n <= number or n in going_on for n in prose):
                return {number, *going_on}, name
    return set(), None


def about_the_author(sheet: Sheet, kept: list[int]) -> set[int]:
    """Return the lines from "About the author" to the last running text, when little is left."""
    for number in kept:
        if _is_about(sheet.text(number)):
            prose = [n for n in kept if n > number and n in sheet.prose]
            if len(prose) <= LAST_PARAGRAPHS:
                return {n for n in kept if number <= n <= max(prose, default=n)}
    return set()


def other_headlines(sheet: Sheet, title_line: int) -> set[int]:
    """Return the lines that head a list of other articles, and the headlines under them.

    The list ends at running text, at the article's own headline, or at a line too short to be
    a headline (a crosshead). When nothing but headlines follows to the end, all of it goes.
    """
    found: set[int] = set()
    for number, line in enumerate(sheet.lines):
        if number not in found and number != title_line and opens_list(line.text):
            found.add(number)
            found |= _list_below(sheet, number, title_line)
    return found


def readers_comments(sheet: Sheet, last_text: int) -> set[int]:
    """Return the readers' comments: all after their heading, if signs of replies are among them.

    ``last_text`` is the last line of running text. The same words above the article are a button.
    """
    signs = {n for n, line in enumerate(sheet.lines) if _is_sign_of_comments(line.text)}
    for number in range(sheet.first_prose() + 1, len(sheet.lines)):
        if opens_comments(sheet.text(number)):
            after = [n for n in signs if n > number]
            if len(after) >= COMMENT_SIGNS or number > last_text:
                return set(range(number, len(sheet.lines)))
    return set()


def foot_of_page(sheet: Sheet) -> set[int]:
    """Return all lines from the first menu or row of notices below the main text on.

    A run of lines that are no running text is the page's foot when several of them are surely
    furniture; a list or a table of the article has none. Nothing is cut when much running text
    follows.
    """
    for run in _runs(sheet, max(sheet.main, default=len(sheet.lines)) + 1):
        sure = [n for n in run if _is_of_page(sheet, n)]
        if len(run) >= LINES_OF_FOOT and len(sure) >= FURNITURE_IN_FOOT:
            after = sum(word_count(sheet.text(n)) for n in sheet.prose if n > run[-1])
            main = sum(word_count(sheet.text(n)) for n in sheet.prose if n in sheet.main)
            if after <= TEXT_BELOW_FOOT * main:
                return set(range(sure[0], len(sheet.lines)))
    return set()


def _runs(sheet: Sheet, start: int) -> Iterator[list[int]]:
    """Yield the runs of lines that are no running text, from a line on."""
    numbers = range(start, len(sheet.lines))
    for is_text, run in groupby(numbers, lambda n: n in sheet.prose):
        if not is_text:
            yield list(run)


def _is_of_page(sheet: Sheet, number: int) -> bool:
    text = sheet.text(number)
    return number in sheet.furniture or is_aside(text) or opens_list(text)


def _list_below(sheet: Sheet, opener: int, title_line: int) -> set[int]:
    ends_page = opener > sheet.last_prose()
    found: set[int] = set()
    for number in range(opener + 1, len(sheet.lines)):
        is_text = number in sheet.prose or number == title_line
        if is_text or (not ends_page and _may_be_crosshead(sheet, number)):
            break
        found.add(number)
    return found


def _may_be_crosshead(sheet: Sheet, number: int) -> bool:
    text = sheet.text(number)
    aside = number in sheet.furniture or is_label(text) or is_date_line(text)
    return word_count(text) < SHORTEST_HEADLINE_WORDS and not aside


def _is_sign_of_comments(text: str) -> bool:
    return len(text) <= 80 and _COMMENT_SIGN.fullmatch(plain(text)) is not None


def _is_about(text: str) -> bool:
    return len(text) <= 40 and _ABOUT.fullmatch(plain(text).rstrip(":")) is not None


def _author_of_life(sheet: Sheet, kept: list[int], number: int, byline: str | None) -> str | None:
    text = sheet.text(number)
    if byline:
        names = (name for name in _AND.split(byline) if name)
        lives = (n for n in names if re.match(re.escape(n) + _LIFE_OF_AUTHOR, text, re.IGNORECASE))
        return next(lives, None)
    life = _LIFE.match(text[:300])
    if life is None or not is_name(life["name"]):
        return None
    surname = life["name"].split()[-1]
    elsewhere = any(surname in sheet.text(n) for n in kept if n != number)
    return None if elsewhere else life["name"]


def _while_going_on(sheet: Sheet, numbers: list[int]) -> list[int]:
    return list(takewhile(lambda n: _GOES_ON.match(plain(sheet.text(n))) is not None, numbers))

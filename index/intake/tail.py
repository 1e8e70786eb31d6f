"""What stands below an article: its author's life, other headlines, readers' comments. Pure."""

from __future__ import annotations

import re
from collections.abc import Set

from index.intake.byline import is_name
from index.intake.date import is_date_line
from index.intake.furniture import is_furniture, is_label, opens_comments, opens_list
from index.intake.lines import Line, is_prose, plain, word_count

# A biography stands among the last paragraphs.
LAST_PARAGRAPHS = 4
# Two replies or "3 days ago" after the word "Comments" show that readers are speaking there.
COMMENT_SIGNS = 2
SHORTEST_HEADLINE_WORDS = 4

_TRADE = (
    r"(?:writer|reporter|journalist|correspondent|editor|columnist|author|novelist|fellow|contributor|critic"
    r"|freelancer?|blogger|staff|photographer|producer|redakteurin?|journalistin?|autorin?|korrespondentin?"
    r"|periodista|escritora?|redactora?)"
)
_LIFE = re.compile(
    rf"\A(?P<name>[^,.]{{4,50}}?),?\s+(?:(?:is|was|has been|ist|war|es)\b[^.]{{0,120}}?\b{_TRADE}s?\b"
    rf"|(?:covers|reports|writes|edits|has (?:written|worked|covered|reported)|joined|schreibt|berichtet|escribe)\b)",
)
_LIFE_OF_AUTHOR = r"\s+(?:is|was|has|covers|reports|writes|edits|joined|works|worked|lives|teaches|ist|schreibt|es)\b"
_GOES_ON = re.compile(
    r"(?:(?:he|she|they|his|her|their)\b|follow (?:him|her|them)\b|(?:e-?mail|contact|reach) (?:him|her|them|the author)\b"
    r"|(?:you can )?(?:follow|reach|contact|find) \S+|twitter\b|@\w+|\S+@\S+\Z|sie (?:hat|ist|schreibt)|er (?:hat|ist|schreibt))",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|meet) (?:the|our) (?:authors?|writers?|reporters?)|über (?:den autor|die autorin)|sobre (?:el autor|la autora)",
    re.I,
)
_COMMENT_SIGN = re.compile(
    r"(?:reply|like|report|respect|recommend|share|flag)(?: ?\(?\d*\)?)?|\d+ replies|.*\b(?:ago|edited)\Z"
)


def biography(
    lines: list[Line], kept: list[int], byline: str | None
) -> tuple[set[int], str | None]:
    """Return the lines at the end that tell of the author, and the author's name in them.

    ``kept`` are the numbers of the lines that are left as article text. A life is the author's
    when it begins with the name in the byline; without a byline, when it tells of a writer whom
    the article nowhere else names.
    """
    prose = [n for n in kept if is_prose(lines[n].text)]
    for number in prose[-LAST_PARAGRAPHS:]:
        name = _author_of_life(lines, kept, number, byline)
        if name:
            going_on = _while_going_on(lines, [n for n in kept if n > number])
            if not [n for n in prose if n > number and n not in going_on]:
                return {number, *going_on}, name
    return set(), None


def about_the_author(lines: list[Line], kept: list[int]) -> set[int]:
    """Return the lines from "About the author" on, when little follows it."""
    for number in kept:
        if len(lines[number].text) <= 40 and _ABOUT.fullmatch(
            plain(lines[number].text).rstrip(":")
        ):
            prose = [n for n in kept if n > number and is_prose(lines[n].text)]
            if len(prose) <= LAST_PARAGRAPHS:
                return {n for n in kept if n >= number and (not prose or n <= prose[-1])}
    return set()


def other_headlines(lines: list[Line], title_line: int) -> set[int]:
    """Return the lines that head a list of other articles, and the headlines under them.

    The list ends at running text, at the article's own headline, or at a line too short to be
    a headline (a crosshead). When nothing but headlines follows to the end, all of it goes.
    """
    found: set[int] = set()
    last_text = max((n for n, line in enumerate(lines) if is_prose(line.text)), default=-1)
    for number, line in enumerate(lines):
        if opens_list(line.text) and number != title_line:
            found.add(number)
            found |= _run(lines, number + 1, title_line, ends_page=number > last_text)
    return found


def readers_comments(lines: list[Line], first_text: int, last_text: int) -> set[int]:
    """Return the readers' comments: all after their heading, if signs of replies are among them.

    ``first_text`` and ``last_text`` are the first and the last line of running text: the same
    words above the article are a button.
    """
    for number, line in enumerate(lines):
        if number > first_text and opens_comments(line.text):
            after = lines[number + 1 :]
            signs = [other for other in after if _COMMENT_SIGN.fullmatch(plain(other.text)[:80])]
            if len(signs) >= COMMENT_SIGNS or number > last_text:
                return set(range(number, len(lines)))
    return set()


def _run(lines: list[Line], start: int, title_line: int, *, ends_page: bool) -> set[int]:
    found: set[int] = set()
    for number in range(start, len(lines)):
        text = lines[number].text
        short = word_count(text) < SHORTEST_HEADLINE_WORDS
        aside = is_furniture(text) or is_label(text) or is_date_line(text)
        if number == title_line or is_prose(text) or (short and not aside and not ends_page):
            break
        found.add(number)
    return found


def _author_of_life(
    lines: list[Line], kept: list[int], number: int, byline: str | None
) -> str | None:
    text = lines[number].text
    if byline:
        names = [name for name in re.split(r",\s+|\s+(?:and|&|und|y)\s+", byline) if name]
        return next(
            (n for n in names if re.match(re.escape(n) + _LIFE_OF_AUTHOR, text, re.I)), None
        )
    life = _LIFE.match(text[:300])
    if life is None or not is_name(life["name"]):
        return None
    surname = life["name"].split()[-1]
    elsewhere = any(surname in lines[n].text for n in kept if n != number)
    return None if elsewhere else life["name"]


def _while_going_on(lines: list[Line], numbers: list[int]) -> list[int]:
    going_on: list[int] = []
    for number in numbers:
        if not _GOES_ON.match(plain(lines[number].text)):
            break
        going_on.append(number)
    return going_on

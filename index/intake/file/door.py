"""The door of intake: a file's name and bytes in, a draft of an article out."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import PurePath

from index.article import FENCE, Draft, from_markdown
from index.errors import BadFrontMatter, NoArticleText
from index.intake import apart, paste
from index.intake.decode import check_size, decode
from index.intake.handed import Handed
from index.intake.kinds import PARSED
from index.intake.page import is_page

# Somewhere on earth it is already tomorrow: a date up to UTC+14 is not in the future.
_FIRST_TO_SEE_THE_DAY = datetime.timezone(datetime.timedelta(hours=14))
# Front matter is a dozen lines; YAML of megabytes would take minutes to read.
LONGEST_FRONT_MATTER = 20_000


def latest_day() -> datetime.date:
    """Return the latest day that a publication can have: today, wherever it is latest."""
    return datetime.datetime.now(_FIRST_TO_SEE_THE_DAY).date()


def read(name: str, data: bytes, today: datetime.date | None = None) -> Draft:
    """Read what a person handed in: pasted text, Markdown with front matter, a page, PDF or Word.

    ``name`` is the file's name (its suffix decides; anything unknown is looked at as text), or
    "standard input". ``today`` is the latest day that a date of publication may be. Raises
    ``NotReadable``, ``NoArticleText`` or ``BadFrontMatter``, each with a sentence for the person.
    """
    latest = today or latest_day()
    handed = Handed(PurePath(name).name or name, data, latest)
    check_size(handed.name, len(data))
    draft = apart.read(handed) if _is_parsed(handed) else _read_text(handed)
    return replace(draft, added_from=draft.added_from or handed.name)


def _is_parsed(handed: Handed) -> bool:
    return handed.suffix in PARSED or handed.is_pdf


def _read_text(handed: Handed) -> Draft:
    """Read what needs no parser but ours, in this process: no line costs more among many."""
    decoded = decode(handed.name, handed.data)
    if is_page(decoded.text):
        return apart.read(replace(handed, data=decoded.text.encode(), charset="utf-8"))
    noted = (decoded.warning,) if decoded.warning else ()
    front = handed.suffix == ".md" and decoded.text.startswith(FENCE)
    draft = _front_matter(decoded.text) if front else paste.clean(decoded.text, handed.today)
    return replace(draft, warnings=(*noted, *draft.warnings))


def _front_matter(text: str) -> Draft:
    head = text[:LONGEST_FRONT_MATTER].replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST_FRONT_MATTER and f"\n{FENCE}\n" not in head:
        raise BadFrontMatter(
            f"The front matter opens with {FENCE} and is not closed within "
            f"{LONGEST_FRONT_MATTER:,} "
            f"letters. End it with a line {FENCE}."
        )
    draft = from_markdown(text)
    if not draft.text.strip():
        raise NoArticleText("There is front matter but no article text below it.")
    return draft

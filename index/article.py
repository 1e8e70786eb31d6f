"""Article: what was published, and its form on disk, Markdown with front matter.

Pure: nothing here touches a disk. ``to_markdown`` and ``from_markdown`` are each other's inverse.
"""

from __future__ import annotations

import calendar
import datetime
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import yaml

from index.errors import BadFrontMatter

Precision = Literal["day", "month", "year"]
Found = Literal["given", "metadata", "feed", "page", "byline"]

FENCE = "---"
FOUND: tuple[Found, ...] = ("given", "metadata", "feed", "page", "byline")
_FENCE_LINE = re.compile(rf"^{FENCE}[ \t]*$", re.MULTILINE)
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_TIME_OF_DAY = re.compile(r"(?<=^[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ][0-9:.+Zz -]+\Z")
_ID = re.compile(r"[0-9a-f]{10,64}\Z")
_TEXT_FIELDS = ("id", "title", "outlet", "byline", "url", "added_from")


@dataclass(frozen=True, slots=True)
class Published:
    """The date of publication: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, and how it was found.

    ``given``: the person adding said so. ``metadata``: the page's own data. ``feed``: that of the
    feed that named the page. ``page``: its visible text. ``byline``: the line that names the
    author. Never the day of adding.
    """

    date: str
    found: Found

    def __post_init__(self) -> None:
        _check_date(self.date)

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        if len(self.date) == len("2023"):
            return "year"
        return "month" if len(self.date) == len("2023-08") else "day"

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day that the date may mean."""
        return _days(self.date)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it was read from a file or a paste, not yet saved: it has no id."""

    title: str
    text: str
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Published | None = None
    added_from: str | None = None
    article_id: str | None = None
    warnings: tuple[str, ...] = ()
    also_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A saved article. Offsets everywhere in the product point into ``text``.

    ``text`` is the body without the title, paragraphs parted by an empty line. ``added_from``
    is the name of the file that it came from, for a reader who has no link. ``also_at``: other
    addresses at which the identical text was found.
    """

    article_id: str
    title: str
    text: str
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Published | None = None
    added_from: str | None = None
    also_at: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """All addresses of the article, the one that is cited first."""
        return (self.url, *self.also_at) if self.url else self.also_at

    @property
    def content_hash(self) -> str:
        """Sha-256 of the text, in hexadecimal: which version a citation was made from."""
        return text_hash(self.text)


def text_hash(text: str) -> str:
    """Return the sha-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def is_article_id(value: str) -> bool:
    """Tell whether a string has the form of an article's id (ten or more hexadecimal digits)."""
    return _ID.match(value) is not None


def to_markdown(article: Article) -> str:
    """Write an article as Markdown with front matter; ``from_markdown`` reads it back."""
    published = article.published
    fields: dict[str, Any] = {
        "id": article.article_id,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "url": article.url,
        "published": published.date if published else None,
        "published_found": published.found if published else None,
        "added_from": article.added_from,
        "also_at": list(article.also_at) or None,
    }
    present = {name: value for name, value in fields.items() if value is not None}
    head = yaml.safe_dump(present, allow_unicode=True, sort_keys=False, width=10_000)
    return f"{FENCE}\n{head}{FENCE}\n\n{article.text}\n"


def from_markdown(markdown: str) -> Draft:
    """Read Markdown with front matter.

    Without a ``title`` the first ``#`` heading, else the first line, is the title (and stays out
    of the text). Raises ``BadFrontMatter`` when the head is not understood.
    """
    head, body = _split(markdown)
    fields = _fields(head)
    title = fields.get("title")
    if not title:
        title, body = _title_from_body(body)
    return Draft(
        title=title,
        text=body,
        outlet=fields.get("outlet"),
        byline=fields.get("byline"),
        url=fields.get("url"),
        published=_published(fields),
        added_from=fields.get("added_from"),
        article_id=_article_id(fields),
        also_at=_addresses(fields.get("also_at")),
    )


class _AsWritten(yaml.SafeLoader):
    """Reads every value as the text that stands there: "No", 12:30 or 007 are titles like others.

    Only an empty value, ``~`` and ``null`` are none.
    """


_AsWritten.yaml_implicit_resolvers = {
    sign: [rule for rule in rules if rule[0] == "tag:yaml.org,2002:null"]
    for sign, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _split(markdown: str) -> tuple[dict[str, Any], str]:
    text = markdown.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    opening = _FENCE_LINE.match(text)
    if opening is None:
        return {}, text.strip("\n")
    closing = _FENCE_LINE.search(text, opening.end())
    if closing is None:
        raise BadFrontMatter(
            f"The front matter opens with {FENCE} but is never closed. End it with a line {FENCE}."
        )
    return _parse_head(text[opening.end() : closing.start()]), text[closing.end() :].strip("\n")


def _parse_head(head: str) -> dict[str, Any]:
    try:
        fields = yaml.load(head, Loader=_AsWritten)  # noqa: S506 - it is a SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # ValueError: a value that is tagged as a date or number and is none. RecursionError:
        # thousands of brackets within brackets.
        raise BadFrontMatter(
            f"The front matter is not valid YAML ({_first_line(error)}). "
            "Put values that hold a colon in quotation marks."
        ) from error
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise BadFrontMatter("The front matter must be lines of the form “name: value”.")
    return fields


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _fields(head: dict[str, Any]) -> dict[str, Any]:
    fields = dict(head)
    for name in _TEXT_FIELDS:
        value = fields.get(name)
        if value is not None:
            fields[name] = _text_field(name, value)
    return fields


def _text_field(name: str, value: object) -> str | None:
    if not isinstance(value, str):
        raise BadFrontMatter(
            f"“{name}” in the front matter must be one line of text, "
            "not a list and not fields of its own."
        )
    return " ".join(value.split()) or None


def _addresses(value: object) -> tuple[str, ...]:
    """Read one address or a list of them."""
    listed = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(text for each in listed if (text := _text_field("also_at", each)))


def _title_from_body(body: str) -> tuple[str, str]:
    first, _, rest = body.lstrip().partition("\n")
    return first.lstrip("# ").strip(), rest.strip("\n")


def _article_id(fields: dict[str, Any]) -> str | None:
    value = fields.get("id")
    return value if value and is_article_id(value) else None


def _published(fields: dict[str, Any]) -> Published | None:
    value = fields.get("published")
    if value is None:
        return None
    found = fields.get("published_found", "given")
    if found not in FOUND:
        raise BadFrontMatter(f"“published_found” must be one of {', '.join(FOUND)}.")
    return Published(date=_date_text(value), found=found)


def _date_text(value: object) -> str:
    if not isinstance(value, str):
        raise BadFrontMatter("“published” must be a date: 2023-08-04, 2023-08 or 2023.")
    # Of a time, the day of the place where it was written.
    return _TIME_OF_DAY.sub("", value.strip())


@lru_cache(maxsize=10_000)
def _days(value: str) -> tuple[datetime.date, datetime.date]:
    year, *rest = map(int, value.split("-"))
    if len(rest) > 1:
        day = datetime.date(year, *rest)
        return day, day
    first = datetime.date(year, rest[0] if rest else 1, 1)
    month = rest[0] if rest else 12
    return first, datetime.date(year, month, calendar.monthrange(year, month)[1])


def _check_date(value: str) -> None:
    match = _DATE.match(value)
    try:
        if match is None:
            raise ValueError(value)
        datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError as error:
        raise BadFrontMatter(
            f"“{value[:40]}” is not a date. Write 2023-08-04, 2023-08 or 2023."
        ) from error

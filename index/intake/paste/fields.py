"""Header lines at the top of an exported text: "Title: …", "Date: …", "URL: …". Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.intake.line.lines import Line, is_special_length

# One such line may be an article's first words ("Title: a short history"); two are an export.
FEWEST_FIELDS = 2

_NAMES = {
    "title": "title headline subject überschrift titel título titre",
    "byline": "by byline author authors writer autor autorin auteur",
    "published": "date published publication-date published-date pubdate datum fecha load-date",
    "url": "url link original-url permalink address",
    "outlet": "outlet publication newspaper site publisher source-name quelle medium",
    "source": "source",
    "aside": "from to cc sent "
    "section language length words copyright tags keywords type edition page accessed "
    "retrieved id",
}
_FIELD_OF = {alias: name for name, aliases in _NAMES.items() for alias in aliases.split()}
_FIELD = re.compile(r"\**(?P<name>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ _-]{1,20}?)\s?:\**\s+(?P<value>\S.*)\Z")
_BODY = re.compile(r"(?:body|text|full text|content|article)\s*:?\Z", re.IGNORECASE)


def header_fields(lines: list[Line]) -> tuple[Mapping[str, str], list[Line]]:
    """Split the header lines at the top from the rest; no fields and all lines when there are none.

    Fields are ``title``, ``byline``, ``published``, ``url`` and ``outlet``; a name given twice
    keeps its first value.
    """
    fields: dict[str, str] = {}
    count = 0
    for line in lines:
        named = _read(line.text)
        if named is None:
            break
        fields.setdefault(*named)
        count += 1
    if count < FEWEST_FIELDS or not fields.keys() - {"aside"}:
        return {}, lines
    rest = lines[count:]
    if rest and _BODY.match(rest[0].text):
        rest = rest[1:]
    fields.pop("aside", None)
    return fields, rest


def _read(text: str) -> tuple[str, str] | None:
    match = _FIELD.match(text) if is_special_length(text) else None
    if match is None:
        return None
    name = _FIELD_OF.get(match["name"].strip().casefold().replace(" ", "-").replace("_", "-"))
    if name is None:
        return None
    value = match["value"].strip()
    if name == "source":
        name = "url" if value.startswith(("http://", "https://")) else "outlet"
    return name, value

"""Agency: whose report an article carries, where its dateline, byline or outlet says so. Pure.

What ten papers print from one agency is one report, not ten.
"""

from __future__ import annotations

import re
from functools import cache

from index.article import Article

# Each agency by the name that readers know, and the other names it goes by. Sites and long names
# mean nothing else; the short names in ``_ALONE`` are also states, initials and words.
_NAMES = {
    "AP": ("Associated Press", "AP News", "apnews.com"),
    "Reuters": ("reuters.com", "Thomson Reuters"),
    "AFP": ("Agence France-Presse", "Agence France Presse", "afp.com"),
    "dpa": ("Deutsche Presse-Agentur", "dpa.com", "dpa international"),
    "PA": ("PA Media", "Press Association", "PA news agency", "PA Wire"),
    "UPI": ("United Press International", "upi.com"),
    "AAP": ("Australian Associated Press", "AAP Newswire", "aap.com.au"),
    "Canadian Press": ("The Canadian Press", "thecanadianpress.com"),
    "PTI": ("Press Trust of India", "ptinews.com"),
    "ANSA": ("ansa.it",),
    "EFE": ("Agencia EFE", "efe.com"),
    "Xinhua": ("xinhuanet.com", "Xinhua News Agency"),
    "Kyodo": ("Kyodo News",),
    "Yonhap": ("Yonhap News Agency", "yna.co.kr"),
    "Interfax": ("interfax.com",),
    "Tass": ("TASS", "tass.com"),
}
_ALONE = frozenset(("AP", "PA", "PTI", "EFE", "ANSA", "AAP"))
# "LONDON (Reuters) - ", "PARIS, Aug 31 (AFP) — ", "Berlin (dpa) – "; a headline may stand above.
_DATELINE = re.compile(r"\s*[^\W\d_][^()\n]{1,59}\((?P<name>[\w .-]{2,24})\)\s*[-–—]")
_LINES = 2
_CREDIT = re.compile(r"\((?P<name>[\w .-]{2,24})\)\.?$")
_LAST = 300
# "Jane Doe, Associated Press", "Jane Doe | AFP", "Jane Doe/AP", "Jane Doe and AP"
_PARTS = re.compile(r"\s*(?:[,|/;·]|\band\b|\bwith\b|\bof\b|\bfor\b)\s*", re.IGNORECASE)


def agency(article: Article) -> str | None:
    """Return the agency whose report an article is, by the name that readers know, or None."""
    return (
        _from_dateline(article.text)
        or _from_byline(article.byline or "")
        or _from_last_line(article.text)
        or agency_named(article.outlet or "")
        or _from_address(article.url or "")
    )


def _from_dateline(text: str) -> str | None:
    lines = [line for line in text[:2_000].split("\n") if line.strip()][:_LINES]
    found = (_DATELINE.match(line) for line in lines)
    return next((name for each in found if each and (name := agency_named(each["name"]))), None)


def _from_last_line(text: str) -> str | None:
    """Read "(AFP)" where it closes the article."""
    last = _CREDIT.search(text[-_LAST:].rstrip().rpartition("\n")[2])
    return agency_named(last["name"]) if last else None


def _from_byline(byline: str) -> str | None:
    """Read the agency behind an author. "Ann Roe, Scranton, PA" lives in Pennsylvania."""
    parts = [part for part in _PARTS.split(byline) if part]
    for part in parts:
        name = agency_named(part)
        if name and (len(parts) < 3 or name not in _ALONE):
            return name
    return next((agency_named(each) for each in _long_names() if each in byline), None)


def _from_address(url: str) -> str | None:
    site = re.match(r"https?://(?:www\.)?([^/:]+)", url)
    return agency_named(site[1]) if site else None


def agency_named(text: str) -> str | None:
    """Return the agency that a name or site means, or None."""
    return _known().get(_bare(text))


def _bare(text: str) -> str:
    """Return a name without "The", full stops and "staff": small letters only where it is long."""
    plain = re.sub(r"^(?:the|by)\s+|\s+(?:staff|news|writers?)$", "", text.strip(), flags=re.I)
    return plain if plain in _ALONE else plain.casefold().strip(" .")


@cache
def _known() -> dict[str, str]:
    every = [(name, name) for name in _NAMES]
    every += [(other, name) for name, others in _NAMES.items() for other in others]
    return {_bare(each): name for each, name in every}


@cache
def _long_names() -> tuple[str, ...]:
    return tuple(each for others in _NAMES.values() for each in others if " " in each)

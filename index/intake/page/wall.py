"""What stands in front of an article that was fetched, in one sentence. Pure.

A site answers every question with a page: that the article is gone, that one must sign in, agree,
subscribe, or prove to be human. Such a page is no article, and nothing of it is stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from index.intake.line import notices
from index.intake.line.lines import ends_sentence, is_prose, plain, word_count
from index.intake.page.data import same_site

# A page of fewer words that nothing marks as an article is a notice, a form or a list.
FEWEST_WORDS = 50

_GONE = re.compile(
    r"\b(?:40[34]|410)\b.{0,30}\b(?:error|not found|page)|\berror\b.{0,10}\b40[34]\b|\A40[34]\Z"
    r"|\b(?:page|article|story|content)\b.{0,40}\b(?:not found|not be found|does ?n[o’']t exist"
    r"|no longer (?:available|exists?)|not available|unavailable|has (?:been )?(?:moved|removed))\b"
    r"|\b(?:can[’']?t|cannot|could ?n[o’']t|could not) find (?:the|that|this) (?:page|article)"
    r"|\bnot found\Z|\Aseite nicht gefunden|\Apágina no encontrada|\Apage introuvable"
)
_NO_PROGRAMS = re.compile(
    r"\Ajust a moment|\battention required\b|\b(?:are|re) you a robot\b|\bnot a robot\b"
    r"|\bverify(?:ing)? (?:that )?you are (?:a )?human\b|\baccess (?:to this page )?"
    r"(?:is |has been )?denied|\bpardon our interruption\b|\bunusual (?:traffic|activity)\b"
    r"|\benable javascript and cookies\b|\bchecking your browser\b|\bsecurity check\b"
)
_CONSENT = re.compile(
    r"\bbefore you continue\b|\bwe (?:value|respect|care about) your privacy\b"
    r"|\byour privacy choices\b|\bmanage (?:consent|cookies)\b|\baccept (?:all|and continue)\b"
)
_SIGN_IN_PATH = re.compile(r"/(?:log-?in|sign-?in|sso|auth|register|account/|subscribe)\b", re.I)
_CONSENT_PLACE = re.compile(r"//consent\.|/(?:cookie-?)?consent\b|/privacy-?(?:gate|wall)\b", re.I)

_BY_HAND = "Open it in your browser, and add the saved page or the pasted text."
FRONT_PAGE = "This is a site’s front page, not an article. Give the link of the article itself."
LED_HOME = (
    "The site leads to its front page instead: the article is no longer at this link. Look for it "
    "there, and give its new link."
)
GONE = "The site says that there is no such page (any more). Look whether the link is whole."
NO_PROGRAMS = f"The site shows a test for humans instead of the article. {_BY_HAND}"
CONSENT = f"The page shows a consent wall instead of the article. {_BY_HAND}"
SIGN_IN = f"The page shows a sign-in wall, and at most the beginning of the article. {_BY_HAND}"
PAID = f"The page is for subscribers and shows only the beginning of the article. {_BY_HAND}"
NO_ARTICLE = f"There is too little running text on this page for an article. {_BY_HAND}"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a page: ``outside`` are its headings, buttons and notices.

    ``is_article``: its own data call it one. ``is_paid``: they say that it is for subscribers.
    """

    title: str
    text: str
    outside: tuple[str, ...]
    is_article: bool
    is_paid: bool


def misled(asked: str, found: str) -> str | None:
    """Return what is wrong where a link led somewhere else than to its article, or None."""
    if _is_front(found):
        return FRONT_PAGE if _is_front(asked) else LED_HOME
    if _CONSENT_PLACE.search(found) and not _CONSENT_PLACE.search(asked):
        return CONSENT
    moved = urlsplit(found).path != urlsplit(asked).path or not same_site(asked, found)
    if moved and _SIGN_IN_PATH.search(urlsplit(found).path):
        return None if _SIGN_IN_PATH.search(urlsplit(asked).path) else SIGN_IN
    return None


def wall(seen: Seen) -> str | None:
    """Return what stands before the article, or None where it is there."""
    count = word_count(seen.text)
    if count < notices.WALLED and (found := _instead(seen, count)):
        return found
    if seen.is_paid and (count < notices.WALLED or not is_whole(seen.text)):
        return PAID
    running = sum(word_count(line) for line in seen.text.split("\n") if is_prose(line))
    return NO_ARTICLE if running < FEWEST_WORDS and not seen.is_article else None


def _instead(seen: Seen, count: int) -> str | None:
    heads = [plain(line) for line in (seen.title, *seen.outside) if word_count(line) <= 14]
    if _any(_GONE, heads[:8]) or (count < FEWEST_WORDS and _GONE.search(plain(seen.text))):
        return GONE
    if _any(_NO_PROGRAMS, [*heads, plain(seen.text)]):
        return NO_PROGRAMS
    page = plain(" ".join(line for line in (*seen.outside, seen.text) if len(line) < 2_000))
    if notices.SIGN_IN.search(page):
        return SIGN_IN
    consents = notices.COOKIES.search(page) or _CONSENT.search(page)
    return CONSENT if consents and not seen.is_article else None


def _any(pattern: re.Pattern[str], lines: Iterable[str]) -> bool:
    return any(pattern.search(line) for line in lines)


def is_whole(text: str) -> bool:
    """Tell whether a text ends as articles do, not in the middle or with three dots."""
    last = text.rstrip().rpartition("\n")[2]
    return ends_sentence(last) and not last.rstrip("”\"’' ").endswith(("…", "...", ". . ."))


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    path = parts.path.rstrip("/").casefold()
    return not parts.query and path in ("", "/index.html", "/index.php", "/home")

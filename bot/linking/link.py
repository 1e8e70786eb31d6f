"""Deep link: an address that opens the original article at one sentence. Pure.

The address ends in a text fragment, words by which the browser finds the sentence and marks it
(``fragment.py``). No words are given out untried on the whole article, and they are chosen to
survive Discord's client, which re-writes some escapes of a link.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit, urlunsplit

from bot.linking.fragment import BREAKS, Span, Terms, is_edge, selects

# Discord refuses a link button whose address is longer.
LONGEST_LINK = 512
# A sentence of so many words is looked for whole; a longer one by its first and last words.
SHORT_SENTENCE = 8
# How many words a term may have, best first: few survive small differences between the page
# and our copy, more are needed where they are not unique, fewer where letters are long to write.
TERM_SIZES = (5, 4, 6, 8, 12, 3, 2, 1)
CONTEXT_SIZES = (3, 2, 5, 8, 1)
# How far around the sentence its context is looked for, in characters.
CONTEXT_REACH = 200

# A page has more on it than the article: a menu, captions, other headlines. So many letters, about
# three words, must stand together to lead to one place (written in UTF-8, where a Chinese letter
# counts as three).
LEAST_LETTERS = 12
# So many words in a row that can be sent are enough to begin or end a shorter mark with.
SENDABLE_RUN = 3

# Discord's client writes %25 and %2D out: a bare % breaks the escapes, and with a bare hyphen in
# a term Chromium finds nothing (seen in 156). Links with the escapes of ! ( ) * were seen to die
# there. The rest cannot stand in an address at all.
_UNSAFE = re.compile(r"[%\-!()*\ud800-\udfff\x00-\x08\x0e-\x1f\x7f]")


def deep_link(url: str | None, text: str, start: int, end: int, title: str = "") -> str | None:
    """Return the address that opens the article at ``text[start:end]``.

    ``start`` and ``end`` are Python string indices into the article's text. ``title`` is what
    stands above the text on the page: words that are found there would open the page there.

    What is marked runs from the first word to the last, without the quotation marks or the
    full stop outside them. Where that cannot be (a name in brackets stands in front, and
    Discord breaks brackets) it begins or ends at the nearest words that can be sent, and is so
    much shorter; it is never longer and never elsewhere.

    Where no words of at most ``LONGEST_LINK`` characters select just this place, the plain
    address is returned, however long; ``None`` where there is none of the web (http, https).
    """
    plain = _web_address(url or "")
    if plain is None:
        return None
    page, offset = f"{title}\n\n{text}", len(title) + 2
    opening = f"{plain}{'' if '#' in plain else '#'}:~:text="
    every_word = _words(page, start + offset, end + offset)
    for words in (every_word, _between_sendable(page, every_word)):
        for terms in _candidates(page, words):
            link = opening + terms.encoded()
            if len(link) > LONGEST_LINK or _is_thin(terms):
                continue
            if selects(page, terms, (words[0][0], words[-1][1])):
                return link
    return plain


def _web_address(url: str) -> str | None:
    """Return a safe form of an http(s) address, without a text fragment of its own, or None."""
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:  # brackets or a port that make no address
        return None
    # A name or password before the host is nobody's article, and not for a server to see.
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    if re.search(r"[\s<>()\"'`\\^{|}%]", parts.netloc) or not parts.netloc.isprintable():
        return None
    fragment = parts.fragment.partition(":~:")[0]
    path, query, fragment = (_escape(part) for part in (parts.path, parts.query, fragment))
    return urlunsplit((parts.scheme, parts.netloc, path, query, fragment))


def _escape(part: str) -> str:
    """Percent-encode what breaks a link; what is encoded already stays as it is."""
    escaped = quote(part, safe="/?:@!$&'*+,;=%-._~#[]", errors="replace")
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", escaped)


def _between_sendable(page: str, words: list[Span]) -> list[Span]:
    """Leave out words before the first and after the last few that make a term; none, if all do."""
    few = min(SENDABLE_RUN, len(words))
    runs = range(len(words) - few + 1)
    sendable = [at for at in runs if few and _term(page, words[at][0], words[at + few - 1][1])]
    if not sendable or (sendable[0], sendable[-1]) == (0, len(words) - few):
        return []
    return words[sendable[0] : sendable[-1] + few]


def _is_thin(terms: Terms) -> bool:
    """Tell whether the words that stand together are so few that any page may have them."""
    together = (terms.prefix, terms.start, None if terms.end else terms.suffix)
    letters = (sign for part in together if part for sign in part if sign.isalnum())
    return sum(len(sign.encode()) for sign in letters) < LEAST_LETTERS


def _candidates(page: str, words: list[Span]) -> Iterator[Terms]:
    """Yield terms for some words, best first: without context, then with more and more of it."""
    if not words:
        return
    bodies = list(_bodies(page, words))
    for prefix, suffix in _contexts(page, words[0][0], words[-1][1]):
        for first, last in bodies:
            yield Terms(first, last, prefix, suffix)


def _bodies(page: str, words: list[Span]) -> Iterator[tuple[str, str | None]]:
    """Yield all words as one term where they are few, the first and the last, all as one."""
    start, end = words[0][0], words[-1][1]
    whole = _term(page, start, end)
    if whole and len(words) <= SHORT_SENTENCE:
        yield whole, None
    sizes = [size for size in TERM_SIZES if size < len(words)]
    for ahead, behind in sorted(itertools.product(sizes, sizes), key=_rank):
        first = _term(page, start, words[ahead - 1][1])
        last = _term(page, words[-behind][0], end)
        if first and last and ahead + behind <= len(words):
            yield first, last
    if whole and len(words) > SHORT_SENTENCE:
        yield whole, None


def _rank(sizes: tuple[int, int]) -> int:
    return sum(TERM_SIZES.index(size) for size in sizes)


def _contexts(page: str, start: int, end: int) -> Iterator[tuple[str | None, str | None]]:
    """Yield (prefix, suffix), none first, then the best."""
    before = _words(page, max(0, start - CONTEXT_REACH), start)[::-1]
    after = _words(page, end, end + CONTEXT_REACH)
    prefixes = _priced(page, [(before[n - 1][0], start) for n in _sizes(before)])
    suffixes = _priced(page, [(end, after[n - 1][1]) for n in _sizes(after)])
    pairs = sorted(itertools.product(prefixes, suffixes), key=lambda pair: pair[0][0] + pair[1][0])
    for (_, prefix), (_, suffix) in pairs:
        yield prefix, suffix


def _sizes(words: list[Span]) -> list[int]:
    return [size for size in CONTEXT_SIZES if size <= len(words)]


def _priced(page: str, spans: list[Span]) -> list[tuple[int, str | None]]:
    """Give each context its price: words of another paragraph are dear.

    A page has pictures and advertisements between paragraphs that our copy has not.
    """
    priced: list[tuple[int, str | None]] = [(0, None)]
    for rank, span in enumerate(spans, start=1):
        term = _term(page, *span)
        if term:
            crosses = not BREAKS.isdisjoint(page[slice(*span)])
            priced.append((rank + 100 * crosses, term))
    return priced


def _term(page: str, start: int, end: int) -> str | None:
    """Return a range as a term; None where it leaves its paragraph or would break the link."""
    raw = page[start:end].strip()
    if not raw or not BREAKS.isdisjoint(raw) or _UNSAFE.search(raw):
        return None
    # Browsers hold straight and curly apostrophes equal; only the curly one passes Discord.
    return " ".join(raw.replace("'", "’").replace("\xad", "").split())


def _words(page: str, start: int, end: int) -> list[Span]:
    """Return the words of a range: what holds letters between certain word boundaries."""
    end = min(end, len(page))
    inside = (at for at in range(start + 1, end) if is_edge(page, at))
    pairs = itertools.pairwise([start, *inside, end])
    return [(a, b) for a, b in pairs if any(sign.isalnum() for sign in page[a:b])]

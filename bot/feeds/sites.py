"""Sites: how they answer while one feed is read, and which are left until the next reading. Pure.

A site is known by the host of its links. What it does not give for now is no fault of an article.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from index.errors import NotNow

# After so many of its pages in a row that gave no answer, a site is left until the next reading.
MOST_IN_VAIN = 3
_WANTS_TO_BE_LEFT = frozenset({429, 503})


def site_of(link: str) -> str:
    """Return by what a link's site is known."""
    return urlsplit(link).netloc.casefold()


class Sites:
    """How sites answered so far in one reading.

    ``wait``: how many seconds those that were left ask to wait, at most.
    """

    def __init__(self) -> None:
        self.wait: int | None = None
        self._left: dict[str, str] = {}
        self._answered: set[str] = set()
        self._in_vain: dict[str, int] = {}

    def answered(self, link: str) -> None:
        """Note that a site answered: with a page, or that there is none."""
        site = site_of(link)
        self._answered.add(site)
        self._in_vain.pop(site, None)

    def failed(self, link: str, error: NotNow) -> None:
        """Note that a site did not give a page for now."""
        site = site_of(link)
        self._in_vain[site] = self._in_vain.get(site, 0) + 1
        asks = error.status in _WANTS_TO_BE_LEFT or error.wait is not None
        if asks or self._in_vain[site] >= MOST_IN_VAIN:
            self._left[site] = str(error)
        if error.wait is not None:
            self.wait = max(self.wait or 0, error.wait)

    def is_left(self, link: str) -> bool:
        """Tell whether a link's site is left until the next reading."""
        return site_of(link) in self._left

    def failed_alone(self, link: str) -> bool:
        """Tell whether a link that failed did so while its site gave others."""
        return site_of(link) in self._answered and not self.is_left(link)

    def note(self) -> str:
        """Say which sites were left, and why; "" where none was."""
        return " ".join(
            f"{site} is left until the next reading: {why}" for site, why in self._left.items()
        )

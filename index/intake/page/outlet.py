"""Which outlet a saved page is from: what readers call it, by the page's own data."""

from __future__ import annotations

import re

from index.intake.page.data import PageData, one_line

LONGEST_OUTLET = 80
# "The Washington Post Opinions Section": an outlet's name with a section's.
MOST_WORDS = 6
_TAGS = ("application-name", "dc.publisher", "cre", "publisher")


def find_outlet(data: PageData) -> str | None:
    """Return the outlet as readers call it, or None."""
    publisher = data.article.get("publisher")
    named = one_line(publisher.get("name") if isinstance(publisher, dict) else publisher)
    site = data.metas.get("og:site_name")
    # "floridatoday", "@politifact": a handle, where a proper name is given too.
    found = named if named and site and site.islower() else site or named
    found = found or data.first_meta(_TAGS)
    if not found or len(found) > LONGEST_OUTLET or "://" in found:
        return None
    # "LinkNaija | Nigeria's popular news platform": the name, and what it says of itself.
    return re.split(r"\s+[|–—]\s+", found)[0].strip().lstrip("@") or None


def is_of_outlet(text: str, *names: str | None) -> bool:
    """Tell whether a text is one of an outlet's names (its host too), shortened or lengthened.

    "CNN Politics" is CNN's, "Business Insider" is Business Insider Deutschland's; a whole
    headline that names the outlet is not.
    """
    letters = _letters(text)
    known = [_letters(name) for name in names if name]
    lengthened = len(text.split()) <= MOST_WORDS
    return len(letters) >= 3 and any(
        letters in name or (lengthened and name in letters) for name in known
    )


def _letters(text: str) -> str:
    return re.sub(r"\W|\Athe ", "", text.casefold())

"""Unasked: what is fetched without a person asking for it: feeds, and the articles that they name.

    address of a feed -> courier -> permits (may we? robots.txt) -> fetch -> apart -> Feed
    entry -> courier -> permits -> web.read_link -> Draft, dated by the feed where its page is not
                     -> content (the feed's own whole text, where the page shows none) -> Draft

Only here is anything fetched that nobody asked for by name, so only here robots.txt is asked.
"""

from index.intake.unasked.courier import Brought, Courier

__all__ = ["Brought", "Courier"]

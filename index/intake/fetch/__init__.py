"""Fetch: a link -> the bytes behind it. The one door to the network for reading pages and feeds.

    link -> target (may it be asked at all?) -> connect (name resolved once, the connection made to
    that very address if a stranger may be sent there) -> door (redirects, limits) -> Fetched

A page may lead anywhere, and it is our machine that goes there: to the newsroom's printer, or to
the cloud's own table of keys. So every hop is looked at anew, and an address is judged at the
moment when the connection is made, not before. ``network`` says which addresses are the world's,
``unpack`` undoes compression without being flooded, ``status`` says in words why a page was
refused. Nothing is kept between two fetches: no cookies, no connections. What is fetched without
a person asking passes a gate at each hop (``index.intake.unasked``).
"""

from index.intake.fetch.connect import Resolver
from index.intake.fetch.door import PROGRAM, UNASKED, Fetcher
from index.intake.fetch.target import target
from index.intake.fetch.values import NO_VERSION, Fetched, Limits, Version

__all__ = [
    "NO_VERSION",
    "PROGRAM",
    "UNASKED",
    "Fetched",
    "Fetcher",
    "Limits",
    "Resolver",
    "Version",
    "target",
]

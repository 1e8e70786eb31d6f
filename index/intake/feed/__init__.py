"""Feed: the bytes of a feed -> its entries; of a page -> the feeds that it names. Pure.

    bytes -> door -> xml_feed (RSS, Atom) | json_feed -> Feed
                  -> alternate (a page) -> Alternates

It runs apart, as all parsing of strangers' bytes does. Nothing is fetched here.
"""

from index.intake.feed.door import read
from index.intake.feed.values import Alternate, Alternates, Entry, Feed

__all__ = ["Alternate", "Alternates", "Entry", "Feed", "read"]

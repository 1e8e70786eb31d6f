"""Record: the articles, and all that was found in them. What everyone holds.

One process owns a data folder and keeps its index; others read the same index and may still add,
edit and remove articles, which the owner takes up within seconds.
"""

from __future__ import annotations

from index.record.copies import Copy
from index.record.keep import Record
from index.record.values import Added, Health, Levelled, Progress

__all__ = ["Added", "Copy", "Health", "Levelled", "Progress", "Record"]

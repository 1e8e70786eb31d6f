"""Proof: whether words in quotation marks stand on record, and were said by whom it is claimed.

Pure: no disk, no model. ``prove`` compares a quotation with the articles that it is handed and
gives a verdict with its place. In the order of flow:

1. ``words``      a text as words that can be compared, each with its place
2. ``quote``      a quotation as an editor prints it: what must stand on record, what need not
3. ``evidence``   an article as lines of words: everything, and what stands in quotation marks
4. ``exact``      where a quotation stands word for word
5. ``near``       where it nearly stands, and how it differs there
6. ``stitch``     which places its halves were taken from
7. ``speaker``    whether two names are one speaker's
8. ``judge``      all together: the verdict (``verdict``: the values)

``marks`` and ``draft`` read a draft: its quotations, whom it says spoke, which articles it names.
"""

from __future__ import annotations

from bot.proof.evidence import Evidence
from bot.proof.judge import prove
from bot.proof.verdict import Claim, Difference, Place, Proved, Verdict

__all__ = ["Claim", "Difference", "Evidence", "Place", "Proved", "Verdict", "prove"]

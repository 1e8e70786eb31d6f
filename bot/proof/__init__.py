"""Proof: whether words stand on record, and were said by whom it is claimed.

Pure: no disk, no model. ``prove`` compares a quotation with the articles that it is handed and
gives a verdict with its place. In the order of flow:

1. ``words``      a text as words that can be compared, each with its place
2. ``quote``      a quotation as an editor prints it: what must stand on record, what need not
3. ``evidence``   an article as lines of words: everything, and what stands in quotation marks
4. ``exact``      where a quotation stands word for word
5. ``near``       where it nearly stands, and how it differs there
6. ``stitch``     which places its halves were taken from
7. ``denial``     whether the article denies what is quoted; ``within``: words within words
8. ``speaker``    whether two names are one speaker's
9. ``judge``      all together: the verdict (``verdict``: the values)

``lines``, ``marks``, ``naming`` and ``draft`` read a draft: its quotations, whom it says spoke,
which articles it names.

``prove_sentence`` judges a whole sentence that cites numbered sources, and is stricter:

1. ``citation``  a draft as sentences, each with the numbers that it cites
2. ``spoken``    its quotations: as above, and the sentence names who speaks
3. ``prose``     its other words: which of them claim something, what is denied, what doubted
4. ``telling``   the same as clauses, and whose words each is said to be
5. ``window``    an article sentence by sentence, to hold a clause against (``order``: not those
                 that tell their reader what to say)
6. ``support``   whether a clause stands in one sentence of an article
7. ``standing``  where all clauses stand
8. ``copied``    a sentence that is an article's own, word for word
9. ``sentence``  all together: the verdict, the reason, and the citations corrected (``failing``)
"""

from __future__ import annotations

from bot.proof.evidence import Evidence
from bot.proof.judge import prove
from bot.proof.sentence import ProvedSentence, prove_sentence
from bot.proof.verdict import Claim, Difference, Place, Proved, Verdict
from bot.proof.window import Cited

__all__ = [
    "Cited",
    "Claim",
    "Difference",
    "Evidence",
    "Place",
    "Proved",
    "ProvedSentence",
    "Verdict",
    "prove",
    "prove_sentence",
]

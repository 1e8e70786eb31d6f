"""Kinds: nouns for those who speak, by what they are to somebody or in the matter. Data; pure."""

from __future__ import annotations

from index.people.wordlist import wordlist

_KINDS = wordlist(
    """
    mother father parent mum mom dad wife husband widow widower partner son daughter brother sister
    uncle aunt cousin nephew niece grandfather grandmother family relative friend neighbour neighbor
    lawyer attorney solicitor barrister boss spokesman spokeswoman spokesperson union police
    resident driver worker teacher student pupil farmer doctor nurse player fan voter tenant
    passenger customer shareholder investor campaigner protester official minister expert scientist
    researcher analyst critic opponent victim survivor witness prosecutor official councillor
    """
)


def names_people(noun: str) -> bool:
    """Tell whether a folded noun, single or plural, names people who may be asked about."""
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return noun in _KINDS or singular in _KINDS

"""Kinds: nouns for those who speak, by what they are to somebody or in the matter. Data; pure."""

from __future__ import annotations

from index.people.wordlist import wordlist

# Whose they are tells less of them than a title or a calling.
KIN = wordlist(
    """
    wife husband son daughter father mother mum dad brother sister cousin uncle aunt niece nephew
    widow widower spouse fiancé fiancée fiance fiancee girlfriend boyfriend grandmother grandfather
    grandson granddaughter stepfather stepmother stepson stepdaughter father-in-law mother-in-law
    son-in-law daughter-in-law brother-in-law sister-in-law
    """
)
_KINDS = KIN | wordlist(
    """
    parent mom partner family relative friend neighbour neighbor lawyer attorney solicitor barrister
    boss spokesman spokeswoman spokesperson union police resident driver worker teacher student
    pupil farmer doctor nurse player fan voter tenant passenger customer shareholder investor
    campaigner protester official minister expert scientist researcher analyst critic opponent
    victim survivor witness prosecutor councillor
    """
)


def names_people(noun: str) -> bool:
    """Tell whether a folded noun, single or plural, names people who may be asked about."""
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return noun in _KINDS or singular in _KINDS

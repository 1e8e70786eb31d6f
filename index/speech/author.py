"""Step 5j: who speaks in a document: "a report by Ann Roe last year found that …". Pure."""

from __future__ import annotations

from dataclasses import replace

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import source as sources
from index.speech.phrase import Source
from index.speech.pieces import Pieces, low

# Whoever did this to a document speaks in it; whoever has seen or obtained it does not.
MAKING = wordlist(
    """
    written published released issued conducted commissioned prepared produced compiled authored
    filed signed posted drafted made done carried
    """
)
# "A lawsuit filed in Manhattan by": so many pieces may stand between the noun and "by".
_FURTHEST = 5


def author(pieces: Pieces, document: Source) -> Source:
    """Return the one who is named behind a document as its maker, else the document itself."""
    head = document.last if document.head is None else document.head
    if document.kind != "noun" or pieces[head].low not in lex.SPEECH_NOUNS:
        return document
    place = document.last + 1
    if low(pieces, place) in MAKING:
        place = _to_by(pieces, place + 1)
    if low(pieces, place) != "by":
        return document
    maker = sources.after(pieces, place + 1, len(pieces) - 1)
    if maker is None or maker.kind != "name":
        return document
    return replace(maker, first=document.first)


def document(pieces: Pieces, source: Source) -> Source:
    """Return "letters" for "letters filed on Sunday", which "revealed" something."""
    head = source.head
    made = source.kind == "noun" and head and head == source.name_last
    if not made or not head or pieces[head].low not in MAKING or head == source.name_first:
        return source
    if pieces[head - 1].low not in lex.SPEECH_NOUNS:
        return source
    return replace(source, name_last=head - 1, head=head - 1)


def _to_by(pieces: Pieces, place: int) -> int:
    """Walk over "in Manhattan" and "on Monday" to "by"."""
    for spot in range(place, min(len(pieces), place + _FURTHEST)):
        if pieces[spot].low == "by":
            return spot
        if pieces[spot].kind not in ("preposition", "name", "time", "number", "determiner"):
            break
    return place

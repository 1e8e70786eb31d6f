"""Small questions about the pieces of a sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import verbs
from index.speech.reading import Piece

Pieces = Sequence[Piece]
Range = tuple[int, int]

JOINERS = wordlist("and but while though although as or whereas nor because")


ENDS = frozenset(".!?;")


_QUOTE_ENDS = tuple(",.!?…—-")
_CLOSING = re.compile(r"[\"”“‟＂″’'»«›‹」』)\]\s]+\Z")


def low(pieces: Pieces, place: int) -> str:
    """Take the word at ``place`` in small letters; nothing beyond either end."""
    return pieces[place].low if 0 <= place < len(pieces) else ""


def is_quote(pieces: Pieces, place: int) -> bool:
    """Say whether a quotation stands at ``place``."""
    return 0 <= place < len(pieces) and pieces[place].kind == "quote"


def has_quote(pieces: Pieces, span: Range) -> bool:
    """Say whether a quotation stands within a range."""
    return any(pieces[place].kind == "quote" for place in range(span[0], span[1] + 1))


def trim(pieces: Pieces, first: int, last: int) -> Range | None:
    """Drop marks at both ends, and joining words at the end."""
    while (
        first <= last
        and pieces[first].kind == "mark"
        and pieces[first].low not in ("$", "(", "#", "@", "[")
    ):
        first += 1
    while last >= first and (
        (pieces[last].kind == "mark" and pieces[last].low not in (")", "%", "]", "?", "!"))
        or pieces[last].low in JOINERS
    ):
        last -= 1
    return (first, last) if first <= last else None


def around(pieces: Pieces, place: int) -> tuple[int, int]:
    """Find the brackets around ``place``: behind the opening one, and where the other closes."""
    opened, closed = 0, len(pieces)
    for spot in range(place - 1, -1, -1):
        if pieces[spot].low == ")":
            return 0, len(pieces)
        if pieces[spot].low == "(":
            opened = spot + 1
            break
    for spot in range(place + 1, len(pieces) if opened else 0):
        if pieces[spot].low == ")":
            closed = spot
            break
    return opened, closed


def is_place_aside(pieces: Pieces, place: int) -> bool:
    """Find "Ohio" in "in Salem, Ohio, Ann Roe said": it tells where, not who."""
    piece = pieces[place]
    short = piece.low in _STATES and low(pieces, place + 1) == "."
    return (short or piece.low in lex.PLACES) and low(pieces, place - 1) == ","


_STATES = wordlist(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
    okla ore pa tenn tex vt va wash wis wyo
    """
)


def is_adverb(piece: Piece) -> bool:
    """Say whether a word may stand between subject and verb: "also", "has since", "even"."""
    return piece.kind == "adverb" or piece.low in _BETWEEN


_BETWEEN = wordlist("even once since yet both all each twice long")


def over_adverbs(pieces: Pieces, place: int, *, stop_at_auxiliary: bool = False) -> int:
    """Walk back over adverbs and auxiliaries: the place of what stands before them."""
    while place >= 0 and (
        is_adverb(pieces[place])
        or (stop_at_auxiliary and pieces[place].low in ("not", "never"))
        or (pieces[place].kind == "auxiliary" and not stop_at_auxiliary)
    ):
        place -= 1
    return place


def past_adverbs(pieces: Pieces, place: int) -> int:
    """Walk on over adverbs."""
    while place < len(pieces) and pieces[place].kind == "adverb":
        place += 1
    return place


def is_verb(pieces: Pieces, place: int) -> bool:
    """Say whether the word at ``place`` looks like a finite verb."""
    if place >= len(pieces):
        return False
    piece = pieces[place]
    return piece.kind == "auxiliary" or (
        piece.kind == "word"
        and (piece.low in lex.VERBS or piece.low in verbs.VERB_OF or piece.low.endswith("ed"))
        and not piece.low.endswith("ing")
    )


def has_verb(pieces: Pieces, span: Range) -> bool:
    """Say whether a range reads as a clause: it quotes, or some word in it may be a verb."""
    return any(
        piece.kind in ("quote", "auxiliary")
        or piece.low in ("'s", "he", "she", "they", "it", "we", "i")
        or piece.low in lex.VERBS
        or piece.low in verbs.VERB_OF
        or (piece.kind == "word" and piece.low.endswith("ed"))
        for piece in pieces[span[0] : span[1] + 1]
    )


def is_speech_quote(pieces: Pieces, place: int) -> bool:
    """Say whether a quotation ends as quoted speech ends before its cue: `…,”` or `…?”`."""
    if place < 0 or place >= len(pieces):
        return False
    piece = pieces[place]
    if piece.low == "," and place > 0 and pieces[place - 1].kind == "quote":
        return True
    if piece.kind != "quote":
        return False
    inside = _CLOSING.sub("", piece.text)
    return inside[-1:] in _QUOTE_ENDS


def is_aside_end(piece: Piece) -> bool:
    """Say whether a quotation closes with a comma and begins in mid-sentence: `“a liar,”`."""
    return ends_in_comma(piece) and not opens_sentence(piece)


def is_title(pieces: Pieces, place: int) -> bool:
    """Say whether a quotation inside a sentence is the name of a work: `“Morning Joe,”`."""
    words = pieces[place].text.strip("“”\"'’‘,. ").split()
    capitals = all(word[0].isupper() for word in words if len(word) > 3)
    return place > 0 and pieces[place].kind == "quote" and 0 < len(words) < 7 and capitals


def ends_in_comma(piece: Piece) -> bool:
    """Say whether a quotation closes with a comma."""
    return piece.kind == "quote" and _CLOSING.sub("", piece.text).endswith(",")


def opens_sentence(quote: Piece) -> bool:
    """Say whether a quotation begins with a capital letter."""
    return quote.text.lstrip("“\"'‘«")[:1].isupper()


def is_person(low: str) -> bool:
    """Say whether a noun is what one person is: "mayor", "Sen."; not "order", not "report"."""
    bare = low.rstrip(".")
    return bare in lex.TITLES or (is_human(bare) and bare not in lex.GROUPS)


def is_pronoun(name: str) -> bool:
    """Say whether a speaker is but a "she" or an "I"; the WHO is somebody."""
    return name != "WHO" and name.casefold() in lex.PRONOUNS


def is_human(low: str) -> bool:
    """Say whether a noun names people: by the lists, or by how it ends."""
    if low in _NOT_HUMAN:
        return False
    if low in lex.ROLES or low in lex.GROUPS or low.endswith(_HUMAN_ENDINGS):
        return True
    singular = low[:-1] if low.endswith("s") else low
    if singular != low and singular in lex.GROUPS:  # "organizations"
        return True
    return singular.rsplit("-", maxsplit=1)[-1] in lex.ROLES


_HUMAN_ENDINGS = tuple(
    wordlist("man woman person men ist ists ician icians ians crat crats ers ors ants ees")
)
_NOT_HUMAN = wordlist(
    """
    human list twist wrist mist fist gist exist resist persist assist numbers papers powers
    letters factors errors doors rumors orders borders waters
    matters offers answers towers dollars colors favors floors honors labors mirrors motors
    restaurants grants wants plants covers flowers computers servers chapters corners
    committees fees trees degrees
    dinners fingers layers markers monsters posters quarters shelters shoulders tenders
    tigers transfers winters wonders warrants variants
    """
)

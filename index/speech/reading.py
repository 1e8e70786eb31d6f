"""Step 2: an article as a reader takes it in: sentences of words and whole quotations. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from index.people import first_names
from index.sentence import Span, paragraphs, split
from index.speech import body, verbs
from index.speech import lexicon as lex
from index.speech.quotation import Quotation
from index.speech.quotation import find as find_quotations

Kind = Literal["quote", "mark", "name", "pronoun", "determiner", "preposition", "conjunction",
               "auxiliary", "adverb", "time", "number", "possessive", "word"]  # fmt: skip

_PIECE = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Capt|Maj|Sgt|Adm|Rev|Hon|St|Jr|Sr|Prof|Inc|Corp"
    r"|Co|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Ltd|No|vs)\."
    r"|[A-Z]\.(?=\s[A-Z])"  # John F. Kennedy
    r"|['’](?:s|d|m|ll|re|ve|S|D|M|LL|RE|VE)\b"
    r"|\d+-(?:year|month|week|day)-olds?\b"
    r"|\d[\d,.]*\d(?:st|nd|rd|th)?\b"
    r"|\w+(?:(?:[-&‑]|['’.](?!(?:s|d|m|ll|re|ve|S|D|M|LL|RE|VE)\b))\w+)*"
    r"|\.\.\.|[^\w\s]"
)
# A quotation that ends in ! or ?, and a clause that ends in its first verb of speech.
_EXCLAIMED = re.compile(r"[!?…](?:['’]?[”\"»]|'')\Z")
_CLAUSE = re.compile(
    r"(?:(?:[\w.’'-]+|[A-Z][\w.’'-]*,) ){1,8}?(?P<verb>[a-z]+)(?=[.,:]|$"
    r"| (?:in|on|at|to|of|as|when|during|with|after|before|last|earlier|later|yesterday|today"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
# "WASHINGTON, Aug. 24 (UPI) — " and "LONDON - ": where and when it was written, not by whom.
_DATELINE = re.compile(
    r"[A-Z]{3,}[A-Z .'’-]*(?:,\s(?:[A-Z][\w.]*\s?){1,3})?(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?"
    r"\s*(?:\([^)\n]{2,30}\))?\s*(?:—|–|--|-|―)\s+(?=[\w“\"'‘])"
)
# "CHENNAI: ", as Indian and African newspapers have it; in an interview it would be a speaker.
_DATELINE_BEFORE_COLON = re.compile(r"\s*[A-Z]{3,}[A-Z .'’-]*(?:,[^:\n]{2,20})?:\s+(?=[A-Z“\"'‘])")
_LABEL = re.compile(r"^[A-Z]{3,}[A-Z .'’-]*:\s", re.MULTILINE)
_TALKS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Mm]e|[Uu]s)\b")
# "Donnelly", "Reilly", "Thessaly": names, where "finally" and "fully" are not.
_NAME_IN_LY = re.compile(r"(?<![au])lly\Z|[ao]ly\Z")
_ALSO_VERBS = frozenset(("March", "May"))
_NUMBER = re.compile(r"\d[\d,.]*(?:st|nd|rd|th)?\Z")


class Piece(NamedTuple):
    """A word, a mark, or one whole quotation: ``text[start:end]``; ``low`` is in small letters."""

    text: str
    low: str
    start: int
    end: int
    kind: Kind
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or several that a quotation holds together, as pieces.

    ``paragraph`` counts the paragraphs from 0. ``pieces`` begins with the first word.
    """

    start: int
    end: int
    paragraph: int
    pieces: tuple[Piece, ...]


def read(text: str) -> list[Sentence]:
    """Read a text into sentences; a quotation is one piece and never cut by a sentence's end."""
    lines = paragraphs(text)
    quotations = find_quotations(text, lines)
    starts = [line.start for line in lines]
    return [
        Sentence(span.start, span.end, bisect_right(starts, span.start) - 1, pieces)
        for span, pieces in _with_pieces(text, _whole(text, split(text), quotations), quotations)
    ]


def _whole(text: str, sentences: Sequence[Span], quotations: Sequence[Quotation]) -> list[Span]:
    """Join sentences whose border lies inside a quotation, or between it and its cue."""
    joined: list[Span] = []
    place = 0
    for span in sentences:
        while place < len(quotations) and quotations[place].end <= span.start:
            place += 1
        within = place < len(quotations) and quotations[place].start < span.start
        if joined and (within or _belongs(text, joined[-1], span)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _belongs(text: str, before: Span, span: Span) -> bool:
    """Read `“Stop!” Ann Roe shouted.`: the cue's clause is no sentence of its own."""
    if not _EXCLAIMED.search(text, max(before.start, before.end - 4), before.end):
        return False
    if "\n" in text[before.end : span.start] or len(text[before.end : span.start]) > 2:
        return False
    clause = _CLAUSE.match(text, span.start, span.end)
    return clause is not None and clause.group("verb") in verbs.SAY | verbs.TELL | verbs.QUOTE_ONLY


def _with_pieces(
    text: str, spans: Sequence[Span], quotations: Sequence[Quotation]
) -> list[tuple[Span, tuple[Piece, ...]]]:
    found: list[tuple[Span, tuple[Piece, ...]]] = []
    place = 0
    for span in spans:
        inside: list[Quotation] = []
        while place < len(quotations) and quotations[place].start < span.end:
            inside.append(quotations[place])
            place += 1
        found.append((span, tuple(_pieces(text, span, inside))))
    return found


def _pieces(text: str, span: Span, inside: Sequence[Quotation]) -> list[Piece]:
    pieces: list[Piece] = []
    dateline = _DATELINE.match(text, span.start, span.end) or _before_colon(text, span, inside)
    cursor = dateline.end() if dateline else span.start
    for quotation in inside:
        pieces.extend(_words(text, cursor, quotation.start, bool(pieces)))
        start, cursor = quotation.start, quotation.end
        pieces.append(Piece(text[start:cursor], "", start, cursor, "quote", quotation))
    pieces.extend(_words(text, cursor, span.end, bool(pieces)))
    pieces = [_called_june(pieces, place) for place in range(len(pieces))]
    pieces = [_nickname(pieces, place) for place in range(len(pieces))]
    return [_small(piece) for piece in pieces] if is_headline(pieces, _LEAST) else pieces


def _called_june(pieces: Sequence[Piece], place: int) -> Piece:
    """Read "June" in "June Roe said" as a name; not in "last June Roe said", "June Jobs week"."""
    piece = pieces[place]
    if piece.kind != "time" or piece.low not in first_names.ALL or place + 2 >= len(pieces):
        return piece
    before = pieces[place - 1] if place else None
    dated = before is not None and (
        before.kind in ("preposition", "time", "number", "determiner", "adverb")
        or before.low in lex.TIME_ADJECTIVES
    )
    surname, behind = pieces[place + 1], pieces[place + 2]
    more = behind.kind == "word" and behind.low not in lex.VERBS | verbs.VERB_OF.keys()
    return piece if dated or more or surname.kind != "name" else piece._replace(kind="name")


def _before_colon(text: str, span: Span, inside: Sequence[Quotation]) -> re.Match[str] | None:
    """Find the place before a colon that opens an article; no speaker's words stand behind it.

    The writer tells there who said what. A speaker is named again before other words, or talks of
    "I" and "you" without marks.
    """
    if text[: span.start].strip() or ":" not in text[span.start : span.start + _LONGEST_DATELINE]:
        return None
    dateline = _DATELINE_BEFORE_COLON.match(text, span.start, span.end)
    if dateline is None or len(_LABEL.findall(text)) > 1:
        return None
    own, cursor = "", dateline.end()
    for quotation in inside:
        own, cursor = own + text[cursor : quotation.start], quotation.end
    own += text[cursor : span.end]
    tells = any(word in verbs.SAY or word in verbs.TELL for word in own.replace(",", "").split())
    return dateline if tells and not _TALKS.search(own) else None


_LONGEST_DATELINE = 60


def _nickname(pieces: Sequence[Piece], place: int) -> Piece:
    """Read “Tig” in "Jo “Tig” Tully" as a part of the name."""
    piece = pieces[place]
    if piece.kind != "quote" or not 0 < place < len(pieces) - 1:
        return piece
    named = pieces[place - 1].low in first_names.ALL and pieces[place + 1].kind == "name"
    word = piece.text[1:-1]
    if not named or not word.isalpha() or not word[0].isupper():
        return piece
    return piece._replace(low=word.lower(), kind="name", quotation=None)


_LEAST = 4  # words, lest a short sentence of names be a headline


def is_headline(pieces: Sequence[Piece], least: int) -> bool:
    """Say whether nearly every word has a capital, so that capitals show no names."""
    if sum(len(piece.text) > 3 and piece.text.islower() for piece in pieces[:10]) > 2:
        return False  # at a glance: most sentences
    words = [piece for piece in pieces if piece.text[:1].isalpha() and len(piece.text) > 3]
    capitals = sum(piece.text[0].isupper() for piece in words)
    return len(words) >= least and capitals * 10 >= len(words) * 8


def _small(piece: Piece) -> Piece:
    """Read a verb in a headline as the word that it is: "Roe Says It Is Over"."""
    if piece.kind == "name" and piece.low.endswith("ly") and not _NAME_IN_LY.search(piece.low):
        return piece._replace(kind="adverb")
    is_verb = piece.low in verbs.VERB_OF or piece.low in lex.VERBS
    return piece._replace(kind="word") if piece.kind == "name" and is_verb else piece


def _words(text: str, start: int, end: int, inner: bool) -> list[Piece]:
    """Read words and marks; the whole name of a body is one word."""
    found: list[Piece] = []
    for name_start, name_end, sort in body.names(text, start, end):
        found += _plain_words(text, start, name_start, inner or bool(found))
        found.append(Piece(text[name_start:name_end], sort, name_start, name_end, "name"))
        start = name_end
    return [*found, *_plain_words(text, start, end, inner or bool(found))]


def _plain_words(text: str, start: int, end: int, inner: bool) -> list[Piece]:
    found: list[Piece] = []
    for match in _PIECE.finditer(text, start, end):
        word = match.group()
        low = word.lower().replace("’", "'")
        kind = _kind(word, low, inner or bool(found))
        if word in _ALSO_VERBS and found and found[-1].kind == "preposition":
            kind = "time"  # "a study from March"
        if low == "'" and text[match.start() - 1 : match.start()] == "s":  # "the referees’ body"
            kind = "possessive"
        found.append(Piece(word, low, match.start(), match.end(), kind))
    return found


_CLOSED: dict[str, Kind] = {}
for _kind_name, _members in (
    ("adverb", lex.ADVERBS),
    ("conjunction", lex.CONJUNCTIONS),
    ("preposition", lex.PREPOSITIONS),
    ("determiner", lex.DETERMINERS),
    ("auxiliary", lex.AUXILIARIES),
    ("pronoun", lex.PRONOUNS),
):
    _CLOSED.update(dict.fromkeys(_members, _kind_name))  # type: ignore[arg-type]  # names of Kind


def _kind(word: str, low: str, inner: bool) -> Kind:
    """Tell what kind of word it is; ``inner`` is false for the first word of a sentence."""
    if not word[0].isalnum():
        return _mark(low)
    if low in lex.TIMES and not (low in lex.MONTHS and word.islower()):
        return "time"
    if low in _CLOSED and not (inner and word[0].isupper() and low in lex.ALSO_NAMES):
        return _CLOSED[low]
    if word[0].isupper():
        return "name" if inner else _opening(low)
    if _NUMBER.match(word):
        return "number"
    return "adverb" if low.endswith("ly") and len(low) > 4 and low != "family" else "word"


def _mark(low: str) -> Kind:
    if low == "'s":
        return "possessive"
    return "auxiliary" if len(low) > 1 and low[0] == "'" else "mark"


def _opening(low: str) -> Kind:
    """Tell what a capital at the head of a sentence hides: a name, or any word."""
    if low in first_names.ALL:
        return "name"
    if low.endswith("ly") and len(low) > 5 and not _NAME_IN_LY.search(low):
        return "adverb"
    if low.endswith(("ing", "ed")) and low not in lex.NAMES_LIKE_VERBS:
        return "word"
    plain = low in lex.GROUPS or low in verbs.VERB_OF or low in lex.ROLES or low in lex.OPENERS
    plain = plain or (low.endswith("s") and low[:-1] in lex.ROLES)  # "Brothers Ann and Jo Roe"
    return "word" if plain else "name"

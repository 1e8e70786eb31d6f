"""Where the pieces of a draft's sentence stand: clause by clause, in articles' sentences. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.proof.failing import Failing
from bot.proof.prose import CONJUNCTIONS, DATES, Token, claimed, may_hold
from bot.proof.running import MOVED
from bot.proof.support import Fault, Lack, fault, first_missing
from bot.proof.telling import Piece, Telling, is_same
from bot.proof.theirs import each_said_theirs, teller, told_by
from bot.proof.verdict import Marked, Place, Verdict
from bot.proof.window import Cited, Window
from index.people.wordlist import wordlist
from index.statement import Speaker

# Clauses of one citation that name nobody of their own stand so many sentences apart at most.
MOST_APART = 2
# Of each source so many sentences are looked at to say why words stand in none.
MOST_NEAR = 5
_GLANCE = 4
# A clause with fewer words than these tells nothing without the one beside it.
FEWEST_TELLING = 2
_DETERMINERS = wordlist("the a an")
_UNITS = wordlist("per cent point points dollar dollars euro euros pound pounds year years")
_VERDICTS: dict[Lack, Verdict] = {
    "absent": "absent",
    "number": "altered",
    "denial": "altered",
    "doubt": "altered",
    "order": "stitched",
}
_WORDS: dict[Lack, str] = {
    "absent": "“{word}” does not stand with these words in {where}.",
    "number": "“{word}” does not stand so in {where}.",
    "denial": "What is said of “{word}” is denied in one of the draft and {where}, not in both.",
    "doubt": "What is said of “{word}” is certain in one of the draft and {where}, not in both.",
    "order": "The words around “{word}” do not stand in this order in {where}.",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Pieces of a draft that stand together, and where: a sentence of each article that has it."""

    pieces: tuple[Piece, ...]
    places: tuple[Place, ...]

    @property
    def tells_much(self) -> bool:
        """Whether the pieces tell more than a day, a place or how many."""
        return any(map(_tells_much, self.pieces))


def stand(
    told: Telling,
    sources: Sequence[Cited],
    numbers: Sequence[int],
    quoted: Sequence[Place] = (),
) -> list[Standing] | Failing:
    """Return where the pieces stand, as few sentences together as can be, or why they do not.

    ``quoted`` is where its quotations stand: beside them a day alone must stand too.
    """
    cited = [source for source in sources if source.number in numbers]
    others = [source for source in sources if source.number not in numbers]
    search = _Search(told, cited, others, quoted)
    found = search.from_piece(0)
    if found is None:
        return search.failing()
    return search.apart(found) or as_fact(told, found, sources) or found


class _Search:
    """The search for sentences that hold the pieces of one sentence of a draft."""

    def __init__(
        self,
        told: Telling,
        cited: Sequence[Cited],
        others: Sequence[Cited],
        quoted: Sequence[Place],
    ) -> None:
        self._pieces = told.pieces
        self._named = told.speakers
        self._quoted = () if any(map(_tells_much, told.pieces)) else quoted
        self._cited, self._others = cited, others
        self._known: dict[int, list[Standing] | None] = {}

    def from_piece(self, first: int) -> list[Standing] | None:
        """Return where the pieces from ``first`` on stand; the longest rows of them first."""
        if first == len(self._pieces):
            return []
        if first not in self._known:
            self._known[first] = next(self._rows(first), None)
        return self._known[first]

    def _rows(self, first: int) -> Iterator[list[Standing]]:
        for last in range(len(self._pieces), first, -1):
            row = self._pieces[first:last]
            if not _stands_alone(row, first) and len(row) < len(self._pieces):
                continue
            places = self._places(row, self._cited)
            if not places and len(row) == len(self._pieces):
                places = self._places(row, self._others)[:1]
            rest = self.from_piece(last) if places else None
            if rest is not None:
                yield [Standing(row, tuple(places)), *rest]

    def _places(self, row: Sequence[Piece], sources: Sequence[Cited]) -> list[Place]:
        """Return the first sentence of each source that holds a row of pieces."""
        speakers = list({each.speaker.name: each.speaker for each in row if each.speaker}.values())
        spoke = speakers[0] if speakers else None
        through = [each for piece in row for each in piece.through]
        through += [self._named[0] for piece in row if self._named and _tells_who(piece)]
        words = [token for piece in row for token in piece.tokens]
        wanted = claimed(words)
        found = []
        for source in sources:
            near = (w for w in _scope(source, speakers, wanted) if self._is_near(source, w))
            told = (w for w in near if all(told_by(each, w) for each in through))
            holding = (w for w in told if fault(words, w) is None)
            holding = (w for w in holding if each_said_theirs(row, w, self._named))
            if (window := next(holding, None)) is not None:
                found.append(_place(source, window, spoke))
        return found

    def _is_near(self, source: Cited, window: Window) -> bool:
        """Tell whether a sentence stands beside a quotation, where that matters."""
        here = _place(source, window, None)
        own = [each for each in self._quoted if each.article_id == here.article_id]
        return not self._quoted or any(_distance(source, each, here) <= 1 for each in own)

    def failing(self) -> Failing:
        """Tell of the first piece that stands nowhere what is wrong with it."""
        for piece in self._pieces:
            if not self._places([piece], self._cited):
                return self._fault(piece)
        return Failing("stitched", "The parts of the sentence do not stand together on record.")

    def _fault(self, piece: Piece) -> Failing:
        anyone = Piece(piece.tokens, None)
        if piece.speaker and self._places([anyone], self._cited):
            return Failing(
                "wrong_speaker", f"The record does not give this to {piece.speaker.name}."
            )
        nearest = _nearest(piece, self._cited)
        if nearest is None:
            return Failing("absent", "The sources cited say nothing of this.")
        source, found = nearest
        word, where = found.token.folded, f"[{source.number}]"
        return Failing(_VERDICTS[found.lack], _WORDS[found.lack].format(word=word, where=where))

    def apart(self, found: Sequence[Standing]) -> Failing | None:
        """Find clauses that were put together from far parts of one article."""
        before: Place | None = None
        for each in found:
            piece, place = each.pieces[0], each.places[0]
            source = next(s for s in self._all if s.evidence.article_id == place.article_id)
            if before and before.article_id == place.article_id and not piece.speaker:
                far = _distance(source, before, place) > MOST_APART
                if (far and not _names_first(piece)) or not _begins(source, place, piece):
                    return Failing("stitched", _together(piece.tokens))
            before = place
        return None

    @property
    def _all(self) -> tuple[Cited, ...]:
        return (*self._cited, *self._others)


def as_fact(told: Telling, found: Sequence[Standing], sources: Sequence[Cited]) -> Failing | None:
    """Find what an article gives to a speaker, and the draft tells as a fact."""
    if told.speakers:
        return None
    for each in found:
        words = [token for piece in each.pieces for token in piece.tokens]
        for place in each.places:
            source = next(s for s in sources if s.evidence.article_id == place.article_id)
            if name := teller(source, place, words):
                reason = f"[{source.number}] gives this as words of {name}, not as a fact."
                return Failing("wrong_speaker", reason)
    return None


def _stands_alone(row: Sequence[Piece], first: int) -> bool:
    """Tell whether a sentence of its own may prove clauses: they tell of a subject of their own.

    "In 2020" or "and was jailed" say nothing but of the clause beside them.
    """
    own = [token for piece in row for token in piece.tokens]
    opening = next((t for t in own if t.folded not in CONJUNCTIONS), own[0])
    if first and all(token.is_name or _only_counts(token) for token in claimed(own)):
        return False
    if row[0].speaker and not all(map(_only_counts, claimed(own))):
        return True
    if not _tells_much(Piece(tuple(own), None)) or opening.folded in MOVED:
        return len(row) > 1 and first == 0 and _stands_alone(row[1:], first)
    return first == 0 or opening.is_name or opening.folded in _DETERMINERS


def _tells_much(piece: Piece) -> bool:
    """Tell whether a clause has more to say than a day, a place or how many."""
    telling = [t for t in claimed(piece.tokens) if t.folded not in DATES and not _only_counts(t)]
    return len(telling) >= FEWEST_TELLING


def _only_counts(token: Token) -> bool:
    """Tell whether a word is a number, or what one is counted in."""
    return token.kind == "number" or token.folded in _UNITS


def _scope(source: Cited, speakers: Sequence[Speaker], wanted: Sequence[Token]) -> Iterator[Window]:
    """Yield the sentences of an article that can hold some words, and have some of each speaker."""
    for window in source.windows:
        if not may_hold(window.beginnings, wanted):
            continue
        if all(any(is_same(one, s.speaker) for s in window.statements) for one in speakers):
            yield window


def _place(source: Cited, window: Window, spoke: Speaker | None) -> Place:
    recorded = next((each.speaker for each in window.statements), None) if spoke else None
    marked: Marked = "headline" if window.place < 0 else "written"
    return Place(source.evidence.article_id, *window.span, recorded, marked)


def _nearest(piece: Piece, sources: Sequence[Cited]) -> tuple[Cited, Fault] | None:
    """Return what is wrong with a piece in the sentence that has most of its words."""
    wanted = claimed(piece.tokens)
    best, most = None, -1
    for source in sources:
        speakers = [piece.speaker] if piece.speaker else []
        scope = list(_scope(source, speakers, ()))
        near = sorted(scope, key=lambda each: _unlike(each, wanted))[:MOST_NEAR]
        for window in (each for each in scope if each in near):
            shared = sum(first_missing([token], window) is None for token in wanted)
            wrong = fault(piece.tokens, window) if shared > most else None
            if wrong:
                best, most = (source, wrong), shared
    return best


def _unlike(window: Window, wanted: Sequence[Token]) -> int:
    """Count the words of which a sentence, read at a glance, has not the first letters."""
    own = window.text[window.lies.start : window.lies.end].casefold()
    return sum(token.folded[:_GLANCE] not in own for token in wanted)


def _distance(source: Cited, one: Place, other: Place) -> int:
    """Return how many sentences apart two places are; a headline is near everything."""
    held = [_held(source, each) for each in (one, other)]
    if not (held[0] and held[1]):
        return 0
    return max(0, held[1][0] - held[0][-1], held[0][0] - held[1][-1])


def _held(source: Cited, place: Place) -> list[int]:
    """Return the numbers of the sentences over which a place goes."""
    return [
        window.place
        for window in source.windows
        if window.place >= 0 and window.span.start < place.end and place.start < window.span.end
    ]


def _tells_who(piece: Piece) -> bool:
    """Tell whether a clause says who somebody is: then it must say so where they are named."""
    return any(token.folded in ("who", "whose") for token in piece.tokens[:1])


def _names_first(piece: Piece) -> bool:
    """Tell whether a clause has a subject of its own, as far as that can be seen: a name."""
    return next((token.is_name for token in claimed(piece.tokens)), False)


def _begins(source: Cited, place: Place, piece: Piece) -> bool:
    """Tell whether a clause of a draft begins where one begins on record."""
    window = next(w for w in source.windows if w.span == (place.start, place.end))
    opening = next(iter(claimed(piece.tokens)), None)
    firsts: dict[int, str] = {}
    for token in claimed(window.tokens):
        firsts.setdefault(token.clause, token.stem)
    return opening is None or opening.stem in firsts.values() or window.place < 0


def _together(words: Sequence[Token]) -> str:
    word = next((token.folded for token in claimed(words)), "this")
    return f"The clause with “{word}” stands elsewhere in the article, not with these words."

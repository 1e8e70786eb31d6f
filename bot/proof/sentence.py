"""A whole sentence of a draft, proven against the articles that it cites. Pure.

A sentence is proven when

- it carries a citation, and every number in it is that of a source;
- every quotation in it stands word for word in a cited article, spoken by whom the sentence names;
- everything else that it claims stands, clause by clause, in one sentence of a cited article each:
  every word that says something, every number, name and date, and what is denied or doubted;
- words that it gives to a speaker stand in a statement of that speaker's, and words that an
  article gives to a speaker are not told as a fact.

No synonym is allowed for: a word that does not stand there is an addition. Where the words stand in
another source than the one cited, the citation is corrected ("elsewhere").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.proof import copied, draft, marks, telling
from bot.proof.citation import CitedSentence
from bot.proof.draft import Quotation
from bot.proof.failing import Failing, SentenceVerdict
from bot.proof.marks import Quoted
from bot.proof.naming import Catalogue
from bot.proof.order import addresses_reader
from bot.proof.prose import claimed
from bot.proof.signs import strange
from bot.proof.spoken import is_given, is_nobodys, stand_quoted
from bot.proof.standing import Standing, as_fact, stand
from bot.proof.telling import Telling
from bot.proof.verdict import Place
from bot.proof.window import Cited
from index.statement import Speaker

_ADDRESSES = re.compile(
    r"https?:|www\.\S|\S@\S|@(?:everyone|here)|\b[\w-]+\.(?:com|org|net|io|info|app|gg)\b|<[@#:/a-z]|\]\(|[*_`|~]{2}|`"
)
_NOTHING_NAMED = Catalogue(())
# In characters: what is quoted so briefly says nothing by itself.
_BRIEFLY = 16


@dataclass(frozen=True, slots=True)
class ProvedSentence:
    """What the record says to a sentence of a draft.

    ``numbers`` are the sources in which it stands: those cited, corrected where the verdict is
    "elsewhere". ``places`` are the sentences and quotations that prove it. ``reason`` is a
    sentence for whoever wrote the draft, and empty where it is proven; ``of_form``: it is of how
    the sentence is written, and what the sentence tells was not judged. ``quotation`` are the words
    in marks that stop it, if any do.
    """

    text: str
    numbers: tuple[int, ...]
    verdict: SentenceVerdict
    reason: str = ""
    places: tuple[Place, ...] = ()
    of_form: bool = False
    quotation: str = ""

    @property
    def is_proven(self) -> bool:
        """Whether it may be shown, with its ``numbers``."""
        return self.verdict in ("found", "elsewhere")


def prove_sentence(cited: CitedSentence, sources: Sequence[Cited]) -> ProvedSentence:
    """Hold a sentence of a draft against the sources that its writer was given."""
    found = _proven(cited, sources)
    if isinstance(found, Failing):
        wrong = found.verdict, found.reason
        return ProvedSentence(
            cited.text, cited.numbers, *wrong, of_form=found.of_form, quotation=found.quotation
        )
    return found


def _proven(cited: CitedSentence, sources: Sequence[Cited]) -> ProvedSentence | Failing:
    if wrong := _miscited(cited, sources) or _addressed(cited) or _strange(cited, sources):
        return wrong
    quotations = draft.quotations(cited.text, _NOTHING_NAMED)
    if copies := copied.places(cited, sources):
        return _of_copies(cited, sources, quotations, copies)
    quoted: list[Place] = []
    nobodys: list[Quotation] = []
    for one in quotations:
        places = stand_quoted(one, cited, sources)
        if isinstance(places, Failing):
            return replace(places, quotation=one.claim.text)
        quoted += places
        nobodys += [one] if is_nobodys(one, places) else []
    told = telling.read(cited.text, _marked(cited.text, nobodys), sources, cited.numbers)
    if wrong := _unnamed(told.speakers) or _miscalled(told):
        return wrong
    if not quoted and not any(claimed(piece.tokens) for piece in told.pieces):
        return Failing("absent", "The sentence says nothing that can be proven.", True)
    return _standing(cited, sources, told, quoted)


def _standing(
    cited: CitedSentence, sources: Sequence[Cited], told: Telling, quoted: Sequence[Place]
) -> ProvedSentence | Failing:
    standing = stand(told, sources, cited.numbers, quoted)
    if isinstance(standing, Failing):
        return standing
    return _elsewhere(quoted, standing) or _result(cited, sources, quoted, standing)


def _elsewhere(quoted: Sequence[Place], standing: Sequence[Standing]) -> Failing | None:
    """Find a word or two in marks that stand far from what is told of them.

    “Yes” may stand anywhere; it is the answer to what stands in its own sentence.
    """
    told = [place for each in standing for place in each.places if each.tells_much]
    for each in quoted:
        if each.end - each.start > _BRIEFLY or not told:
            continue
        if not any(p.article_id == each.article_id and _touch(p, each) for p in told):
            return Failing("stitched", "What is quoted stands elsewhere than what is told of it.")
    return None


def _touch(one: Place, other: Place) -> bool:
    return one.start <= other.end and other.start <= one.end


def _of_copies(
    cited: CitedSentence,
    sources: Sequence[Cited],
    quotations: Sequence[Quotation],
    places: Sequence[Place],
) -> ProvedSentence | Failing:
    """Judge a sentence that is an article's own, word for word."""
    told = telling.read(cited.text, marks.find(cited.text), sources, cited.numbers)
    standing = [Standing(told.pieces, tuple(places))]
    nobodys = [one for one in quotations if not is_given(one)]
    if nobodys and not copied.names_speaker(cited.text, places, sources):
        words = nobodys[0].claim.text
        return Failing("wrong_speaker", f"The sentence does not name who said “{words}”.", True)
    unnamed = None if copied.names_first(cited.text, told.speakers) else _unnamed(told.speakers)
    return unnamed or as_fact(told, standing, sources) or _result(cited, sources, [], standing)


def _marked(text: str, nobodys: Sequence[Quotation]) -> list[Quoted]:
    """Return what of a sentence stands in marks and is somebody's; the rest it tells itself."""
    starts = {each.start for each in nobodys}
    return [each for each in marks.find(text) if each.start not in starts]


def _miscited(cited: CitedSentence, sources: Sequence[Cited]) -> Failing | None:
    known = {source.number for source in sources}
    if not cited.numbers:
        return Failing("uncited", "The sentence cites no source.")
    unknown = [number for number in cited.numbers if number not in known]
    return Failing("uncited", f"There is no source [{unknown[0]}].") if unknown else None


def _addressed(cited: CitedSentence) -> Failing | None:
    """Find what an answer never holds: a link, a mention, layout, or words to its reader."""
    if found := _ADDRESSES.search(cited.text):
        reason = f"A sentence holds no link, mention or mark: “{found.group()}”."
        return Failing("absent", reason, True)
    cursor, unquoted = 0, ""
    for each in marks.find(cited.text):
        unquoted += cited.text[cursor : each.start]
        cursor = each.end
    if addresses_reader(unquoted + cited.text[cursor:]):
        reason = "A sentence tells what the articles say, and nobody what to do."
        return Failing("absent", reason, True)
    return None


def _strange(cited: CitedSentence, sources: Sequence[Cited]) -> Failing | None:
    """Find a sign that is not seen, or is a picture, and that no cited article has."""
    own = [source.evidence for source in sources if source.number in cited.numbers]
    for sign in strange(cited.text):
        if not any(sign in each.title or sign in each.text for each in own):
            reason = f"The articles have no such sign: U+{ord(sign):04X}."
            return Failing("absent", reason, True)
    return None


def _unnamed(speakers: Sequence[Speaker]) -> Failing | None:
    if any(each.kind == "unresolved" for each in speakers):
        return Failing("wrong_speaker", "The sentence does not name who said it.", True)
    return None


def _miscalled(told: Telling) -> Failing | None:
    if told.miscalled:
        one = told.miscalled[0]
        return Failing("absent", f"The record does not call {one.name} “{one.role}”.")
    return None


def _result(
    cited: CitedSentence,
    sources: Sequence[Cited],
    quoted: Sequence[Place],
    standing: Sequence[Standing],
) -> ProvedSentence:
    """Return the sentence with the numbers of the sources in which its parts stand."""
    numbers = {source.evidence.article_id: source.number for source in sources}
    places = [*quoted, *(place for each in standing for place in each.places)]
    used = {numbers[place.article_id] for place in places}
    kept = [number for number in cited.numbers if number in used]
    needed = _needed(quoted, standing, numbers, set(cited.numbers))
    verdict: SentenceVerdict = "elsewhere" if needed else "found"
    return ProvedSentence(
        cited.text,
        tuple(dict.fromkeys([*kept, *needed])),
        verdict,
        "",
        tuple(dict.fromkeys(places)),
    )


def _needed(
    quoted: Sequence[Place],
    standing: Sequence[Standing],
    numbers: dict[str, int],
    cited: set[int],
) -> list[int]:
    """Return the sources without which a part would stand in nothing that is cited."""
    parts = [[place] for place in quoted] + [list(each.places) for each in standing]
    wanted = []
    for places in parts:
        own = [numbers[place.article_id] for place in places]
        if own and not cited & set(own):
            wanted.append(own[0])
    return wanted

"""Step 9: the verdict. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.proof import denial, speaker, within
from bot.proof.evidence import Evidence
from bot.proof.exact import Standing, runs, standings
from bot.proof.near import Near, nearest
from bot.proof.nearby import may_have_said
from bot.proof.quote import Quote, quote
from bot.proof.stitch import pieces
from bot.proof.verdict import Claim, Difference, Marked, Place, Proved, Verdict
from bot.proof.work import Work
from index.sentence import Span
from index.statement import Speaker

# One or two words in quotation marks ("scare quotes") are judged by themselves, unless they are
# given as all that somebody said: they are on record or they are not.
SHORT = 2
# So few words may differ from a place, a third of all, that it is that place which was altered;
# where more than a few in a row are left out, its halves were stitched.
ALTERED_SHARE = 1 / 3
LONGEST_LEFT_OUT = 5
# Of an altered quotation half stands where it was taken from.
LEAST_ALIKE = 0.5

Fit = Literal["same", "unknown", "reported", "other"]
_NOT_SAID = "The article tells this in its own words; it does not quote them."
_PARTLY = "Not all of these words stand in quotation marks in the article."
_WITHIN = "There it is quoted within somebody’s words, as somebody else’s."
_SPEAKER_UNKNOWN = "The article does not say plainly who said it."


@dataclass(frozen=True, slots=True)
class _Judged:
    """A place where the words stand: whether the draft names it, and whether the speaker fits.

    ``of_another``: they are quoted there within somebody's words, as somebody else's.
    """

    standing: Standing
    place: Place
    named: bool
    fit: Fit
    of_another: bool = False


# Which of several places decides, the best first, and the verdict that it gives.
_VERDICTS: dict[tuple[bool, Fit], Verdict] = {
    (True, "same"): "found",
    (True, "unknown"): "found",
    (False, "same"): "elsewhere",
    (False, "unknown"): "elsewhere",
    (True, "reported"): "altered",
    (False, "reported"): "altered",
    (True, "other"): "wrong_speaker",
    (False, "other"): "wrong_speaker",
}
_ORDER = list(_VERDICTS)


def prove(claim: Claim, evidences: Sequence[Evidence], work: Work | None = None) -> Proved:
    """Compare a quotation with articles, and say what they hold of it.

    ``evidences`` are all articles in which it may stand; ``claim.named`` says which of them the
    draft names. Words that stand in none of them are "absent". Raises ``DraftError`` when it is
    more ``work`` than one check may do.
    """
    work = work or Work()
    read = quote(claim.text)
    standing = [
        _with_denial(each, claim)
        for evidence in evidences
        for each in standings(read, evidence, work)
    ]
    if whole := [each for each in standing if each.denial is None]:
        return _placed(claim, read, whole)
    if headlines := [e for e in evidences if _is_headline(read, e)]:
        return _of_headline(claim, headlines)
    if standing:
        return _denied(claim, standing[0])
    if len(read.words) <= SHORT:
        return Proved(claim, "absent")
    return _departed(claim, read, evidences, work)


def _placed(claim: Claim, read: Quote, standing: Sequence[Standing]) -> Proved:
    """Judge words that stand on record: whether speaker and article are those claimed."""
    judged = [_judged(claim, each) for each in standing]
    best = min(_rank(each) for each in judged)
    chosen = [each for each in judged if _rank(each) == best]
    named, fit = _ORDER[best]
    verdict = _VERDICTS[named, fit]
    if verdict == "wrong_speaker" and len(read.words) <= SHORT and not claim.in_full:
        verdict = "found" if named else "elsewhere"
    places = _once_each(each.place for each in chosen)
    return Proved(claim, verdict, places, notes=(*_notes(claim, chosen[0]), *read.notes))


def _judged(claim: Claim, standing: Standing) -> _Judged:
    evidence, span = standing.evidence, standing.span
    inside = _of_another(standing)
    marked = _marked(standing)
    if inside:
        speakers = within.speakers(evidence, inside)
    else:
        every = evidence.speakers(span.start, span.end, quoted=marked == "quoted")
        speakers = within.owners(evidence, span, every)
    told = next(iter(speakers), None)
    place = Place(evidence.article_id, span.start, span.end, told, marked)
    fit = _fit_within(claim, standing, inside) if inside else _fit(claim, standing, speakers)
    return _Judged(standing, place, _is_meant(claim, evidence), fit, inside is not None)


def _of_another(standing: Standing) -> Span | None:
    """Return the quotation within a quotation whose words these are, if of more than a name."""
    evidence, span = standing.evidence, standing.span
    inside = within.inner(evidence, span)
    few = sum(last - first + 1 for first, last in standing.runs) <= SHORT
    return None if not inside or few or within.is_own(evidence, span, inside) else inside


def _fit_within(claim: Claim, standing: Standing, inside: Span) -> Fit:
    """Tell whether words that somebody quotes are those of the speaker whom the draft names."""
    evidence, span = standing.evidence, standing.span
    if claim.speaker is None:
        return "same"
    if speakers := within.speakers(evidence, inside):
        return speaker.compare(claim.speaker, speakers)
    if claim.speaker.kind == "unresolved":
        return "unknown"
    named = speaker.is_named(claim.speaker, within.lead(evidence, span, inside))
    return "unknown" if named else "other"


def _marked(standing: Standing) -> Marked:
    if standing.spoken:
        return "quoted"
    kinds = {standing.evidence.marked(first, last) for first, last in standing.runs}
    return next(iter(kinds)) if len(kinds) == 1 else "partly quoted"


def _fit(claim: Claim, standing: Standing, speakers: Sequence[Speaker]) -> Fit:
    """Tell whether the words are those of the speaker whom the draft names."""
    if claim.speaker is None:
        return "same"
    evidence, span = standing.evidence, standing.span
    marked = _marked(standing)
    fit = speaker.compare(claim.speaker, speakers)
    if marked != "quoted":
        return "reported" if fit == "same" else "other"
    if fit == "unknown" and claim.speaker.kind != "unresolved":
        return "unknown" if may_have_said(claim.speaker, evidence, span.start) else "other"
    return fit


def _rank(judged: _Judged) -> int:
    return _ORDER.index((judged.named, judged.fit))


def _once_each(places: Iterable[Place]) -> tuple[Place, ...]:
    """Keep the first place of each article."""
    first: dict[str, Place] = {}
    for place in places:
        first.setdefault(place.article_id, place)
    return tuple(first.values())


def _notes(claim: Claim, judged: _Judged) -> tuple[str, ...]:
    notes = []
    if judged.fit == "reported":
        notes.append(_NOT_SAID if judged.place.marked == "written" else _PARTLY)
    if judged.of_another:
        notes.append(_WITHIN)
    if judged.fit == "unknown":
        notes.append(_SPEAKER_UNKNOWN)
    return tuple(notes)


def _with_denial(standing: Standing, claim: Claim) -> Standing:
    """Note what denies the words in the article and that the draft has not got."""
    return (
        standing if standing.denial else replace(standing, denial=denial.find(standing, claim.lead))
    )


def _is_headline(read: Quote, evidence: Evidence) -> bool:
    folded = tuple(word.folded for word in read.words)
    return len(folded) > SHORT and folded == evidence.headline


def _of_headline(claim: Claim, evidences: Sequence[Evidence]) -> Proved:
    """Judge words that are a headline: nobody said those, whoever the article lets speak."""
    named = [each for each in evidences if _is_meant(claim, each)]
    chosen = named or evidences
    places = tuple(Place(each.article_id, 0, 0, None, "headline") for each in chosen)
    verdict: Verdict = "found" if named else "elsewhere"
    if claim.speaker is not None and "headline" not in claim.speaker.name.casefold():
        verdict = "wrong_speaker"
    return Proved(claim, verdict, places, notes=("It is the article’s headline.",))


def _is_meant(claim: Claim, evidence: Evidence) -> bool:
    """Tell whether a draft names an article, or leaves it open."""
    return claim.named is None or evidence.article_id in claim.named


def _denied(claim: Claim, standing: Standing) -> Proved:
    """Judge words that have lost the "not" beside them."""
    evidence, span, denies = standing.evidence, standing.span, standing.denial
    speakers = evidence.speakers(span.start, span.end, quoted=True)
    place = Place(evidence.article_id, *span, next(iter(speakers), None), _marked(standing))
    left_out = evidence.text[denies.start : denies.end] if denies else ""
    return Proved(claim, "altered", (place,), (Difference("", left_out),), (standing.reason,))


# --- words that stand nowhere as they are quoted ------------------------------------------------


def _departed(claim: Claim, read: Quote, evidences: Sequence[Evidence], work: Work) -> Proved:
    near = _nearest(claim, read, evidences, work)
    if len(read.stretches) > 1 and (parts := _each_stretch(read, evidences, work)):
        return Proved(claim, "stitched", parts)
    if near and _is_slight(near, read):
        return _altered(claim, near)
    if joined := pieces(read, evidences, work):
        return Proved(claim, "stitched", tuple(_part(p.evidence, *p.span) for p in joined))
    if near and near.share >= LEAST_ALIKE and near.weight >= LEAST_ALIKE:
        return _altered(claim, near)
    return Proved(claim, "absent")


def _nearest(claim: Claim, read: Quote, evidences: Sequence[Evidence], work: Work) -> Near | None:
    """Return the nearest place; of equally near ones, that in an article which the draft names."""
    named = [e for e in evidences if claim.named and e.article_id in claim.named]
    near = nearest(read, named, work)
    return near if near and _is_slight(near, read) else nearest(read, evidences, work)


def _is_slight(near: Near, read: Quote) -> bool:
    """Tell whether so little differs that this place is what was altered."""
    few = near.changed <= max(1, ALTERED_SHARE * len(read.words))
    return bool(near.differences) and few and near.longest <= LONGEST_LEFT_OUT


def _altered(claim: Claim, near: Near) -> Proved:
    place = _part(near.evidence, *near.span)
    return Proved(claim, "altered", (place,), near.differences)


def _each_stretch(read: Quote, evidences: Sequence[Evidence], work: Work) -> tuple[Place, ...]:
    """Return where each half of a quotation with omissions stands; nothing if one does not."""
    found = []
    for stretch in read.stretches:
        place = next(
            (
                _part(e, e.words[line.at[start]].start, e.words[line.at[end]].end)
                for e in evidences
                for line in (e.spoken, e.whole)
                for start, end in runs(stretch, line, e, work)
            ),
            None,
        )
        if place is None:
            return ()
        found.append(place)
    return tuple(found)


def _part(evidence: Evidence, start: int, end: int) -> Place:
    quoted = evidence.speakers(start, end, quoted=True)
    told = quoted or evidence.speakers(start, end, quoted=False)
    first, last = evidence.between(start, end)
    marked = evidence.marked(first, last - 1)
    return Place(evidence.article_id, start, end, next(iter(told), None), marked)

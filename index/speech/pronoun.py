"""Step 7c: whom "he", "she" and "they" mean: who spoke or was told of just before. Pure."""

from __future__ import annotations

from dataclasses import replace

from index.speech import unnamed
from index.speech.cast import Cast, clash
from index.speech.memory import Article, Memory, Resolved
from index.speech.mention import Gender, Mention, gender_of
from index.speech.reading import Piece, Sentence
from index.speech.unnamed import Unnamed
from index.statement import Speaker

LOOK_BACK = 8
_GENDER: dict[str, Gender] = {
    "he": "he",
    "him": "he",
    "his": "he",
    "she": "she",
    "her": "she",
}


def resolve(article: Article, place: int, piece: Piece, memory: Memory) -> Resolved:
    """Resolve a pronoun of sentence ``place``: the nearest who may be meant, named or not."""
    if piece.low in ("they", "them", "their", "it"):
        return _group_before(place, piece, memory)
    gender = _GENDER.get(piece.low)
    if gender is None:
        return Resolved(Speaker(piece.text, piece.text, None, "unresolved"))
    for back in range(place, max(-1, place - LOOK_BACK), -1):
        before = piece.start if back == place else None
        if _has_it_before(article.sentences[back], piece, back == place):
            before = 0
        found = _fitting(article, back, before, gender, memory)
        if found is not None:
            weak = found.weak or place - back > 3 or piece.low in ("his", "her")
            sure = back < place and piece.low in ("he", "she")
            return replace(found, speaker=_as_pronoun(found, piece, sure=sure), weak=weak)
    return Resolved(Speaker(piece.text, piece.text, None, "unresolved"))


def _as_pronoun(found: Resolved, piece: Piece, *, sure: bool) -> Speaker:
    """Write whom a pronoun means.

    Nobody is named where that is open: behind "her father met a coach", and by "she" in "an aide
    said she had left", or behind "an aide said he had left".
    """
    if found.unnamed is None and found.speaker.kind == "person":
        return replace(found.speaker, as_written=piece.text)
    one = found.unnamed
    known = one is not None and sure and one.alone and not clash(one.told, _GENDER.get(piece.low))
    name = one.called if one and known else piece.text
    return Speaker(name, piece.text, None, "unresolved")


def _has_it_before(sentence: Sentence, pronoun: Piece, same: bool) -> bool:
    """Say whether the sentence's own subject is this pronoun: then nobody in it is meant.

    In the pronoun's own sentence any such pronoun further left counts, in another its first word.
    """
    for piece in sentence.pieces:
        if same and piece.start >= pronoun.start:
            return False
        if piece.kind == "pronoun" and piece.low == _GENDER.get(pronoun.low):
            return True
        if not same and piece.kind not in ("conjunction", "adverb", "mark"):
            return False
    return False


def _fitting(
    article: Article, sentence: int, before: int | None, gender: Gender, memory: Memory
) -> Resolved | None:
    """Take the speaker of a sentence, or else its subject, when the gender fits.

    ``before`` is where the pronoun stands, if in this very sentence: then only what may be its
    subject counts.
    """
    named = _named(article.cast, sentence, before, gender)
    spoken = memory.last_in if before is not None else memory.going_on_from
    for one in spoken(sentence):
        if one.unnamed is not None and before is not None and named:
            continue  # "Roe planned it all: an aide said she had": she is Roe
        if _may_speak_on(article.cast, one, gender):
            together = any(_may_speak_on(article.cast, other, gender) for other in one.others)
            return _nobody(gender) if together else one
    told_of = _told_of(article, sentence) if before is None else None
    if told_of is None or clash(told_of.gender, gender) or _is_before(named, told_of):
        return _one_of(article, named, gender) if named else None
    return Resolved(Speaker(told_of.called, told_of.called, None, "unresolved"), unnamed=told_of)


def _told_of(article: Article, sentence: int) -> Unnamed | None:
    """Find the subject who may be a person: a driver, or a name that may be a village as well."""
    pieces = article.sentences[sentence].pieces
    if one := unnamed.subject(article.text, pieces):
        return one
    names = [one for one in article.cast.perhaps.get(sentence, []) if one.leads]
    if not names or not unnamed.is_subject(pieces, names[0].start, names[0].end):
        return None
    return Unnamed(names[0].start, names[0].name, names[0].gender, alone=False)


def _may_speak_on(cast: Cast, one: Resolved, gender: Gender) -> bool:
    """Say whether a speaker may be meant: a "she" of whom nobody knows who she is as well."""
    if one.unnamed is not None:
        return not clash(one.unnamed.gender, gender)
    if one.speaker.kind == "unresolved":
        return _GENDER.get(one.speaker.name.lower()) == gender
    return one.speaker.kind == "person" and not clash(_gender(cast, one.speaker), gender)


def _named(cast: Cast, sentence: int, before: int | None, gender: Gender) -> list[Mention]:
    """List whom a sentence names of that gender, the likeliest subject first."""
    fitting = [
        mention
        for mention in cast.mentions.get(sentence, [])
        if (before is None or (mention.leads and mention.end <= before))
        and _may_be(cast, mention, gender)
    ]
    return sorted(fitting, key=lambda one: (not one.leads, one.start))


def _is_before(named: list[Mention], told_of: Unnamed) -> bool:
    return bool(named) and named[0].leads and named[0].start < told_of.start


def _one_of(article: Article, named: list[Mention], gender: Gender) -> Resolved:
    """Take the subject; of "Roe and Poe" neither is likelier."""
    if len(named) > 1 and article.text[named[0].end : named[1].start].strip(" ,") == "and":
        return _nobody(gender)
    leading = {as_speaker(article.cast, one, gender).name for one in named if one.leads}
    return Resolved(as_speaker(article.cast, named[0], gender), weak=len(leading) > 1)


def _nobody(gender: Gender) -> Resolved:
    return Resolved(Speaker(gender, gender, None, "unresolved"))


def _gender(cast: Cast, speaker: Speaker) -> Gender | None:
    found = cast.who(speaker.name)
    return found[0].gender if found else gender_of(speaker.name, speaker.role)


def _may_be(cast: Cast, mention: Mention, gender: Gender) -> bool:
    found = cast.who(mention.name, mention.gender)
    own = mention.gender or (found[0].gender if found else None)
    return not clash(own, gender)


def as_speaker(cast: Cast, mention: Mention, gender: Gender | None = None) -> Speaker:
    """Return who is named there, under the fullest name that the article gives."""
    found = cast.who(mention.name, mention.gender or gender)
    if not found:
        return Speaker(mention.name, mention.name, mention.role, "person")
    return Speaker(found[0].name, mention.name, found[0].role, "person")


def _group_before(place: int, piece: Piece, memory: Memory) -> Resolved:
    for back in range(place, max(-1, place - 3), -1):
        for one in memory.last_in(back):
            if one.speaker.kind == "group":
                speaker = Speaker(one.speaker.name, piece.text, one.speaker.role, "group")
                return Resolved(speaker, weak=True)
    return Resolved(Speaker(piece.text, piece.text, None, "unresolved"))

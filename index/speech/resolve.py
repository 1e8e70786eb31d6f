"""Step 7: from what stands beside the cue to the person who spoke. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.people import first_names
from index.people.names import key, same_person
from index.speech import lexicon as lex
from index.speech.cast import Cast, clash
from index.speech.mention import Gender, Mention, gender_of, is_group, role_text, split_honorific
from index.speech.phrase import Source
from index.speech.pieces import is_human
from index.speech.reading import Piece, Sentence
from index.statement import Speaker, SpeakerKind

_LOOK_BACK = 8
_GENDER: dict[str, Gender] = {
    "he": "he",
    "him": "he",
    "his": "he",
    "she": "she",
    "her": "she",
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A speaker, and whether the evidence was thin."""

    speaker: Speaker
    weak: bool = False


@dataclass(slots=True)
class Memory:
    """Who has spoken so far in the article, sentence by sentence: the only state of a reading."""

    spoken: dict[int, list[Resolved]] = field(default_factory=dict)

    def note(self, sentence: int, resolved: Resolved, *, in_passing: bool = False) -> None:
        """Remember that somebody spoke in a sentence; ``in_passing``: "according to Ann Roe"."""
        here = self.spoken.setdefault(sentence, [])
        here.insert(0 if in_passing else len(here), resolved)

    def last_in(self, sentence: int) -> list[Resolved]:
        """List the speakers of one sentence, the last first."""
        return self.spoken.get(sentence, [])[::-1]


@dataclass(frozen=True, slots=True)
class Article:
    """What resolution may look at."""

    text: str
    sentences: Sequence[Sentence]
    cast: Cast


def resolve(article: Article, place: int, source: Source, memory: Memory) -> Resolved:
    """Resolve the source found in sentence ``place``."""
    pieces = article.sentences[place].pieces
    if source.kind == "pronoun":
        return _pronoun(article, place, pieces[source.name_first], memory)
    if source.kind == "name":
        return _name(article, pieces, source)
    return _description(article, place, pieces, source, memory)


def _written(article: Article, pieces: Sequence[Piece], source: Source) -> str:
    if source.relative:
        return pieces[source.first].text
    return article.text[pieces[source.name_first].start : pieces[source.name_last].end]


def _name(article: Article, pieces: Sequence[Piece], source: Source) -> Resolved:
    written = _written(article, pieces, source)
    honorific, first = split_honorific(pieces, source.name_first, source.name_last)
    name = article.text[pieces[first].start : pieces[source.name_last].end]
    role = role_text(article.text, pieces, source.role)
    found = article.cast.who(name, gender_of(name, role, honorific))
    if honorific:  # "Mr Martin" is not Martin Roe
        found = tuple(one for one in found if key(one.name).last.endswith(key(name).last))
    if is_group(name) and not honorific and not found:
        shown = article.text[pieces[source.first].start : pieces[source.name_last].end]
        named = shown if _has_the(pieces, source) else name
        return Resolved(Speaker(named, written, None, "group"))
    if not found and honorific == "" and _is_body(name, role):
        return Resolved(Speaker(name, written, role, "group"))
    if not found and honorific == "" and _has_the(pieces, source):  # "the Treasury"
        shown = article.text[pieces[source.first].start : pieces[source.name_last].end]
        return Resolved(Speaker(shown, written, None, "group"))
    if not found:
        kind: SpeakerKind = "unresolved" if _is_title(name) else "person"
        return Resolved(Speaker(name, written, role, kind))
    best = found[0]
    weak = len(found) > 1 and found[1].count * 3 > best.count
    return Resolved(Speaker(best.name, written, role or best.role, "person"), weak)


def _has_the(pieces: Sequence[Piece], source: Source) -> bool:
    return pieces[source.first].low == "the" and source.name_first == source.first + 1


def _is_body(name: str, role: str | None) -> bool:
    """Say whether the role shows a body: "the Iranian news agency Fars"."""
    return role is not None and " " not in name and role.split()[-1].lower() in lex.GROUPS


def _is_title(name: str) -> bool:
    parts = name.lower().split()
    surname = parts[-1] in lex.SURNAMES and parts[0] in first_names.ALL - lex.TOWNS
    return len(parts) > 1 and parts[-1] in lex.TITLES and not surname


# --- pronouns ----------------------------------------------------------------------------------


def _pronoun(article: Article, place: int, piece: Piece, memory: Memory) -> Resolved:
    if piece.low in ("they", "them", "their", "it"):
        return _group_before(place, piece, memory)
    gender = _GENDER.get(piece.low)
    if gender is None:
        return Resolved(Speaker(piece.text, piece.text, None, "unresolved"))
    for back in range(place, max(-1, place - _LOOK_BACK), -1):
        before = piece.start if back == place else None
        if _has_it_before(article.sentences[back], piece, back == place):
            before = 0
        found = _fitting(article.cast, back, before, gender, memory)
        if found is not None:
            weak = found.weak or place - back > 3 or piece.low in ("his", "her")
            speaker = Speaker(found.speaker.name, piece.text, found.speaker.role, "person")
            return Resolved(speaker, weak)
    return Resolved(Speaker(piece.text, piece.text, None, "unresolved"))


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
    cast: Cast, sentence: int, before: int | None, gender: Gender, memory: Memory
) -> Resolved | None:
    """Take the speaker of a sentence, or else its subject, when the gender fits.

    ``before`` is where the pronoun stands, if in this very sentence: then only what may be its
    subject counts.
    """
    for one in memory.last_in(sentence):
        if one.speaker.kind == "person" and not clash(_gender(cast, one.speaker), gender):
            return one
    fitting = [
        mention
        for mention in cast.mentions.get(sentence, [])
        if (before is None or (mention.leads and mention.end <= before))
        and _may_be(cast, mention, gender)
    ]
    if not fitting:
        return None
    best = _as_speaker(cast, min(fitting, key=lambda one: (not one.leads, one.start)), gender)
    leading = {_as_speaker(cast, one, gender).name for one in fitting if one.leads}
    return Resolved(best, weak=len(leading) > 1)


def _gender(cast: Cast, speaker: Speaker) -> Gender | None:
    found = cast.who(speaker.name)
    return found[0].gender if found else gender_of(speaker.name, speaker.role)


def _may_be(cast: Cast, mention: Mention, gender: Gender) -> bool:
    found = cast.who(mention.name, mention.gender)
    own = mention.gender or (found[0].gender if found else None)
    return not clash(own, gender)


def _as_speaker(cast: Cast, mention: Mention, gender: Gender | None = None) -> Speaker:
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


# --- descriptions ------------------------------------------------------------------------------


def _description(
    article: Article, place: int, pieces: Sequence[Piece], source: Source, memory: Memory
) -> Resolved:
    written = _written(article, pieces, source)
    phrase = article.text[pieces[source.name_first].start : pieces[source.name_last].end]
    head = pieces[source.head].low if source.head is not None else ""
    named = article.cast.who(phrase) if head in lex.SURNAMES and phrase[0].isupper() else ()
    if named and " " not in phrase:  # "King said", where Ann King is named before
        return Resolved(Speaker(named[0].name, written, named[0].role, "person"), len(named) > 1)
    if _is_plural(head) or not is_human(head) or head in lex.GROUPS:
        return Resolved(Speaker(phrase, written, None, "group"))
    if pieces[source.first].low == "the" and source.last - source.first < 4:
        found = _by_role(article, place, head)
        if found is not None:
            return Resolved(Speaker(found.name, written, found.role, "person"))
    return Resolved(Speaker(phrase, written, None, "unresolved"))


def _is_plural(head: str) -> bool:
    return head.endswith("s") and not head.endswith("ss")


_SHORT = {
    "sen.": "senator",
    "rep.": "representative congressman congresswoman",
    "gov.": "governor",
    "gen.": "general",
    "col.": "colonel",
    "lt.": "lieutenant",
}


def _spelled_out(role: str) -> str:
    return " ".join(_SHORT.get(word, word) for word in role.lower().split())


def _by_role(article: Article, place: int, head: str) -> Speaker | None:
    """Find the one person named shortly before whose role holds the noun: "the senator"."""
    start = article.sentences[place].start
    near = [
        mention
        for back in range(max(0, place - _LOOK_BACK), place + 1)
        for mention in article.cast.mentions.get(back, [])
        if mention.start < start
    ]
    fitting = [
        speaker
        for speaker in (_as_speaker(article.cast, mention) for mention in reversed(near))
        if head in _spelled_out(speaker.role or "")
    ]
    if not fitting or any(not same_person(one.name, fitting[0].name) for one in fitting):
        return None
    return fitting[0]

"""Step 7: from what stands beside the cue to the person who spoke. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from index.people import first_names
from index.people.names import key, same_person
from index.speech import lexicon as lex
from index.speech import pronoun, unnamed
from index.speech.memory import Article, Memory, Resolved
from index.speech.mention import gender_of, is_group, role_text, split_honorific
from index.speech.phrase import Source
from index.speech.pieces import is_human, is_person
from index.speech.pronoun import LOOK_BACK, as_speaker
from index.speech.reading import Piece
from index.statement import Speaker, SpeakerKind


def resolve(article: Article, place: int, source: Source, memory: Memory) -> Resolved:
    """Resolve the source found in sentence ``place``."""
    pieces = article.sentences[place].pieces
    if source.kind == "pronoun":
        return pronoun.resolve(article, place, pieces[source.name_first], memory)
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


def _description(
    article: Article, place: int, pieces: Sequence[Piece], source: Source, memory: Memory
) -> Resolved:
    written = _written(article, pieces, source)
    phrase = article.text[pieces[source.name_first].start : pieces[source.name_last].end]
    head = pieces[source.head].low if source.head is not None else ""
    named = article.cast.who(phrase) if head in lex.SURNAMES and phrase[0].isupper() else ()
    if named and " " not in phrase:  # "King said", where Ann King is named before
        return Resolved(Speaker(named[0].name, written, named[0].role, "person"), len(named) > 1)
    one = unnamed.read(article.text, pieces, source)
    if _is_plural(head) or not (is_human(head) or is_person(head)) or head in lex.GROUPS:
        return Resolved(Speaker(phrase, written, None, "group"), unnamed=one)
    if pieces[source.first].low == "the" and source.last - source.first < 4:
        found = _by_role(article, place, head)
        if found is not None:
            return Resolved(Speaker(found.name, written, found.role, "person"))
    return Resolved(Speaker(phrase, written, None, "unresolved"), unnamed=one)


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
        for back in range(max(0, place - LOOK_BACK), place + 1)
        for mention in article.cast.mentions.get(back, [])
        if mention.start < start
    ]
    fitting = [
        speaker
        for speaker in (as_speaker(article.cast, mention) for mention in reversed(near))
        if head in _spelled_out(speaker.role or "")
    ]
    if not fitting or any(not same_person(one.name, fitting[0].name) for one in fitting):
        return None
    return fitting[0]

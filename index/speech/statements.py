"""Step 8: the statements of an article, in order of its text. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from index.speech import attribute, block_quotation, position, relay, transcript, via, when
from index.speech.attribution import Attribution
from index.speech.cast import gather
from index.speech.memory import Article, Memory, Resolved
from index.speech.pieces import opens_sentence
from index.speech.reading import Piece, Sentence, read
from index.speech.resolve import resolve
from index.speech.silence import is_refusal
from index.statement import Kind, Said, Speaker, Statement


def find(text: str, title: str = "", *, positions: bool = False) -> list[Statement]:
    """Find every attribution in ``text``, single and unmerged, in order of the text.

    ``title`` helps to tell who is meant; no offset points into it. With ``positions`` also what
    the article itself tells of where somebody stands.
    """
    sentences = read(text)
    article = Article(text, sentences, gather(text, sentences, title))
    turns = dict(_turns(article))
    in_turn = {place for turn in turns for place in turn}
    here = [
        [] if place in in_turn else attribute.find(sentence)
        for place, sentence in enumerate(sentences)
    ]
    found, stands = _outside_turns(article, here, in_turn, positions=positions)
    every = [*turns.values(), *found, *stands]
    return sorted(every, key=lambda one: one.start)


def _turns(article: Article) -> Iterator[tuple[range, Statement]]:
    """Find the turns of an interview, each with the sentences that it takes up."""
    turns = transcript.find(article.text, article.sentences, article.cast)
    kind: Kind = "quoted" if transcript.is_verbatim(article.text, turns) else "reported"
    for turn in turns:
        made = transcript.statement(turn, article.sentences, article.cast, kind)
        if made is not None:
            yield range(turn.first, turn.last + 1), made


def _outside_turns(
    article: Article, here: list[list[Attribution]], in_turn: Set[int], *, positions: bool
) -> tuple[list[Statement], list[Statement]]:
    """Find what was said, and where somebody stands, sentence after sentence."""
    memory = Memory()
    found: list[Statement] = []
    stands: list[Statement] = []
    for place, attributed in enumerate(here):
        made = _statements(article, place, attributed, memory)
        if made:
            main = _quoting(made, attributed)
            made[main] = _with_following(article, place, made[main], here)
        elif place not in in_turn and (orphan := _unclaimed(article, place, found)):
            made = [orphan]
        for one in (*made, *_joint(article, place, attributed, made, memory)):
            if one.said:
                found += relay.with_inner(article, one)
        if positions and place not in in_turn:
            stands.extend(_positions(article, place, attributed, memory))
    return found, stands


def _statements(
    article: Article, place: int, here: Sequence[Attribution], memory: Memory
) -> list[Statement]:
    told: list[relay.Told] = []
    for one in here:
        resolved = resolve(article, place, one.source, memory)
        if one.cue.verb == "report" and _is_unknown(article, resolved.speaker):
            resolved = replace(resolved, speaker=replace(resolved.speaker, kind="group"))
        statement = _statement(article, place, one, resolved)
        if statement.said or one.awaits:
            passed_on = via.find(article.text, article.sentences[place], one, here)
            told.append((one, replace(statement, via=passed_on) if passed_on else statement))
            others = tuple(resolve(article, place, other, memory) for other in one.joint)
            noted = replace(resolved, others=others)
            if one.cue.verb == "ask" or one.cue.form == "participle":
                noted = replace(noted, unnamed=None)  # "a reporter asked": others answer
            cited = one.cue.kind == "according"
            memory.note(place, noted, in_passing=cited, told_of=_is_told_of(one, here))
    return relay.mark(article, place, told)


def _is_told_of(one: Attribution, here: Sequence[Attribution]) -> bool:
    """Find Roe in "Poe said Roe had warned …": whose words are among another's."""
    return any(
        first <= one.cue.first <= last
        for other in here
        if other is not one
        for first, last in other.content
    )


def _joint(
    article: Article,
    place: int,
    here: Sequence[Attribution],
    made: Sequence[Statement],
    memory: Memory,
) -> Iterator[Statement]:
    """Give the same words to the others who said them: "Roe and Poe said …"."""
    if len(here) != len(made):
        return
    for one, statement in zip(here, made, strict=True):
        for other in one.joint:
            resolved = resolve(article, place, other, memory)
            if resolved.speaker.kind == "person" and statement.said:
                yield replace(statement, speaker=resolved.speaker, weak=resolved.weak)


def _positions(
    article: Article, place: int, spoken: Sequence[Attribution], memory: Memory
) -> Iterator[Statement]:
    """Find where somebody stands, by the article's own words; who is not known stands nowhere."""
    for one in position.find(article.sentences[place], spoken):
        for source in (one.source, *one.joint):
            resolved = resolve(article, place, source, memory)
            statement = _statement(article, place, one, resolved)
            if statement.said and resolved.speaker.kind != "unresolved" and not resolved.weak:
                yield statement


def _is_unknown(article: Article, speaker: Speaker) -> bool:
    """Say whether a lone name is nobody named in full: who "reports" is then a newspaper."""
    return (
        speaker.kind == "person"
        and " " not in speaker.name
        and (not article.cast.who(speaker.name))
    )


def _quoting(made: Sequence[Statement], here: Sequence[Attribution]) -> int:
    """Find whose words a floating quotation continues: `“…,” she said, citing X. “…”`."""
    quotes = any(part.kind == "quoted" for part in made[-1].said)
    tail = here[-1].inherited or here[-1].cue.kind == "according" or not quotes
    if len(made) == len(here) and tail:
        for place in range(len(here) - 1, -1, -1):
            own = here[place].position != "after" and here[place].cue.kind != "according"
            if own and made[place].said[-1].kind == "quoted":
                return place
    tellers = [place for place, one in enumerate(made) if one.relayed_by is None]
    return tellers[-1] if tellers and not quotes else len(made) - 1


def _unclaimed(article: Article, place: int, found: Sequence[Statement]) -> Statement | None:
    """Give a sentence that is one quotation to whoever spoke in the sentence before: weak."""
    sentence = article.sentences[place]
    if not found or not _whole_quote(sentence):
        return None
    if max(one.end for one in found[-4:]) > sentence.start:  # it continues one of them already
        return None
    own = [one for one in found[-4:] if one.relayed_by is None]  # not whom they tell of
    last = own[-1] if own else found[-1]
    if last.end != article.sentences[place - 1].end or last.speaker.kind == "unresolved":
        return None
    said = Said(sentence.pieces[0].start, sentence.pieces[0].end, "quoted")
    return Statement(sentence.start, sentence.end, (said,), last.speaker, "", weak=True)


def _statement(article: Article, place: int, one: Attribution, resolved: Resolved) -> Statement:
    sentence = article.sentences[place]
    kind = _kind(sentence.pieces, one)
    said = [
        part
        for first, last in one.content
        for part in _said(article.text, sentence.pieces[first : last + 1], kind)
    ]
    cue = article.text[sentence.pieces[one.cue.first].start : sentence.pieces[one.cue.last].end]
    return Statement(
        sentence.start,
        sentence.end,
        tuple(said),
        resolved.speaker,
        cue,
        when_as_written=when.find(article.text, sentence, one),
        weak=resolved.weak,
    )


def _kind(pieces: Sequence[Piece], one: Attribution) -> Kind:
    if one.cue.kind == "position":
        return "position"
    if is_refusal(pieces, one.cue):
        return "declined"
    return "denied" if one.cue.verb == "deny" else "reported"


def _said(text: str, pieces: Sequence[Piece], kind: Kind) -> list[Said]:
    """Cut a range into what stands in quotation marks and the writer's words between."""
    parts: list[Said] = []
    run: list[Piece] = []
    for piece in pieces:
        if piece.kind == "quote":
            parts.extend(_reported(run, kind))
            run = []
            parts.append(Said(piece.start, piece.end, "quoted"))
        else:
            run.append(piece)
    return [*parts, *_reported(run, kind)]


def _reported(run: Sequence[Piece], kind: Kind) -> list[Said]:
    words = [piece for piece in run if piece.kind != "mark"]
    return [Said(words[0].start, run[-1].end, kind)] if words else []


# --- what follows without a cue of its own -----------------------------------------------------


def _goes_on(sentence: Sentence) -> bool:
    last = sentence.pieces[-1]
    return last.quotation is not None and last.quotation.goes_on


def _with_following(
    article: Article, place: int, statement: Statement, here: list[list[Attribution]]
) -> Statement:
    """Add floating quotations: `“…,” she said. “…”`, and paragraphs that go on quoting."""
    announced = article.sentences[place].pieces[-1].low == ":"
    if (
        not statement.said
        and announced
        and (block := block_quotation.find(article.text, article.sentences, place))
    ):
        here[place + 1 : place + 1 + len(block)] = [[] for _ in block]
        said = Said(block[0].start, block[-1].end, "reported")
        return replace(statement, end=block[-1].end, said=(said,))
    for ahead in range(place + 1, len(article.sentences)):
        sentence, behind = article.sentences[ahead], article.sentences[ahead - 1]
        if (
            here[ahead]
            or not _may_go_on(sentence, behind)
            or (not _continues(statement, behind, sentence))
        ):
            break
        quotes = [Said(p.start, p.end, "quoted") for p in sentence.pieces if p.kind == "quote"]
        statement = replace(statement, end=sentence.end, said=(*statement.said, *quotes))
    return statement


def _continues(statement: Statement, behind: Sentence, sentence: Sentence) -> bool:
    """Say whether a quotation without a cue is still this speaker's."""
    if not statement.said or (sentence.paragraph != behind.paragraph and _goes_on(behind)):
        return True
    quoted = any(part.kind == "quoted" for part in statement.said)
    if sentence.paragraph == behind.paragraph:
        return quoted or (_is_long(sentence) and _only_quotes(sentence))
    asked = statement.cue.lower().startswith("ask")  # the next paragraph may be the answer
    return quoted and not asked and _whole_quote(sentence)


def _is_long(sentence: Sentence) -> bool:
    return len(sentence.pieces[0].text.split()) > 4


def _may_go_on(sentence: Sentence, behind: Sentence) -> bool:
    """Take a sentence of quotations, and in one paragraph one that opens with a whole quotation.

    `“It is late,” she said. “The gate has been shut for years,” in her view. “It stays so.”`
    """
    if _only_quotes(sentence) or sentence.paragraph != behind.paragraph:
        return _only_quotes(sentence)
    first, *rest = sentence.pieces
    opens = first.kind == "quote" and opens_sentence(first) and _is_long(sentence)
    return opens and (rest[0].kind in _GOES_ON or rest[0].low == "which")


_GOES_ON = ("preposition", "conjunction", "mark")


def _only_quotes(sentence: Sentence) -> bool:
    pieces = sentence.pieces
    if len(pieces) > 1 and pieces[0].low in ("but", "and"):
        pieces = pieces[1:]
    return pieces[0].kind == "quote" and all(piece.kind in ("quote", "mark") for piece in pieces)


def _whole_quote(sentence: Sentence) -> bool:
    """Say whether a paragraph is one quotation of a whole sentence."""
    return len(sentence.pieces) == 1 and _is_long(sentence)

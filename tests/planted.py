"""Sentences as a model might write them: true ones, and ones with one error planted. Reproducible.

``sentences`` makes them of any articles, by a seed. Each true one is an article's own sentence, a
statement told in a plain form, or such a sentence shortened; each false one is a true one in which
one thing was changed.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import planted_apart
from planted_apart import inside, outside, replaced

from bot.composing.sourced import written_date
from bot.proof import Evidence
from bot.proof.citation import CitedSentence
from bot.proof.sentence import prove_sentence
from bot.proof.window import Cited
from index import sentence, speech
from index.article import Draft
from index.statement import Statement

QUOTATION_ERRORS = (
    "quoted number", "quoted negation", "quoted word", "stitched quotation", "quoted speaker",
    "another article's quotation", "paraphrase in marks",
)  # fmt: skip
PROSE_ERRORS = (
    "number", "date", "name", "speaker", "negation", "stitched halves", "unsupported addition",
    *planted_apart.CHANGES,
)  # fmt: skip
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DATES = re.compile(rf"\b(?:{'|'.join(_DAYS + _MONTHS)})\b|\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_WRITTEN = "two three four five six seven eight nine ten eleven twelve twenty thirty forty".split()
_WRITTEN_NUMBER = re.compile(rf"\b(?:{'|'.join(_WRITTEN)})\b")
_AUXILIARY = re.compile(r"\b(?:is|was|were|are|will|would|has|had|could|should|can|must)\b(?! not)")
_NOT = re.compile(r" not\b")
_ADDITIONS = (
    ", to widespread outrage", ", in a sharp reversal of policy", ", according to leaked emails",
    " after weeks of secret talks", ", despite warnings from economists",
    ", a move that angered residents", " and apologised to voters", ", the largest sum ever paid",
)  # fmt: skip
_QUOTED = re.compile(r"“[^“”]+”")
_OPENING = re.compile(r"((?:In|On|At|During|Since|Before|After) [^,“”]{3,40}), ")
_SHE_SAID = re.compile(r"(?:He|She) (said|added) ")
_ASIDE = re.compile(
    r"(?<=[a-z]), (?!and |or |but )[^,“”]{5,60}, (?=(?:was|is|were|has|had|will)\b)"
)
_IN_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|[Mm]y|me|[Yy]our?|I)\b|\(\(")
_PRONOUNS = re.compile(r"(?:He|She|They|It|His|Her|Their|This|That|These|Those|Its)\b")


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence, the number that it cites, and the error in it; None where it is true."""

    text: str
    number: int
    kind: str
    error: str | None


def sources(drafts: Sequence[tuple[str, Draft]]) -> list[Cited]:
    """Return articles as numbered sources."""
    return [
        Cited(
            number,
            Evidence(name, draft.title, draft.text, speech.find(draft.text, draft.title)),
            draft.outlet,
            draft.published,
        )
        for number, (name, draft) in enumerate(drafts, start=1)
    ]


def sentences(given: Sequence[Cited], seed: int, most_a_kind: int = 10_000) -> list[Planted]:
    """Make true and false sentences of some articles."""
    chance = random.Random(seed)
    made: list[Planted] = []
    for source in given:
        made += _true(source)
    true = list(made)
    for each in true:
        made += _changed(each, given, chance)
    for source in given:
        made += _of_two(source, given, chance)
    return _fewer(made, chance, most_a_kind)


def _fewer(made: Sequence[Planted], chance: random.Random, most: int) -> list[Planted]:
    kinds: dict[str, list[Planted]] = defaultdict(list)
    for each in made:
        kinds[each.error or each.kind].append(each)
    return [
        each
        for kind in sorted(kinds)
        for each in chance.sample(kinds[kind], min(most, len(kinds[kind])))
    ]


# --- true sentences -----------------------------------------------------------------------------


def _true(source: Cited) -> Iterator[Planted]:
    text = source.evidence.text
    for span in sentence.split(text):
        if _is_answer(span, source):
            continue
        own = sentence.directed(text[span.start : span.end])
        for kind, form in _forms(own, source):
            yield Planted(form, source.number, kind, None)
    for statement in source.evidence.statements:
        for form in _told(text, statement):
            yield Planted(form, source.number, "told", None)
        if named := _named(text, statement):
            yield Planted(named, source.number, "named", None)
    for form in _joined(source):
        yield Planted(form, source.number, "joined", None)


def _is_answer(span: sentence.Span, source: Cited) -> bool:
    """Tell a line of an interview, whose words are the speaker's without any marks."""
    return any(
        said.kind == "quoted" and said.start <= span.start and span.end <= said.end
        for statement in source.evidence.statements
        for said in statement.said
        if source.evidence.text[said.start] not in "“\"‘'"
    )


def _forms(own: str, source: Cited) -> Iterator[tuple[str, str]]:
    """Yield an article's sentence as it is, shorter, turned round, and with where it stood."""
    if not _stands_alone(own):
        return
    yield "verbatim", own
    if (shorter := _shortened(own)) and not speech.find(own):
        yield "shortened", shorter
    if (aside := outside(own, _ASIDE)) and not speech.find(own):
        yield "aside left out", replaced(own, aside[0], " ")
    if (opening := _OPENING.match(own)) and "“" not in own and not speech.find(own):
        yield "opening left out", own[opening.end()].upper() + own[opening.end() + 1 :]
    if turned := _turned_round(own):
        yield "turned round", turned
    if source.published and own.endswith(".") and "“" not in own:
        on = "on" if source.published.precision == "day" else "in"
        date = written_date(source.published)
        yield "dated", f"{own[:-1]}, in an article published {on} {date}."


def _stands_alone(text: str) -> bool:
    """Tell whether a sentence names whoever speaks in it, and is no line of an interview."""
    if outside(text, _IN_PERSON) or text.endswith("?"):
        return False
    if text.count("“") != text.count("”") or _PRONOUNS.match(text) or "\n" in text or '"' in text:
        return False
    inside = [each for each in speech.find(text) if each.cue]
    if "“" in text and not inside:
        return False
    return all(each.speaker.kind != "unresolved" for each in inside) and len(text.split()) > 5


def _shortened(text: str) -> str | None:
    """Leave out the last clause of a sentence without quotation marks."""
    head, comma, tail = text.rpartition(", ")
    plain = "“" not in text and comma and len(head.split()) > 6 and len(tail.split()) > 2
    return f"{head}." if plain and head.count(",") != 1 else None


def _turned_round(text: str) -> str | None:
    """Put a time or place that opens a sentence behind it."""
    opening = _OPENING.match(text)
    if not opening or "“" in text or speech.find(text):
        return None
    rest = text[opening.end() :].rstrip(".")
    return f"{rest[:1].upper()}{rest[1:]} {opening[1][:1].lower()}{opening[1][1:]}."


def _named(text: str, statement: Statement) -> str | None:
    """Put the name into a reported sentence that opens with "He said" or "She said"."""
    own, name = text[statement.start : statement.end], statement.speaker.name
    opening = _SHE_SAID.match(own)
    kinds = {said.kind for said in statement.said}
    if not opening or statement.speaker.kind != "person" or statement.weak or kinds != {"reported"}:
        return None
    plain = "“" not in own and '"' not in own and "\n" not in own and own.endswith(".")
    return f"{name}{own[opening.start(1) - 1 :]}" if plain and " " in name else None


def _joined(source: Cited) -> Iterator[str]:
    """Tell two statements of one speaker in one sentence."""
    text = source.evidence.text
    told: dict[str, list[str]] = defaultdict(list)
    for statement in source.evidence.statements:
        for said in statement.said:
            words = text[said.start : said.end].rstrip(".,")
            spoke = statement.speaker
            if said.kind == "reported" and _is_plain(words) and spoke.kind == "person":
                told[spoke.name].append(words)
    for name, parts in told.items():
        if len(parts) > 1 and " " in name:
            yield f"{name} said {parts[0]} and {parts[1]}."


def _told(text: str, statement: Statement) -> Iterator[str]:
    """Tell a statement in the plainest forms, with its speaker's name."""
    spoke = statement.speaker
    if spoke.kind != "person" or statement.weak or " " not in spoke.name:
        return
    name = f"{spoke.name}, the {spoke.role}," if _plain_role(spoke.role) else spoke.name
    for said in statement.said:
        words = text[said.start : said.end]
        if said.kind == "quoted" and (inner := _inner(words)) and len(inner.split()) > 4:
            yield f"{name} said: “{inner}.”"
            yield f"“{inner},” {spoke.name} said."
        elif said.kind == "reported" and _is_plain(words):
            content = words.rstrip(".,")
            yield f"{name} said {content}."
            yield f"According to {spoke.name}, {content.removeprefix('that ')}."


def _inner(words: str) -> str | None:
    """Return what stands between the marks of one whole quotation."""
    inner = words.strip('“”"').rstrip(",.")
    whole = words[:1] in '“"' and words[-1:] in '”"'
    return inner if whole and not re.search(r"[“”\"\n]", inner) else None


def _plain_role(role: str | None) -> bool:
    return bool(role) and not re.search(r"[A-Z].*’s|^(?:the|a|an|his|her|who)\b|[“”\"]", role or "")


def _is_plain(words: str) -> bool:
    """Tell whether reported words may be told again as they are: they do not say "we"."""
    long_enough = words.startswith("that ") and len(words.split()) > 5
    return long_enough and not re.search(r"[“”\"]", words) and not _IN_PERSON.search(words)


# --- one thing changed --------------------------------------------------------------------------

Change = Callable[[str, random.Random, Cited], str | None]


def _changed(true: Planted, given: Sequence[Cited], chance: random.Random) -> Iterator[Planted]:
    source = given[true.number - 1]
    for error, change in _CHANGES.items():
        text = change(true.text, chance, source)
        if text and text != true.text:
            yield Planted(text, true.number, true.kind, error)
    if true.kind == "told" and "“" in true.text and len(given) > 1:
        other = chance.choice([each.number for each in given if each.number != true.number])
        quote = next(iter(_QUOTED.findall(true.text))).strip("“”.,")
        if quote not in given[other - 1].evidence.text:
            yield Planted(true.text, other, true.kind, "another article's quotation")


def _other_number(written: str, chance: random.Random) -> str:
    if written in _WRITTEN:
        return chance.choice([each for each in _WRITTEN if each != written])
    digits = [place for place, sign in enumerate(written) if sign.isdigit()]
    place = chance.choice(digits)
    new = chance.choice([d for d in "123456789" if d != written[place]])
    return written[:place] + new + written[place + 1 :]


def _number_in(found: list[re.Match[str]], text: str, chance: random.Random) -> str | None:
    if not found:
        return None
    one = chance.choice(found)
    return replaced(text, one, _other_number(one.group(), chance))


_ANY_NUMBER = re.compile(f"{_NUMBER.pattern}|{_WRITTEN_NUMBER.pattern}")


def _number(text: str, chance: random.Random, _: Cited) -> str | None:
    found = [m for m in outside(text, _ANY_NUMBER) if not _DATES.fullmatch(m.group())]
    return _number_in(found, text, chance)


def _quoted_number(text: str, chance: random.Random, _: Cited) -> str | None:
    return _number_in(inside(text, _ANY_NUMBER), text, chance)


def _date(text: str, chance: random.Random, _: Cited) -> str | None:
    found = [m for m in outside(text, _DATES) if m.group() not in ("May", "March")]
    if not found:
        return None
    one = chance.choice(found)
    kind = next((k for k in (_DAYS, _MONTHS) if one.group() in k), None)
    if kind is None:
        return replaced(text, one, _other_number(one.group(), chance))
    return replaced(text, one, chance.choice([each for each in kind if each != one.group()]))


def _speakers(source: Cited) -> list[str]:
    return sorted(
        {s.speaker.name for s in source.evidence.statements if s.speaker.kind == "person"}
    )


def _swapped(text: str, chance: random.Random, source: Cited, *, quoted: bool) -> str | None:
    """Put another speaker of the article in the place of the one who is named."""
    if ("“" in text) != quoted:
        return None
    kind = "quoted" if quoted else "reported"
    told = [
        each
        for each in speech.find(text)
        if each.cue and each.speaker.name in text and any(said.kind == kind for said in each.said)
    ]
    if not told or told[0].speaker.kind != "person":
        return None
    name = told[0].speaker.name
    if " " not in name:
        return None
    others = [n for n in _speakers(source) if n.split()[-1] != name.split()[-1]]
    return text.replace(name, chance.choice(others), 1) if others else None


def _speaker(text: str, chance: random.Random, source: Cited) -> str | None:
    return _swapped(text, chance, source, quoted=False)


def _quoted_speaker(text: str, chance: random.Random, source: Cited) -> str | None:
    return _swapped(text, chance, source, quoted=True)


_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def _name(text: str, chance: random.Random, source: Cited) -> str | None:
    """Put another name of the article, or an unheard one, in the place of one."""
    known = {*_DAYS, *_MONTHS}
    found = [m for m in outside(text, _NAMES) if m.group() not in known]
    if not found:
        return None
    one = chance.choice(found)
    others = {m.group() for m in _NAMES.finditer(source.evidence.text)} - known
    words = set(re.findall(r"[A-Z][a-z]+", text))
    others = {n for n in others if not set(n.split()) & words}
    return replaced(text, one, chance.choice([*sorted(others), "Marbury", "Ellen Strand"]))


def _denied(found: list[re.Match[str]], text: str, chance: random.Random) -> str | None:
    if not found:
        return None
    one = chance.choice(found)
    return replaced(text, one, f"{one.group()} not")


def _negation(text: str, chance: random.Random, _: Cited) -> str | None:
    denied = outside(text, _NOT)
    if denied:
        return replaced(text, chance.choice(denied), "")
    return _denied(outside(text, _AUXILIARY), text, chance)


def _quoted_negation(text: str, chance: random.Random, _: Cited) -> str | None:
    denied = inside(text, _NOT)
    if denied:
        return replaced(text, chance.choice(denied), "")
    return _denied(inside(text, _AUXILIARY), text, chance)


_LONG_WORD = re.compile(r"\b[a-z]{5,}\b")


def _quoted_word(text: str, chance: random.Random, source: Cited) -> str | None:
    """Put another word of the article in the place of one in a quotation."""
    found = inside(text, _LONG_WORD)
    words = sorted({m.group() for m in _LONG_WORD.finditer(source.evidence.text)})
    if not found:
        return None
    one = chance.choice(found)
    return replaced(text, one, chance.choice([w for w in words if w not in text]))


def _addition(text: str, chance: random.Random, _: Cited) -> str | None:
    if not text.endswith(".") or "“" in text:
        return None
    return f"{text[:-1]}{chance.choice(_ADDITIONS)}."


_CHANGES: Mapping[str, Change] = {
    "number": _number,
    "date": _date,
    "name": _name,
    "speaker": _speaker,
    "negation": _negation,
    "unsupported addition": _addition,
    "quoted number": _quoted_number,
    "quoted negation": _quoted_negation,
    "quoted word": _quoted_word,
    "quoted speaker": _quoted_speaker,
    **planted_apart.CHANGES,
}


# --- two things put together --------------------------------------------------------------------


def _of_two(source: Cited, given: Sequence[Cited], chance: random.Random) -> Iterator[Planted]:
    text = source.evidence.text
    told = list(_quotes(source))
    for name, quote in told:
        others = [other for _, other in told if other != quote]
        if others:
            joined = _halves(quote, chance.choice(others))
            if joined not in text:
                yield _of(f"{name} said: “{joined}.”", source, "stitched quotation")
    for statement in source.evidence.statements:
        for said in statement.said:
            words = text[said.start : said.end]
            name = statement.speaker.name
            if said.kind == "reported" and _is_plain(words) and statement.speaker.kind == "person":
                inner = words.removeprefix("that ").rstrip(".,")
                yield _of(f"{name} said: “{inner}.”", source, "paraphrase in marks")
    plain = [each for each in _true(source) if each.kind == "verbatim" and "“" not in each.text]
    for each in plain:
        other = chance.choice(plain)
        if other.text != each.text:
            yield _of(f"{_halves(each.text.rstrip('.'), other.text)}", source, "stitched halves")


def _of(text: str, source: Cited, error: str) -> Planted:
    return Planted(text, source.number, "made", error)


def _quotes(source: Cited) -> Iterator[tuple[str, str]]:
    text = source.evidence.text
    for statement in source.evidence.statements:
        for said in statement.said:
            inner = _inner(text[said.start : said.end])
            if inner and len(inner.split()) > 7 and statement.speaker.kind == "person":
                yield statement.speaker.name, inner


def _halves(one: str, other: str) -> str:
    first, second = one.split(), other.split()
    return " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])


# --- judging ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, and whether it was passed as it stands; why not, where it was not."""

    planted: Planted
    passed: bool
    reason: str


def judge(planted: Planted, given: Sequence[Cited]) -> Judged:
    """Prove a sentence. A corrected citation is no pass of the one that was written."""
    proved = prove_sentence(CitedSentence(planted.text, (planted.number,)), given)
    passed = proved.is_proven and proved.numbers == (planted.number,)
    return Judged(planted, passed, f"{proved.verdict}: {proved.reason}")


def rates(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Return for each kind of true sentence and of error how many passed, of how many."""
    counted: dict[str, tuple[int, int]] = {}
    for each in judged:
        kind = each.planted.error or f"true, {each.planted.kind}"
        passed, every = counted.get(kind, (0, 0))
        counted[kind] = (passed + each.passed, every + 1)
    return counted

"""Step 7: whether an article denies a quotation: its "not" is cut, or it was not said. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.proof import within
from bot.proof.evidence import Evidence
from bot.proof.exact import Standing
from bot.proof.words import Word, is_negation
from bot.proof.words import read as read_words
from index.people.wordlist import wordlist
from index.sentence import Span
from index.speech.verbs import SAY, TELL

# So near before a quotation a draft's "not" is of what is quoted: "did not call it “a deal”".
LEAD_WORDS = 4
# A clause is hardly longer; so many words between two commas are an aside in it.
MOST_IN_CLAUSE, MOST_IN_ASIDE = 30, 3
# "Without" denies what stands right behind it, and not the rest of its sentence.
_NEAR_ONLY = {"without": 2}
# "Not only", "no doubt": these deny nothing.
_NO_DENIAL = wordlist("only just merely simply doubt question wonder matter")
# "I denied that | I stole it".
_DENYING_THAT = wordlist("deny denies denied denying doubt doubts doubted")
_AUXILIARIES = wordlist(
    "am is are was were do does did has have had will would can could may might shall should must"
)
_NEW_CLAUSE = wordlist("but because although though while whereas yet")
# A quotation that begins so says when or why, and is not what is denied.
_ASIDE_CLAUSE = _NEW_CLAUSE | {"unless", "until"}
_JOINTS = wordlist("and so")
_SUBJECTS = wordlist(
    "i we you he she it they this that these those there the a an my our his her its their"
)
_MARKS = "“”‘’«»\"'"
# `It was not—“a deal”`: the dash parts nothing.
_BARE_DASH = re.compile(rf"\s*[—–][{_MARKS}\s]*")
_STOPS = re.compile(r"[.!?;:…\n–—()]")

_LOOKED_AT = 200
_BOUND = re.compile(r"[.!?]\s|[\n“”\";]")
_NOT = r"(?:\b(?:never|not|nobody|no one|neither|without|den(?:y|ies|ied|ying))|n[’']t)"
_BETWEEN = r"(?:\s+(?:ever|even|once|actually|really|has|had|have|having|\w+ly))*"
_SAYING = (
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|wr(?:ite|ites|ote|iting|itten)"
    r"|(?:claim|utter|announc|declar|stat|suggest|argu|promis|us)(?:e|es|s|ed|ing)?)\b"
)
_CALLING = r"\b(?:call|describ|label|brand)(?:e|es|s|ed|ing|led|ling)?\b"
# "Did not say when", "said no more": these deny no words.
_OPEN = r"(?!\s+(?:when|whether|why|how|what|who|where|if|more|much|anything|so|it)\b)"
_TO_THE_MARK = r"(?:\s+[\w’'.-]+){0,5}\s*[,:]?\s*\Z"
_REJECTS = (
    r"\b(?:den(?:y|ies|ied|ying)"
    r"|(?:reject|disput|dismiss|refut|rebut|rebutt|disavow)(?:e|s|es|ed|ing)?)\b[^.;:,]*"
)
_BEFORE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<denial>{_NOT}){_BETWEEN}\s+{_SAYING}{_OPEN}{_TO_THE_MARK}",
        rf"(?P<denial>{_NOT}){_BETWEEN}\s+{_CALLING}{_TO_THE_MARK}",
        rf"(?P<denial>{_REJECTS})\bthat\b[^.;:,]*{_SAYING}{_OPEN}{_TO_THE_MARK}",
        rf"(?P<denial>{_REJECTS})\b(?:had|has|have)(?: ever| once)?\s+{_SAYING}{_TO_THE_MARK}",
    )
)
_UNTIL = r"\A(?:(?!\b(?:said|says|told)\b)[^.!?;:\n“”\"]){0,60}?"
_BEHIND = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_UNTIL}(?P<denial>{_NOT}){_BETWEEN}\s+{_SAYING}{_OPEN}",
        rf"{_UNTIL}(?P<denial>\bnot)\s+(?:what|something|anything)\b[^.!?\n]{{0,40}}{_SAYING}",
    )
)


def find(standing: Standing, lead: str) -> Word | None:
    """Return what denies, in the article, words that a draft quotes as they were said.

    ``lead`` is what stands before them in the draft, which may deny them too.
    """
    evidence = standing.evidence
    if (cut := _cut_off(evidence, standing.runs[0][0])) and not _says_so(lead):
        return cut
    if cut := _cut_behind(evidence, standing.runs[-1][1]):
        return cut
    if any(form.search(lead) for form in _BEFORE):
        return None
    return _not_said(evidence, standing.span)


def _cut_off(evidence: Evidence, first: int) -> Word | None:
    """Return the negation before some words in their clause: `no | sign of it`."""
    outside = False
    if evidence.words[first].folded in _ASIDE_CLAUSE:
        return None
    for place in range(first, max(0, first - MOST_IN_CLAUSE), -1):
        before, word = evidence.words[place - 1], evidence.words[place]
        gap = evidence.text[before.end : word.start]
        marks = sum(gap.count(mark) for mark in _MARKS)
        if _is_dashed(before, gap):
            return before
        if (marks and (outside or marks > 1)) or _parts(evidence, place):
            return None
        outside = outside or marks > 0
        if _is_denial(evidence, place - 1, first):
            return before
        if _begins_clause(before, word) or (outside and before.folded in SAY | TELL):
            return None
    return None


def _parts(evidence: Evidence, place: int) -> bool:
    """Tell whether what stands before a word ends a clause."""
    gap = evidence.text[evidence.words[place - 1].end : evidence.words[place].start]
    return bool(_STOPS.search(gap)) or ("," in gap and not _is_aside(evidence, place))


def _is_dashed(before: Word, gap: str) -> bool:
    """Tell whether a dash joins a "not" to what is quoted; a "no" may be an answer."""
    is_not = before.folded != "no" and is_negation(before.folded)
    return is_not and bool(_BARE_DASH.fullmatch(gap))


def _cut_behind(evidence: Evidence, last: int) -> Word | None:
    """Return the negation right behind some words and in their clause, as in `has it | not`."""
    behind = evidence.words[last + 1 : last + 3]
    if not behind or not is_negation(behind[0].folded):
        return None
    word, following = evidence.words[last], behind[1:]
    if evidence.text[word.end : behind[0].start].strip():
        return None
    gap = evidence.text[behind[0].end : following[0].start] if following else "."
    return behind[0] if word.folded in _AUXILIARIES or gap.strip() else None


def _is_denial(evidence: Evidence, place: int, first: int) -> bool:
    word, following = evidence.words[place : place + 2]
    if word.folded in _DENYING_THAT and following.folded == "that":
        before = evidence.words[place - 1].folded if place else ""
        return first - place <= 2 and not is_negation(before)
    near = first - place <= _NEAR_ONLY.get(word.folded, MOST_IN_CLAUSE)
    return near and is_negation(word.folded) and following.folded not in _NO_DENIAL


def _begins_clause(word: Word, following: Word) -> bool:
    joins = word.folded in _JOINTS and following.folded in _SUBJECTS
    return joins or word.folded in _NEW_CLAUSE


def _is_aside(evidence: Evidence, place: int) -> bool:
    """Tell whether the comma before a word closes or opens a few words between two commas."""
    few = evidence.words[max(0, place - MOST_IN_ASIDE - 1) : place + MOST_IN_ASIDE + 1]
    gaps = [evidence.text[one.end : two.start] for one, two in pairwise(few)]
    answers = {"no", "yes", "well"} & {word.folded for word in few}
    return sum("," in gap for gap in gaps) > 1 and not answers


def _says_so(lead: str) -> bool:
    """Tell whether a draft denies, right before a quotation, what it quotes."""
    words = read_words(lead)[-LEAD_WORDS:]
    for number, word in enumerate(words):
        behind = words[number + 1 :]
        if is_negation(word.folded) and not re.search(r"[,:;.!?]", lead[word.end :]):
            return not any(
                each.folded in SAY | TELL or each.folded in _NO_DENIAL for each in behind
            )
    return False


def _not_said(evidence: Evidence, span: Span) -> Word | None:
    """Return the word by which an article says that somebody did not say what it quotes."""
    for start, end in _marks_around(evidence, span):
        before = _BOUND.split(evidence.text[max(0, start - _LOOKED_AT) : start])[-1]
        for form in _BEFORE:
            if found := form.search(before):
                return _word(evidence, start - len(before), found)
        for form in _BEHIND:
            if found := form.search(evidence.text[end : end + _LOOKED_AT]):
                return _word(evidence, end, found)
    return None


def _marks_around(evidence: Evidence, span: Span) -> Iterator[Span]:
    """Yield the quotations in which some words begin, marks and all."""
    outer = within.outer(evidence, Span(span.start, span.start + 1))
    inner = within.inner(evidence, span)
    yield from (each for each in (inner, outer) if each is not None)


def _word(evidence: Evidence, offset: int, found: re.Match[str]) -> Word:
    start, end = (offset + place for place in found.span("denial"))
    words: Sequence[Word] = evidence.words
    return next(
        (word for word in words if word.start < end and start < word.end),
        Word(start, end, evidence.text[start:end]),
    )

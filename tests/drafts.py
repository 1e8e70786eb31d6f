"""Drafts made of articles, true ones and false ones, each with the verdict that it must get.

Everything is drawn from the articles that are handed in and from the lists below, in an order that
a seed decides: the same articles give the same drafts.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index import speech
from index.article import Article
from index.statement import Statement

# A quotation of fewer words can hardly be changed without being another one.
FEWEST_WORDS, MOST_WORDS = 6, 60
NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|nothing|nor|without|cannot)\b|n[’']t\b", re.I)
AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|has|have|had|must|may|might|do|does|did)\b"
)
TENSES = {
    "is": "was", "are": "were", "was": "is", "were": "are", "will": "would", "would": "will",
    "has": "had", "have": "had", "had": "has", "do": "did", "does": "did", "can": "could",
    "could": "can",
}  # fmt: skip
SYNONYMS = {
    "people": "citizens", "big": "large", "good": "fine", "great": "grand", "new": "recent",
    "think": "believe", "believe": "think", "need": "want", "want": "need", "help": "assist",
    "make": "create", "made": "created", "say": "state", "said": "stated", "know": "understand",
    "see": "notice", "time": "moment", "year": "season", "years": "decades", "country": "nation",
    "government": "administration", "work": "labour", "many": "several", "very": "quite",
    "all": "most", "every": "each", "important": "essential", "situation": "position",
    "support": "back", "problem": "issue", "first": "earliest", "because": "since",
    "water": "liquid", "quay": "pier", "town": "village", "pay": "spend", "done": "finished",
    "going": "moving", "way": "manner", "right": "correct", "wrong": "mistaken", "hope": "trust",
}  # fmt: skip
NUMBERS = {
    "one": "two", "two": "three", "three": "five", "four": "six", "five": "seven", "six": "eight",
    "seven": "nine", "eight": "ten", "nine": "twelve", "ten": "twenty", "twenty": "thirty",
    "ninety": "eighty", "hundred": "thousand", "hundreds": "thousands", "thousand": "million",
    "thousands": "millions", "million": "billion", "millions": "thousands",
    "billion": "million", "half": "third", "quarter": "third", "dozens": "scores",
    "first": "second", "second": "third",
}  # fmt: skip
ADVERBS = ("really", "truly", "clearly", "always", "again", "deeply")
NAMES = ("Alderney", "Bergmann", "Castellan", "Dorrance", "Eastvale")
INVENTED = (
    "We shall rebuild the lighthouse stone by stone before the winter",
    "Nobody in my family has ever owned a boat of that colour",
    "The orchestra will play outdoors whatever the forecasters tell us",
    "My grandmother kept bees on the roof and honey under the stairs",
    "There is a museum in every drawer of that house if you look",
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words in quotation marks of an article (``text[start:end]``), and who said them."""

    article: Article
    start: int
    end: int
    speaker: str

    @property
    def words(self) -> str:
        """The words as they are printed."""
        return self.article.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Case:
    """A draft with one quotation to judge, and the verdicts that are right for it.

    ``kind`` says what was done to the quotation. ``expected`` is ("found",) for a true one; of
    several verdicts each says truly what is wrong.
    """

    kind: str
    draft: str
    quotation: str
    expected: tuple[str, ...]

    @property
    def is_true(self) -> bool:
        return self.expected == ("found",)


def utterances(article: Article) -> list[Utterance]:
    """Return the quotations of an article whose speaker it names plainly."""
    statements = speech.find(article.text, article.title)
    every = [each for one in statements for each in _quoted(article, one)]
    speakers: dict[int, set[str]] = {}
    for each in every:
        speakers.setdefault(each.start, set()).add(each.speaker)
    named = [
        each
        for one in statements
        if one.speaker.kind == "person" and not one.weak
        for each in _quoted(article, one)
    ]
    return [each for each in named if len(speakers[each.start]) == 1]


def _quoted(article: Article, statement: Statement) -> Iterator[Utterance]:
    for said in statement.said:
        whole = article.text[said.start : said.end]
        inside = whole.strip("“”\"‘’'„«» ")
        start = said.start + whole.find(inside)
        counted = len(inside.split())
        bare = not re.search(r"[“”\"«»\[\]\n]|…|\.\.", inside)
        if said.kind == "quoted" and bare and FEWEST_WORDS <= counted <= MOST_WORDS:
            yield Utterance(article, start, start + len(inside), statement.speaker.name)


def cases(pool: Sequence[Utterance], reported: Sequence[Utterance], seed: int) -> list[Case]:
    """Make drafts of every utterance, one of each kind that it allows.

    ``reported`` are the writers' words for what somebody said: in quotation marks they are a
    paraphrase that passes for a quotation.
    """
    rng = random.Random(seed)
    made = [case for each in pool for case in _of(each, pool, rng)]
    made += [
        _case("paraphrase in quotation marks", each.words, each.speaker, rng, ("altered", "absent"))
        for each in reported
        if not _is_said(each.words, pool)
    ]
    speakers = sorted({each.speaker for each in pool})
    made += [_case("invented", each, rng.choice(speakers), rng, ("absent",)) for each in INVENTED]
    return made


def _of(each: Utterance, pool: Sequence[Utterance], rng: random.Random) -> Iterator[Case]:
    for kind, edit in EDITS.items():
        if text := edit(each.words, rng):
            yield _case(kind, text, each.speaker, rng, ("found",))
    for kind, change in CHANGES.items():
        text = change(each.words, rng)
        if text and not _is_said(text, pool):
            yield _case(kind, text, each.speaker, rng, ("altered", "stitched"))
    # "to the virus" of "not a solution to the virus but a surrender to the virus" is no false one.
    if (end := _behind_not(each.words)) and _every(tuple(pool)).count(plain(end)) == 1:
        yield _case("its end without its not", end, each.speaker, rng, ("altered",))
    yield from _stitched(each, pool, rng)
    yield from _misattributed(each, pool, rng)
    yield from _misplaced(each, pool, rng)


# --- what editors do -------------------------------------------------------------------------


def _straight(words: str, rng: random.Random) -> str:
    return words.translate(str.maketrans("’‘—–", "''--"))


def _omission(words: str, rng: random.Random) -> str | None:
    """Leave out some words in the middle, but no "not"."""
    parts = words.split()
    if len(parts) < 3 * 3:
        return None
    start = rng.randint(3, len(parts) - 6)
    end = rng.randint(start + 2, len(parts) - 3)
    if NEGATION.search(" ".join(parts[start:end])):
        return None
    sign = rng.choice((" … ", "… ", " ... ", " [...] ", " (…) "))
    return " ".join(parts[:start]) + sign + " ".join(parts[end:])


def _part(words: str, rng: random.Random) -> str | None:
    """Quote a part of it; never from behind a "not" on, near or far."""
    parts = words.split()
    if len(parts) < FEWEST_WORDS + 4:
        return None
    start = rng.randint(1, 3)
    if NEGATION.search(" ".join(parts[:start])):
        return None
    return " ".join(parts[start : start + rng.randint(FEWEST_WORDS, len(parts) - 3)])


def _bracket(words: str, rng: random.Random) -> str | None:
    """Name in brackets whom a pronoun means."""
    found = re.search(r"(?<=\w )(he|she|it|they|we)\b(?![’'])", words)
    name = f"[{rng.choice(NAMES)}]"
    if not found:
        return None
    put = name if rng.random() < 0.5 else f"{found.group()} {name}"
    return words[: found.start()] + put + words[found.end() :]


def _capital(words: str, rng: random.Random) -> str:
    first = words[:1]
    return (first.lower() if first.isupper() else first.upper()) + words[1:]


def _bracketed_capital(words: str, rng: random.Random) -> str | None:
    first = words[:1]
    turned = first.lower() if first.isupper() else first.upper()
    return f"[{turned}]{words[1:]}" if words[1:2].isalpha() else None


def _spaced(words: str, rng: random.Random) -> str:
    return words.replace(" ", "\u00a0", 1).replace(" ", "  ", 1)


def _comma(words: str, rng: random.Random) -> str:
    return words.rstrip(".,") + ","


EDITS: dict[str, Callable[[str, random.Random], str | None]] = {
    "as it stands": lambda words, rng: words,
    "straight glyphs": _straight,
    "words left out": _omission,
    "a part of it": _part,
    "a name in brackets": _bracket,
    "another capital": _capital,
    "a capital in brackets": _bracketed_capital,
    "white space": _spaced,
    "a comma at the end": _comma,
}


# --- what nobody may do ----------------------------------------------------------------------


def _number(words: str, rng: random.Random) -> str | None:
    digits = list(re.finditer(r"\d+", words))
    if digits:
        found = rng.choice(digits)
        return f"{words[: found.start()]}{int(found.group()) + 7}{words[found.end() :]}"
    return _swapped(words, NUMBERS, rng)


def _not_added(words: str, rng: random.Random) -> str | None:
    found = list(AUXILIARY.finditer(words))
    if not found:
        return None
    at = rng.choice(found).end()
    return None if NEGATION.match(words[at:].lstrip()) else f"{words[:at]} not{words[at:]}"


def _not_removed(words: str, rng: random.Random) -> str | None:
    found = re.search(r"(?<!^)\b(?:not|never|no) |n[’']t\b", words)
    return words[: found.start()] + words[found.end() :] if found else None


def _behind_not(words: str) -> str | None:
    """Quote from a few words behind a "not" to the end of its clause."""
    clause = re.search(
        r"(?:\b(?:not|cannot|nobody|no)|n[’']t) (?:[a-z]+ ){1,2}((?:[a-z]+ ){2,}[a-z]+)",
        words,
        re.I,
    )
    parted = clause and re.search(r"\b(?:and|but|because|only|just|so|yet)\b", clause.group())
    return clause[1] if clause and not parted else None


def _swapped(words: str, table: dict[str, str], rng: random.Random) -> str | None:
    found = [each for each in re.finditer(r"[A-Za-z]+", words) if each.group() in table]
    if not found:
        return None
    one = rng.choice(found)
    return words[: one.start()] + table[one.group()] + words[one.end() :]


def _name(words: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{2,}", words))
    if not found:
        return None
    one = rng.choice(found)
    return words[: one.start()] + rng.choice(NAMES) + words[one.end() :]


def _dropped(words: str, rng: random.Random) -> str | None:
    parts = words.split()
    at = rng.randint(1, len(parts) - 2)
    return " ".join(parts[:at] + parts[at + 1 :])


def _inserted(words: str, rng: random.Random) -> str:
    parts = words.split()
    at = rng.randint(1, len(parts) - 1)
    return " ".join([*parts[:at], rng.choice(ADVERBS), *parts[at:]])


def _reordered(words: str, rng: random.Random) -> str | None:
    parts = words.split()
    at = rng.randint(1, len(parts) - 3)
    if parts[at].casefold().strip(".,") == parts[at + 1].casefold().strip(".,"):
        return None
    return " ".join([*parts[:at], parts[at + 1], parts[at], *parts[at + 2 :]])


def _ends_swapped(words: str, rng: random.Random) -> str | None:
    parts = words.split()
    middle = len(parts) // 2
    return " ".join(parts[middle:] + parts[:middle]) if len(parts) >= 10 else None


def _modal_bracketed(words: str, rng: random.Random) -> str | None:
    """Put another modal verb into brackets: what is promised is no duty."""
    found = re.search(r"(?<=\w )(will|would|can|could|should|may|might)(?= \w)", words)
    return words[: found.start()] + "[must]" + words[found.end() :] if found else None


CHANGES: dict[str, Callable[[str, random.Random], str | None]] = {
    "a number changed": _number,
    "a not added": _not_added,
    "a not removed": _not_removed,
    "a word swapped": lambda words, rng: _swapped(words, SYNONYMS, rng),
    "a name swapped": _name,
    "a word dropped": _dropped,
    "a word inserted": _inserted,
    "two words exchanged": _reordered,
    "its halves exchanged": _ends_swapped,
    "another tense": lambda words, rng: _swapped(words, TENSES, rng),
    "another modal verb in brackets": _modal_bracketed,
    "a clause in brackets": lambda words, rng: f"{words.rstrip(' .,')} [and that is a lie]",
}


def _stitched(each: Utterance, pool: Sequence[Utterance], rng: random.Random) -> Iterator[Case]:
    others = {
        "stitched in one article": [o for o in pool if o.article is each.article],
        "stitched of two articles": [o for o in pool if not _retells(each.article, o)],
    }
    for kind, choices in others.items():
        for sign in (" ", " … "):
            if choices:
                other = rng.choice(choices)
                one, two = each.words.split(), other.words.split()
                halves = " ".join(one[: len(one) // 2]), " ".join(two[len(two) // 2 :])
                text = sign.join(halves)
                if not _is_said(text, pool) and not _are_near(halves, pool):
                    dotted = ", dotted" if "…" in sign else ""
                    yield _case(kind + dotted, text, each.speaker, rng, ("stitched", "altered"))


def _are_near(halves: tuple[str, str], pool: Sequence[Utterance]) -> bool:
    """Tell whether two halves stand in one paragraph of any article: an editor may join those."""
    one, two = map(plain, halves)
    return any(one in each and two in each for each in _paragraphs(tuple(pool)))


@lru_cache(maxsize=4)
def _paragraphs(pool: tuple[Utterance, ...]) -> list[str]:
    texts = {each.article.text for each in pool}
    return [plain(line) for text in sorted(texts) for line in text.split("\n") if line]


def _retells(article: Article, other: Utterance) -> bool:
    """Tell whether an article has the second half of a quotation too."""
    parts = other.words.split()
    return plain(" ".join(parts[len(parts) // 2 :])) in plain(article.text)


def _misattributed(
    each: Utterance, pool: Sequence[Utterance], rng: random.Random
) -> Iterator[Case]:
    mine = each.speaker.split()[-1]
    for kind, same in (("speaker of the same article", True), ("speaker of another", False)):
        others = sorted(
            {
                o.speaker
                for o in pool
                if (o.article is each.article) is same and o.speaker.split()[-1] != mine
            }
        )
        if others:
            yield _case(kind, each.words, rng.choice(others), rng, ("wrong_speaker",))


def _misplaced(each: Utterance, pool: Sequence[Utterance], rng: random.Random) -> Iterator[Case]:
    words = plain(each.words)
    others = sorted({o.article.title for o in pool if words not in plain(o.article.text)})
    others = [title for title in others if len(title.split()) >= 3]
    if others:
        title = rng.choice(others)
        draft = f"In “{title}”, {each.speaker} said: “{each.words}”"
        yield Case("another article named", draft, each.words, ("elsewhere",))
        faults = ("wrong_speaker", "altered")
        yield _case("a headline as somebody's words", title, each.speaker, rng, faults)
    draft = f"In “{each.article.title}”, {each.speaker} said: “{each.words}”"
    yield Case("its article named", draft, each.words, ("found",))


def _is_said(text: str, pool: Sequence[Utterance]) -> bool:
    """Tell whether words, by chance, stand in some quotation all the same."""
    return plain(text) in _every(tuple(pool))


@lru_cache(maxsize=4)
def _every(pool: tuple[Utterance, ...]) -> str:
    return "\n".join(plain(each.words) for each in pool)


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """Return the words of a text alone, to tell whether two texts have the same."""
    return " ".join(re.findall(r"\w+", text.casefold()))


# --- how a draft says who spoke --------------------------------------------------------------


def _case(
    kind: str, words: str, speaker: str, rng: random.Random, expected: tuple[str, ...]
) -> Case:
    draft = rng.choice(_forms(words)).format(
        words=words.strip(" ,"), name=speaker, bare=words.rstrip(" .,")
    )
    return Case(kind, draft, words, expected)


def _forms(words: str) -> Sequence[str]:
    """Return the forms for some words: around single marks nobody writes single marks."""
    single = re.search(r"(?<!\w)['‘]|['’](?!\w)", words)
    return [each for each in FORMS if not (single and each.startswith("‘"))]


FORMS = (
    "“{bare},” {name} said.",
    "“{bare},” said {name}.",
    "{name} said: “{words}”",
    "{name} told reporters: “{words}”",
    "According to {name}, “{words}”",
    '"{bare}," {name} said on Monday.',
    "‘{bare},’ said {name}.",
    "«{words}», {name} said.",
    "“{words}” — {name}",
    "As {name} put it, “{words}”",
    "The news came late. {name} said that “{bare}”. The day ended quietly.",
)


def reported(article: Article) -> list[Utterance]:
    """Return what an article reports of named people in its own words."""
    return [
        Utterance(article, said.start, said.end, statement.speaker.name)
        for statement in speech.find(article.text, article.title)
        if statement.speaker.kind == "person" and not statement.weak
        if {said.kind for said in statement.said} == {"reported"}
        for said in statement.said
        if FEWEST_WORDS + 1 <= len(article.text[said.start : said.end].split()) <= MOST_WORDS
        if not re.search(r"[“”\"«»\[\]\n]|…", article.text[said.start : said.end])
    ]

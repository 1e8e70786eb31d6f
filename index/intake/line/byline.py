"""Who wrote it, as the page's own lines say: "By Jane Doe, Harbour Times staff". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.intake.line.date import stated_dates, without_dates
from index.intake.line.furniture_words import PAPER_WORDS, SECTIONS
from index.intake.line.lines import is_capitalised, phrases, plain, word_count

_LEAD = re.compile(
    r"(?:(?:words|written|story|text|article|posted|published|report|reported|reporting|"
    r"analysis|opinion|von"
    r"|exclusive|column)\s+by|by|von|por|par|di|door|af|av|authors?\s*:|autor(?:in)?\s*:|"
    r"byline\s*:)\s*:?\s+"
    r"(?P<rest>\S.*)\Z",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"\s*[|•·/]\s*|\s+[–—-]+\s+|\t+|\s{3,}|\s*[;(]\s*")
# The full stop of a line, not that of an initial or of "Jr.".
_LAST_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\Z")
AND = re.compile(r"\s+(?:and|&|und|y|et|e|en|og|och)\s+", re.IGNORECASE)
_PARTICLES = frozenset(
    "de da do dos das del della di du des der den van von vom zu zur zum ter ten te al el la "
    "le bin ibn bint "
    "abu af av y e of".split()
)
_ROLE = re.compile(
    r"(?:\b[A-Z][\w-]*\s+)??\b(?:(?:chief|senior|deputy|assistant|political|business|"
    r"economics?|foreign|diplomatic|science"
    r"|health|education|environment|home affairs|defen[cs]e|security|crime|transport|"
    r"technology|sports?|arts|culture"
    r"|staff|special|freelance|contributing|managing|associate|executive|night|city|north|"
    r"south|east|west|\w+ern"
    r"|national|international|regional|local|europe|asia|africa|middle east|us|uk|world|data|"
    r"investigations?|features?)"
    r"[\s-]+)*(?:reporters?|correspondents?|editors?|writers?|columnists?|staff|contributors?|"
    r"journalists?|critics?"
    r"|producers?|bureau chief|photographers?|redaktion|redakteur(?:in)?|korrespondent(?:in)?|"
    r"corresponsal|redacción)\b",
    re.IGNORECASE,
)
AGENCIES = phrases(
    """
    ap | afp | reuters | dpa | upi | aap | epa | pa | pti | ians | ani | efe | ansa | tass |
    interfax | xinhua | kyodo | yonhap | bloomberg | associated press | the associated press |
    agence france-presse | press association | pa media | pa wire | getty | getty images |
    united press international | australian associated press | press trust of india |
    canadian press | the canadian press | wire services | agencies | agency | news agency |
    staff and agencies | tribune news service | alamy | shutterstock | epd | kna | apa | sda |
    belga | anp | ritzau | tt | ntb | europa press | wire reports | newswire
    """
)
_COLLECTIVE = phrases(
    """
    staff | staff writer | staff writers | staff reporter | staff reporters | editorial board |
    the editorial board | our correspondent | our foreign staff | our own correspondent |
    newsroom | news desk | staff and agencies | agencies | our reporter | redaktion |
    redacción | editorial team | web desk | online desk | desk
    """
)
_NOT_IN_A_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august "
    "september october november december today yesterday tomorrow the a an this these how why "
    "what when where "
    "who new inside meet watch photos breaking live view articles stories posts".split()
)
# "JANE DOE FOR TATTERBY ONLINE": what ends a name, in capitals too.
_NAME_ENDS = frozenset("for in at from with".split())
_PARTICIPLE = re.compile(
    r"(?:ed|en|wn|hit|led|won|made|built|sent|held|set|shot|told|found|cut|left|run|read|put|"
    r"paid|hurt|kept|caught|brought|bought)\Z"
)
_TITLE_BY = re.compile(r"\A(?P<title>.{8,240}?\S)\s+(?:by|By|BY)\s+(?P<name>\S.{3,60})\Z")


@dataclass(frozen=True, slots=True)
class Byline:
    """The names as written, and what the line says besides (a role, an outlet, a place)."""

    names: str
    rest: tuple[str, ...] = ()


def read_byline(line: str) -> Byline | None:
    """Read "By Jane Doe and John Roe, Harbour Times staff | 4 August 2023"; else None."""
    if len(line) > 250:
        return None
    lead = _LEAD.match(line) or (_LEAD.match(without_dates(line)) if stated_dates(line) else None)
    return _parts(lead["rest"]) if lead else None


def read_bare_byline(line: str) -> Byline | None:
    """Read a line of names without "By", as stands beside a date or a role."""
    if len(line) > 120:
        return None
    byline = _parts(line)
    if (
        byline is None
        or byline.names not in line
        or is_agency(byline.names)
        or not is_name(AND.split(byline.names)[0])
    ):
        return None
    return byline


def split_title_and_author(line: str) -> tuple[str, str] | None:
    """Split "Swedish Police in Decline by Sven R. Larson"; not "Bill blocked by Joe Manchin"."""
    match = _TITLE_BY.match(line)
    if match is None or not is_name(match["name"]):
        return None
    last_word = plain(match["title"]).split()[-1]
    return None if _PARTICIPLE.search(last_word) else (match["title"], match["name"])


def is_name(text: str) -> bool:
    """Tell whether a text has the form of a person's name: two to five capitalised words."""
    parts = text.split()
    if not 2 <= len(parts) <= 6 or any(character.isdigit() for character in text):
        return False
    if any(plain(part).strip(".,") in _NOT_IN_A_NAME for part in parts) or plain(text) in SECTIONS:
        return False
    if text[-1] in '.?!:;,”"' and not re.search(r"(?:Jr|Sr|\b[A-Z])\.\Z", text):
        return False
    named = [part for part in parts if plain(part) not in _PARTICLES]
    return len(named) >= 2 and all(is_capitalised(part.lstrip("'’\"“")) for part in named)


def is_agency(text: str) -> bool:
    """Tell whether a text names a news or picture agency."""
    return plain(text).strip(" .,()") in AGENCIES


def ends_in_agency(text: str) -> bool:
    """Tell whether the last words of a line name an agency."""
    last = text.split()
    return any(is_agency(" ".join(last[-count:])) for count in (1, 2, 3))


def is_role(line: str) -> bool:
    """Tell whether a line is an author's role ("Political correspondent") and nothing more."""
    if len(line) > 80 or word_count(line) > 8 or line.endswith((".", "!", "?", "”")):
        return False
    found = _ROLE.search(line)
    return (
        found is not None
        and word_count(line[found.end() :]) <= 4
        and word_count(line[: found.start()]) <= 4
    )


def outlet_in_role(text: str) -> str | None:
    """Return "Harbour Times" from "Harbour Times staff writer", None for a role alone."""
    found = _ROLE.search(text)
    if found is None:
        return None
    before = re.sub(r"^(?:for|of|at|from)\s+", "", text[: found.start()].strip(" ,"))
    return before or None


def _parts(text: str) -> Byline | None:
    text = _LAST_STOP.sub("", text)
    cleaned = [without_dates(part) for part in _SEGMENT.split(text)]
    segments = [part for part in cleaned if part]
    if not segments:
        return None
    names, rest = _names(segments[0])
    return Byline(names, (*rest, *segments[1:])) if names else None


def _names(segment: str) -> tuple[str | None, tuple[str, ...]]:
    """Split the names at the front of a segment from what follows them."""
    if plain(segment).strip(".") in AGENCIES | _COLLECTIVE:
        return segment.strip("."), ()
    pieces = segment.split(", ")
    last = _last_of_list(pieces)
    kept, rest = ", ".join(pieces[: last + 1]), pieces[last + 1 :]
    first, *others = AND.split(kept.split(", ")[0]) if last == 0 else [kept]
    if last > 0:
        return (
            kept if all(is_name(name) for name in AND.split(kept.replace(", ", " and "))) else None
        ), tuple(rest)
    return _single(kept, first, others, rest)


def _last_of_list(pieces: list[str]) -> int:
    """Return the place of the last author: "A, B and C" is a list, "A, Harbour" is none."""
    for number, piece in enumerate(pieces[1:], start=1):
        names = AND.split(piece)
        if not is_name(names[0]):
            return 0
        if len(names) > 1 and all(is_name(_leading_name(name)) for name in names):
            return number
    return 0


def _single(
    kept: str, first: str, others: list[str], rest: list[str]
) -> tuple[str | None, tuple[str, ...]]:
    leading = _leading_name(first)
    if not is_name(leading):
        return None, ()
    if others:
        final = _leading_name(others[-1])
        if leading == first and is_name(final):
            end = kept.rindex(final) + len(final)
            return kept[:end], tuple(part for part in (kept[end:].strip(" ,"), *rest) if part)
    tail = kept[len(leading) :].strip(" ,")
    return leading, tuple(part for part in (tail, *rest) if part)


def _leading_name(text: str) -> str:
    """Return the capitalised words at the front, before a role, an agency or "in Washington"."""
    words = text.split()
    for agency_words in (3, 2, 1):
        if len(words) > agency_words + 1 and is_agency(" ".join(words[-agency_words:])):
            words = words[:-agency_words]
            break
    kept: list[str] = []
    role = _ROLE.search(text)
    limit = len(text[: role.start()].split()) if role and role.start() > 0 else len(words)
    for word in words[:limit]:
        if plain(word) in _NAME_ENDS:
            break
        if not is_capitalised(word.lstrip("'’")) and plain(word) not in _PARTICLES - {"of"}:
            break
        kept.append(word)
    # "Marcus Teel Plains News": a name and an outlet with nothing between them.
    if len(kept) >= 4 and plain(kept[-1]) in PAPER_WORDS:
        kept = kept[: 3 if len(kept[1].rstrip(".")) == 1 else 2]
    while kept and plain(kept[-1]) in _PARTICLES:
        kept.pop()
    return " ".join(kept)

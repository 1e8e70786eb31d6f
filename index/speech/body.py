"""Step 2b: names of bodies, places and firms that a reader takes for one word. Pure.

In "the Food and Drug Administration said" no Drug Administration speaks, nor does Prevention in
"the Centers for Disease Control and Prevention". "Apple and the Justice Department" are two all the
same: what is joined within a name are the plain words for what a body deals with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# What bodies deal with, as it is joined by "and" in their names.
_FIELDS = (
    "Abuse|Aeronautics|Affairs|Aging|Agriculture|Alcohol|Arts|Atmospheric|Aviation|Border|Budget"
    "|Business|Care|Children|Climate|Commerce|Commodity|Communications|Communities|Construction"
    "|Consumer|Control|Cooperation|Crime|Culture|Customs|Defen[cs]e|Design|Development|Digital"
    "|Disarmament|Disaster|Disease|Drug|Drugs|Economic|Economics|Economy|Education|Emergency"
    "|Employment|Energy|Engineering|Environment|Environmental|Equality|Ethics|Exchange|Excise"
    "|Exploration|Explosives|Exports?|Families|Family|Finance|Financial|Fire|Firearms|Fisheries|Fish"
    "|Food|Foreign|Forestry|Fraud|Futures|Games|Gas|Health|Healthcare|History|Home|Housing|Human"
    "|Humanities|Immigration|Industry|Industrial|Inflation|Information|Infrastructure|Innovation"
    "|Investigation|Investment|Justice|Labou?r|Land|Language|Law|Learning|Letters|Licensing|Local"
    "|Management|Maritime|Media|Medicine|Medicines|Mental|Metropolitan|Mineral|Minerals|Mining"
    "|Monuments|Nationality|Natural|Nuclear|Nutrition|Oceanic|Oceans?|Oil|Order|Parks|Peace"
    "|Pensions|Petroleum|Planning|Poverty|Power|Prevention|Prisons|Probation|Products|Protection"
    "|Public|Rail|Recreation|Refugees?|Regional|Rehabilitation|Rescue|Research|Resources|Revenue"
    "|Rights|Road|Rural|Safety|Science|Sciences|Sea|Search|Securities|Security|Shipping|Skills"
    "|Social|Space|Sport|Sports|Standards|Statistics|Strategic|Taxation|Tax|Technical|Technology"
    "|Telecommunications|Territories|Textiles|Tobacco|Tourism|Trade|Traffic|Training|Transport"
    "|Transportation|Treasury|Universities|Urban|Veterans|Water|Weather|Welfare|Wildlife|Women|Work"
    "|Works|Youth"
)
_LARGE = r"[A-Z][\w’'-]+"
_HEAD = (
    "Administration|Agency|Association|Authority|Board|Bureau|Centre|Center|Commission|Committee"
    "|Council|Corporation|Department|Directorate|Federation|Foundation|Institute|Ministry|Office"
    "|Organi[sz]ation|Service|Services|Society|Trust|Union"
)
# "Food and Drug Administration".
_BEFORE_HEAD = (
    rf"(?:{_LARGE} ){{0,2}}?(?:(?:{_FIELDS}),? ){{1,6}}(?:and|&) (?:{_FIELDS}) (?:{_LARGE} )?"
    rf"(?P<last>{_HEAD})\b"
)
# "Department for Digital, Culture, Media and Sport".
_OPENING = (
    "Academy|Agency|Association|Board|Bureau|Cent(?:er|re)s?|Commission|Committee|Confederation"
    "|Congress|Council|Department|Directorate|Federation|Guild|Institutes?|Ministry|Office"
    "|Organi[sz]ation|School|Society|Union|University"
)
_BEHIND_HEAD = (
    rf"(?P<first>{_OPENING}) (?:of|for|on) (?:{_LARGE},? ){{0,6}}?(?:{_FIELDS}),? (?:and|&)"
    r" (?:the )?"
    rf"(?:{_FIELDS})\b(?: (?:Administration|Affairs|Government|Medicine|Policy|Resources|Safety"
    r"|Sciences|Services|Strategy|Technology|Tourism))?"
)
# "Union of Railway and Dock Workers": whom a body is of.
_PEOPLE = r"(?:[A-Z][a-z]+(?:ers|ors|ists|ees|ians)|Workmen|Seamen|Fishermen|Nurses|Staffs?)\b"
_OF_PEOPLE = (
    rf"(?P<of>{_OPENING}) (?:of|for) (?:{_LARGE},? ){{1,5}}?and (?:{_LARGE} ){{0,2}}?{_PEOPLE}"
)
# A possessor that is no speaker: "the People’s Bank of China", "St Mary’s Hospital".
_OWNED = (
    r"(?:(?:People|Children|Women|Men|King|Queen|Prince|Princess)[’']s|St\.? [A-Z]\w+[’']s"
    r"|(?:Veterans|Workers|Farmers|Teachers)[’']) (?P<owned>[A-Z]\w+)\b(?! [A-Z])"
)
# "Pilots’ Allied Union", "St Mary’s Hospital Trust".
_BODY = (
    f"(?:{_HEAD}|{_OPENING}|Alliance|Church|Club|Coalition|College|Conference|Confederation|Congress"
    "|Cooperative|Forum|Fund|Guild|Hospital|League|Museum|Network|Party|Partnership)"
)
_OWNED_BODY = (
    r"(?:[A-Z]\w+s[’']|(?:Women|Men|Children|People)[’']s|St\.? [A-Z]\w+[’']s)"
    rf" (?:{_LARGE} ){{0,3}}?(?P<body>{_BODY})\b(?! {_BODY})"
)
# "Justice" is a judge’s title elsewhere.
_TITLED = rf"Justice (?P<titled>{_HEAD})\b"
# Places and firms of two names.
_PAIRS = (
    "Trinidad and Tobago|Bosnia and Herzegovina|Antigua and Barbuda|Turks and Caicos"
    "|Newfoundland and Labrador|Tyne and Wear|Brighton and Hove|Hammersmith and Fulham"
    "|Kensington and Chelsea|Procter and Gamble|Johnson and Johnson|Marks and Spencer"
    "|Ernst and Young|Dolce and Gabbana|Smith and Wesson|Bang and Olufsen"
)
_NAME = re.compile(
    rf"\b(?:{_BEFORE_HEAD}|{_BEHIND_HEAD}|{_OF_PEOPLE}|{_OWNED_BODY}|{_OWNED}|{_TITLED}"
    rf"|(?P<pair>{_PAIRS}))"
)
_HAS_ONE = re.compile(r" and | & |[’']s? [A-Z]|\bJustice ")
_SORTS = ("last", "first", "of", "body", "owned", "titled", "pair")


def names(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield where in a part of a text such names stand, each with the word that tells its sort.

    That is "administration", "department", "bank", or, of a pair, all of it; in small letters.
    """
    if not _HAS_ONE.search(text, start, end):
        return
    for match in _NAME.finditer(text, start, end):
        sort = next(filter(None, map(match.group, _SORTS)))
        yield match.start(), match.end(), sort.lower()

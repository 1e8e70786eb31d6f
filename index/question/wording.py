"""The ways in which people ask what somebody said, each with an example. Patterns only; pure.

Every pattern of ``SAID`` names the parts ``who`` and, where it has one, ``topic`` and ``verb``, and
``changed`` where it asks how somebody's words changed. The first that fits the whole question wins,
so the order matters: the plainest wording comes first.
"""

from __future__ import annotations

import re

_SAY = (
    "say|said|saying|says|state|stated|tell|told|comment|commented|respond|responded|react|reacted"
    "|reply|replied|speak|spoken|answer|answered|remark|remarked|mention|mentioned|talk|talked"
)
_CLAIM = (
    "refuse|refused|decline|declined|think|thought|claim|claimed|argue|argued|announce|announced"
    "|warn|warned|deny|denied|admit"
    "|admitted|promise|promised|suggest|suggested|describe|described|explain|explained|insist"
    "|insisted|confirm|confirmed|criticise|criticize|criticised|criticized|praise|praised|call"
    "|called|predict|predicted|want|wanted|believe|believed|add|added|write|wrote|written|tweet"
    "|tweeted|declare|declared|express|expressed|have to say|support|supported|oppose|opposed"
    "|back|backed|favour|favor|favoured|favored|endorse|endorsed|reject|rejected"
)
CLAIM = re.compile(_CLAIM, re.IGNORECASE)
_NOUN = (
    "reactions?|responses?|comments?|denials?|statements?|remarks?|quotes?|views?|position|stance"
    "|answers?|words|take|opinion|account|line"
)
_ABOUT = r"(?:about|on|regarding|over|concerning|of|to|re|as to|in response to|with regard to)"
_ON_TOPIC = rf"(?:\s+{_ABOUT}\s+(?P<topic>.+))?"
_ABOUT_IT = rf"(?:\s+{_ABOUT}\s+(?P<topic>.+?))?"
_CHANGED = (
    r"(?P<changed>changed?|shift(?:ed)?|evolved?|soften(?:ed)?|harden(?:ed)?)(?:\s+over\s+time)?"
)
_AUXILIARY = "(?:did|does|do|has|have|had|is|was|would|will|can)"
_ADVERB = (
    "(?:ever|also|actually|just|already|really|publicly|exactly|recently|then|once|not|never"
    "|(?:quoted|reported|cited|on record) as)"
)
# "What did the …", "secretary of …": who ends in one of them goes on.
_WHOLE = "".join(
    rf"(?<!\b{word})" for word in ("the", "a", "an", "any", "as", "for", "from", "in", "of", "to")
)
# Written like a verb of speech, and none: "the State Department", "a state funeral", "call off",
# "hold back from". Behind it the verb may follow: "what did the State Department say?"
_A_VERB = (
    r"(?!(?-i:State\b)|state\b(?!\W*\Z|\s+(?:about|after|as|at|during|in|on|over|regarding|that|to"
    r"|when)\b)|call(?:ed)?\s+(?:off|back|up|round|around)\b|back\s+(?:after|again|at|before|down"
    r"|for|from|home|in|into|off|on|out|then|to|when|with)\b)"
)
_OPENING = (
    "(?:(?:and|so|but|ok|okay|please|tell me|show me|find me|give me|find|list|summari[sz]e|compare"
    "|explain|is it (?:true|right) that|do (?:we|you) know|remind me(?: of)?)[ ,]+)*"
)
_WHAT_IS = r"(?:what(?:[’']s|\s+(?:is|was|were|are))\s+)?"
_EVERY = r"(?:the\s+|any\s+|all\s+|every\s+)?"


def _pattern(wording: str) -> re.Pattern[str]:
    return re.compile(_OPENING + wording, re.IGNORECASE)


SAID = (
    # what has been said by Kirby about the deal?
    _pattern(
        r"what(?:[’']s|\s+(?:is|was|has|have))?\s+(?:been\s+)?(?:said|written|told)\s+by\s+"
        rf"(?P<who>.+?){_ON_TOPIC}"
    ),
    # according to Kirby, what would the deal violate?
    _pattern(r"according\s+to\s+(?P<who>[^,]+?),\s*(?P<topic>.+)"),
    # where does Kirby stand on the deal?
    _pattern(
        rf"(?:where|how)\s+{_AUXILIARY}\s+(?P<who>.+?)\s+(?:stand|stood|feel|felt)\s+{_ABOUT}\s+"
        r"(?P<topic>.+)"
    ),
    # how did Kirby’s position on the deal change?
    _pattern(
        rf"how\s+(?:did|does|do|has|have|had)\s+(?P<who>.+?)(?:[’']s?)\s+(?:{_NOUN}|mind){_ABOUT_IT}"
        rf"\s+{_CHANGED}"
    ),
    # how has Kirby changed his mind on the deal?
    _pattern(
        rf"(?:(?:how|when|why)\s+)?(?:did|does|do|has|have|had)\s+(?P<who>.+?)\s+{_CHANGED}\s+"
        rf"(?:his|her|their|its)\s+(?:{_NOUN}|mind|tune){_ON_TOPIC}"
    ),
    # is Kirby for or against the deal?
    _pattern(
        r"(?:is|was|are|were)\s+(?P<who>.+?)\s+"
        r"(?:for\s+or\s+against|for|against|in\s+favou?r\s+of|opposed\s+to|behind)\s+(?P<topic>.+)"
    ),
    # what did Kirby say about the deal? has Kirby ever commented on it?
    _pattern(
        rf".{{0,40}}?\b(?P<auxiliary>{_AUXILIARY})\s+(?P<who>.+?){_WHOLE}"
        rf"\s+(?:{_ADVERB}\s+)*(?P<been>been\s+)?{_A_VERB}(?P<verb>{_SAY}|{_CLAIM})\b"
        r"(?P<topic>.*)"
    ),
    # what Kirby said about the deal
    _pattern(
        rf"(?:what|how)\s+(?!{_AUXILIARY}\s)(?P<who>.+?){_WHOLE}\s+"
        rf"(?:{_ADVERB}\s+|has\s+|had\s+|have\s+)*{_A_VERB}(?P<verb>{_SAY})\b(?P<topic>.*)"
    ),
    # the reaction of the White House to the deal; quotes from Kirby; anything by Kirby on the deal
    _pattern(
        rf"{_WHAT_IS}{_EVERY}(?:{_NOUN}|anything|everything|something)\s+(?:of|by|from)\s+"
        rf"(?P<who>.+?){_ON_TOPIC}"
    ),
    # what’s Kirby’s view on the deal; Kirby’s exact words
    _pattern(
        rf"{_WHAT_IS}(?P<who>.+?)(?:[’']s?)\s+(?:exact\s+|own\s+|full\s+|latest\s+)?(?:{_NOUN})"
        rf"{_ON_TOPIC}"
    ),
    # Kirby said the deal …
    _pattern(rf"(?!{_AUXILIARY}\s)(?P<who>.+?)\s+(?P<verb>said|says)\b(?P<topic>.*)"),
    # every Kirby quote on the deal
    _pattern(rf"{_EVERY}(?P<who>.+?)\s+(?:{_NOUN})\s+{_ABOUT}\s+(?P<topic>.+)"),
    # what would the deal violate, according to Kirby?
    _pattern(
        r"(?!how\s+(?:much|many|long|far|old)|when|where|which)(?P<topic>.+?),?\s+according\s+to\s+"
        r"(?P<who>[^,]+)"
    ),
)
# Kirby on the deal; Kirby: the deal; but not "the mayor of Lowmere resigned. Who follows?"
SHORT = _pattern(
    rf"(?P<who>.{{1,60}}?)\s*(?:{_ABOUT}\b|:)\s*"
    r"(?P<topic>(?:(?![.!?]\s+(?:who|what|when|where|which|why|how)\b).)+)"
)
# who said anything about the deal? what has been said about it?
WHO_SAID = _pattern(
    rf"(?:who\s+(?:else\s+)?(?:has\s+|have\s+)?(?:{_SAY}|{_CLAIM}|spoke)"
    r"|what(?:[’']s|\s+(?:has|have|is|was|were))\s+(?:been\s+|being\s+)?said)\b(?!\s+by\b)"
    r"(?P<topic>.*)"
)
# What leads on to the topic: "about …", "anything on …", "that …".
TOPIC_OPENING = re.compile(
    rf"\s*(?:(?:anything|something|what)\s+)?(?:{_ABOUT}|that|when)\b", re.IGNORECASE
)
# Whom somebody spoke to, before what it was about: "tell reporters about the deal".
HEARER = re.compile(
    r"\s*(?:(?:to|with)\s+)?(?!about|on|that)(?:\S+\s+){1,4}?"
    r"(?=(?:about|on|regarding|over|concerning|that)\b)",
    re.IGNORECASE,
)
TELLS = re.compile(r"(?:tell|told|speak|spoke|spoken|talk|talked)\Z", re.IGNORECASE)
# Words that stand in no name: what holds one of them is half a sentence.
NO_NAME = re.compile(
    r"\b(?!(?:WHO|IT)\b)"  # the World Health Organization, and a department
    r"(?i:that|what|which|who|it|is|was|are|were|how|why|whether|if|true|to|much|many)\b"
)
_AT = r"(?:(?:about|against|at|by|during|for|from|in|of|on|over|to|under|with)\s+)?"
# "What exactly …?", "what advice …?": words are asked for all the same.
_OF_SPEECH = (
    rf"{_NOUN}|accusations?|advice|allegations?|announcements?|arguments?|claims?|complaints?"
    "|concerns?|criticisms?|demands?|excuses?|explanations?|messages?|objections?|points?"
    "|promises?|reasons?|reply|things?|warnings?"
)
_NO_THING = rf"(?:\w+ly|all|else|ever|if|kind|more|new|next|sort|then|(?:\w+ )?(?:{_OF_SPEECH}))"
# "Which states", "on whose show", "what policy": a thing or somebody is asked for.
ASKS_A_THING = _pattern(
    rf"{_AT}(?:(?:whom?|whose|which)\b|what\s+(?!(?:{_AUXILIARY}|are|were|{_NO_THING})\b)\w)"
)
ASKS_WHEN = _pattern(r"(?:when|where)\b")
SPOKE = re.compile(rf"\s+(?:{_ADVERB}\s+)*(?:{_SAY}|stand|stood|feel|felt)\b", re.IGNORECASE)
ACCORDING_TO = _pattern(r"according\s+to\s+")
# "Is Ada Roe thought to resign?", "has she been told?" ask for nobody's words that are named.
PASSIVE = re.compile(r"(?:is|was|are|were)\Z", re.IGNORECASE)
ANYBODY = re.compile(
    r"(?:anyone|anybody|somebody|someone|everyone|everybody|people|they|others?|sources)\Z", re.I
)

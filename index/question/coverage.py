"""Coverage: questions for what outlets themselves published on a matter. Pure.

In "what did the Journal report about the ferry?", "how did WSJ cover the ferry?" and "did both the
Post and the Gazette write about the ferry?" the outlet is nobody whose words are looked for: asked
is what its articles hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.question.outlets import NamedOutlet

# Stands for the outlets that are named, in a question that is matched.
_HERE = "\N{DOTTED CIRCLE}"
_REPORT = (
    r"(?:report|reported|write|wrote|written|say|said|publish|published|print|printed|run|carry"
    r"|carried|have|tell us|told us|cover|covered)"
)
_ABOUT = r"(?:about|on|of|over|regarding|concerning)"
_ASKS = r"(?:did|does|do|has|have|had)"
_ON_TOPIC = rf"(?:\s+(?:anything|something))?(?:\s+{_ABOUT}\s+(?P<topic>.+))?"
_SEVERAL = re.compile(
    rf"(?:\b(?:both|either)\s+)?['‘’“”\"]?{_HERE}['‘’“”\"]?"
    rf"(?:(?:\s*,)?\s*(?:\b(?:and|or)\b\s*)?['‘’“”\"]?{_HERE}['‘’“”\"]?)*",
    re.IGNORECASE,
)
_PATTERNS = tuple(
    re.compile(rf"(?:(?:and|so|but|please)\b[ ,]*)*{wording}", re.IGNORECASE)
    for wording in (
        # what did the Journal report about the ferry? what has it written?
        rf"(?:what|how\s+much)\s+{_ASKS}\s+{_HERE}\s+{_REPORT}{_ON_TOPIC}",
        # how did the Journal cover the ferry?
        rf"how\s+{_ASKS}\s+{_HERE}\s+(?:cover|covered|treat|treated|see|report(?:\s+on)?)\s+"
        r"(?P<topic>.+)",
        # did both the Journal and the Gazette report on the ferry?
        rf"{_ASKS}\s+{_HERE}\s+(?:ever\s+)?{_REPORT}(?:\s+(?:anything|something))?\s+{_ABOUT}\s+"
        r"(?P<topic>.+)",
        rf"{_ASKS}\s+{_HERE}\s+(?:ever\s+)?cover(?:ed)?\s+(?P<topic>.+)",
        # what was in the Journal about the ferry? what has been written in it?
        r"what(?:[’']s|\s+(?:is|was|were|has|have|stood))?\s+(?:there\s+)?(?:been\s+)?"
        r"(?:(?:reported|written|published|printed|said)\s+)?"
        rf"(?:in|by)\s+{_HERE}{_ON_TOPIC}",
        # the Journal on the ferry; the Journal’s coverage of the ferry
        rf"(?:the\s+)?{_HERE}(?:[’']s?)?(?:\s+(?:coverage|reports?|articles?|stor(?:y|ies)))?"
        rf"\s+{_ABOUT}\s+(?P<topic>.+)",
    )
)
# Leads from what was said to where it was published.
_PUBLISHED = (
    r"(?:as\s+)?(?:(?:reported|quoted|published|written)\s+)?(?:in|by|per|according\s+to)\s+"
)


def topic_covered(text: str, outlets: Sequence[NamedOutlet]) -> str | None:
    """Return the topic on which a question asks for the coverage of the outlets that it names.

    Empty where it names no topic; None where it asks for something else.
    """
    if not outlets:
        return None
    bare = _SEVERAL.sub(_HERE, _blanked(text, outlets)).strip(" ?!.")
    match = next(filter(None, (pattern.fullmatch(bare) for pattern in _PATTERNS)), None)
    if match is None or _HERE in (match["topic"] or ""):
        return None
    return (match["topic"] or "").strip(" ,")


def without_outlets(topic: str, outlets: Sequence[NamedOutlet]) -> str:
    """Return a topic without the outlets in which it was published: "the ferry in the Journal"."""
    bare = _SEVERAL.sub(_HERE, _blanked(topic, outlets))
    without = re.sub(rf"(?:^|[\s,]+){_PUBLISHED}{_HERE}", "", bare, flags=re.IGNORECASE)
    return topic if _HERE in without else without.strip(" ,")


def _blanked(text: str, outlets: Sequence[NamedOutlet]) -> str:
    for outlet in sorted(outlets, key=lambda each: -len(each.words)):
        text = text.replace(outlet.words, _HERE)
    return text

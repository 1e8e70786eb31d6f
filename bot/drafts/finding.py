"""Finding: the words for verdicts on a draft. Ours, and outside every article's. Pure.

Discord and the terminal show the same words; only their lay-out differs.
"""

from __future__ import annotations

from collections import Counter

from bot.composing import phrase
from bot.composing.answer import Block
from bot.composing.phrase import plural
from bot.drafts.checked import Checked, Failed, Judgement
from bot.drafts.told import unchecked
from bot.proof import Difference, Proved, Verdict
from bot.proof.judge import SHORT
from bot.proof.quote import quote

LABELS: dict[Verdict, str] = {
    "found": "Found",
    "altered": "Altered",
    "stitched": "Stitched together",
    "wrong_speaker": "Said by somebody else",
    "elsewhere": "In another article",
    "absent": "Not on record",
}
NOT_PROVEN = "Not proven"
NEAREST = "the nearest words of what it cites,"
# More differences than a reader takes in are counted.
MOST_DIFFERENCES = 6


def summary(checked: Checked) -> str:
    """Say how many quotations were checked, against how much, and what came of it."""
    if not checked.searched:
        return "Nothing is on record here yet. Add an article first, then check again."
    return " ".join(filter(None, (_counted(checked), _unread(checked.unread))))


def _unread(marks: int) -> str:
    if not marks:
        return ""
    opened = "1 quotation mark seems" if marks == 1 else f"{marks:,} quotation marks seem"
    return f"{opened} to open a quotation that could not be read: check it by hand."


def _counted(checked: Checked) -> str:
    if not checked.judgements and checked.unread:
        return "No quotation in this draft could be checked."
    if not checked.judgements:
        return "There is no quotation in this draft: nothing stands in quotation marks."
    counts = Counter(each.proved.verdict for each in checked.judgements)
    named = ", ".join(
        f"{counts[verdict]:,} {label.casefold()}"
        for verdict, label in LABELS.items()
        if counts[verdict]
    )
    every = plural(len(checked.judgements), "quotation")
    against = plural(checked.searched, "article")
    return f"Checked {every} against {against}: {named}."


def told(checked: Checked) -> tuple[Judgement, ...]:
    """Return the verdicts to show; none where there was nothing to check against."""
    return checked.judgements if checked.searched else ()


def failed(checked: Checked) -> tuple[Failed, ...]:
    """Return the sentences to show that an article they cite does not have so."""
    return checked.failed if checked.searched else ()


def standing(checked: Checked) -> list[str]:
    """Count the sentences that stand, that do not, and that were not checked, and say why not."""
    if not checked.searched or not checked.told:
        return []
    found = [each for each in checked.told if each.verdict == "found"]
    cited = sum(bool(each.held_to) for each in found)
    lines = [
        _stand(cited, "as the article it cites has it", "as the articles they cite have them"),
        _stand(len(found) - cited, "on record and cites nothing", "on record and cite nothing"),
    ]
    lines += (f"{_were(count)} not checked. {reason}" for count, reason in unchecked(checked.told))
    return [each for each in lines if each]


def _stand(count: int, one: str, several: str) -> str:
    if not count:
        return ""
    return f"1 sentence stands {one}." if count == 1 else f"{count:,} sentences stand {several}."


def _were(count: int) -> str:
    return f"{plural(count, 'sentence')} {'was' if count == 1 else 'were'}"


def sentences(judgement: Judgement, checked: Checked) -> list[str]:
    """Say, in whole sentences, what the record holds of a quotation."""
    proved = judgement.proved
    parts = [_verdict(proved, checked), *map(difference, proved.differences[:MOST_DIFFERENCES])]
    if (left := len(proved.differences) - MOST_DIFFERENCES) > 0:
        parts.append(f"It differs in {plural(left, 'more place')}.")
    parts += proved.notes
    if not judgement.quotation.is_closed:
        parts.append("Its closing mark is missing; it was read to the end of its paragraph.")
    return [each for each in parts if each]


def difference(each: Difference) -> str:
    """Say in words where a quotation departs from the record."""
    if not each.recorded:
        return f"“{each.claimed}” was added."
    if not each.claimed:
        return f"“{each.recorded}” was left out."
    return f"“{each.claimed}” stands where the record has “{each.recorded}”."


def _verdict(proved: Proved, checked: Checked) -> str:
    if proved.verdict == "found":
        return _found(proved)
    if proved.verdict == "stitched":
        return "Its parts stand apart; nobody said them together as they are put here."
    if proved.verdict == "wrong_speaker":
        return _somebody_else(proved)
    if proved.verdict == "elsewhere":
        return _elsewhere(proved)
    if proved.verdict == "absent":
        here = plural(checked.searched, "article")
        return f"It does not stand in {'this' if checked.searched == 1 else 'these'} {here}."
    plain = bool(proved.differences or proved.notes)
    return "" if plain else "It does not stand so on record; the nearest is this."


def _found(proved: Proved) -> str:
    place = proved.places[0]
    if place.marked == "headline":
        return ""
    if len(quote(proved.claim.text).words) <= SHORT and not proved.claim.in_full:
        return "One or two words are judged by themselves: these stand on record."
    if place.speaker is None and place.marked != "quoted":
        return "Word for word, in the article’s own words."
    return "Word for word."


def _elsewhere(proved: Proved) -> str:
    if proved.claim.named:
        return "It does not stand in the article that the draft names, but in another."
    return "Nothing of the outlet that the draft names is on record; this is another article."


def _somebody_else(proved: Proved) -> str:
    claimed = proved.claim.speaker.name if proved.claim.speaker else "somebody else"
    recorded = proved.places[0].speaker
    if recorded is None and proved.places[0].marked == "quoted":
        return f"The draft gives it to {claimed}; the article does not."
    if recorded is None:
        return f"The draft gives it to {claimed}; here it is the article’s own."
    return f"The draft gives it to {claimed}; it was {recorded.name}."


def origin(block: Block) -> str:
    """Say who said a block's words and how, up to the number of its source."""
    if not block.text:
        return "the headline of"
    where = phrase.attribution(block)
    return f"{block.speaker.name}, {where}" if block.speaker else where

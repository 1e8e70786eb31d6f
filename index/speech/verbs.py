"""The verbs that speech is recognised by, each with its forms. Data only.

Forms are written out: a newspaper's irregular verbs are few, and a list can be read.
"""

from __future__ import annotations

from index.people.wordlist import wordlist

# Verbs whose words follow as a clause or a quotation, or stand before them: "…," she said.
_SAY = """
say said says saying | add added adds adding | note noted notes noting | argue argued argues arguing
insist insisted insists insisting | claim claimed claims claiming
contend contended contends contending | maintain maintained maintains maintaining
assert asserted asserts asserting | declare declared declares declaring
announce announced announces announcing | acknowledge acknowledged acknowledges acknowledging
admit admitted admits admitting | concede conceded concedes conceding
allege alleged alleges alleging | affirm affirmed affirms affirming
confirm confirmed confirms confirming | explain explained explains explaining
reply replied replies replying | respond responded responds responding
answer answered answers answering | remark remarked remarks remarking
observe observed observes observing | joke joked jokes joking | quip quipped quips quipping
predict predicted predicts predicting | promise promised promises promising
vow vowed vows vowing | reveal revealed reveals revealing | report reported reports reporting
suggest suggested suggests suggesting | state stated states stating
stress stressed stresses stressing | emphasize emphasized emphasizes emphasizing
emphasise emphasised emphasises emphasising | recall recalled recalls recalling
reiterate reiterated reiterates reiterating | repeat repeated repeats repeating
retort retorted retorts retorting | testify testified testifies testifying
tweet tweeted tweets tweeting | warn warned warns warning | caution cautioned cautions cautioning
write wrote writes writing | complain complained complains complaining
conclude concluded concludes concluding | comment commented comments commenting
counter countered counters countering | muse mused muses musing
wonder wondered wonders wondering | shout shouted shouts shouting
exclaim exclaimed exclaims exclaiming | cry cried cries crying
proclaim proclaimed proclaims proclaiming | demand demanded demands demanding
deny denied denies denying | mention mentioned mentions mentioning
propose proposed proposes proposing | boast boasted boasts boasting
brag bragged brags bragging | lament lamented laments lamenting
recount recounted recounts recounting
"""
# Forms of verbs that speak before "that", a quotation, or what they are always used with; those
# that are as often a noun ("an appeal", "the terms") are left out.
_SOMETIMES = {
    "indicate": "indicated indicates",
    "recommend": "recommended recommends",
    "plead": "plead pleaded pleads",
    "apologise": "apologised apologises apologized apologizes",
    "appeal": "appealed",
    "beg": "begged begs",
    "term": "termed",
    "discuss": "discuss",
}
# Verbs that name a hearer first: "told reporters that".
_TELL = """
tell told tells telling | ask asked asks asking | advise advised advises advising
remind reminded reminds reminding | inform informed informs informing
"""
# Verbs whose object is what was said or whom it was about: "criticized the deal".
_OBJECT = """
accuse accused accuses accusing | blame blamed blames blaming | call called calls calling
charge charged charges charging | cite cited cites citing
criticize criticized criticizes criticizing | criticise criticised criticises criticising
describe described describes describing | dismiss dismissed dismisses dismissing
express expressed expresses expressing | praise praised praises praising
question questioned questions questioning
urge urged urges urging
point pointed points pointing | speak spoke speaks spoken
"""
# Verbs that speak only beside a quotation: "Kirby continued: “…”"
_QUOTE_ONLY = """
continue continued continues continuing | read read reads reading | post posted posts posting
agree agreed agrees agreeing | yell yelled yells yelling | begin began begins beginning
echo echoed echoes echoing
"""


def forms(block: str) -> dict[str, str]:
    """Map each form to its verb, which stands first in its group of four."""
    found: dict[str, str] = {}
    words = block.replace("|", " ").split()
    for place in range(0, len(words), 4):
        for form in words[place : place + 4]:
            found.setdefault(form, words[place])
    return found


SOMETIMES = {form: verb for verb, block in _SOMETIMES.items() for form in block.split()}
SAY = forms(_SAY)
TELL = forms(_TELL)
OBJECT = forms(_OBJECT)
QUOTE_ONLY = {form: verb for form, verb in forms(_QUOTE_ONLY).items() if form not in SAY | TELL}
VERB_OF = QUOTE_ONLY | OBJECT | TELL | SAY | SOMETIMES

# Verbs that never stand behind a quotation with their subject after them ("denied he" …).
_AND_THESE = wordlist("ask continue post yell agree echo")
INVERTS = (
    frozenset(SAY.values())
    | {"plead", "beg"}
    | _AND_THESE - {"deny", "mention", "propose", "promise"}
)
# Forms that are as often a noun: believed only between a clear speaker and what was said.
DOUBTFUL = wordlist(
    """
    claim claims note notes report reports answer answers comment comments demand demands promise
    promises question questions tweet tweets state states call calls charge charges point points
    vow vows counter counters cry cries joke jokes reply replies remark remarks stress stresses
    press presses read reads post posts praise blame add warning reporting writing meaning quote
    quotes cite wonder advise recall boast brag lament caution mention repeat express urge propose
    support supports hope hopes fear fears worry worries doubt doubts plan plans attack attacks
    challenge challenges dispute disputes blast rebuke pledge pledges thanks credit credits suspect
    suspects welcome highlight highlights push seek
    address addressed deny suggest conclude testify argue insist maintain announce declare tell ask
    """
)

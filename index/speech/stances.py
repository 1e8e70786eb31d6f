"""The words that tell where somebody stands, not what they said: "endorsed the bill". Data only.

Only such as name a view of something: on annotated news, at least half of what stands behind each
of them is attributed to its subject.
"""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import verbs

_VERBS = """
want wanted wants wanting | think thought thinks thinking | believe believed believes believing
support supported supports supporting | oppose opposed opposes opposing
endorse endorsed endorses endorsing | favor favored favors favoring
favour favoured favours favouring | prefer preferred prefers preferring
hope hoped hopes hoping | expect expected expects expecting | fear feared fears fearing
worry worried worries worrying | doubt doubted doubts doubting
consider considered considers considering | assume assumed assumes assuming
suspect suspected suspects suspecting | imagine imagined imagines imagining
anticipate anticipated anticipates anticipating | realize realized realizes realizing
realise realised realises realising | recognize recognized recognizes recognizing
recognise recognised recognises recognising | regret regretted regrets regretting
reject rejected rejects rejecting | defend defended defends defending
pledge pledged pledges pledging | threaten threatened threatens threatening
refuse refused refuses refusing | decide decided decides deciding
plan planned plans planning | intend intended intends intending | seek sought seeks seeking
aim aimed aims aiming
push pushed pushes pushing | recommend recommended recommends recommending
denounce denounced denounces denouncing | condemn condemned condemns condemning
attack attacked attacks attacking | blast blasted blasts blasting
slam slammed slams slamming | mock mocked mocks mocking | rebuke rebuked rebukes rebuking
ridicule ridiculed ridicules ridiculing | deride derided derides deriding
decry decried decries decrying | chide chided chides chiding | scold scolded scolds scolding
assail assailed assails assailing | bemoan bemoaned bemoans bemoaning
hammer hammered hammers hammering | knock knocked knocks knocking
savage savaged savages savaging | demean demeaned demeans demeaning
belittle belittled belittles belittling | disparage disparaged disparages disparaging
insult insulted insults insulting | castigate castigated castigates castigating
berate berated berates berating | lambaste lambasted lambastes lambasting
challenge challenged challenges challenging | dispute disputed disputes disputing
disavow disavowed disavows disavowing | renounce renounced renounces renouncing
label labeled labels labeling | brand branded brands branding
characterize characterized characterizes characterizing
characterise characterised characterises characterising
voice voiced voices voicing | agree agreed agrees agreeing
rebut rebutted rebuts rebutting | downplay downplayed downplays downplaying
disagree disagreed disagrees disagreeing | applaud applauded applauds applauding
thank thanked thanks thanking | congratulate congratulated congratulates congratulating
hail hailed hails hailing | laud lauded lauds lauding | tout touted touts touting
credit credited credits crediting | welcome welcomed welcomes welcoming
back backed backs backing | advocate advocated advocates advocating
champion championed champions championing
portray portrayed portrays portraying | liken likened likens likening
compare compared compares comparing | highlight highlighted highlights highlighting
underscore underscored underscores underscoring | discuss discussed discusses discussing
outline outlined outlines outlining | detail detailed details detailing
refer referred refers referring | allude alluded alludes alluding
hint hinted hints hinting | imply implied implies implying | signal signaled signals signaling
indicate indicated indicates indicating | speculate speculated speculates speculating
estimate estimated estimates estimating | assure assured assures assuring
reassure reassured reassures reassuring | brag bragged brags bragging
request requested requests requesting | order ordered orders ordering
instruct instructed instructs instructing | offer offered offers offering
nominate nominated nominates nominating | appoint appointed appoints appointing
name named names naming | veto vetoed vetoes vetoing | sue sued sues suing
sign signed signs signing | know knew knows knowing | see saw sees seeing
view viewed views viewing | regard regarded regards regarding | find found finds finding
show showed shows showing | prove proved proves proving
"""
VERB_OF = {
    form: verb
    for form, verb in verbs.forms(_VERBS).items()
    if form not in verbs.SAY | verbs.TELL | verbs.OBJECT
}

_CLAUSE = wordlist("that how what why when where whether who he she it they we this these those")
_LAWS = wordlist(
    """
    bill bills law laws legislation act order orders letter petition statement pledge treaty accord
    agreement deal resolution measure ban pact
    """
)
# What finds, shows and proves something as a person says something.
STUDIES = wordlist("study studies survey surveys poll polls report reports review analysis inquiry")
FINDING = wordlist("find show prove")
# These tell of a view only with one of these words behind them, at once or a little later.
NEEDS = {
    "seek": (1, wordlist("to")),
    "aim": (1, wordlist("to")),
    "know": (2, _CLAUSE),
    "see": (9, wordlist("as")),
    "view": (9, wordlist("as")),
    "regard": (9, wordlist("as")),
    "sign": (6, _LAWS),
}
# Behind these words a verb has another meaning: "backed away", "pushed back".
PARTICLES = wordlist("away off out down up back aside into")
# As a participle these tell what somebody does, or stand before a noun: "backing vocals".
NOT_PARTICIPLES = wordlist(
    "challenge back name see find show prove order view sign offer nominate appoint"
)
# Forms that are a noun as often as a verb.
DOUBTFUL = verbs.DOUBTFUL | wordlist(
    """
    backs champions advocates views estimates requests orders offers names signs signals hints
    insults labels brands details aims decides
    """
)
# What somebody is who takes a side: "was critical of the bill", "is confident that it passes".
STANDING = wordlist(
    """
    adamant afraid alarmed angry certain clear concerned confident convinced critical disappointed
    dismayed dismissive doubtful enthusiastic fearful furious hopeful opposed optimistic outraged
    pessimistic sceptical skeptical supportive sure troubled unhappy wary worried
    """
)

# Verbs of several words, a line each: the verb's forms, what follows it, what must follow that.
# A "his" or "the" may stand between: "threw his support behind", "made the case for".
_PHRASES = """
speak speaks spoke spoken speaking : out up : against about on for
come comes came coming : out : against for
rule rules ruled ruling : out
lash lashes lashed lashing : out : at
hit hits hitting : out : at
rail rails railed railing : against about
open opens opened opening : up : about
weigh weighs weighed weighing : in : on
sound sounds sounded sounding : off : on against about
double doubles doubled doubling : down : on
play plays played playing : down
shoot shoots shot shooting : down
strike strikes struck striking : down
tear tears tore tearing : into
rip rips ripped ripping : into
take takes took taken taking : aim : at
take takes took taken taking : issue : with
take takes took taken taking : exception : to
make makes made making : case point : for that against
make makes made making : clear : that
make makes made making : it-clear
stand stands stood standing : by behind
vote votes voted : for against to
throw throws threw throwing : support weight : behind to
distance distances distanced distancing : himself herself themselves itself : from
talk talks talked : about
plead pleads pleaded pleading : guilty innocent for with
"""
Phrase = tuple[tuple[str, ...], frozenset[str]]


def _phrases() -> dict[str, list[tuple[str, Phrase]]]:
    """Map each form of a first word to its verb, what must follow, and what must follow that."""
    found: dict[str, list[tuple[str, Phrase]]] = {}
    for line in _PHRASES.strip().splitlines():
        forms, middles, *last = (part.split() for part in line.split(":"))
        ends = frozenset(last[0] if last else ())
        for form in forms:
            found.setdefault(form, []).extend(
                (forms[0], (tuple(middle.split("-")), ends)) for middle in middles
            )
    return found


PHRASES = _phrases()

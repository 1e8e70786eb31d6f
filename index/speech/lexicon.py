"""The words that tell a name from a noun, and a person from a body of people. Data only."""

from __future__ import annotations

from index.people.kinds import KIN
from index.people.wordlist import wordlist

SPEECH_NOUNS = wordlist(
    """
    statement letter letters memo email e-mail tweet tweets post message release interview note
    report
    petition complaint lawsuit video spot motion memo pitch indictment ruling transcript narrator
    speech op-ed column article editorial ad ads sign signs statements emails report reports
    book books story stories suit opinion form forms study studies poll polls survey surveys paper
    research analysis analyses evidence text texts messages account accounts headline website
    film documents document transcripts playbook playbooks articles columns books regulations
    initiative counterproposal narrative ruling verdict filing filings disclosure disclosures
    """
)

# Small words that are names when they stand inside a sentence with a capital.
ALSO_NAMES = wordlist("will may can here even long soon once first so ha do no more")
# Surnames and first names that end like verbs.
NAMES_LIKE_VERBS = wordlist(
    """
    ted fred ed jared alfred reed ahmed mohammed syed manning bowling fleming harding jennings king
    ling ming ping ring sterling vining wilding young golding browning channing cushing keating
    beijing boeing wedding
    """
)
# Words that open sentences and are hardly ever names.
OPENERS = wordlist(
    """
    former retired longtime veteran more half last nowadays hours besides absent unlike given such
    someone somebody everyone everybody nobody nearly roughly top senior local federal state other
    two-thirds three-quarters stories guests companies records experts neither either thanks welcome
    white-collar prominent leading fellow current then-candidate billionaire conservative liberal
    speaking asked according reached pressed born based next earlier later meanwhile together
    early late alongside throughout
    """
)
PRONOUNS = wordlist("he she they it we i you who which")
DETERMINERS = wordlist(
    """
    the a an this that these those his her its their our my your some many several most all both
    one two three four five six seven eight nine ten no any each every another other few
    """
)
PREPOSITIONS = wordlist(
    """
    of for at in with to from on by about after before during under over against among between
    into through since until near outside inside within without amid despite behind across around
    toward towards like versus upon via per including regarding following because
    """
)
CONJUNCTIONS = wordlist(
    """
    and but or nor so yet while though although because if when where whereas unless as than that
    whether once even what how why
    """
)
SUBORDINATES = wordlist(
    "as when while although though because if after before since once unless whereas until"
)
AUXILIARIES = wordlist(
    """
    has have had having do does did is was are were be been being will would could should may might
    can must shall 's 've 'd 'll 're n't not never cannot didn't doesn't don't hasn't haven't hadn't
    won't wouldn't couldn't isn't wasn't aren't weren't can't
    """
)
BE = wordlist("is was are were be been being 's 're isn't wasn't aren't weren't 'm am")
NEGATIONS = wordlist(
    """
    not never n't didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't cannot can't
    neither refused declined
    """
)
MODALS = wordlist("will would could should may might can must shall 'll won't wouldn't couldn't")
ADVERBS = wordlist(
    """
    also later then now again still just already even once often always soon too further
    instead meanwhile however therefore moreover nonetheless nevertheless though first previously
    once yesterday today tonight tomorrow there here ever long since ago else perhaps maybe
    quickly both only almost simply at least afterward afterwards
    """
)
DAYS = wordlist("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = wordlist(
    """
    january february march april may june july august september october november december jan. feb.
    mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
    """
)
TIMES = DAYS | MONTHS - {"may", "march"} | wordlist("yesterday today tonight tomorrow")
TIME_NOUNS = wordlist(
    "week month year day morning afternoon evening night weekend summer spring fall winter"
)
TIME_ADJECTIVES = wordlist("last this next early late earlier that previous past")
# A clause's verb at a glance: a phrase that names a speaker does not run across one of these.
VERBS = wordlist(
    """
    is was are were be been has have had do does did will would could should may might can must said
    says say told made took went came got gave became held led ran won lost met kept left began
    seemed appeared remained wants want asked called set put cut hit shut let cost knew thought felt
    saw found brought bought sent spent taught caught fought meant dealt drew grew flew threw broke
    chose drove ate fell forgot hid rose shook sang sat slept stood stole swore tore wore wrote
    needs need knows know thinks think believes believe feels feel looks look seems seem goes go
    comes come gets get makes make takes take gives give plans plan hopes hope intends intend
    expects expect loves love likes like lacks supports support opposes oppose remains remain
    runs run works work means mean believe agree agrees disagree disagrees differ differs deserves
    deserve
    """
)
""" Nouns of people by what they are or do; plural ones speak as a group. """
ROLES = wordlist(
    """
    spokesman spokeswoman spokesperson official officer president chairman chairwoman chair chief
    director manager adviser advisor strategist senator congressman congresswoman representative
    governor mayor minister secretary ambassador general admiral colonel captain lieutenant sergeant
    professor lawyer attorney prosecutor judge justice analyst economist expert scientist researcher
    historian author writer reporter journalist correspondent columnist editor anchor host
    commentator blogger pollster consultant operative aide assistant counsel counselor candidate
    nominee frontrunner front-runner leader boss executive founder co-founder owner businessman
    businesswoman billionaire mogul developer investor ceo cfo head deputy commissioner sheriff
    detective activist organizer advocate volunteer supporter fan voter resident neighbor
    neighbour student teacher farmer doctor physician nurse surgeon neurosurgeon engineer pastor
    bishop priest rabbi imam pope king queen prince princess wife husband son daughter father mother
    brother sister friend colleague teammate coach player star actor actress singer comedian
    rival opponent critic ally lawmaker legislator politician diplomat envoy negotiator dictator
    strongman premier chancellor speaker whip veteran soldier commander witness victim survivor
    suspect defendant source insider fundraiser donor lobbyist treasurer superdelegate delegate
    moderator republican democrat independent libertarian socialist conservative liberal man woman
    person boy girl guy lady publisher producer contributor member appointee partner principal
    superintendent dean fellow scholar psychologist specialist inspector investigator agent
    contender hopeful coordinator master administrator ministerial undersecretary staffer
    goalkeeper striker midfielder referee skipper headteacher headmaster trustee warden
    bookkeeper clerk landlord landlady
    chef waiter waitress plumber builder driver pilot caretaker trader buyer shopkeeper
    tenant worker labourer teenager pensioner passenger customer angler mechanic nun
    midwife paramedic firefighter lifeguard lecturer barrister solicitor magistrate poet
    photographer filmmaker dancer drummer jockey predecessor successor
    """
)
ROLES |= KIN
GROUPS = wordlist(
    """
    officials police authorities sources aides advisers advisors spokesmen spokespeople lawmakers
    senators congressmen representatives governors leaders analysts experts economists scientists
    researchers critics supporters opponents allies advocates activists organizers prosecutors
    lawyers attorneys investigators witnesses residents voters people respondents republicans
    democrats conservatives liberals independents americans officers agents diplomats ministers
    executives employees workers students teachers doctors reporters journalists editors observers
    strategists consultants operatives pollsters participants protesters members staffers men women
    friends candidates judges justices donors others many some few most none
    government administration campaign committee commission council department ministry agency
    bureau office court company firm group organization organisation association union party
    coalition board panel team embassy university institute center centre foundation network
    newspaper paper magazine outlet site website station channel publication press media times post
    poll survey study report statement document documents lawsuit complaint filing letter email
    data figures statistics results polls surveys studies reports records memo order law bill rule
    crowd audience public jury side both camp regime military army navy force forces
    intelligence services service community associates backers fans surrogates groups companies
    agencies unions campaigners families parents neighbours scholars hospitals universities nations
    countries loyalists insiders skeptics pundits colleagues clerks teams crews firms
    league club federation watchdog regulator charity hospital school airline operator manufacturer
    retailer museum fund trust authority parliament assembly tribunal inquiry bank maker councillors
    """
)
# Words in the name of a body of people rather than of a person.
GROUP_NAMES = wordlist(
    """
    house pentagon kremlin congress senate department ministry council committee commission
    agency bureau court office party university college institute center centre foundation
    association union times post journal tribune herald news network press reuters ap afp bloomberg
    politico cnn msnbc fox nbc abc cbs npr bbc breitbart buzzfeed guardian telegraph newspaper
    magazine company corp corp. inc inc. co. llc ltd group bank fund police army navy force forces
    administration government campaign republicans democrats republican democratic pac nato un u.n.
    eu e.u. fbi cia nsa irs epa doj dhs nra rnc dnc gop aclu isis hamas hezbollah taliban twitter
    facebook google apple microsoft amazon exxon board authority service services federation league
    coalition alliance society trust security states nations kingdom u.s. us uk u.k.
    county city street avenue road airport hospital school church island river beach village
    conservatives liberals americans muslims christians british chinese french japanese mexican
    mexicans german germans russian russians israeli israelis iranian iranians saudis latino latinos
    hispanic hispanics texan texans romanian dutch swiss spanish watch workers legion technologies
    convention survey census fed millennials lives matter peppers airlines airways motors systems
    industries holdings ventures studios pictures solutions partners labs tea project caucus
    conference embassy daily friends forum infirmary guild
    weekly report reports radio tv television poll polls
    """
)
# These end the name of a body even when a person's name opens it: "Gates Foundation".
INSTITUTIONS = wordlist(
    """
    foundation university college institute center centre school committee commission hospital
    organization organisation association group fund company campaign administration department
    """
)
# Places speak for their governments; in a longer name they may be a surname.
PLACES = wordlist(
    """
    america china russia iran israel ukraine britain france germany japan korea mexico canada india
    turkey syria iraq egypt moscow beijing washington kyiv tehran tokyo london paris pyongyang seoul
    north south east west new delhi york arabia saudi pakistan afghanistan italy spain poland
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada hampshire jersey carolina dakota ohio oklahoma
    oregon pennsylvania rhode tennessee texas utah vermont wisconsin wyoming puerto rico calif fla
    chicago philadelphia detroit cleveland miami vegas las los angeles san diego francisco orlando
    seattle liverpool crimea brussels geneva vatican
    brazil argentina australia zealand europe africa asia taiwan hong kong cuba venezuela belarus
    """
)
# Nouns that stand before the name of a body: "the newspaper Haaretz".
BODIES = wordlist(
    """
    agency newspaper magazine company group firm website party outlet network station channel
    broadcaster bank charity union publisher maker giant
    """
)
NEWS = wordlist(
    """
    reuters ap afp bloomberg politico cnn msnbc fox nbc abc cbs npr bbc breitbart buzzfeed
    agence france-presse rappler guardian
    telegraph times post journal tribune herald news press gazette chronicle globe examiner hill
    observer newspaper magazine mail mirror sun vox slate salon axios newsmax huffpost
    mashable haaretz xinhua forbes insider blaze star factcheck.org realclearpolitics journalism
    gazette register courier review nation intercept quartz vice fivethirtyeight pew gallup
    quinnipiac nielsen statista patch digest wire service kyodo yonhap efe ansa dpa economist
    newsweek atlantic yorker caller tass xinhua interfax aljazeera jazeera sky itv pbs c-span
    """
)
HEADINGS = wordlist(
    "CORRECTION CORRECTIONS UPDATE UPDATED NOTE EDITOR BREAKING EXCLUSIVE VIDEO WATCH PHOTOS READ"
    " MORE RELATED WARNING ANALYSIS OPINION QUESTION ANSWER SOURCE SOURCES PICTURED"
)
HONORIFICS = wordlist("mr mrs ms miss mx dr sir dame lord comrade")
WOMANLY = wordlist(
    """
    mrs ms miss madam dame lady queen princess duchess actress spokeswoman congresswoman chairwoman
    businesswoman councilwoman wife mother daughter sister woman girl grandmother aunt niece
    widow granddaughter stepmother stepdaughter mother-in-law daughter-in-law sister-in-law
    girlfriend fiancée mum nun landlady waitress
    """
)
MANLY = wordlist(
    """
    mr sir lord king prince duke actor spokesman congressman chairman businessman councilman husband
    father son brother man boy grandfather uncle nephew strongman pope
    widower grandson stepfather stepson father-in-law son-in-law brother-in-law boyfriend dad
    """
)
TITLES = wordlist(
    """
    sen sens rep reps gov govs gen lt col capt maj sgt adm rev president vice senator representative
    governor congressman congresswoman mayor secretary minister general admiral judge justice
    chairman chairwoman speaker leader spokesman spokeswoman director attorney ambassador pope
    professor prof king queen prince princess chancellor premier sheriff chief commissioner cardinal
    bishop archbishop colonel captain republican democrat democratic lawmaker strategist
    whip envoy counsel officer ceo commander
    host anchor reporter editor columnist candidate nominee chair delegate
    assemblyman assemblywoman councilman councilwoman alderman treasurer lady undersecretary
    mp mps mep meps msp msps mla mlas mlc mlcs td tds coach
    """
) | wordlist("frontrunner front-runner sec deputy marshal candidate adviser advisor dictator")
# Titles and callings that are surnames as well: "Ann King", "Mr. Prince"; never behind a town's
# name: "Austin Judge".
SURNAMES = wordlist(
    """
    king prince bishop pope judge justice priest farmer player friend master warden guy boss head
    marshal cardinal chancellor captain general major queen lord lady star coach driver
    """
)
TOWNS = wordlist(
    """
    austin carolina charlotte chelsea dallas florence georgia jackson jordan kent lincoln london
    madison orlando savannah sydney virginia washington
    """
)

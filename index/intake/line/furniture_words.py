"""The words of a page's furniture: menus, buttons, notices. Data for ``furniture``.

English first, with what German, Spanish and French pages print most. Each notice is a pattern
that must match a whole line in its plain form (lower case, straight apostrophes, no final stop).
Repetitions are bounded, so that a line can be told in time proportional to its length.
"""

from __future__ import annotations

import re

from index.intake.line.lines import phrases

# Sections of a newspaper: in a menu, in a path ("Home > News"), above a headline.
SECTIONS = phrases(
    """
    news | world | world news | politics | us politics | uk politics | business |
    business news | economy | markets | money | finance | technology | tech | science | health |
    education | environment | climate | climate crisis | energy | opinion | comment |
    editorial | editorials | letters | analysis | features | feature | culture | arts | books |
    film | music | tv & radio | entertainment | lifestyle | life | style | fashion | food |
    travel | sport | sports | football | cricket | rugby | tennis | golf | racing | weather |
    obituaries | crime | local | local news | national | regional | international | us | u.s. |
    uk | u.k. | europe | asia | africa | americas | middle east | australia | latest |
    latest news | breaking news | breaking | top stories | exclusive | live | video | videos |
    audio | podcasts | podcast | newsletters | puzzles | games | crosswords | magazine |
    in pictures | photos | pictures | jobs | property | motoring | classifieds | events |
    community | announcements | e-paper | shop | more | all sections | sections | security |
    defence | defense | investigations | data | explainers | fact check | long reads |
    the long read | culture & arts | stocks | politik | wirtschaft | kultur | wissen |
    panorama | gesellschaft | ausland | inland | startseite | lokales | regional | nachrichten |
    meinung | feuilleton | reise | política | economía | internacional | nacional | deportes |
    cultura | sociedad | opinión | portada | inicio | sucesos | actualité | monde | société |
    économie | politique | accueil
    """
)

# What the names of newspapers end with.
PAPER_WORDS = frozenset(
    """
    times post news herald tribune gazette chronicle journal star mail guardian telegraph
    observer courier daily weekly broadcasting radio tv standard record sun independent mirror
    express echo argus examiner inquirer dispatch sentinel register advocate bulletin globe
    review magazine mercury ledger press zeitung tagblatt anzeiger rundschau allgemeine kurier
    bote nachrichten diario periódico gaceta heraldo correo gazeta
    """.split()
)

# Buttons and links of one or two words. An article may print some of them as a line of its own.
LABELS = phrases(
    """
    home | menu | body | поделиться | распечатать | главная | search | close | print | save |
    listen | play | pause | mute |
    share | tweet |
    email | e-mail | mail | copy | link | like | likes | shares | reply | report |
    follow | following |
    next | previous | prev | back | top | x | facebook | twitter | whatsapp | linkedin |
    reddit | telegram | messenger | pinterest | instagram | youtube | tiktok | threads |
    bluesky | flipboard | comments | comment | subscribe | register | login | logout | account |
    my account | profile | settings | help | about | about us | contact | contact us | terms |
    privacy | cookies | accessibility | advertise | careers | rss | text size | a a a | aa |
    ad | ads | gallery | photos | view | open | more | read more | show more | see more | tags |
    topics | teilen | drucken | merken | menü | suche | anmelden | abo | kommentare | anhören |
    vorlesen | compartir | imprimir | guardar | buscar | comentarios | partager | imprimer |
    rechercher | s'abonner | okay | ok | accept | reject | loading | like this | like loading |
    newsletter | donate | support us | hide caption | toggle caption | caption | transcript |
    download | embed | font size | small | medium | large | english | español | deutsch |
    français
    """
)

_PLACES = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|messenger|pinterest|e-?mail|flipboard"
    r"|bluesky|threads|mastodon|instagram|youtube|google news|apple news|social media|sms|wechat)"
)
_OFFER = (
    r"newsletters?|inbox|briefing|e-?mail(?:s| alerts?| updates?)?|alerts?|notifications?|account"
    r"|subscription|subscribers?|digital access|unlimited access|full access|our app|the app"
    r"|breaking news|headlines|free trial|today's paper|per month|a month"
)

# Each must match the whole line (in plain form, without a final stop or colon).
NOTICES = (
    r"currently reading",
    r"(?:(?:est(?:imated|\.)? )?(?:reading|read) time ?:? ?)?(?:about )?\d+(?:[-–]\d+)?[ "
    r"-]?min(?:ute)?s?\.? ?(?:to )?(?:read|listen|watch)(?: time)?",
    r"(?:reading|read) time ?:? ?\d+ ?min(?:ute)?s?",
    r"lesezeit:? ?(?:ca\. )?\d+ ?min(?:uten?|\.)?|\d+ ?min(?:uten?)?\.? lesezeit|\d+ "
    r"min(?:utos?)? de lectura"
    r"|tiempo de lectura:? ?\d+ ?min(?:utos?)?|(?:temps de )?lecture ?:? ?\d+ ?min(?:utes?)?|"
    r"\d+ min de lecture",
    r"(?:skip|jump) (?:to|past|ad|advertisement|navigation|newsletter).{0,40}|back to (?:top|"
    r"home.{0,20}|.{1,20}homepage)",
    r"\W*(?:advertisement|advertising|sponsored|promoted|anzeige|werbung|publicidad|publicité|"
    r"pubblicità)(?: content| by .{1,30})?\W*"
    r"|(?:story|article|content) continues (?:below|after).{0,40}|(?:scroll|continue) (?:down "
    r")?(?:reading|to continue|for more).{0,60}"
    r"|(?:this )?ad(?:vert(?:isement)?)? (?:will end in|loading|feedback|choices).{0,30}|"
    r"report this ad|remove ads?",
    rf"(?:share|tweet|post|send|pin|save|print|copy|email|bookmark|like)(?: (?:this|the|full|"
    rf"on|via|by|to|with|using))*"
    rf"(?: (?:article|story|page|post|link|url|clipboard|friends|a friend|options|button|"
    rf"{_PLACES}))+(?: (?:on|via|by|to|with) {_PLACES})?(?: .{{0,20}}new window.{{0,4}})?",
    rf"(?:share|teilen|compartir|partager)(?:[ ,|/•·+-]+(?:share|tweet|save|print|copy link|"
    rf"more|link|copy|comments?|{_PLACES}))+",
    rf"{_PLACES}(?:[ ,|/•·+-]+(?:{_PLACES}|print|copy link|link|copy|more|share|save|comments?))+",
    r"\d[\d.,]*k? (?:shares?|comments?|likes?|views?|replies|reactions?|retweets?|claps?|"
    r"kommentare?|comentarios?|commentaires?)",
    r"(?:share|comments?|kommentare|likes?|shares?) ?[(:]? ?\d[\d.,]*k?\)?",
    r"copy link|link copied!?|copied!?|gift (?:this )?article|save (?:for later|article|story)"
    r"|add to (?:bookmarks?|reading list|my list|favou?rites|your saved (?:stories|articles))|"
    r"bookmark(?:ed)?"
    r"|(?:print|republish) this (?:article|story|page)|open (?:image )?in (?:gallery|new "
    r"window|app)|view (?:\d+ )?(?:gallery|images?|photos?)|enlarge(?: this)? image"
    r"|click to (?:enlarge|expand|share|play).{0,40}|tap to (?:unmute|play|expand)|(?:show|"
    r"hide|toggle) (?:caption|comments|menu|navigation|search)"
    r"|(?:open|close) (?:menu|search|navigation|sidebar|dialog|modal)|most read in this "
    r"section|load(?:ing)? more.{0,20}|load(?:ing)?\.{3}|loading…",
    r"(?:share|tweet|retweet|subscribe)(?: this)?|tagged\b ?[:].{1,200}",
    r"listen to (?:this )?(?:article|story)(?: [\[(]?\d.{0,12})?|(?:audio|play) (?:article|"
    r"this article|audio|video).{0,20}|this (?:audio|video) (?:is|was) .{0,40}|0:00(?: ?/ "
    r"?\d+:\d\d)?|1x|volume.{0,6}",
    r"view (?:all )?comments.{0,12}|(?:add|post|leave|write|submit) (?:a|your) (?:comment|"
    r"reply)(?: (?:to|on|about) this .{1,20})?(?: below)?|be the first to (?:comment|share)"
    r".{0,40}|no comments(?: yet)?"
    r"|join the (?:conversation|discussion|debate)\b.{0,80}|to join the (?:conversation|"
    r"discussion|debate),? .{0,80}|you must be (?:logged|signed) in.{0,60}|comments? (?:are|"
    r"is) (?:now )?(?:closed|off|disabled|moderated).{0,60}"
    r"|(?:please )?(?:log|sign) in (?:or (?:register|create|sign up|subscribe).{0,40}|to "
    r"(?:comment|continue|read|join|save|your).{0,60})|(?:log|sign) (?:in|out|up)|register(?: "
    r"(?:now|here|for free|free))?"
    r"|(?:create|open) (?:a|an|your) (?:free )?account.{0,40}|(?:don't|do not) have an "
    r"account\b.{0,60}|already (?:have|a|an) .{0,40}(?:log|sign) in.{0,20}|not a "
    r"(?:subscriber|member).{0,40}|my profile|your account"
    r"|commenting as .{0,30}|logged in as .{0,30}|sort by.{0,30}|(?:newest|oldest|most "
    r"(?:liked|recent))(?: first)?",
    rf"(?:please )?(?:sign up|signup|subscribe|register)(?: now| here| today)?(?: (?:for|to)"
    rf"\b.{{0,160}}\b(?:{_OFFER})\b.{{0,160}}| for free|!)?",
    r"(?:want|get|receive|never miss|stay|keep|have|sign|enter|join)\b.{0,160}\b(?:in your "
    r"inbox|to your inbox|newsletters?|breaking news alerts?|your e-?mail(?: address)?|push "
    r"notifications?)\b.{0,120}",
    r"subscribe (?:now|today|here|for .{1,40}|from .{1,30}|to (?:read|continue|unlock|support)"
    r".{0,60})|(?:become|be) a (?:member|subscriber|supporter)\b.{0,60}|start your (?:free )"
    r"?(?:trial|subscription).{0,40}|unlock this article.{0,40}|cancel any ?time.{0,20}"
    r"|this (?:article|content|story) is (?:only )?(?:for|available to|reserved for|exclusive "
    r"to) (?:our )?(?:subscribers|members|premium).{0,40}|(?:to )?(?:continue|keep) reading,? "
    r".{0,40}(?:subscribe|log in|sign in|register).{0,40}"
    r"|you have (?:\d+|one|no) (?:free )?articles? (?:left|remaining).{0,40}|(?:thanks|thank "
    r"you) for (?:subscribing|signing up|registering|visiting|reading(?: .{1,40})?)\b.{0,20}|"
    r"support (?:our|independent|local|quality) (?:journalism|work|reporting).{0,60}|"
    r"donate(?: now| today)?",
    r"(?:we|our (?:site|website|partners)|this (?:site|website)|the (?:site|website)|we and "
    r"our \w+)\b.{0,60}\bcookies\b.{0,300}|by (?:continuing|clicking|using|signing|"
    r"registering|submitting|providing)\b.{0,200}\b(?:agree|accept|consent|privacy|terms|"
    r"policy)\b.{0,160}|(?:accept|reject|allow|manage|decline)(?: all)?(?: (?:cookies?|"
    r"preferences|options|settings|choices|&|and|close))*"
    r"|(?:cookies?|privacy|consent)(?: (?:policy|settings|preferences|notice|manager|centre|"
    r"center|statement))+|your (?:privacy|cookie)(?: (?:choices|rights|settings))?|do not "
    r"sell.{0,40}|terms (?:of (?:use|service|sale)|and conditions|& conditions)(?: .{0,40})?|"
    r"this site is protected by .{0,100}",
    rf"follow (?:us|me|.{{1,40}}) (?:on|via) {_PLACES}\b.{{0,60}}|follow (?:us|@\w+)|like us "
    rf"on .{{1,30}}|find us on .{{1,30}}|download (?:our|the) .{{0,30}}app.{{0,60}}|get "
    rf"(?:our|the) .{{0,20}}app.{{0,40}}|add us as .{{0,60}}|(?:us )?on google news|google "
    rf"news",
    r"(?:©|\(c\)|copyright\b).{0,200}|.{0,60}\ball rights reserved.{0,200}|this material may "
    r"not be published, broadcast.{0,120}|alle rechte vorbehalten.{0,60}|todos los derechos "
    r"reservados.{0,60}|tous droits réservés.{0,60}",
    r"(?:read )?related (?:topics|stories|articles|content|coverage|news|links|posts)?:.{1,"
    r"160}|(?:related|read more|read next|read also|also read|see also|don't miss|recommended|"
    r"mehr zum thema|lesen sie auch|lee también|lea también|te puede interesar|lire aussi|à "
    r"lire aussi|leggi anche)\b ?[:|»>–-] ?.{3,200}"
    r"|(?:tags|topics|filed under|keywords|categories|category|schlagworte|themen|temas|"
    r"etiquetas|more on|explore more)\b ?[:] ?.{1,200}|more on this "
    r"story|read the full "
    r"story.{0,40}|click here (?:to|for) .{1,80}|read more(?: here| at .{1,40})?",
    r"(?:you(?:'re| are) receiving|you received) this (?:e-?mail|newsletter|message).{0,160}|"
    r".{0,40}\bunsubscribe\b.{0,80}|view (?:this )?(?:e-?mail )?(?:in|on) (?:your |the )"
    r"?(?:browser|web).{0,20}|(?:was this )?(?:e-?mail )?forwarded (?:this|to you).{0,80}|"
    r"forward (?:this )?(?:e-?mail )?to a friend|(?:manage|update) (?:your )?(?:e-?mail )"
    r"?(?:preferences|subscriptions?).{0,20}|having trouble viewing.{0,60}|web version",
    r"(?:have|got|do you have) (?:a|an) (?:news )?(?:tip|story|confidential tip)\b.{0,160}|"
    r"(?:send|submit) (?:us )?(?:a|your) (?:tip|letter|story|news).{0,80}|(?:e-?mail|contact) "
    r"(?:the )?(?:author|newsroom|editor|reporter)\b.{0,80}|(?:our standards:|the thomson "
    r"reuters trust principles).{0,80}|report (?:an? )?(?:error|typo|correction|a problem).{0,"
    r"40}|(?:jetzt )?newsletter (?:abonnieren|bestellen).{0,60}|zur startseite|nach oben|"
    r"artikel (?:teilen|drucken|merken|anhören|vorlesen|verschenken).{0,20}|diesen artikel "
    r"(?:teilen|weiterempfehlen).{0,20}|melden sie sich (?:jetzt )?an.{0,60}|compartir en \w+|"
    r"suscríbete.{0,80}|inicia(?:r)? sesión.{0,20}|regístrate.{0,40}",
    r"\(?(?:additional )?(?:reporting|report|writing|editing)(?: and (?:writing|editing|"
    r"reporting))? by .{3,200}|(?:___ ?)?.{3,120}\bcontributed to this (?:report|story|"
    r"article)|.{3,80}\bcontributed (?:reporting|research)(?: (?:to|from|for) .{1,60})?",
    r"this article is more than \d+ \w+ old|after newsletter promotion|free (?:daily|weekly)? ?"
    r"newsletter|our .{0,30}\be-?mail (?:breaks|brings|tells|gives)\b.{0,120}"
    r"|sign up to [\w' ]{3,40}|privacy notice:.{1,400}|reuse this content|réutiliser ce contenu"
    r"|share page|about sharing|share or comment on this (?:article|story).{0,200}"
    r"|.{1,40} is not responsible for the content of external (?:web)?sites"
    r"|a version of this article appear(?:s|ed) in print .{1,250}|.{0,60}order reprints.{0,60}"
    r"|acquire licensing rights.{0,40}|terms (?:and|&) privacy.{0,20}|your privacy choices"
    r"|section ?: ?[^.]{1,40}; ?pg.{1,10}|length ?: ?\d+ words|dateline ?: .{1,60}|body ?:"
    r"|(?:load-date|publication-type|document-type|journal-code) ?: ?.{1,60}|language ?: ?\w{4,12}",
)

LIST_OPENERS = re.compile(
    r"read (?:previous|next|more|also)|read more (?:on|about|from) .{1,40}|(?:previous|next) "
    r"(?:article|story|post)|related(?: (?:internet )?(?:story|article|stories|articles|"
    r"content|coverage|news|topics|"
    r"links|posts|reading))?"
    r"|more (?:on this(?: story| topic)?|from .{1,40}|stories.{0,20}|news|like this|top "
    r"stories|in .{1,20})|(?:most|the most) (?:read|popular|viewed|shared|commented|watched)"
    r"(?: .{1,20})?"
    r"|(?:recommended|suggested)(?: (?:for you|stories|articles|reading))?|you (?:may|might) "
    r"(?:also )?(?:like|be interested in|have missed).{0,20}|trending(?: (?:now|stories))?|"
    r"popular(?: (?:now|stories))?|latest (?:news|stories|headlines)"
    r"|top stories|editor'?s'? (?:picks?|choice)|in case you missed it|don't miss|what to "
    r"read next|up next|see also|keep reading|around the web|promoted stories|from our "
    r"partners|from around the web|other stories|more coverage|explore more(?: on "
    r"(?:this|these) topics?)?|on the same topic"
    r"|mehr zum thema|lesen sie auch|meistgelesen|das könnte sie (?:auch )?interessieren|más "
    r"noticias|te puede interesar|le puede interesar|lee también|lo más (?:leído|visto)|"
    r"noticias relacionadas|à lire aussi|les plus lus|sur le même (?:sujet|thème)"
)
COMMENT_OPENERS = re.compile(
    r"(?:\d+ )?(?:comments|reader comments|kommentare|comentarios|commentaires)(?: ?\(\d+\))?|"
    r"(?:leave|post) a (?:reply|comment)|join the (?:conversation|discussion)"
)

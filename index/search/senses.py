"""Senses: words in which news tells the same, and words that tell the opposite. Data.

"_" joins a verb and its particle. Only what means the same in nearly every report stands here:
"fire" may be a dismissal, but hardly ever is.
"""

from __future__ import annotations

# Any word of a line is told by any other.
SAME = """
die dead death kill fatality fatal perish toll pass_away
injure injury hurt wound
ill illness sick disease
infect infection
vaccinate vaccination jab inoculate vaccine
drug medicine medication
doctor physician medic surgeon
hospital infirmary clinic
pregnant expecting
resign resignation quit step_down stand_down step_aside bow_out
dismiss dismissal sack sacking oust lay_off let_go redundant redundancy layoff
replace replacement succeed successor take_over supersede stand_in
predecessor precede
appoint appointment
hire recruit take_on
promote promotion
acting interim caretaker
buy purchase acquire acquisition buyer takeover snap_up
sell sale seller sell_off
merge merger
profit earnings
revenue turnover takings
bankrupt bankruptcy insolvent insolvency
share stock
company firm
employee worker staff
salary wage
tax levy duty
fee charge
price cost
bill expense cost
debt owe
subsidy grant
loan lend
invest investment investor
fund finance funding financing
donate donation gift
repay reimburse refund
rent lease
cheap inexpensive
begin start commence kick_off launch beginning
end finish conclude conclusion expire
reopen resume
close shut closure shut_down close_down shutter
cancel cancellation scrap call_off abandon shelve
postpone postponement delay put_back push_back put_off defer reschedule
prevent avert avoid
extend extension prolong
happen occur take_place
announce announcement unveil reveal disclose
publish publication release come_out
plan intend
build construct construction
destroy destruction demolish demolition raze pull_down tear_down knock_down
repair mend fix
move relocate relocation
rise increase climb jump grow growth soar surge go_up hike
fall drop decline decrease plunge slump slide go_down tumble dip shrink
reduce reduction cut slash lower
double twice
win beat defeat victory triumph winner champion overcome
draw tie
elect election
approve approval endorse adopt pass sign_off ratify
reject rejection turn_down vote_down veto rebuff throw_out
ban prohibit outlaw forbid bar
allow permit permission
lift scrap
vote ballot poll
law legislation act bill statute
deal agreement accord pact treaty
talks negotiation negotiate
ceasefire truce
border frontier
soldier troop
army military
weapon gun firearm
bomb explosive
attack assault
shoot shooting gunshot gunman open_fire
stab stabbing knife
murder homicide
rob robbery robber
steal theft thief burglary burglar
arrest detain detention custody
charge indict indictment accuse prosecute
trial court
convict conviction guilty
acquit acquittal
sentence jail imprison imprisonment
prison jail
lawyer attorney solicitor barrister counsel
sue lawsuit
fraud swindle
bribe bribery
cause ignite spark trigger set_off bring_about blame provoke prompt
investigate investigation inquiry probe investigator
search hunt
find discover discovery detect
disappear disappearance vanish missing
kidnap abduct abduction
escape flee
rescue save
evacuate evacuation
accident crash collision collide
derail derailment
blaze fire inferno
explosion explode blast
flood flooding inundate
storm hurricane cyclone typhoon
earthquake quake
landslide mudslide
drought dry
outage blackout power_cut
power electricity
petrol gasoline
car vehicle
lorry truck
bus coach
plane aircraft jet airliner
ship vessel boat
railway rail
motorway highway
footpath walkway pavement
flat apartment
shop store
film movie
football soccer
autobiography memoir
book novel
song single
album record
painting picture canvas
award prize
celebrate celebration
pupil student schoolchild
teacher schoolteacher
child kid youngster
baby infant newborn
married marry wed wedding marriage
divorce separate
neighbour neighbor
resident local
attend attendance attendee take_part participate participant
crowd attendance spectator
visitor tourist
traveller passenger
protest protester demonstrate demonstration demonstrator rally
strike walkout walk_out stoppage
demand call_for urge
criticise criticize criticism condemn slam
praise hail applaud
warn warning alert
admit confess concede own_up
apologise apologize apology sorry
promise pledge vow
threaten threat
danger risk hazard
damage wreck
carry transport convey
show display exhibit
stage host
chair chairman chairwoman chairperson preside
own owner belong landlord
establish founder set_up
withdraw withdrawal recall pull_out
predict forecast
quick fast
award confer bestow
poison toxic
pollute pollution contaminate contamination
dog puppy
cow cattle
farm farmer
"""
# What is asked is told by any of the words behind it, but they are not asked for by it.
TOLD_BY = """
run: manage head lead chief executive boss director
lead: head chief leader captain run
manage: run coach
earn: profit income salary paid
fund: pay paid
offer: pay
promise: pay
compensation: pay paid
safe: danger affected risk contaminated harm
risk: chance threat likelihood
recover: pull retrieve find
discover: spot
injure: treat hospital
hurt: treat hospital
score: goal net header hat-trick
victim: dead kill die injure
survivor: survive alive rescue
survive: alive rescue
wife: marry married widow
husband: marry married widower
children: son daughter
parent: mother father
limit: maximum cap
weigh: tonne ton kilogram kilo kg
win: elect
choose: elect appoint select
evacuate: flee
arrest: held
buy: pay paid
expect: forecast predict
estimate: put
buried: funeral
die: funeral body
"""
# Beside those in which people take a stand.
OPPOSITE = """
open shut; reopen close; reopen shut; start end; start finish; launch end; pass reject; grow shrink;
buy sell; borrow lend; hire dismiss; hire sack; appoint dismiss; arrive leave; arrive depart; enter
leave; permit ban; convict acquit; profit loss; first last; first second; best worst; most least;
highest lowest; biggest smallest; largest smallest; oldest youngest; longest shortest; husband wife;
man woman; men women; male female; mother father; son daughter; brother sister; boy girl; king
queen; import export; before after; north south; east west; northern southern; eastern western;
summer winter; morning evening; day night; teacher pupil; doctor patient; parent child; buyer
seller; employer employee; landlord tenant; home away; minimum maximum; domestic foreign; born die;
marry divorce; build demolish; find lose; attack defend; predecessor successor; departure arrival;
weekday weekend; past future; urban rural
"""

"""First names that English-language news prints often, and whom they are given to. Data only.

Names given to women and men alike stand in ``EITHER``: they show that a person is meant, not who.
"""

from __future__ import annotations

from index.people.wordlist import wordlist

WOMEN = wordlist(
    """
abby abigail ada adele adriana adrienne agnes aileen aisha alexa alexandra alexandria alexis
alice alicia alina alison alissa allison allyson alyssa amal amalia amanda amber amelia
amelie amina amy ana anastasia andrea angela angelica angelina angie anita ann anna annabel
anne annette annie antonia april ariana arianna ariel arlene ashley astrid athena audrey
aurora ava ayanna barbara beatrice becky belinda bella bernadette bernice bess beth bethany
betsy betty beverly bianca bonnie brandi breanna brenda briana bridget britney brittany
brooke caitlin camila camille candace candice cara carla carlotta carly carmen carol carole
carolina caroline carolyn carrie cassandra catherine cathy cecile cecilia celeste celia
charlene charlotte chelsea cheryl chiara chloe christa christiane christina christine cindy
claire clara clarissa claudia colleen condoleezza connie constance cora corinne courtney
cristina crystal cynthia daisy daniela danielle daphne darlene dawn debbie deborah debra
delia delores denise desiree diana diane dianne dina dolores donatella donna dora doris
dorothy edith edna eileen elaine eleanor elena eliana elisa elisabeth elise eliza elizabeth
ella ellen elsa elsie emilia emily emma erica erika erin esmeralda esther ethel eva eve
evelyn faith fatima fay felicia fiona flora florence frances francesca freda frieda gabriela
gabrielle gail georgia geraldine gertrude gina ginger ginny giorgia gladys glenda gloria
grace greta gretchen gwen gwendolyn hadiza hanna hannah harriet hazel heather heidi helen
helena helene helga henrietta hilary hillary holly hope huma ida ilhan ilona ilse imelda
ines ingrid irene irina iris irma isabel isabella isabelle ivanka ivy jackie jacqueline jada
jana jane janet janice jasmine jeanette jeanine jeanne jeannie jen jenna jennifer jenny
jessica jill jillian jo joan joann joanna joanne jocelyn johanna josephine joy joyce juanita
judith judy julia juliana julie juliet june justine kaitlin kamala kara karen karin karina
karine karla kate katherine kathleen kathryn kathy katie katrina kay kayla kayleigh kelly
kellyanne kelsey kendra kimberly kirsten kirstjen krista kristen kristi kristin kristina
kristine krysta kyrsten lana lara latoya laura lauren laurie layla lea leah leila lena
leticia lilian lillian lily linda lindsay lisa liz liza lois lola loretta lori lorraine
louise lucia lucille lucinda lucy luisa lupita lydia lynda lynn lynne mabel mackenzie
madeleine madeline madison mae maggie mallory mandy manuela mara marcia margaret margarita
margo margot maria mariah mariana marianne marie mariel marilyn marina marisa marissa
marjorie marlene marsha martha mary maryann matilda maureen mavis maxine maya mazie megan
meghan melania melanie melinda melissa mercedes meredith mia michaela michele michelle mika
mildred mindy minnie miranda miriam molly mona monica monique muriel myra myrna nadia nadine
nancy naomi natalia natalie natasha neera nellie nicola nicole nikki nina noelle nora norah
noreen norma olga olivia olympia opal paige pam pamela patrice patricia patsy patti patty
paula paulina pauline pearl peggy penelope penny petra phyllis polly priscilla priya rachel
ramona raquel rebecca regina renata renee rhonda rina rita roberta robin robyn rochelle rosa
rosalind rose roseanne rosemary rosie roxanne ruby ruth sabina sabrina sadie sally samantha
samia sandra sandy sara sarah sasha saundra savannah selena serena shannon sharon sheena
sheila shelley shelly sheri sherry shirley sofia sofie sonia sonya sophia sophie stacy
stella stephanie stormy sue susan susana susanna susie suzanne sylvia tamara tammy tania
tanya tara tatiana teresa tess tessa thelma theresa tiffany tina toni tonya tracy trina
trisha trudy tulsi ursula valentina valerie vanessa vera veronica vicki vicky victoria viola
violet virginia vivian wanda wendy whitney whoopi wilma winifred yolanda yvette yvonne zoe
zuzana
"""
)
MEN = wordlist(
    """
aaron abdul abdullah abraham adam adrian ahmad ahmed al alan albert alberto alec alejandro
aleksandr alex alexander alexei alfred ali allan allen alvin amir amit anatoly anders andre
andrei andrew andy angus anthony antoine antonin antonio antony anwar archie armando arnold
arthur arturo asa ashraf ashton asif augustus austin avi barack barney barry bart bashar ben
benjamin benny bernard bernie bert bill billy bjorn bob bobby boris brad bradley brandon
brendan brent bret brett brian brock bruce bruno bryan buddy byron caleb calvin carl carlo
carlos carter cecil cedric cesar chad charles charlie chase chester chip chris christian
christopher chuck clarence clark claude clay clayton clement cliff clifford clint clinton
clive clyde cody cole colin conor conrad corey cornell cory craig curt curtis cyrus dale
dallas damian damon dan daniel danny darrell darren darryl dave david dean denis dennis
denny derek desmond dexter dick diego dietrich dimitri dinesh dirk dmitri dmitry dominic don
donald donnie doug douglas drew duane dustin dwayne dwight dylan dzhokhar earl ed eddie
edgar edmund eduardo edward edwin elbridge eli elias elijah elliot elliott ellis elon
emanuel emile emilio emmanuel emmett enrique eric erik ernest ernesto ernie erwin ethan
eugene evan ezra farhad felipe felix ferdinand fernando fidel floyd forrest foster francis
francisco francois frank franklin fred freddie frederick fritz gabriel garrett garry garth
gary gavin gene geoff geoffrey george gerald gerard gerardo gerry gianni gideon gil gilbert
giovanni glen glenn gordon graham grant greg gregg gregory grover guillermo gus gustavo guy
hakeem hal hamid hank hans harlan harold harrison harry harvey hassan heath hector henri
henry herb herbert herman herschel hillel hiroshi horace howard howie hubert hugh hugo
hussein ian ibrahim igor ilya imran ira irving irwin isaac ismail ivan jack jackson jacob
jacques jaime jake jamal james jared jarrod jason javier jay jeb jed jeff jeffrey jens
jeremiah jeremy jermaine jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan
johannes john johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua juan judd
jules julian julio julius justin kamal karim karl keith kelvin ken kenneth kent kevin khalid
kirk klaus kofi kurt kyle lamar lamont lance lane larry lars laurence lawrence lee leland
len lenny leo leon leonard leonardo leonid leroy lester levi lewis liam lincoln lionel lloyd
logan lonnie lorenzo lou louis lowell loyd luc lucas luigi luis luke luther lyle lyndon mack
mahmoud malcolm manuel marc marcel marco marcos marcus mario mark marlon marshall martin
martino marty marvin mason mateo mathias matt matteo matthew maurice mauricio max maxim
maximilian maxwell mel melvin micah michael michel mickey miguel mikael mike mikhail miles
milo milton mitch mitchell mitt mohamed mohammad mohammed mohamud monty morris morton
muhammad murray mustafa nat nate nathan nathaniel neal ned neil nelson newt nicholas nick
nicolas nicolo nigel nikita nikolai nikos noah noam noel nolan norm norman oleg oleksandr
oliver olivier omar orlando orrin oscar oswald otto owen pablo paolo pascal patrick paul
pedro percy perry pete peter phil philip philippe phillip pierce pierre pieter prakash
preston quentin quincy rahm rahul rajiv ralph ramon ramsey ramzi rand randall randolph randy
raphael rashad raul ravi ray raymond reggie reginald reid reinaldo reince reinhold rene
reuben rex reza ricardo rich richard rick ricky rob robbie robby robert roberto rocky rod
rodney rodrigo roger roland rolf roman ron ronald ronnie rory roscoe ross roy royce ruben
rudolf rudolph rudy rufus rupert russ russell rusty ryan saad sal salman sam samir samuel
sanjay santiago saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn
sheldon sherman sherrod shinzo sidney silvio simon solomon sonny spencer stan stanley stefan
stephen sterling steve steven stewart stu stuart sunil sven sylvester tad tariq tate ted
terence terrence terry thad thaddeus theo theodore thom thomas tim timothy tobias toby todd
tom tommy tony travis trent trevor trey tucker ty tyler tyrell tyrone ulrich ulysses uri
valentin vance vaughn vedant vernon vic victor vijay vikram vince vincent virgil vitali
vladimir volker volodymyr wade waleed wallace walt walter warren wayne wendell werner wes
wesley whit wilbur wiley wilfred will william willie winston wolf wolfgang woodrow woody
xavier yasser yitzhak yoshihide yuri yusuf zach zachary zack zeke
"""
)
EITHER = wordlist(
    """
alex ashton casey chris dale dana dominique hunter jackie jamie jan jean jody jordan kelly
kerry kim lee leslie lindsey marion morgan pat robin sam stacey sydney taylor terry tracy
"""
)
ALL = WOMEN | MEN | EITHER

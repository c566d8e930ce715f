package corpus

// namesGiven are common given names. They tell persons from other names and let a bare
// given name stand for its one bearer.
var namesGiven = wordSet(`a.j aaron abdul abdullah abigail abraham adam adele adrian agnes ahmad ahmed aidan aileen aisha akira alain alan alastair alba albert alberta alberto
	aldo alec alejandro alessandra alessandro alex alexander alexandra alexandre alexandria alexei alexis alfonso alfred alfredo ali alice alicia alina
	alison allan allegra allen allison alma alonso althea alvaro alvin amal amanda amber amelia amina amir amit amos amy ana anand anastasia anders andre
	andrea andreas andrei andrew andy angel angela angelina angelo angie angus anika anil anita ann anna anne annette annie anthony antoine anton
	antonella antonia antonio antony anwar ariana ariel arjun armando arne arno arnold arthur arturo arun ashley ashok ashraf asif atul audrey august
	augusto aung aurora austin axel ayad ayesha ayman aziz babak barack barbara barry bart bashar bashir basil beata beatrice becky belinda bella ben
	benazir benedict benito benjamin benny bernadette bernard bernardo bernie bert bertha bertrand beth betsy bettina betty beverly bianca bilal bill
	billy bjorn björn blake blanca bob bobby bogdan bonnie boris boutros brad bradley brandon brenda brendan brent brett brian brianna bridget bridgette
	brigitte britney brooke bruce bruno bryan bryce byron c.j caitlin calvin cameron camilla camille candace carl carla carlos carmen carol carole
	carolina caroline carolyn carrie carsten casey cassandra catherine cathy cecilia cesar chad chandra charles charlie charlotte chelsea cheryl chester
	chiara chloe chris christa christian christina christine christoph christophe christopher chuck ciara cindy claire clara clarence clarissa claude
	claudia claudio clay clayton clem clement clifford clifton clint clinton clyde cody colin colleen condoleezza connie connor conor conrad constance
	corey cornelia cornelius cory courtney craig cristina crystal curtis cynthia cyril cyrus césar d.j daisy dale dambisa damian dan dana daniel daniela
	danielle danny daphne dario darrell darren darrin darwin daryl dave david dean deborah debra deepak deirdre delia della delores demetrius deng denis
	denise dennis denzel derek desmond devin dexter diana diane dianne dick diego dieter dilma dimitri dimitris dina dirk dmitri dmitry dolores dominic
	dominik dominique don donald donatella donna donovan dora doreen dorian doris dorothy doug douglas duncan dustin dwayne dwight dylan earl earle ebony
	ed eddie edgar edgardo edith edmund eduard eduardo edward edwin efraim ehab ehud eileen elaine eleanor elena eli elias elijah elio elisa elisabeth
	elise elizabeth ella ellen elliot eloise elon elsa elvira elvis emil emilia emilio emily emma emmanuel emmett enda enrique enzo eren eric erica erik
	erin ernest ernesto erwin essam esteban estelle esther ethan ettore eugene eugenia eugenio eunice eva evan eve evelina evelyn evgeny ewan ezra fabio
	faisal faith fareed farid farouk fatima fausto federico felipe felix ferdinand fernanda fernando fidel filippo finn fiona flora florence floyd franca
	frances francesca francesco francine francis francisco franco francois frank franklin franz françois fred freddie freddy frederick frieda friedrich
	fritz gabriel gabriela gail gamal gareth garrett garth gary gavin geert gemma gene genevieve geoff geoffrey george georgia gerald geraldine gerard
	gerhard gertrude giancarlo gianni gideon gil gilbert giles gina giorgia giorgio giovanni gisela giulia giuliano giuseppe glen glenda glenn gloria
	goran gordon gottfried grace graeme graham grant greg gregory greta guido guillermo gunnar gunther gus gustavo guy gwen gwyneth habib haim hakan hakim
	hamid hamish hank hanna hannah hannes hans hariri harley harold harriet harris harrison harry harvey hashim hassan hatem hazel heather hector hedi
	hedy heidi heinrich heinz helen helena helga helmut hendrik henri henry herbert herman hermann hilary hilda hillary hiroki hiroshi hisham hollie holly
	hope horst hosni hossam howard hubert hugh hugo humphrey hunter hussein ian ibrahim ida ignacio ignatius igor ike ilya imelda imogen imran indira ines
	inga ingmar ingo ingrid ingvar iqbal irene irina iris irma irving irwin isaac isabel isabella isabelle isaiah ismael ismail isobel issa itamar ivan
	ivana ivanka ivo ivor iyad j.d j.j j.k j.p jaap jacek jacinda jacinto jack jackie jackson jacob jacqueline jacques jaime jake jamal james jamie jamil
	jan jana jane janelle janet janice janine jannik jared jarrod jasmine jason jaswant javier jawaharlal jay jayden jayne jayson jd jean jeanette jeanne
	jeannie jeb jed jeff jeffrey jennifer jenny jens jeremiah jeremy jermaine jerome jerrod jerry jerzy jesse jessica jessie jia jian jill jim jimmy
	jintao jo joachim joakim joan joann joanna joanne joao joaquin jochen jody joe joel joep johan johannes john johnny jolie jon jonah jonas jonathan
	jordan jorge joschka jose josef joseph josephine josh joshua josue joy joyce juan juanita judith judy juha julia julian juliana julianne julie julien
	juliet juliette julio julius june jurgen justin justine jürgen kamala karan kareem karen kari karim karin karl karla karoline katarina kate katerina
	katharina katharine katherine kathleen kathryn kathy katie katja katrin katrina kay kayla kazuo keiko keir keisha keith kelly kelvin ken kendra kenji
	kenneth kenny kerry kevin khadija khaled khalid khalil kieran kim kimberly kiran kirk kirsten kirsty klara klaus knut kofi konrad konstantin krishna
	kristen kristin kristina kristine krzysztof kumar kurt kurtis kyle lakshmi lamar lana lance larry lars laszlo latoya laura lauren laurence laurent
	laverne lawrence lea leah leanne lech lee leigh leila leland lena lennart leo leon leonard leonardo leonid leonor leopold leroy leslie leticia lev
	lewis liam lidia lilian liliana lillian lily linda lindsay lindsey linus lionel lisa lise livia liviu liz liza lloyd logan lois lola lorenzo loretta
	lori lorna lorne lorraine lothar louis louisa louise luca lucas lucia lucian luciano lucille lucinda lucy ludmila ludwig luigi luis luisa luke lula
	luther luz lydia lyndon lynn mabel mack maddie madeleine madison mads magda magnus mahathir mahmoud mahmud mairead majid malala malcolm malik mamdouh
	mandy manfred manny manolo manu manuel marc marcel marcela marcelo marcia marcin marco marcus marcy marek margaret margarita margot marguerite maria
	mariam marian marianne mariano maribel marie marilyn marina mario marion marissa marjorie mark markus marlene marlon marsha marshall marta martha
	martin martina martine marty marvin marwan mary masha mason massimo mathew mathias matilda mats matt matteo matthew matthias maud maura maureen
	maurice mauricio mauro mavis max maxim maxine maxwell may maya megan mehdi mehmet mel melania melanie melinda melissa merle merlin mervyn mia michael
	michaela micheal michel michela michele michelle mickey miguel mikael mike mikhail mila milagros milan mildred milena miles milos milt milton mina
	mindy minh mira miranda miriam mirko mitch mitchel mitchell mitt mohamad mohamed mohammad mohammed mohan moira moishe molly mona monica mordechai
	morgan morris mort moses moshe muammar mubarak muhammad munir muriel murray mustafa mustapha myra myron myrtle nabil nabila nader nadia nadine nadja
	naftali naguib najib nancy nando naoko naomi narendra nasser natalia natalie natalya natasha nathan nathaniel nawaz neal ned neil nell nellie nelly
	nelson nestor newt nicholas nick nico nicola nicolai nicolas nicolaus nicole niels nigel nikita nikki nikolai nikos nils nina nita noah noam noel
	noemi nolan nora norbert noreen norma norman nouri octavia odette oksana olaf oleg olga oliver olivia olivier omar ophelia oprah orrin orville osama
	oscar oskar osvaldo otis ottmar otto ottoline owen pablo padma paige pam pamela pankaj paolo pascal pasquale pat patricia patrick patsy patti patty
	paul paula pauline paulo pavel pavol pedro peggy penelope penny percy perry pete peter petra phil philip philippe phillip phoebe phyllis pia pierre
	piers pietro pilar piotr polly porter prakash pranab preston priscilla priya qasem quentin quincy r.j rachael rachel radek rafael rafi rafik rahm
	rahul raisa raj rajesh rajiv ralf ralph ramesh rami ramiro ramon randall randolph randy rania raphael raquel rashid rashida raul ravi ray raymond reba
	rebecca reed reggie regina reginald reid reinhard reinhold rene reuben rex rhonda rhys ricardo riccardo rich richard rick ricky rikard rishi rita
	roald rob robbie robert roberta roberto robin robyn rocco rocio rodney rodrigo rogelio roger rohan roland rolf romain roman romano romeo ron ronald
	ronaldo ronnie rory rosa rosalie rosalind rosalyn rosanna roscoe rose rosemarie rosemary roslyn ross rowan roxanne roy ruben ruby rudolf rudy rufus
	rupert ruslan russell rusty ruth ruud ryan saad sabrina saddam sadie saeed saif sal sally salma salman salvador salvatore sam samantha sameh samir
	samuel sandra sandy sanford sanjay sanjeev santiago sara sarah sasha satya saul scarlett scott seamus sean sebastian sebastien selena selma serena
	serge sergei sergey sergio seth shane shannon shari sharif sharon shaun shawn sheila shelley sherif sherman sherri sherry sheryl shigeru shimon shinzo
	shirin shirley shlomo sidney sigmund sigrid silas silvana silvia silvio simon simona simone sinead siobhan sixto slobodan sofia soledad solomon sondra
	sonia sonny sonya sophia sophie soren spencer stacey stacy stan stanislav stanley stavros stefan stelios stella stephanie stephen steve steven stevie
	stewart stu stuart stéphane sue suleiman sundar sunil surya susan susie suzanne sven svetlana sybil syed sylvia søren t.j tabitha tadeusz tamar tamara
	tammy tanja tanya tara tarek tariq tatiana taylor tayyip ted teddy terence teresa terrance terrence terri terry tessa thabo thad thaddeus thelma theo
	theodore theresa thierry thomas thor thorsten tiffany tilda tim timo timothee timothy tina tito tobias todd tom tomas tomasz tommaso tommy tomás toni
	tony tonya torsten toshiko tracey tracy travis trevor tricia trisha tristan trudy tyler tyrone tyson ulrich uma umar umberto uri urs ursula usha
	vaclav valentin valentina valentino valeria valerie vanessa vanja vasily vaughn velma venus vera verna vernon veronica veronika vibeke vicente vicki
	vicky victor victoria vijay vikram viktor viktoria vilma vinay vince vincent vinod viola violet virgil virginia vito vittorio vivek vivian vivienne
	vlad vladimir volodymyr wade wael waleed walid wallace wally walt walter wanda warren warwick wayne wei wendy werner wesley whitney wilbur wilfred
	wilhelm wilhelmina will willem william willie wilma winfried winston wolfgang woody xavier xi xiaoping yair yann yannick yasmin yasser yasuo yehuda
	yevgeny yitzhak yoko yolanda yoram yoshihide yossi yuri yusef yusuf yves yvette yvonne zachary zaid zainab zara zbigniew zeke zelda zita zoe zoltan
	zoran zubin`)

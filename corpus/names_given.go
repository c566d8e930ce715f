package corpus

// namesGiven are common given names. They tell persons from other names and let a bare
// given name stand for its one bearer.
var namesGiven = wordSet(`aaron abdul abdullah abigail abraham adam adele adrian ahmad ahmed aidan aisha akira alan albert alec alejandro alex alexander alexandra
	alexei alexis alfred alice alicia alison allan allen allison alvin amanda amber amir amit amy ana anastasia anders andre andrea andreas andrei andrew
	andy angel angela angelina angus anita ann anna anne annette annie anthony antoine anton antonio antony arnold arthur arturo ashley audrey august aung
	austin axel barack barbara barry bart beatrice becky bella ben benito benjamin bernard bernie beth betsy betty beverly bill billy blake bob bobby
	bonnie boris brad bradley brandon brenda brendan brent brett brian bridget brigitte brooke bruce bruno bryan caitlin calvin cameron camilla carl carla carlos
	carmen carol caroline carolyn carrie catherine cathy cecilia chad chandra charles charlie charlotte chelsea cheryl chloe chris christian christina christine
	christoph christopher chuck cindy claire clara clarence claude claudia clay clayton clifford clint clinton cody colin connie connor conor constance
	corey cory craig cristina crystal curtis cynthia daisy dale damian dan dana daniel daniela danielle danny dario darren daryl dave david dean deborah debra
	denis denise dennis derek diana diane dick diego dieter dirk dmitri dmitry dominic don donald donna doris dorothy doug douglas duncan dwight dylan earl ed eddie
	edgar edith eduardo edward edwin eileen elaine eleanor elena elisabeth elise elizabeth ella ellen elliot elon elsa emily emma emmanuel enrique eric
	erica erik erin ernest esther ethan eugene eva evan eve evelyn fabio faith fatima felipe felix fernando fiona florence floyd frances francesca francesco francis
	francisco franco francois frank franklin franz fred frederick friedrich gabriel gabriela gareth gary gavin gene geoff geoffrey george georgia gerald gerard
	gerhard gideon gilbert gina giorgia giorgio giovanni giuseppe glen glenn gloria gordon grace graham grant greg gregory greta guillermo gus gustavo guy hannah
	hans harold harriet harris harrison harry harvey hassan heather hector heidi helen helena henri henry herbert herman hillary hiroshi holly hope
	hosni howard hubert hugh hugo humphrey hunter hussein ian ibrahim ignacio igor ilya imran ines ingrid irene iris isaac isabel isabella ivan ivanka jack jackie
	jackson jacob jacqueline jacques jaime jake jamal james jamie jan jane janet janice jared jasmine jason javier jay jean jeff jeffrey jennifer jenny jeremy jerome
	jerry jesse jessica jill jim jimmy jo joan joanna joanne joao joaquin joe joel johan johannes john johnny jon jonah jonas jonathan jordan jorge jose josef joseph
	josephine josh joshua joy joyce juan juanita judith judy julia julian juliana julie juliet julio julius june jurgen justin kamala karen karim karin karl karoline
	kate katharine katherine kathleen kathryn kathy katie katrina kay keir keith kelly ken kenneth kenny kevin khaled khalid kim kimberly kirk kirsten klaus kofi kristen
	kristin kurt kyle lance larry lars laura lauren laurence laurent lawrence lea leah lee leila lena leo leon leonard leonardo leroy leslie lewis liam lillian lily
	linda lindsay lindsey lionel lisa liz liza lloyd logan lois lola lorenzo lori louis louisa louise luca lucas lucia lucy luigi luis luke luz lydia lyndon lynn
	madeleine madison malcolm malik manuel marc marcel marco marcus margaret maria marian marie marilyn marina mario marion mark markus marlene marsha marshall
	martha martin martina marty marvin mary mason mathew mathias matt matteo matthew matthias maureen maurice mauricio max maxim maxine may maya megan mehmet melania melanie
	melissa mia michael michel michele michelle miguel mike mikhail mila mildred miles milton mira miriam mitch mitchell mitt mohamed mohammad mohammed molly monica
	morgan morris muhammad muriel murray mustafa myra nadia nancy naomi narendra natalia natalie natasha nathan nathaniel neil nelson newt nicholas nick nicola nicolas nicole
	nigel nikki nikolai nina noah noel nora norma norman octavia oleg oliver olivia olaf omar oprah oscar oskar otto owen pablo pam pamela paolo pat patricia patrick paul paula
	pauline pavel pedro peggy penelope penny percy pete peter petra phil philip philippe phillip phyllis pierre priscilla priya qasem rachel rafael rahul raj ralph
	ramon randall randy raul ray raymond rebecca reggie regina reginald rene ricardo richard rick ricky rishi rita rob robert roberta roberto robin rodney rodrigo roger
	roland roman ron ronald ronnie rosa rose rosemary ross roy ruben rudolf rudy rupert russell ruth ryan sabrina sally salma salman sam samantha samuel sandra
	sandy sanjay sara sarah satya scott sean sebastian sergei sergey sergio seth shane shannon sharon shaun shawn sheila shelley sheryl shinzo shirley sidney silvia silvio simon simone
	sofia sonia sophia sophie stacy stan stanley stefan stella stephanie stephen steve steven stewart stuart sue sundar susan susie suzanne sven sylvia tamara tammy tanya tara
	taylor ted teresa terri terry thelma theo theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracey tracy travis trevor tristan tyler ulrich ursula valentina
	valeria valerie vanessa vera vernon veronica vicki vicky victor victoria viktor vince vincent viola violet virginia vivian vivek vladimir volodymyr wade walter wanda warren wayne wendy
	werner wesley whitney wilhelm will willem william willie winston wolfgang xavier xi yasmin yasser yolanda yuri yusuf yvonne zachary zoe j.d jd j.k j.p a.j c.j d.j r.j t.j j.j
	rich ivor bertrand milt merle clyde earle enzo elio emil ewan fritz gunther heinz ismail jerzy krzysztof lech marek milan milos nikita pavol piotr radek rashid rory sanjeev
	shimon slobodan sven tariq tomas tomasz uri vaclav vikram wei yitzhak yoshihide zbigniew zoran ehud ariel amos moshe naftali yair benny stevie ray`)

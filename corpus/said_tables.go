package corpus

// The tables below are read only; keys are lower case.
var (
	// speechPlain are verbs behind which a clause of indirect speech needs no "that".
	speechPlain = wordSet(`said says`)

	// speechThat are verbs behind which it needs "that" or a pronoun.
	speechThat = wordSet(`added adds stated states argued argues claimed claims insisted insists warned warns announced announces noted notes wrote writes
		tweeted tweets posted posts explained explains acknowledged acknowledges admitted admits conceded concedes confirmed confirms
		predicted predicts suggested suggests stressed stresses emphasized emphasizes emphasised emphasises alleged alleges maintained maintains
		contended contends asserted asserts declared declares reported reports replied replies responded responds countered counters
		concluded concludes recalled recalls vowed vows promised promises pledged pledges cautioned cautions observed observes remarked remarks
		testified testifies agreed agrees disclosed discloses revealed reveals complained complains joked jokes repeated repeats
		reiterated reiterates estimated estimates commented comments scoffed scoffs answered answers hinted hints lamented laments boasted boasts
		retorted retorts proclaimed proclaims speculated speculates protested protests objected objects charged charges guessed guesses swore swears
		pointed`)

	// speechTold are verbs with somebody who is told.
	speechTold = wordSet(`told tells`)

	// speechQuoted are verbs that only a direct quotation makes verbs of saying.
	speechQuoted = wordSet(`asked asks quipped shouted yelled exclaimed mused continued continues`)

	// speechActs are verbs that are part of what is said: the words start with them.
	speechActs = wordSet(`called calls described describes denied denies accused accuses dubbed denounced denounces dismissed dismisses hailed hails
		labeled labelled branded condemned condemns derided derides decried decries lauded lauds`)

	// speechDenied and speechAccused are those of them that need no quotation.
	speechDenied  = wordSet(`denied denies described describes`)
	speechAccused = wordSet(`accused accuses`)

	// speechTo are verbs behind which an infinitive says what is said.
	speechTo = wordSet(`vowed vows promised promises pledged pledges threatened threatens`)

	// speechInverted are verbs that stand before their subject even without a quotation.
	speechInverted = wordSet(`said says added wrote reported explained`)

	// speechAdverbs stand between a subject and its verb.
	speechAdverbs = wordSet(`also later then once has had have further repeatedly publicly again recently previously first already earlier since now
		himself herself itself simply flatly bluntly famously always often still even long`)

	// speechUnits and speechCounts make up times that no comma ends: "the next day",
	// "two days earlier".
	speechUnits  = wordSet(`minute minutes hour hours day days week weeks weekend month months year years decade decades spring summer autumn fall winter`)
	speechCounts = wordSet(`the a an that same next following last later earlier after before ago on in by at of few several many some only just barely less more than
		one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
		first second third fourth fifth very previous`)

	// speechFrontWords open times, places and grounds at the front of a clause.
	speechFrontWords = wordSet(`on in at by after before during amid despite with without for from over under since until within throughout following
		according given besides among between like unlike instead as`)

	// speechJoiners join verbs, or open a sentence.
	speechJoiners = wordSet(`and but or then yet so`)

	// speechBe are forms of "be", and what stands before them.
	speechBe = wordSet(`is was are were be been being has had`)

	// speechPronouns can be subjects of a verb of saying.
	speechPronouns = wordSet(`he she it they`)

	// speechJoins stand between a quotation and who says it.
	speechJoins = wordSet(`, – — -`)

	// speechLeads stand before a quotation.
	speechLeads = wordSet(`, : - – — that`)

	// speechStops end sentences.
	speechStops = wordSet(`. ? ! …`)

	// speechQuoteMarks are double quotation marks.
	speechQuoteMarks = wordSet(`“ ” "`)

	// speechMarks are signs behind which a subject can start.
	speechMarks = wordSet(`, ; : – — - ( ” " [ •`)

	// speechConjunctions are words behind which a subject can start.
	speechConjunctions = wordSet(`but because as when while although though after before since until once so yet then`)

	// speechSubordinate are those whose clause ends with a comma.
	speechSubordinate = wordSet(`because as when while although though after before since until once what who`)

	// speechOpeners are adverbs before a subject.
	speechOpeners = wordSet(`yesterday today later then earlier now still eventually finally recently meanwhile however also instead once subsequently afterward afterwards
		nevertheless moreover additionally separately last`)

	// speechPrepositions end the search for the start of a subject: what follows one is
	// no subject.
	speechPrepositions = wordSet(`of for at by with from to in on about against near under over between among than like unlike per via including within without
		who whom whose which that if whether not no nobody none neither nor said says told`)

	// speechAdjectives stand before a role or a name.
	speechAdjectives = wordSet(`former late new current longtime veteran billionaire outgoing incoming fellow top republican democratic
		senior junior then chief deputy acting interim young old tech lead`)

	// speechNotClause are words that open no clause of indirect speech.
	speechNotClause = wordSet(`nothing so little goodbye yes no of about to by and or as much more something anything everything what it's sorry hello
		when where why how who which whether if for with from after before but while than because during under over this`)

	// speechMedia are what somebody says things in: "in a statement".
	speechMedia = wordSet(`statement statements interview interviews post posts tweet tweets filing filings letter email e-mail memo message blog report speech
		briefing conference call note testimony deposition podcast video remarks release article broadcast paper court television tv radio announcement
		complaint complaints lawsuit lawsuits suit suits letters emails books essay blogs study x twitter facebook linkedin truth social`)

	// speechTimes are words of time behind a verb.
	speechTimes = wordSet(`monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow later earlier recently afterward afterwards
		january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec.
		late early last this week month year morning afternoon evening night again repeatedly publicly`)

	// speechLinks hold together the adjunct behind a verb.
	speechLinks = wordSet(`on in at during via to with a an the his her its their from for of and through`)

	// speechAudience are those who are told something.
	speechAudience = wordSet(`reporters employees staff staffers investors analysts lawmakers journalists him her them me us congress shareholders parliament
		jurors supporters viewers listeners officials colleagues delegates fans police prosecutors students senators
		news conference meeting summit seminar hearing panel committee forum rally crowd audience newspaper magazine agency court tribunal judge jury inquiry`)

	// speechCuts are words at which another clause starts behind a comma.
	speechCuts = wordSet(`and but while as though although whereas after when because who which where or yet so`)

	// speechClausePronouns start a clause.
	speechClausePronouns = wordSet(`he she it they we i you there he'd she'd they'd he'll she'll they'll it'd it'll it's he's she's they're we're i'm
		he’d she’d they’d he’ll she’ll they’ll it’d it’ll it’s he’s she’s they’re we’re i’m these those`)

	// speechCloses are words behind a subject that stands behind its verb.
	speechCloses = wordSet(`of at in on who when after before during to about from with as from, via last late early through because while whose`)

	// speechFronts open what only sets the scene, or another clause.
	speechFronts = wordSet(`asked speaking writing when as after before while if since because although though citing`)

	// speechDenials stand behind "denied" with what is denied.
	speechDenials = wordSet(`that any the having being a this those these it all`)

	// speechCalls stand behind "called" where it is no call on the telephone.
	speechCalls = wordSet(`for on it him her them himself herself themselves`)

	// speechWomen and speechMen are given names, titles and the like by which a pronoun
	// is held against a name.
	speechWomen = wordSet(`mrs mrs. ms ms. miss mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly
		emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma
		nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly
		lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice
		julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori
		hillary kamala melania ivanka nikki angela ursula mira tasha helena lena ada greta sheryl safra lina gina elena eva kate jane anne fiona claire susie theresa`)
	speechMen = wordSet(`mr mr. sir james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul
		andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon
		benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter
		noah jeremy christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan
		albert willie elliot wayne randy mason vincent liam roy bobby caleb bradley russell lucas elon sam bill steve mike tom tim jim bob ilya greg satya sundar
		vladimir emmanuel boris tony barack joe jeff warren masayoshi tony ben dan ron don fred ted marc eric dario reid barry chris`)
)

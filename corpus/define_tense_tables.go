package corpus

// The tables below are read only; keys are lower case.
var (
	// defineFormer say before a role that it is over.
	defineFormer = wordSet(`former formerly ex once onetime one-time erstwhile late deceased outgoing departing retired ousted deposed previously then past`)

	// defineDead stand before the name of somebody who has died.
	defineDead = wordSet(`late`)

	// defineComing say before a role that it is to come.
	defineComing = wordSet(`incoming future prospective presumptive next`)

	// defineNominee say so as its noun or behind it.
	defineNominee = wordSet(`nominee nominees designate elect`)

	// defineElect stand behind the hyphen of a role that is to come.
	defineElect = wordSet(`elect designate`)

	// defineFuture are verbs before a role that is to come.
	defineFuture = wordSet(`will shall`)

	// defineDue make a role one to come where "to" follows.
	defineDue = wordSet(`is are set due expected scheduled slated poised`)

	// defineEffective say from when an appointment counts.
	defineEffective = wordSet(`effective starting beginning`)

	// defineNamed give somebody a role.
	defineNamed = wordSet(`named appointed elected made chosen picked selected installed sworn promoted hired reappointed re-elected reelected confirmed became become becomes
		founded co-founded cofounded created`)

	// defineLeaving are verbs with which a role ends.
	defineLeaving = wordSet(`resigned resigns resigning retired retires retiring quit quits stepped steps stepping ousted fired dismissed removed sacked deposed died left`)

	// defineServed are verbs in the past of a role that is held for a time.
	defineServed = wordSet(`served worked acted`)

	// defineHave are verbs before one in the past that make it last.
	defineHave = wordSet(`has have`)

	// defineReplaced are verbs that give a role to another where "by" follows.
	defineReplaced = wordSet(`replaced succeeded`)

	// defineBy is that word.
	defineBy = wordSet(`by`)

	// defineHolding are verbs of a role that is still held.
	defineHolding = wordSet(`is are remains serves has`)

	// defineWas are the past forms of "be".
	defineWas = wordSet(`was were`)

	// defineOnce say with them that something is over.
	defineOnce = wordSet(`then once formerly previously`)

	// defineTimes bind a time to what holds then.
	defineTimes = wordSet(`in on at since from until till through by before after during between effective starting beginning around`)

	// defineUntil say that a role ended.
	defineUntil = wordSet(`until till through`)

	// defineRange stand between the two ends of a time.
	defineRange = wordSet(`to until till through and - – —`)

	// defineToday end a time that has not ended.
	defineToday = wordSet(`now today present currently`)
)

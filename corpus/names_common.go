package corpus

// namesCommon are frequent words of English that are no nouns in the singular. With a
// capital, alone and but once in a text, such a word opens a sentence whose stop is missing
// or is the fragment of a heading, and hardly a name. Gathered by counting which words news
// texts write small at least twelve times as often as with a capital. Read only.
var namesCommon = wordSet(`able absolutely accepted accounts accused acquire acquired acquisitions acres actions active activists activities actual adding additional addressing
	adjusted admitted advised affected agencies aggressive aimed allowing allows amounts annual answers appears applications appointed approximately areas
	argues arrangements arrested assets associated attacks available bad badly bailouts bankers barrels became becomes becoming began begun believes
	benefits bigger biggest billions birds bodies born borrowings brings broad brokers buildings bushels businesses calling came camps capable cards cases
	caused causes celebrating cents certain certificates challenges chances changes charges charities choices choosing circumstances cities citizens civil
	claims clashes clear closely collapsed colleagues combined comes coming common communities compared compares competitive completed components
	concerned concerts conditions conducted connected consequences considered considering considers constitutional consumers contained continue continues
	continuing contracts controls controversial convicted corporate corporations correspondents costs countries created creating credits critical
	criticised crops currencies damaged dangerous days dealers deaths debentures debts decades decisions definitely degrees demands demonstrators
	derivatives designed detained detected determined developments dictators differences different difficult difficulties diplomats directly disasters
	disclosed discussed discusses discussions diseases distributed dividends doing dollars domestic done earned easier easily economies economists
	educated effective effectively effects elected electronic ended ending enormous ensure entire entirely equal establish established estimated estimates
	events exactly examines except excludes existing expectations expected expects expenses experiences explains explores expressed extraordinary
	extremely facilities factors failures fairly falling familiar far farms fears features fees feet fell female figures filed final finds firms flights
	focused folks followed follows forced forecasts foreign francs free full fully further futures gave genetic getting gives giving going goods
	governments greater greatest grew guarantees guests guilty handed hands happened happens headlines hears heavily heavy helping higher highest highly
	holders holds homes hopes hospitals houses huge human humans ideas imbalances immediate implications important imposed impossible inches includes
	increased increases indicated individuals industrial infected initial institutional institutions instruments intended interested interests interviews
	involving issues items keeping killed kinds knows large largely larger largest latest learned least led legal levels likely limits linked listed
	listeners living loans local longer looking losses lots lower lowered lowest main maintained makers male materials matters measures meetings messages
	minutes months mortgages mostly movements moves names nearly necessary needed needs newly nice normal noted numbers obligations obvious occurred
	offered officers officially ones opened operations opportunities opposed optimistic ordered organizations organized original ourselves outstanding own
	owned owns participants parties partly passed patients paying payments pending periods personal pieces pigs places planes planned policies poor
	popular positions positive possible potentially pounds powerful powers practices prayers predicted preferred presented presents pressures priced
	principles privately problems proceeds producers producing products programs projected promised proposals proposed prospects protestors provides
	provisions publicly published pupils purchased purchases purposes pushing putting questioned quickly quotas quoted raised rapidly rated real reasons
	recorded regimes regulations regulators regulatory rejected relatively relatives religious remained remains remarks remembering repeated repeatedly
	replace reported representing requested requirements requires resigned respected responsible restrictions results returned revenues revised risks
	roads roughly saturated scheduled sectors secured seeking seems seen self senior serious shared shareholders sharply shown shows sides significant
	significantly similar simply single sites sits situations slightly smaller soft sounds special started statements stations steps stories strains
	stressed stronger subordinated subsidiaries subsidies substantial substantially succeed successful suggested suggests supplies supported supports
	supposed surely surprised survivors suspected sustained symptoms taken talking tanks targets technical tells temporarily temporary tens tested tests
	things thinks thoughts threats tonnes tons took totaled tough traders traditional transactions treated tried troubled trucks true trying turns unable
	unchanged undisclosed unlikely unprecedented unrest unusual updates used using usual usually vaccines values various vehicles victims views viruses
	visitors visits voices wants warned warrants weak weapons welcomes went wide widely willing words works worst written years`)

package corpus

// kindKnown are names whose kind hardly depends on the text. Keys are lower case, without
// full stops. Cities that are also surnames or companies are left to the text.
var kindKnown = mergeCues(
	kindCues(12, map[Kind]string{
		Organisation: `google microsoft facebook nvidia netflix tesla twitter youtube instagram tiktok spotify samsung sony toyota boeing airbus intel oracle softbank deepmind
			anthropic openai spacex xai meta wikipedia hamas hezbollah congress parliament nato kremlin pentagon reuters bloomberg disney walmart starbucks volkswagen siemens
			huawei alibaba tencent baidu palantir salesforce verizon pfizer moderna apple ibm hp amd amazon uber lyft airbnb paypal visa mastercard chevron exxon
			exxonmobil shell bp citigroup citibank jpmorgan aig ubs hsbc barclays lehman fannie freddie nasa fbi cia nsa irs sec fda cdc epa doj fcc ftc faa fema osha
			who un eu unicef unesco unhcr imf wto opec ecb asean oecd interpol fed senate gop bbc cnn nbc abc cbs msnbc npr pbs itv espn hbo mtv afp ap upi
			upenn ucla mit nyu harvard yale stanford princeton oxford cambridge al-qaeda isis isil taliban fatah plo ira farc knesset duma bundestag bundesbank
			mossad mi5 mi6 stasi kgb vatican yahoo ebay dell cisco nokia ericsson motorola honda nissan mazda hyundai kia ford fiat chrysler renault peugeot daimler bmw
			porsche audi volvo gm ge nissan mitsubishi hitachi toshiba panasonic fujitsu nec basf bayer novartis roche glaxosmithkline merck astrazeneca nestle nestlé
			unilever danone lufthansa ryanair easyjet fedex ups dhl nfl nba mlb nhl fifa uefa ncaa ioc aclu naacp nra peta greenpeace oxfam unite
			treasury wal-mart enron wikileaks newsweek wachovia myspace c-span gallup al-qaida opec+ cbs cnbc usda huffpost x reddit digg mcafee deloitte kpmg accenture pricewaterhousecoopers aeg arsenal chelsea everton tottenham hln cnet groupon linkedin foursquare
			pinterest snapchat whatsapp yelp zynga dropbox airtel vodafone telefonica qualcomm broadcom tsmc asml oecd iaea nhs raf opec unilever nasdaq nyse mcdonald's macy's sotheby's christie's lloyd's aljazeera al-jazeera xinhua tass itar-tass reuter`,
		Place: `us usa uk uae america afghanistan albania algeria angola arabia argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia bosnia
			botswana brazil britain bulgaria burma burundi cambodia cameroon canada chile china colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt
			england eritrea estonia ethiopia europe fiji finland france gabon gambia germany ghana greece greenland grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia
			iran iraq ireland israel italy jamaica japan kashmir kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania
			luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova mongolia montenegro morocco mozambique myanmar namibia
			nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa
			scotland senegal serbia singapore slovakia slovenia somalia spain sudan suriname swaziland sweden switzerland syria taiwan tajikistan tanzania thailand tibet
			togo tonga tunisia turkey turkmenistan uganda ukraine uruguay ussr uzbekistan venezuela vietnam wales yemen yugoslavia zambia zimbabwe africa asia antarctica oceania
			alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
			massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming
			ontario quebec alberta manitoba saskatchewan queensland tasmania catalonia bavaria saxony siberia crimea chechnya donbas gaza scandinavia balkans caribbean
			calif ala ariz ark colo conn fla ill ind kan mich minn mont neb nev okla ore pa tenn tex wash wis wyo ga
			washington athens atlanta baghdad bangkok barcelona basra beijing beirut belfast belgrade berlin bogota boston brasilia bratislava brooklyn brussels bucharest
			budapest cairo calcutta canberra caracas casablanca chicago cleveland copenhagen dakar damascus delhi denver detroit dhaka doha dubai dublin edinburgh
			frankfurt geneva glasgow hamburg hanoi harare havana helsinki hiroshima hollywood honolulu istanbul jakarta jerusalem johannesburg kabul karachi
			kathmandu khartoum kiev kinshasa kyiv kyoto lagos lahore leningrad lima lisbon ljubljana london luanda lusaka madrid managua manhattan manila melbourne memphis
			miami milan milwaukee minneapolis minsk mogadishu montreal moscow mosul mumbai munich nagasaki nairobi naples nashville omaha osaka oslo ottawa paris
			philadelphia phoenix pittsburgh portland prague pretoria pyongyang rabat ramallah reykjavik riga riyadh rome rotterdam sacramento sarajevo seattle
			kampala addis-ababa antananarivo maputo bamako ouagadougou niamey ndjamena freetown monrovia abidjan accra cotonou conakry banjul nouakchott
			algiers benghazi fez marrakesh tangier amman jeddah muscat manama sanaa aden tashkent almaty astana bishkek dushanbe ashgabat baku yerevan
			kolkata chennai bangalore bengaluru hyderabad ahmedabad pune lucknow islamabad rawalpindi peshawar colombo thimphu rangoon vientiane
			saigon surabaya bandung cebu guangzhou chongqing tianjin nanjing hangzhou harbin sapporo nagoya busan incheon ulaanbaatar brisbane adelaide auckland
			christchurch honiara suva quito guayaquil medellin cali asuncion montevideo cordoba rosario recife salvador fortaleza guadalajara monterrey tegucigalpa
			managua kingston nassau bridgetown winnipeg edmonton calgary saskatoon antwerp ghent bruges marseille lyon toulouse toulon bordeaux nantes lille grenoble
			cologne dusseldorf düsseldorf stuttgart leipzig dresden bremen hanover nuremberg basel lausanne salzburg graz turin genoa bologna florence palermo
			seville malaga zaragoza bilbao valencia porto gdansk krakow wroclaw lodz brno odessa kharkiv kharkov lviv donetsk mariupol kherson minsk chisinau
			podgorica pristina skopje tirana thessaloniki izmir ankara haifa nazareth bethlehem nablus jenin hebron rafah basra kirkuk fallujah tikrit kerbala
			najaf aleppo latakia idlib raqqa tahrir louisville raleigh albany syracuse rochester hartford newark trenton wilmington norfolk savannah tallahassee
			birmingham chattanooga knoxville shreveport wichita topeka tucson boise spokane tacoma fresno berkeley pasadena aberdeen dundee cardiff swansea nottingham sunderland leicester southampton portsmouth plymouth brighton norwich devon cornwall surrey essex sussex
			yorkshire lancashire cumbria dorset somerset ayrshire galilee anatolia bali java sumatra borneo luzon okinawa hokkaido honshu sicily sardinia corsica crete
			seoul shanghai shenzhen sofia stockholm strasbourg suez sydney taipei tallinn tashkent tbilisi tehran tijuana tokyo toronto tripoli tunis vancouver
			venice vienna vilnius warsaw wellington wuhan yangon yokohama zagreb zurich alexandria albuquerque anchorage baltimore birmingham bristol buffalo cincinnati
			dallas houston indianapolis jacksonville liverpool manchester mecca medina oakland orlando port-au-prince queens tampa tucson tulsa leeds sheffield
			peking bonn pacific atlantic nile thames rhine danube volga mississippi sahara himalayas andes alps ny nj nc nd sc sd nh nm ri dc pa md amsterdam damietta ismailia aleppo homs benghazi sirte misrata kandahar sinai`,
		Other: `covid covid-19 coronavirus h1n1 sars ebola hiv brexit bitcoin ethereum islam christianity judaism hinduism buddhism chatgpt iphone ipad ipod gmail
			android windows christmas easter ramadan thanksgiving hanukkah halloween olympics medicare medicaid obamacare tarp libor 
			bible koran quran holocaust propofol tamiflu viagra prozac nafta cafta gatt schengen euro internet dow nikkei ftse dax gemini copilot siri alexa
			javascript java flash firefox linux unix kinect photoshop skype hubble cpr diazepam lorazepam lidocaine midazolam
			gpt-3 gpt-4 gpt-4o gpt-5 claude grok llama`,
	}),
	kindCuePairs(12, Place, `
		united states
		united states of america
		united kingdom
		united arab emirates
		great britain
		northern ireland
		soviet union
		south korea
		north korea
		south africa
		saudi arabia
		costa rica
		puerto rico
		el salvador
		sri lanka
		new zealand
		new york
		new york city
		new jersey
		new mexico
		new hampshire
		new orleans
		new delhi
		new england
		north carolina
		south carolina
		north dakota
		south dakota
		west virginia
		rhode island
		british columbia
		nova scotia
		hong kong
		ivory coast
		los angeles
		san diego
		la paz
		el paso
		santo domingo
		oval office
		rose garden
		white house lawn
		north sea
		bretton woods
		third world
		las vegas
		san francisco
		silicon valley
		washington dc
		addis ababa
		rio de janeiro
		ho chi minh city
		phnom penh
		dar es salaam
		cape verde
		dominican republic
		czech republic
		berlin wall
		east jerusalem
		port au prince
		west texas
		santa fe
		santa barbara
		san jose
		san antonio
		fort worth
		st paul
		colorado springs
		long island
		central park
		heathrow airport
		middle east
		far east
		west bank
		gaza strip
		latin america
		north america
		south america
		central america
		buenos aires
		mexico city
		tel aviv
		abu dhabi
		kuala lumpur
		palo alto
		beverly hills
		capitol hill
		times square
		tahrir square
		red square
		trafalgar square
		the hague
		persian gulf
		sierra leone
		burkina faso
		papua new guinea
		bosnia and herzegovina
		trinidad and tobago
		antigua and barbuda
		west germany
		east germany
		cape town
		saint petersburg
		st petersburg
		st louis
		sao paulo
		são paulo
		district of columbia
		baton rouge
		salt lake city
		democratic republic of congo
		ground zero
	`),
	kindCuePairs(12, Organisation, `
		white house
		homeland security
		capitol police
		european community
		dow jones
		world food programme
		medecins sans frontieres
		médecins sans frontières
		doctors without borders
		dow jones & company
		postal service
		supreme court
		european union
		united nations
		world bank
		federal reserve
		scotland yard
		downing street
		wall street journal
		new york times
		washington post
		los angeles times
		sunday times
		international monetary fund
		red cross
		islamic state
		al qaeda
		al jazeera
		general motors
		general electric
		goldman sachs
		morgan stanley
		merrill lynch
		bear stearns
		lehman brothers
		fannie mae
		freddie mac
		standard & poor's
		associated press
		house of representatives
		house of commons
		house of lords
		european commission
		european parliament
		security council
		joint chiefs
		joint chiefs of staff
		capitol records
		bank of america
		wells fargo
		jp morgan
		jp morgan chase
		jp morgan chase & co
		conde nast
		condé nast
		y-combinator
		bbc news
		bbc one
		bbc two
		getty images
		rex features
		press association
		interior ministry
		muslim brotherhood
		social security administration
		premier league
		hewlett packard
		hewlett-packard
		coca-cola
		revolutionary guard
		manchester united
		real madrid
		air france
		british airways
		american express
	`),
	kindCues(12, map[Kind]string{Person: `jesus hitler stalin lenin gandhi shakespeare mozart beethoven einstein napoleon bach chopin mahler schubert brahms
		wagner tchaikovsky stravinsky debussy puccini verdi haydn rachmaninov shostakovich picasso freud darwin plato aristotle socrates churchill mussolini
		goebbels trotsky mao ceausescu gorbachev yeltsin brezhnev khrushchev eisenhower roosevelt obama mubarak netanyahu sarkozy ahmadinejad gaddafi
		gadhafi qaddafi khamenei khomeini putin medvedev merkel berlusconi zelensky zelenskyy erdogan beyonce beyoncé madonna rihanna`}),
	kindCues(3, map[Kind]string{Person: `bush clinton reagan nixon truman carter kennedy trump biden thatcher blair mandela castro chavez musk zuckerberg bezos`}),
	kindCues(3, map[Kind]string{Place: `jordan georgia virginia chad victoria`, Organisation: `house`}),
	kindCuePairs(12, Other, `
		great depression
		state of the union
		google earth
		google maps
		google docs
		social security
		union jack
		gold standard
		richter scale
		west texas intermediate
		mother nature
		british empire
		state of the union address
		meet the press
		cold war
		world war i
		world war ii
		world cup
		super bowl
		nobel peace prize
		dow jones industrial average
		black friday
		new deal
		fifth amendment
		first amendment
		second amendment
		arab spring
		apollo program
		grammy awards
		kyoto protocol
		human genome project
	`),
)

package corpus

import "strings"

// FullGiven returns the given name that a common English short form stands for, "benjamin" for
// "ben", both in lower case; any other word as it is. A short form of several names, such as
// "steve", is no short form here but of the one that most have.
func FullGiven(given string) string {
	if full, ok := shortGiven[given]; ok {
		return full
	}
	return given
}

// shortGiven are short forms of given names. It is read only.
var shortGiven = pairsOf(`abe abraham, alex alexander, andy andrew, barb barbara, becky rebecca, ben benjamin, benny benjamin, bernie bernard, bert albert, beth elizabeth,
	bill william, billy william, bob robert, bobby robert, brad bradley, cathy catherine, charlie charles, chris christopher, chuck charles, cindy cynthia,
	cliff clifford, dan daniel, danny daniel, dave david, deb deborah, debbie deborah, dick richard, don donald, doug douglas, ed edward, eddie edward, fred frederick,
	gene eugene, geoff geoffrey, greg gregory, hank henry, jack john, jake jacob, jeff jeffrey, jen jennifer, jenny jennifer, jim james, jimmy james,
	joe joseph, joey joseph, johnny john, jon jonathan, josh joshua, judy judith, kate katherine, kathy katherine, ken kenneth, kenny kenneth, larry lawrence,
	len leonard, lenny leonard, liz elizabeth, lou louis, maggie margaret, matt matthew, meg margaret, mike michael, mitch mitchell, nate nathan,
	nick nicholas, norm norman, ollie oliver, pam pamela, patty patricia, peggy margaret, pete peter, phil philip, randy randall, ray raymond, reggie reginald,
	rich richard, rick richard, rob robert, ron ronald, ronnie ronald, russ russell, sam samuel, sid sidney, stan stanley, steve steven, sue susan,
	terry terence, tim timothy, tom thomas, tommy thomas, tony anthony, vicky victoria, vince vincent, walt walter, wes wesley, will william, zach zachary`)

// pairsOf reads a table of pairs of words.
func pairsOf(rows string) map[string]string {
	pairs := map[string]string{}
	for row := range strings.SplitSeq(rows, ",") {
		short, full, _ := strings.Cut(strings.TrimSpace(row), " ")
		pairs[short] = full
	}
	return pairs
}

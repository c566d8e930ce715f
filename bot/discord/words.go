package discord

import "storybot/bot"

// wording is how a command or an option is called in another language than English, and
// what it does. Discord takes a name of at most 32 characters, in small letters for slash
// commands, and a description of at most 100.
type wording struct{ name, description string }

// languages are the menu's words by Discord's code of the language, then by command, by
// "command option", or by an option of several commands. What has no row stays English: a
// new language is a table, a new command a row in each. The words that readers type as
// values, and the lines under answers, stay English everywhere.
var languages = map[string]map[string]wording{
	"de": {
		"who":             {"wer", "Wer oder was ein Name ist, in den Worten der Artikel"},
		"who name":        {"name", "Person, Organisation, Ort oder Projekt"},
		"timeline":        {"zeitleiste", "Was wann geschah, ein Zitat je Datum"},
		"timeline topic":  {"thema", "Ein Name oder ein paar Wörter; leer: die ganze Geschichte"},
		"timeline detail": {"ausführlich", "Sätze je Datum (1 bis 10)"},
		"timeline order":  {"reihenfolge", "oldest (ältestes zuerst) oder newest (neuestes zuerst)"},
		"ask":             {"frage", "Die Sätze, die eine Frage beantworten, Wort für Wort"},
		"ask question":    {"frage", "Eine Frage in eigenen Worten"},
		"ask outlet":      {"medium", "Nur aus diesem Medium"},
		"ask why":         {"warum", "Sagen, welche Wörter passten und wie die Zitate gereiht wurden"},
		"between":         {"zwischen", "Was zwei Namen verbindet, in den Worten der Artikel"},
		"between a":       {"a", "Person, Organisation, Ort oder Projekt"},
		"between b":       {"b", "Der andere Name"},
		"said":            {"gesagt", "Was jemand laut den Artikeln gesagt hat, Wort für Wort"},
		"said name":       {"name", "Wer es gesagt hat: eine Person oder Organisation"},
		"said topic":      {"thema", "Nur hierzu: ein Name oder ein paar Wörter"},
		"sources":         {"quellen", "Die Artikel, aus denen zitiert wird, die neuesten zuerst"},
		"sources filter":  {"filter", "Wörter aus Titel, Medium, Autor, Jahr oder Datei"},
		"coverage":        {"bestand", "Woraus zitiert wird: Medien, Kopien, Daten, Lücken, und wie frisch es ist"},
		"latest":          {"neuestes", "Was zuletzt eingelesen wurde, zu einem Thema oder überhaupt"},
		"latest topic":    {"thema", "Nur hierzu: ein Name oder ein paar Wörter"},
		"follow":          {"folgen", "Hierher senden, was neue Artikel zu einem Thema sagen"},
		"follow topic":    {"thema", "Ein Name oder ein paar Wörter"},
		"unfollow":        {"entfolgen", "Zu einem Thema nichts mehr hierher senden"},
		"unfollow topic":  {"thema", "Ein Thema, dem hier gefolgt wird"},
		"following":       {"gefolgt", "Welchen Themen hier gefolgt wird"},
		"changes":         {"änderungen", "Was berichtigt, zurückgezogen und hinzugefügt wurde, alter und neuer Wortlaut nebeneinander"},
		"changes since":   {"seit", "Seit diesem Tag; leer: die letzte Aktualisierung, die etwas änderte"},
		"help":            {"hilfe", "Was dieser Bot kann"},
		"help command":    {"befehl", "Ein Befehl im Einzelnen"},
		"refresh":         {"aktualisieren", "Neue und geänderte Artikel einlesen"},
		"refresh force":   {"alles", "Jeden Artikel neu auswerten"},
		"add":             {"hinzufügen", "Einen Artikel aufnehmen: erst wird er gezeigt, dann bestätigt"},
		"add url":         {"adresse", "Die Adresse einer Seite"},
		"add file":        {"datei", "Eine Datei mit einem Artikel"},
		"add confirm":     {"bestätigen", "Das Kennzeichen, das mit der Vorschau kam"},
		"remove":          {"entfernen", "Einen Artikel auf Dauer herausnehmen"},
		"remove article":  {"artikel", "Sein Titel oder Wörter daraus"},
		"remove undo":     {"zurück", "Ihn zurückholen"},
		"from":            {"von", "Nicht früher als: 2024, 2024-03, 2024-03-15"},
		"to":              {"bis", "Nicht später als: 2024, 2024-03, 2024-03-15"},
		"as-of":           {"stand", "Nur was bis dahin erschienen ist: 2024, 2024-03, 2024-03-15"},
		"limit":           {"höchstens", "Wie viele Zitate höchstens (1 bis 1.000)"},
		privateOption:     {"privat", "Nur mir antworten"},
		checkName:         {"Prüfen", ""},
		mentionedName:     {"Wer wird erwähnt?", ""},
		addName:           {"Als Artikel aufnehmen", ""},
	},
	"fr": {
		"who":             {"qui", "Qui ou quoi désigne un nom, dans les mots des articles"},
		"who name":        {"nom", "Personne, organisation, lieu ou projet"},
		"timeline":        {"chronologie", "Ce qui s’est passé et quand, une citation par date"},
		"timeline topic":  {"sujet", "Un nom ou quelques mots ; vide : toute l’histoire"},
		"timeline detail": {"détail", "Phrases par date (1 à 10)"},
		"timeline order":  {"ordre", "oldest (les plus anciennes d’abord) ou newest (les plus récentes)"},
		"ask":             {"question", "Les phrases qui répondent à une question, mot pour mot"},
		"ask question":    {"question", "Une question avec vos propres mots"},
		"ask outlet":      {"média", "Seulement de ce média"},
		"ask why":         {"pourquoi", "Dire quels mots correspondent et comment les citations sont classées"},
		"between":         {"entre", "Ce qui lie deux noms, dans les mots des articles"},
		"between a":       {"a", "Personne, organisation, lieu ou projet"},
		"between b":       {"b", "L’autre nom"},
		"said":            {"propos", "Ce que quelqu’un aurait dit selon les articles, mot pour mot"},
		"said name":       {"nom", "Qui l’a dit : une personne ou une organisation"},
		"said topic":      {"sujet", "Seulement à ce propos : un nom ou quelques mots"},
		"sources":         {"sources", "Les articles cités, les plus récents d’abord"},
		"sources filter":  {"filtre", "Mots d’un titre, média, auteur, année ou fichier"},
		"coverage":        {"couverture", "D’où viennent les citations : médias, copies, dates, lacunes, fraîcheur"},
		"latest":          {"nouveautés", "Ce qui a été lu en dernier, sur un sujet ou en tout"},
		"latest topic":    {"sujet", "Seulement à ce propos : un nom ou quelques mots"},
		"follow":          {"suivre", "Envoyer ici ce que de nouveaux articles disent d’un sujet"},
		"follow topic":    {"sujet", "Un nom ou quelques mots"},
		"unfollow":        {"ne-plus-suivre", "Ne plus rien envoyer ici sur un sujet"},
		"unfollow topic":  {"sujet", "Un sujet suivi ici"},
		"following":       {"suivis", "Les sujets suivis ici"},
		"changes":         {"changements", "Ce qui a été corrigé, retiré et ajouté, l’ancien et le nouveau texte côte à côte"},
		"changes since":   {"depuis", "Depuis ce jour ; vide : la dernière actualisation qui a changé quelque chose"},
		"help":            {"aide", "Ce que sait faire ce bot"},
		"help command":    {"commande", "Une commande en détail"},
		"refresh":         {"actualiser", "Lire les articles nouveaux et modifiés"},
		"refresh force":   {"tout", "Analyser à nouveau chaque article"},
		"add":             {"ajouter", "Ajouter un article : il est d’abord montré, puis confirmé"},
		"add url":         {"adresse", "L’adresse d’une page"},
		"add file":        {"fichier", "Un fichier d’un article"},
		"add confirm":     {"confirmer", "Le code reçu avec l’aperçu"},
		"remove":          {"retirer", "Retirer un article pour de bon"},
		"remove article":  {"article", "Son titre ou des mots du titre"},
		"remove undo":     {"rétablir", "Le rétablir"},
		"from":            {"depuis", "Pas avant : 2024, 2024-03, 2024-03-15"},
		"to":              {"jusque", "Pas après : 2024, 2024-03, 2024-03-15"},
		"as-of":           {"état-au", "Seulement ce qui était publié : 2024, 2024-03, 2024-03-15"},
		"limit":           {"limite", "Nombre de citations au plus (1 à 1 000)"},
		privateOption:     {"privé", "Ne répondre qu’à moi"},
		checkName:         {"Vérifier", ""},
		mentionedName:     {"Qui est mentionné ?", ""},
		addName:           {"Ajouter aux articles", ""},
	},
}

// localise gives names and descriptions by language for the first of the keys that has a
// row; nil maps where none has.
func localise(keys ...string) (names, descriptions map[string]string) {
	for code, table := range languages {
		for _, key := range keys {
			w, ok := table[key]
			if !ok {
				continue
			}
			if names == nil {
				names = map[string]string{}
			}
			names[code] = w.name
			if w.description != "" {
				if descriptions == nil {
					descriptions = map[string]string{}
				}
				descriptions[code] = w.description
			}
			break
		}
	}
	return names, descriptions
}

// optionWords are an option's words in the menu of a command.
func optionWords(c bot.Command, option string) (names, descriptions map[string]string) {
	return localise(c.Name+" "+option, option)
}

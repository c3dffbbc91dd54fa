import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** Days, periods, and what was known when. */
export const timeRules = {
  D1: {
    title: label(
      "When a response is due",
      "Quand une réponse est due",
      "Wanneer een antwoord verwacht wordt",
      "Wann eine Antwort fällig ist",
    ),
    text: label(
      "A response is due a period after the report's publication, or after its transmission to the government, to parliament or to the field, as the report says. Each report may set its own period; the installation's is two months at first.",
      "Une réponse est due un certain délai après la publication du rapport, ou après sa transmission au gouvernement, au parlement ou aux acteurs de terrain, selon le rapport. Chaque rapport peut fixer son délai ; celui de l'installation est d'abord de deux mois.",
      "Een antwoord wordt verwacht een periode na de publicatie van het verslag, of na de overzending aan de regering, het parlement of het werkveld, zoals het verslag zegt. Elk verslag kan zijn eigen periode bepalen; die van de installatie is eerst twee maanden.",
      "Eine Antwort ist eine Frist nach der Veröffentlichung des Berichts fällig oder nach seiner Übermittlung an Regierung, Parlament oder Praxis, wie der Bericht es sagt. Jeder Bericht kann seine Frist setzen; die der Installation beträgt anfangs zwei Monate.",
    ),
    source: "House of Commons (2 months); UK Covid Inquiry and OMB A-50 (6 months); coroners' reports (56 days)",
    function: "core/follow-up/replay/prepared-case.ts#responseDeadlineOf",
    test: "core/follow-up/standing.test.ts#D1, D10: is due two months after publication, on a working day",
  },
  D2: {
    title: label(
      "When a thing is overdue",
      "Quand une chose est en retard",
      "Wanneer iets te laat is",
      "Wann etwas überfällig ist",
    ),
    text: label(
      "Overdue means that the due date is strictly before the day asked about, and what is owed is absent. Due today is not overdue. Due soon is from 30 days before the due date to that date.",
      "En retard signifie que l'échéance est strictement antérieure au jour demandé et que ce qui est dû manque. Une échéance du jour n'est pas en retard. L'échéance est proche de 30 jours avant jusqu'au jour même.",
      "Te laat betekent dat het einde van de termijn strikt voor de gevraagde dag ligt en dat wat verschuldigd is, ontbreekt. Wat vandaag verwacht wordt, is niet te laat. Binnenkort verwacht is vanaf 30 dagen voor het einde van de termijn tot en met die datum.",
      "Überfällig heißt, dass das Fälligkeitsdatum strikt vor dem gefragten Tag liegt und das Geschuldete fehlt. Heute fällig ist nicht überfällig. Bald fällig ist etwas ab 30 Tagen vor dem Datum bis zu ihm.",
    ),
    source: "decided here",
    function: "core/follow-up/standing/standing.ts#obligationOnDay",
    test: "core/follow-up/standing.test.ts#D2: is not overdue on its due date, and is the day after",
  },
  D3: {
    title: label("Lateness is computed", "Le retard est calculé", "Te laat wordt berekend", "Verzug wird berechnet"),
    text: label(
      "Timeliness is computed for any day, past or future, and never stored as truth. What is stored to make it fast can be rebuilt, and is derived again whenever something that it rests on changes.",
      "Le respect des délais est calculé pour n'importe quel jour, passé ou futur, et jamais stocké comme vérité. Ce qui est stocké pour aller vite peut être reconstruit et est recalculé dès que change ce sur quoi il repose.",
      "Tijdigheid wordt berekend voor elke dag, voorbij of toekomstig, en nooit als waarheid opgeslagen. Wat voor de snelheid is opgeslagen, kan opnieuw worden gemaakt en wordt opnieuw afgeleid zodra iets verandert waarop het rust.",
      "Rechtzeitigkeit wird für jeden Tag berechnet, vergangen oder künftig, und nie als Wahrheit gespeichert. Was der Schnelligkeit wegen gespeichert ist, lässt sich neu bilden und wird neu abgeleitet, sobald sich etwas ändert, worauf es beruht.",
    ),
    source: "decided here (docs/decisions/0001)",
    function: "store/derived/derive-again.ts#deriveAgain",
    test: "store/projection-property.test.ts#answer every day as standing() does",
  },
  D8: {
    title: label("Ages", "Âges", "Leeftijden", "Alter"),
    text: label(
      "Long overdue is more than 365 days; long outstanding is five years after the first asking. Days overdue are counted in groups: 1 to 30, 31 to 90, 91 to 180, 181 to 365, over 365.",
      "En retard de longue date : plus de 365 jours ; en souffrance de longue date : cinq ans après la première demande. Les jours de retard sont comptés par groupes : 1 à 30, 31 à 90, 91 à 180, 181 à 365, plus de 365.",
      "Al lang te laat is meer dan 365 dagen; al lang hangend is vijf jaar na de eerste vraag. Dagen te laat worden geteld in groepen: 1 tot 30, 31 tot 90, 91 tot 180, 181 tot 365, meer dan 365.",
      "Lange überfällig ist mehr als 365 Tage; lange offen ist fünf Jahre nach dem ersten Fragen. Tage im Verzug zählen in Gruppen: 1 bis 30, 31 bis 90, 91 bis 180, 181 bis 365, über 365.",
    ),
    source: "GAO-IG Act; UN Joint Inspection Unit",
    function: "core/time/ageing.ts#ageingBucket",
    test: "core/follow-up/late-stretch.test.ts#a thing that is late for two years passes through every bucket, each for its own days",
  },
  D9: {
    title: label("Vague dates", "Dates vagues", "Vage data", "Ungenaue Daten"),
    text: label(
      'A vague date ("second quarter 2025", "spring 2025") keeps its words and counts to the end of its period, with its precision: day, month, quarter, half-year or year. Seasons stand in a table; a date that an addressee gave is never moved for a holiday.',
      "Une date vague (« deuxième trimestre 2025 », « printemps 2025 ») garde ses mots et compte jusqu'à la fin de sa période, avec sa précision : jour, mois, trimestre, semestre ou année. Les saisons figurent dans un tableau ; une date donnée par un destinataire n'est jamais déplacée pour un jour férié.",
      'Een vage datum ("tweede kwartaal 2025", "voorjaar 2025") houdt haar woorden en telt tot het einde van haar periode, met haar nauwkeurigheid: dag, maand, kwartaal, halfjaar of jaar. Seizoenen staan in een tabel; een datum van een geadresseerde verschuift nooit voor een feestdag.',
      "Ein ungenaues Datum („zweites Quartal 2025“, „Frühling 2025“) behält seine Worte und zählt bis zum Ende seines Zeitraums, mit seiner Genauigkeit: Tag, Monat, Quartal, Halbjahr oder Jahr. Jahreszeiten stehen in einer Tabelle; ein Datum eines Adressaten verschiebt sich nie wegen eines Feiertags.",
    ),
    source: "decided here",
    function: "core/time/vague-date.ts#readVagueDate",
    test: "core/time/vague-date.test.ts#%s counts to %s",
  },
  D10: {
    title: label("Days and periods", "Jours et délais", "Dagen en periodes", "Tage und Fristen"),
    text: label(
      "A day is a calendar day in the installation's time zone. The day of the event does not count; a period that would end on a day the month lacks ends on its last day; one that would end on a Saturday, Sunday or public holiday ends with the next working day; one of two days or more has at least two working days. A report or mapping may choose the plain calendar instead.",
      "Un jour est un jour civil dans le fuseau horaire de l'installation. Le jour de l'événement ne compte pas ; un délai qui se terminerait un jour que le mois n'a pas se termine le dernier jour du mois ; un délai qui se terminerait un samedi, un dimanche ou un jour férié se termine le jour ouvrable suivant ; un délai de deux jours ou plus comprend au moins deux jours ouvrables. Un rapport ou une table de correspondance peut choisir le calendrier simple.",
      "Een dag is een kalenderdag in de tijdzone van de installatie. De dag van de gebeurtenis telt niet; een periode die zou eindigen op een dag die de maand niet heeft, eindigt op de laatste; een die op een zaterdag, zondag of feestdag zou eindigen, eindigt op de volgende werkdag; een van twee dagen of meer heeft ten minste twee werkdagen. Een verslag of mapping kan de gewone kalender kiezen.",
      "Ein Tag ist ein Kalendertag in der Zeitzone der Installation. Der Tag des Ereignisses zählt nicht; eine Frist, die an einem Tag enden würde, den der Monat nicht hat, endet an dessen letztem; eine, die an einem Samstag, Sonntag oder Feiertag enden würde, endet am nächsten Arbeitstag; eine von zwei Tagen oder mehr hat mindestens zwei Arbeitstage. Ein Bericht oder eine Zuordnung kann den einfachen Kalender wählen.",
    ),
    source: "Regulation (EEC, Euratom) No 1182/71, Article 3",
    function: "core/time/period.ts#endOfPeriod",
    test: "core/time/period.test.ts#periods by Regulation 1182/71",
  },
  D14: {
    title: label(
      "The day a thing was given",
      "Le jour où une chose est donnée",
      "De dag waarop iets gegeven is",
      "Der Tag, an dem etwas gegeben wurde",
    ),
    text: label(
      "The day on which an entry reached the other side decides what is in time. Where only a last day is known, the answer is unknown before it, never overdue: for all that the entry ended, and for nothing else.",
      "Le jour où une entrée est parvenue à l'autre partie décide de ce qui est à temps. Si l'on ne connaît qu'un dernier jour, la réponse est inconnue avant lui, jamais en retard : pour tout ce à quoi l'entrée mettait fin, et rien d'autre.",
      "De dag waarop een vermelding de andere kant bereikte, bepaalt wat op tijd is. Is alleen een laatste dag bekend, dan is het antwoord daarvoor onbekend, nooit te laat: voor alles wat de vermelding beëindigde, en voor niets anders.",
      "Der Tag, an dem ein Eintrag die andere Seite erreichte, entscheidet, was rechtzeitig ist. Ist nur ein letzter Tag bekannt, so ist die Antwort davor unbekannt, nie überfällig: für alles, was der Eintrag beendete, und für nichts sonst.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/possibly-given.ts#possiblyGivenOn",
    test: "core/follow-up/standing.test.ts#D14: given at the latest on a day, is unknown before and never late",
  },
  D15: {
    title: label(
      "Settings have days too",
      "Les réglages ont aussi des jours",
      "Ook ingestelde waarden hebben dagen",
      "Auch Einstellungen haben Tage",
    ),
    text: label(
      "A setting holds from its day until another change of the same. A period runs by what held on its first day, so that a change moves no date of what began before. What only looks at a day goes by what holds on that day.",
      "Un réglage vaut à partir de son jour jusqu'à un autre changement du même réglage. Un délai suit ce qui valait son premier jour : un changement ne déplace aucune date de ce qui a commencé avant. Ce qui ne regarde qu'un jour suit ce qui vaut ce jour-là.",
      "Een ingestelde waarde geldt vanaf haar dag tot een volgende wijziging van dezelfde waarde. Een periode volgt wat op haar eerste dag gold, zodat een wijziging geen datum verschuift van wat eerder begon. Wat alleen naar een dag kijkt, volgt wat op die dag geldt.",
      "Eine Einstellung gilt ab ihrem Tag bis zur nächsten Änderung derselben. Eine Frist richtet sich nach dem, was an ihrem ersten Tag galt; eine Änderung verschiebt also kein Datum von zuvor Begonnenem. Was nur auf einen Tag sieht, richtet sich nach dem, was an dem Tag gilt.",
    ),
    source: "decided here (docs/decisions/0021)",
    function: "core/settings/settings.ts#settingsOn",
    test: "core/settings.test.ts#settings hold from their days",
  },
  D16: {
    title: label(
      "What was known at a moment",
      "Ce qui était connu à un moment",
      "Wat op een moment bekend was",
      "Was zu einem Zeitpunkt bekannt war",
    ),
    text: label(
      '"Known at" is a moment; a bare day means its end. It asks of entries, changes and settings what had been recorded by then, and derives each follow-up anew. A report or cycle from a file that gives no moment is assumed known from its publication or opening.',
      "« Connu au » est un moment ; un simple jour signifie sa fin. La question porte sur les entrées, changements et réglages alors enregistrés, et chaque suivi est recalculé. Un rapport ou un cycle venu d'un fichier sans moment est supposé connu dès sa publication ou son ouverture.",
      '"Bekend op" is een moment; een losse dag betekent het einde ervan. De vraag gaat over vermeldingen, wijzigingen en ingestelde waarden die toen waren vastgelegd, en elke opvolging wordt opnieuw afgeleid. Een verslag of cyclus uit een bestand zonder moment geldt als bekend vanaf publicatie of opening.',
      "„Bekannt am“ ist ein Zeitpunkt; ein bloßer Tag meint sein Ende. Gefragt wird nach Einträgen, Änderungen und Einstellungen, die damals festgehalten waren, und jede Nachverfolgung wird neu abgeleitet. Ein Bericht oder Zyklus aus einer Datei ohne Zeitpunkt gilt als ab Veröffentlichung oder Öffnung bekannt.",
    ),
    source: "decided here",
    function: "core/settings/known-at.ts#momentOf",
    test: "store/known-at.test.ts#is what a database holds in which nothing was recorded later",
  },
  D17: {
    title: label(
      "When an entry counts",
      "Quand une entrée compte",
      "Wanneer een vermelding telt",
      "Wann ein Eintrag zählt",
    ),
    text: label(
      "An entry counts from the day on which it was given. Of two levels the later situation holds, then the later day, then the later record. A finding about an earlier situation, published later, stands in the timeline and undoes nothing. Who submits an act gives it today; what an addressee gave earlier is recorded by an editor. What the issuing body gave earlier bears the day of its publication. Both name their source.",
      "Une entrée compte à partir du jour où elle est donnée. De deux niveaux vaut celui de la situation la plus récente, puis du jour le plus récent, puis du dernier enregistrement. Un constat sur une situation antérieure, publié plus tard, figure dans la chronologie et n'annule rien. Qui remet donne aujourd'hui ; ce qu'un destinataire a donné plus tôt est enregistré par un rédacteur. Ce que l'organisme émetteur a donné plus tôt porte le jour de sa publication. Les deux nomment leur source.",
      "Een vermelding telt vanaf de dag waarop ze gegeven is. Van twee niveaus geldt dat van de latere situatie, dan van de latere dag, dan van de latere vastlegging. Een bevinding over een eerdere situatie die later verschijnt, staat in de tijdlijn en maakt niets ongedaan. Wie indient, geeft vandaag; wat een geadresseerde eerder gaf, legt een redacteur vast. Wat de uitgevende instantie eerder gaf, draagt de dag van publicatie. Beide noemen hun bron.",
      "Ein Eintrag zählt ab dem Tag, an dem er gegeben wurde. Von zwei Stufen gilt die der späteren Lage, dann des späteren Tags, dann der späteren Aufzeichnung. Eine später veröffentlichte Feststellung zu einer früheren Lage steht im Verlauf und hebt nichts auf. Wer einreicht, gibt heute; was ein Adressat früher gab, hält ein Redakteur fest. Was die herausgebende Stelle früher gab, trägt den Tag der Veröffentlichung. Beide nennen ihre Quelle.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/findings.ts#moreRecent",
    test: "core/follow-up/standing.test.ts#D17: is that of the latest situation, however late it is told",
  },
  D18: {
    title: label(
      "A report whose day is not known",
      "Un rapport au jour inconnu",
      "Een verslag met onbekende dag",
      "Ein Bericht mit unbekanntem Tag",
    ),
    text: label(
      "Where only the month or year of publication is known, its follow-ups are undetermined within that period, and owe nothing until its last day. A published report without any date has always been published: its responses have no deadline, and whether they are stale counts from the day of the edition, or from the day on which they were recorded (D7).",
      "Si seuls le mois ou l'année de publication sont connus, ses suivis sont indéterminés pendant cette période et ne doivent rien avant son dernier jour. Un rapport publié sans aucune date l'a toujours été : ses réponses n'ont pas d'échéance, et leur sommeil se compte à partir du jour de l'édition, ou de l'enregistrement (D7).",
      "Is alleen de maand of het jaar van publicatie bekend, dan zijn de opvolgingen binnen die periode niet te bepalen en is tot de laatste dag niets verschuldigd. Een gepubliceerd verslag zonder datum is altijd al gepubliceerd: de antwoorden hebben geen termijn, en of ze stil zijn, telt vanaf de dag van de editie, of van de vastlegging (D7).",
      "Ist nur Monat oder Jahr der Veröffentlichung bekannt, so sind die Nachverfolgungen in diesem Zeitraum nicht feststellbar und schulden bis zu seinem letzten Tag nichts. Ein veröffentlichter Bericht ohne Datum war immer veröffentlicht: Seine Antworten haben keine Frist, und ob sie ruhen, zählt ab dem Tag der Ausgabe oder der Aufzeichnung (D7).",
    ),
    source: "decided here (docs/decisions/0023)",
    function: "core/report/publication-day.ts#publishedFrom",
    test: "core/follow-up/standing.test.ts#of a report known by its year is undetermined within that year, and due a period after it",
  },
} as const satisfies Record<string, Rule>;

import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** What the two sides say: positions, levels and their comparison. */
export const levelRules = {
  R3: {
    title: label("What a level means", "Le sens des niveaux", "Wat een niveau betekent", "Was eine Stufe bedeutet"),
    text: label(
      "Fully implemented: nothing more is required. Partially: there are results, and more is required. What was only announced is not under way: under way needs a timeline.",
      "Entièrement mise en œuvre : plus rien n'est requis. Partiellement : il y a des résultats et il reste à faire. Ce qui est seulement annoncé n'est pas en cours : pour cela, il faut un calendrier.",
      "Volledig uitgevoerd: er is niets meer nodig. Gedeeltelijk: er zijn resultaten en er is nog meer nodig. Wat alleen is aangekondigd, is niet aan de gang: daarvoor is een tijdschema nodig.",
      "Vollständig umgesetzt: Es ist nichts mehr nötig. Teilweise: Es gibt Ergebnisse, und es bleibt etwas zu tun. Was nur angekündigt ist, ist nicht im Gange: Dafür braucht es einen Zeitplan.",
    ),
    source: "UNFCCC secretariat; CBC Beyond 94",
    function: "core/follow-up/replay/timeline.ts#hasTimeline",
    test: "core/follow-up/timeline.test.ts#under way needs a timeline",
  },
  R9: {
    title: label(
      "Declined stays tracked",
      "Un refus reste suivi",
      "Geweigerd blijft gevolgd",
      "Abgelehntes bleibt verfolgt",
    ),
    text: label(
      "Rejected and noted recommendations stay listed and followed. What was promised on them stays owed.",
      "Les recommandations rejetées ou notées restent dans les listes et dans le suivi. Ce qui a été promis à leur sujet reste dû.",
      "Verworpen en genoteerde aanbevelingen blijven in de lijsten en in de opvolging. Wat erover is toegezegd, blijft verschuldigd.",
      "Abgelehnte und zur Kenntnis genommene Empfehlungen bleiben in den Listen und in der Nachverfolgung. Was dazu zugesagt wurde, bleibt geschuldet.",
    ),
    source: "UPR Info: 19 % of noted recommendations still led to action",
    function: "core/follow-up/replay/obligations.ts#obligationsOn",
    test: "core/follow-up/readings-position.test.ts#still owes what it promised, before or after declining",
  },
  R10: {
    title: label(
      "A finding names its method",
      "Un constat indique sa méthode",
      "Een bevinding noemt haar methode",
      "Eine Feststellung nennt ihre Methode",
    ),
    text: label(
      "Every finding of the issuing body says how it was made: on a statement, documents, an interview, a visit, a case, a court record or a test of data.",
      "Chaque constat de l'organisme émetteur dit comment il a été fait : sur une déclaration, des documents, un entretien, une visite, un cas, un dossier judiciaire ou un test de données.",
      "Elke bevinding van de uitgevende instantie zegt hoe ze tot stand kwam: op een verklaring, documenten, een gesprek, een bezoek, een casus, een gerechtsdossier of een gegevenstoets.",
      "Jede Feststellung der herausgebenden Stelle sagt, wie sie entstand: durch eine Erklärung, Unterlagen, ein Gespräch, einen Besuch, einen Fall, eine Gerichtsakte oder eine Datenprüfung.",
    ),
    source: "Belgian Court of Audit; Auditor General of British Columbia",
    function: "core/acts/assess.ts#NewAssessment",
    test: "core/acts/entry-rules.test.ts#cannot make of an entry what could not have been made",
  },
  R11: {
    title: label("Silence says nothing", "Le silence ne dit rien", "Zwijgen zegt niets", "Schweigen sagt nichts"),
    text: label(
      "Nothing is ever taken as done, or as not done, because nobody said anything. What the two sides say stays side by side, also where they contradict each other.",
      "Rien n'est jamais considéré comme fait, ou comme non fait, parce que personne n'a rien dit. Ce que disent les deux parties reste côte à côte, même en cas de contradiction.",
      "Niets geldt als gedaan, of als niet gedaan, omdat niemand iets zei. Wat beide kanten zeggen, blijft naast elkaar staan, ook als ze elkaar tegenspreken.",
      "Nichts gilt als getan oder als nicht getan, weil niemand etwas gesagt hat. Was beide Seiten sagen, bleibt nebeneinander stehen, auch wenn es sich widerspricht.",
    ),
    source: "UN Board of Auditors",
    function: "core/follow-up/replay/replay.ts#Replay.stateOn",
    test: "core/follow-up/readings-kept.test.ts#silence never becomes a level by itself, however long it lasts",
  },
  R16: {
    title: label("Four questions apart", "Quatre questions séparées", "Vier aparte vragen", "Vier getrennte Fragen"),
    text: label(
      "Position, level, lifecycle and timeliness are four answers, and none is read from another. All of them come from one function, and everything that shows a status shows its answer.",
      "La position, le niveau, l'état du suivi et le respect des délais sont quatre réponses, et aucune ne se déduit d'une autre. Toutes viennent d'une seule fonction, et tout ce qui montre un statut montre sa réponse.",
      "Standpunt, niveau, stand van de opvolging en tijdigheid zijn vier antwoorden, en geen ervan volgt uit een ander. Ze komen alle vier uit één functie, en alles wat een status toont, toont het antwoord van die functie.",
      "Standpunkt, Stufe, Stand der Nachverfolgung und Rechtzeitigkeit sind vier Antworten, und keine folgt aus einer anderen. Alle kommen aus einer Funktion, und alles, was einen Status zeigt, zeigt ihre Antwort.",
    ),
    source: "decided here",
    function: "core/follow-up/standing/standing.ts#standing",
    test: "core/example-world.test.ts#has every answer to the four questions on some day",
  },
  R17: {
    title: label(
      "The order of the levels",
      "L'ordre des niveaux",
      "De volgorde van de niveaus",
      "Die Reihenfolge der Stufen",
    ),
    text: label(
      "From low to high: contrary action, no evidence, not started, announced, under way, partially, substantially; then alternative action and fully implemented as equals. What is no longer applicable is left out of a lowest.",
      "De bas en haut : action contraire, aucune preuve, non entamée, annoncée, en cours, partiellement, pour l'essentiel ; puis autre mesure et entièrement mise en œuvre, à égalité. Ce qui est sans objet n'entre pas dans le plus bas.",
      "Van laag naar hoog: tegengestelde actie, geen bewijs, niet gestart, aangekondigd, aan de gang, gedeeltelijk, grotendeels; daarna alternatieve maatregel en volledig uitgevoerd als gelijken. Wat niet langer van toepassing is, telt niet mee voor het laagste.",
      "Von niedrig nach hoch: gegenteilige Maßnahme, kein Nachweis, nicht begonnen, angekündigt, im Gange, teilweise, weitgehend; dann alternative Maßnahme und vollständig umgesetzt gleichauf. Was nicht mehr anwendbar ist, zählt für die niedrigste nicht.",
    ),
    source: "decided here",
    function: "core/follow-up/levels.ts#levelRank",
    test: "core/recommendation/recommendation-standing.test.ts#from low to high",
  },
  R18: {
    title: label("A level not given", "Un niveau non donné", "Een niveau dat ontbreekt", "Eine fehlende Stufe"),
    text: label(
      'Where the addressee told no level it is "not reported"; where the issuing body found none it is "not assessed". Neither is taken for "not started". Of a recommendation with several follow-ups it is counted how many have no level, beside the lowest of the others.',
      "Si le destinataire n'a indiqué aucun niveau, il est « non rapporté » ; si l'organisme émetteur n'a rien constaté, il est « non évalué ». Ni l'un ni l'autre ne vaut « non entamée ». Pour une recommandation à plusieurs suivis, on compte combien sont sans niveau, à côté du plus bas des autres.",
      'Noemde de geadresseerde geen niveau, dan is het "niet gerapporteerd"; stelde de uitgevende instantie niets vast, dan is het "niet beoordeeld". Geen van beide telt als "niet gestart". Van een aanbeveling met meer opvolgingen wordt geteld hoeveel er geen niveau hebben, naast het laagste van de andere.',
      "Nannte der Adressat keine Stufe, so ist sie „nicht berichtet“; stellte die herausgebende Stelle keine fest, so ist sie „nicht beurteilt“. Keines von beiden gilt als „nicht begonnen“. Bei einer Empfehlung mit mehreren Nachverfolgungen wird gezählt, wie viele ohne Stufe sind, neben der niedrigsten der anderen.",
    ),
    source: "decided here",
    function: "core/follow-up/levels.ts#AssessedLevel",
    test: "core/recommendation/recommendation-standing.test.ts#a level is provisional while anything is unassessed",
  },
  R19: {
    title: label(
      "Stalled and regressed",
      "À l'arrêt et en recul",
      "Stilgevallen en achteruit",
      "Stockend und rückläufig",
    ),
    text: label(
      "Nobody enters them: they follow from findings. Stalled is the same level, below full, found for a later year. Regressed is a lower level found about a later situation; about the same situation a newer finding replaces the older one.",
      "Personne ne les saisit : ils se déduisent des constats. À l'arrêt : le même niveau, inférieur au niveau complet, constaté pour une année ultérieure. En recul : un niveau plus bas constaté pour une situation ultérieure ; pour la même situation, le nouveau constat remplace l'ancien.",
      "Niemand voert ze in: ze volgen uit bevindingen. Stilgevallen: hetzelfde niveau, nog niet volledig, vastgesteld voor een later jaar. Achteruit: een lager niveau vastgesteld over een latere situatie; over dezelfde situatie vervangt de nieuwe bevinding de oude.",
      "Niemand gibt sie ein: Sie folgen aus Feststellungen. Stockend: dieselbe Stufe unter der vollen, festgestellt für ein späteres Jahr. Rückläufig: eine niedrigere Stufe, festgestellt zu einer späteren Lage; zur selben Lage ersetzt die neue Feststellung die alte.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/divergence.ts#trendOf",
    test: "core/follow-up/readings-finding.test.ts#regressed is a lower finding about a later situation, not about the same one",
  },
  R20: {
    title: label(
      "Findings that conflict",
      "Constats en conflit",
      "Bevindingen in strijd",
      "Widersprüchliche Feststellungen",
    ),
    text: label(
      "Two findings of one day about one situation and year that do not say the same are a conflict. Both are shown, the level is the lower one, and nothing else follows from them. Of findings for two years, that of the later year holds.",
      "Deux constats d'un même jour sur une même situation et une même année qui ne disent pas la même chose sont en conflit. Les deux sont montrés, le niveau est le plus bas, et rien d'autre n'en découle. De constats pour deux années, celui de l'année la plus récente vaut.",
      "Twee bevindingen van één dag over één situatie en één jaar die niet hetzelfde zeggen, zijn in strijd. Beide worden getoond, het niveau is het laagste, en verder volgt er niets uit. Van bevindingen voor twee jaren geldt die van het latere jaar.",
      "Zwei Feststellungen eines Tages zu einer Lage und einem Jahr, die nicht dasselbe sagen, widersprechen sich. Beide werden gezeigt, es gilt die niedrigere Stufe, und weiter folgt nichts daraus. Von Feststellungen zu zwei Jahren gilt die des späteren Jahres.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/findings.ts#joinConflicts",
    test: "core/follow-up/readings-finding.test.ts#two findings of one day about one situation that do not say the same are a conflict",
  },
  R21: {
    title: label(
      "An answer without content",
      "Une réponse sans contenu",
      "Een antwoord zonder inhoud",
      "Eine Antwort ohne Inhalt",
    ),
    text: label(
      "An answer whose content is not told, or that may not have been given, leaves the position that was told before.",
      "Une réponse dont le contenu n'est pas connu, ou qui n'a peut-être pas été donnée, laisse en place la position connue auparavant.",
      "Een antwoord waarvan de inhoud niet bekend is, of dat misschien niet gegeven is, laat het eerder bekende standpunt staan.",
      "Eine Antwort, deren Inhalt nicht bekannt ist oder die vielleicht nicht gegeben wurde, lässt den früher bekannten Standpunkt bestehen.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/replay.ts#Replay.answer",
    test: "core/follow-up/readings-kept.test.ts#an answer that does not tell its content leaves the position told before",
  },
  R22: {
    title: label("It may have declined", "Un refus possible", "Misschien geweigerd", "Vielleicht abgelehnt"),
    text: label(
      "Who answered, but we do not know what, may have declined. Whether it owes the implementation cannot be told, so it is never called overdue for it by name.",
      "Celui qui a répondu sans que l'on sache quoi a peut-être refusé. On ne peut pas dire s'il doit la mise en œuvre ; il n'est donc jamais désigné comme en retard pour elle.",
      "Wie antwoordde zonder dat we weten wat, heeft misschien geweigerd. Of hij de uitvoering verschuldigd is, is niet te bepalen; hij wordt er dus nooit bij naam te laat voor genoemd.",
      "Wer antwortete, ohne dass wir wissen was, hat vielleicht abgelehnt. Ob er die Umsetzung schuldet, ist nicht feststellbar; er wird dafür nie namentlich überfällig genannt.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/obligations.ts#obligationsOn",
    test: "core/follow-up/readings-position.test.ts#an answer whose content is unknown owes nothing by name",
  },
  R23: {
    title: label(
      "Some answered, we do not know who",
      "Certains ont répondu, sans dire qui",
      "Sommigen antwoordden, onbekend wie",
      "Einige antworteten, unbekannt wer",
    ),
    text: label(
      "Where a source shows as many answers as addressees, each has answered by the day of the source. Where it shows some, nobody can tell who: nobody is called overdue by name. Where it shows none, all are overdue once the date has passed.",
      "Si une source montre autant de réponses que de destinataires, chacun a répondu au plus tard le jour de la source. Si elle en montre quelques-unes, on ne sait pas qui : personne n'est désigné comme en retard. Si elle n'en montre aucune, tous sont en retard une fois la date passée.",
      "Toont een bron evenveel antwoorden als geadresseerden, dan heeft ieder uiterlijk op de dag van de bron geantwoord. Toont ze er enkele, dan is niet te bepalen wie: niemand wordt bij naam te laat genoemd. Toont ze er geen, dan zijn allen te laat zodra de datum voorbij is.",
      "Zeigt eine Quelle so viele Antworten wie Adressaten, so hat jeder spätestens am Tag der Quelle geantwortet. Zeigt sie einige, so ist nicht feststellbar wer: Niemand wird namentlich überfällig genannt. Zeigt sie keine, so sind alle überfällig, sobald das Datum vorbei ist.",
    ),
    source: "decided here",
    function: "core/follow-up/levels.ts#Position",
    test: "core/follow-up/standing.test.ts#R23: that cannot be told is undetermined for good",
  },
  R24: {
    title: label("Addressed to nobody", "Adressée à personne", "Aan niemand gericht", "An niemanden gerichtet"),
    text: label(
      "A recommendation without an addressee has no follow-up: nobody owes anything for it. It is listed as without addressee.",
      "Une recommandation sans destinataire n'a pas de suivi : personne ne doit rien. Elle figure dans les listes comme étant sans destinataire.",
      "Een aanbeveling zonder geadresseerde heeft geen opvolging: niemand is er iets voor verschuldigd. Ze staat in de lijsten als zonder geadresseerde.",
      "Eine Empfehlung ohne Adressaten hat keine Nachverfolgung: Niemand schuldet etwas dafür. Sie steht in den Listen als ohne Adressaten.",
    ),
    source: "decided here",
    function: "core/recommendation-standing/recommendation-standing.ts#recommendationStanding",
    test: "core/recommendation/recommendation-standing.test.ts#a recommendation that is addressed to nobody, or for information only, owes nothing",
  },
} as const satisfies Record<string, Rule>;

import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** How a follow-up is closed, who reads it, and how it is reopened. */
export const closingRules = {
  R1: {
    title: label("Who closes", "Qui clôture", "Wie afsluit", "Wer abschließt"),
    text: label(
      "Only the issuing body closes a follow-up.",
      "Seul l'organisme émetteur clôture un suivi.",
      "Alleen de uitgevende instantie sluit een opvolging af.",
      "Nur die herausgebende Stelle schließt eine Nachverfolgung ab.",
    ),
    source: "GAO recommendations database",
    function: "core/acts/close.ts#close",
    test: "core/acts/acts.test.ts#nobody but the issuing body closes or reopens, in any state",
  },
  R6: {
    title: label(
      "No answer, or action against it",
      "Sans réponse, ou action contraire",
      "Geen antwoord, of actie ertegen",
      "Keine Antwort, oder Handeln dagegen",
    ),
    text: label(
      "No answer after the reminders is a finding of its own (no evidence), and so is action against the recommendation. An assessor records it, with the reason; it never follows by itself.",
      "L'absence de réponse après les rappels est un constat en soi (aucune preuve), et l'action contraire à la recommandation aussi. Un évaluateur l'enregistre, avec la raison ; il ne s'établit jamais de lui-même.",
      "Geen antwoord na de herinneringen is een eigen bevinding (geen bewijs), en handelen tegen de aanbeveling ook. Een beoordelaar legt het vast, met de reden; het volgt nooit vanzelf.",
      "Keine Antwort nach den Erinnerungen ist eine eigene Feststellung (kein Nachweis), und Handeln gegen die Empfehlung auch. Ein Beurteiler hält es fest, mit dem Grund; von selbst folgt es nie.",
    ),
    source: "CCPR follow-up grades D and E",
    function: "core/acts/assess.ts#assess",
    test: "core/follow-up/readings-kept.test.ts#silence never becomes a level by itself, however long it lasts",
  },
  R7: {
    title: label(
      "Two people for closing as done",
      "Deux personnes pour clôturer comme faite",
      "Twee mensen voor afsluiten als gedaan",
      "Zwei Personen für den Abschluss als umgesetzt",
    ),
    text: label(
      "Closing as implemented needs a finding of that level with evidence, and a second reader who is not the assessor. The same person under another spelling of the name is the same person.",
      "Clôturer comme mise en œuvre demande un constat de ce niveau avec des preuves, et un second lecteur qui n'est pas l'évaluateur. La même personne sous une autre graphie du nom reste la même personne.",
      "Afsluiten als uitgevoerd vraagt een bevinding van dat niveau met bewijs, en een tweede lezer die niet de beoordelaar is. Dezelfde persoon onder een andere spelling van de naam is dezelfde persoon.",
      "Der Abschluss als umgesetzt braucht eine Feststellung dieser Stufe mit Nachweis und einen zweiten Leser, der nicht der Beurteiler ist. Dieselbe Person in anderer Schreibweise des Namens ist dieselbe Person.",
    ),
    source: "State OIG; IIA 2500",
    function: "core/acts/close.ts#close",
    test: "core/acts/acts.test.ts#when it closes as implemented without a full finding with evidence, or without a second reader",
  },
  R8: {
    title: label(
      "A reason for giving up",
      "Une raison pour renoncer",
      "Een reden om op te geven",
      "Ein Grund zum Aufgeben",
    ),
    text: label(
      "Closing as not implemented needs a stated reason, and so does every other closure that is not as done: overtaken by events, superseded, withdrawn, end of follow-up.",
      "Clôturer comme non mise en œuvre demande une raison écrite, et toute autre clôture qui ne constate pas la mise en œuvre aussi : dépassée par les faits, remplacée, retirée, fin du suivi.",
      "Afsluiten als niet uitgevoerd vraagt een opgegeven reden, en elke andere afsluiting die geen uitvoering vaststelt ook: achterhaald door de feiten, vervangen, ingetrokken, einde van de opvolging.",
      "Der Abschluss als nicht umgesetzt braucht einen angegebenen Grund, und jeder andere Abschluss, der keine Umsetzung feststellt, auch: durch Ereignisse überholt, ersetzt, zurückgezogen, Ende der Nachverfolgung.",
    ),
    source: "Comptroller and Auditor General of Jersey, 2023; the other closures: decided here",
    function: "core/acts/close.ts#close",
    test: "core/acts/acts.test.ts#when it closes as implemented without a full finding with evidence, or without a second reader",
  },
  R32: {
    title: label(
      "Closed is not closed again",
      "On ne clôture pas deux fois",
      "Afgesloten is afgesloten",
      "Abgeschlossen bleibt abgeschlossen",
    ),
    text: label(
      "A later closure or link leaves the first closure as it is, and stands beside it.",
      "Une clôture ou un lien ultérieur laisse la première clôture telle quelle et figure à côté d'elle.",
      "Een latere afsluiting of koppeling laat de eerste afsluiting zoals ze is, en staat ernaast.",
      "Ein späterer Abschluss oder eine spätere Verknüpfung lässt den ersten Abschluss, wie er ist, und steht daneben.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/replay.ts#Replay.close",
    test: "core/follow-up/readings-closure.test.ts#closed is not closed again: a later link or closure leaves the first as it is",
  },
  R33: {
    title: label("Reopening", "La réouverture", "Heropening", "Wiederaufnahme"),
    text: label(
      "The days on which it was closed stay closed. From the reopening it is overdue by the old due date, or by a new one that the act names for the implementation and for every promise still owed. What was found or withdrawn before does not count against a new claim.",
      "Les jours de clôture restent des jours de clôture. Dès la réouverture, le retard se compte à partir de l'ancienne échéance, ou d'une nouvelle fixée par l'acte pour la mise en œuvre et chaque engagement encore dû. Ce qui a été constaté ou retiré avant ne compte pas contre une nouvelle déclaration.",
      "De dagen van de afsluiting blijven afgesloten. Vanaf de heropening telt de oude termijn, of een nieuwe die de handeling noemt voor de uitvoering en voor elke nog verschuldigde toezegging. Wat eerder werd vastgesteld of ingetrokken, telt niet tegen een nieuwe melding.",
      "Die Tage des Abschlusses bleiben abgeschlossen. Ab der Wiederaufnahme zählt die alte Frist oder eine neue, die der Schritt für die Umsetzung und jede noch geschuldete Zusage nennt. Was zuvor festgestellt oder zurückgezogen wurde, zählt nicht gegen eine neue Meldung.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/replay.ts#Replay.reopen",
    test: "core/follow-up/standing.test.ts#R33: closed days stay closed, and reopened it is late from the old due date or a new one",
  },
  R34: {
    title: label("Contradicted", "Contredite", "Tegengesproken", "Widerlegt"),
    text: label(
      "A follow-up counts by its closure. A finding below that, made after it was closed as done, is shown as contradicting it; it stays closed until the issuing body reopens it.",
      "Un suivi compte selon sa clôture. Un constat plus bas, fait après une clôture comme faite, est montré comme la contredisant ; le suivi reste clôturé jusqu'à ce que l'organisme émetteur le rouvre.",
      "Een opvolging telt volgens haar afsluiting. Een lagere bevinding na een afsluiting als gedaan wordt getoond als tegenspraak; de opvolging blijft afgesloten tot de uitgevende instantie ze heropent.",
      "Eine Nachverfolgung zählt nach ihrem Abschluss. Eine niedrigere Feststellung nach dem Abschluss als umgesetzt wird als Widerspruch gezeigt; sie bleibt abgeschlossen, bis die herausgebende Stelle sie wieder aufnimmt.",
    ),
    source: "decided here",
    function: "core/follow-up/standing/standing.ts#answersAt",
    test: "core/follow-up/readings-closure.test.ts#a finding below it after it was closed as done is shown as contradicting; it stays closed",
  },
  R35: {
    title: label("One reader only", "Un seul lecteur", "Eén lezer alleen", "Nur ein Leser"),
    text: label(
      "A very small team may close with one reader, and says why. Such closures are marked, and counted apart in progress.",
      "Une très petite équipe peut clôturer avec un seul lecteur, en disant pourquoi. Ces clôtures sont marquées et comptées à part.",
      "Een heel klein team mag met één lezer afsluiten, en zegt waarom. Zulke afsluitingen zijn gemerkt en worden apart geteld.",
      "Ein sehr kleines Team darf mit einem Leser abschließen und sagt warum. Solche Abschlüsse sind gekennzeichnet und werden gesondert gezählt.",
    ),
    source: "decided here",
    function: "core/progress/progress.ts#progressOf",
    test: "core/progress/progress.test.ts#what one reader alone closed is counted apart, whatever the reason and the age",
  },
  R36: {
    title: label(
      "What has to be assessed",
      "Ce qui doit être évalué",
      "Wat beoordeeld moet worden",
      "Was beurteilt werden muss",
    ),
    text: label(
      "The issuing body has to assess claims, and what a reporting cycle selects; not everything every year.",
      "L'organisme émetteur doit évaluer les déclarations et ce qu'un cycle de rapport sélectionne ; pas tout chaque année.",
      "De uitgevende instantie moet meldingen beoordelen, en wat een cyclus selecteert; niet alles elk jaar.",
      "Die herausgebende Stelle muss Meldungen beurteilen und was ein Berichtszyklus auswählt; nicht alles jedes Jahr.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/selected.ts#selectedFrom",
    test: "core/follow-up/selected.test.ts#what a cycle selects",
  },
} as const satisfies Record<string, Rule>;

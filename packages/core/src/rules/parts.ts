import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** Recommendations with parts or several addressees, and their overall level. */
export const partRules = {
  R4: {
    title: label(
      "The lowest of its parts",
      "Le plus bas de ses éléments",
      "Het laagste van de delen",
      "Die niedrigste der Teile",
    ),
    text: label(
      "A recommendation with parts stands at the lowest level that was found for its parts, unless the issuing body sets another, with a reason. It then stands so from that day until the issuing body withdraws it, and the lowest is told beside it. This closes nothing and changes nothing that is owed for a part; a recommendation set below full does not count as implemented.",
      "Une recommandation en plusieurs éléments est au niveau le plus bas constaté pour ses éléments, sauf si l'organisme émetteur en fixe un autre, avec une raison. Elle y reste de ce jour jusqu'à ce que l'organisme le retire, et le plus bas est indiqué à côté. Cela ne clôture rien et ne change rien à ce qui est dû pour un élément ; une recommandation fixée à moins que la mise en œuvre complète ne compte pas comme mise en œuvre.",
      "Een aanbeveling met delen staat op het laagste niveau dat voor haar delen is vastgesteld, tenzij de uitgevende instantie een ander bepaalt, met een reden. Ze staat daar vanaf die dag tot de instantie dat intrekt, en het laagste staat ernaast. Dit sluit niets af en verandert niets aan wat voor een deel verschuldigd is; een aanbeveling die lager dan volledig is gezet, telt niet als uitgevoerd.",
      "Eine Empfehlung mit Teilen steht auf der niedrigsten Stufe, die für ihre Teile festgestellt wurde, außer die herausgebende Stelle legt eine andere fest, mit einem Grund. Dann steht sie dort von diesem Tag an, bis die Stelle das zurücknimmt, und die niedrigste steht daneben. Das schließt nichts ab und ändert nichts daran, was für einen Teil geschuldet wird; eine Empfehlung, die niedriger als vollständig gesetzt ist, zählt nicht als umgesetzt.",
    ),
    source: "EU country-specific recommendations; Commission answer E-009222/2014",
    function: "core/recommendation-standing/recommendation-standing.ts#recommendationStanding",
    test: "core/recommendation/level-override.test.ts#property: without one in force it is the lowest, with one it is the one set",
  },
  R5: {
    title: label("Several addressees", "Plusieurs destinataires", "Meerdere geadresseerden", "Mehrere Adressaten"),
    text: label(
      "A recommendation stands at the lowest level of its lead and joint addressees. Those addressed for information owe nothing, and nobody owes a verification of their claim.",
      "Une recommandation est au niveau le plus bas de ses destinataires chefs de file et conjoints. Ceux qui la reçoivent pour information ne doivent rien, et personne ne doit vérifier leur déclaration.",
      "Een aanbeveling staat op het laagste niveau van haar trekkers en medegeadresseerden. Wie ze ter informatie krijgt, is niets verschuldigd, en niemand moet zijn melding verifiëren.",
      "Eine Empfehlung steht auf der niedrigsten Stufe ihrer federführenden und mitwirkenden Adressaten. Wer sie zur Information erhält, schuldet nichts, und niemand muss seine Meldung überprüfen.",
    ),
    source: "decided here",
    function: "core/recommendation-standing/recommendation-standing.ts#recommendationStanding",
    test: "core/recommendation/recommendation-standing.test.ts#stand at the lowest of lead and joint; who is addressed for information counts for nothing",
  },
  R37: {
    title: label("Parts and the whole", "Les éléments et le tout", "Delen en geheel", "Teile und Ganzes"),
    text: label(
      "Only parts that have no parts themselves have follow-ups. The whole is closed when all that owe are closed, and its timeliness is the worst of theirs.",
      "Seuls les éléments qui n'en contiennent pas d'autres ont un suivi. Le tout est clôturé quand tous les éléments qui doivent quelque chose le sont, et son respect des délais est le pire des leurs.",
      "Alleen delen zonder eigen delen hebben een opvolging. Het geheel is afgesloten als alle delen die iets verschuldigd zijn, dat zijn, en zijn tijdigheid is de slechtste van die delen.",
      "Nur Teile ohne eigene Teile haben eine Nachverfolgung. Das Ganze ist abgeschlossen, wenn alle Teile, die etwas schulden, es sind, und seine Rechtzeitigkeit ist die schlechteste von ihnen.",
    ),
    source: "decided here",
    function: "core/recommendation-standing/recommendation-standing.ts#recommendationStanding",
    test: "core/recommendation/recommendation-standing.test.ts#it is closed when all that owe are, waits when the others do, and is open while one is",
  },
  R38: {
    title: label("Provisional", "Provisoire", "Voorlopig", "Vorläufig"),
    text: label(
      "While anything in a recommendation is not assessed, its level is provisional, and it does not count as implemented. How much is not assessed is counted beside the level.",
      "Tant qu'un élément d'une recommandation n'est pas évalué, son niveau est provisoire et elle ne compte pas comme mise en œuvre. Ce qui n'est pas évalué est compté à côté du niveau.",
      "Zolang iets in een aanbeveling niet beoordeeld is, is haar niveau voorlopig en telt ze niet als uitgevoerd. Hoeveel niet beoordeeld is, staat naast het niveau.",
      "Solange etwas in einer Empfehlung nicht beurteilt ist, ist ihre Stufe vorläufig, und sie zählt nicht als umgesetzt. Wie viel nicht beurteilt ist, wird neben der Stufe gezählt.",
    ),
    source: "decided here",
    function: "core/recommendation-standing/recommendation-standing.ts#recommendationStanding",
    test: "core/recommendation/recommendation-standing.test.ts#a level is provisional while anything is unassessed",
  },
  R39: {
    title: label("Who is left out", "Qui n'est pas compté", "Wie niet meetelt", "Wer nicht zählt"),
    text: label(
      "An addressee that the issuing body agrees is not competent is left out of the level and of rates. One that rejects is not. A new answer ends that agreement: it is given again if need be.",
      "Un destinataire que l'organisme émetteur reconnaît non compétent n'entre ni dans le niveau ni dans les taux. Celui qui rejette y entre. Une nouvelle réponse annule cette reconnaissance : elle est redonnée au besoin.",
      "Een geadresseerde die volgens de uitgevende instantie inderdaad niet bevoegd is, telt niet mee voor het niveau en de percentages. Wie verwerpt, telt wel mee. Een nieuw antwoord heft die erkenning op: zo nodig wordt ze opnieuw gegeven.",
      "Ein Adressat, dessen Unzuständigkeit die herausgebende Stelle anerkennt, zählt nicht für die Stufe und die Quoten. Wer ablehnt, zählt. Eine neue Antwort hebt diese Anerkennung auf: Sie wird nötigenfalls erneut gegeben.",
    ),
    source: "decided here",
    function: "core/recommendation-standing/recommendation-standing.ts#recommendationStanding",
    test: "core/recommendation/recommendation-standing.test.ts#who is not competent, as the issuing body agrees, is left out; who rejects is not",
  },
  R40: {
    title: label(
      "A collective addressee",
      "Un destinataire collectif",
      "Een collectieve geadresseerde",
      "Ein gemeinsamer Adressat",
    ),
    text: label(
      'A collective addressee, such as "the government", names a coordinator who answers for it. A respondent of the coordinator acts for it, and neither of the two decides on a later date that the other asked for.',
      "Un destinataire collectif, comme « le gouvernement », désigne un coordinateur qui répond pour lui. Un répondant du coordinateur agit pour lui, et aucun des deux ne décide d'un report que l'autre a demandé.",
      'Een collectieve geadresseerde, zoals "de regering", noemt een coördinator die ervoor antwoordt. Een respondent van de coördinator handelt voor haar, en geen van beide beslist over een latere datum die de andere vroeg.',
      "Ein gemeinsamer Adressat wie „die Regierung“ nennt einen Koordinator, der für ihn antwortet. Ein Antwortender des Koordinators handelt für ihn, und keiner der beiden entscheidet über einen späteren Termin, um den der andere gebeten hat.",
    ),
    source: "decided here (docs/decisions/0034)",
    function: "core/organization/coordinator.ts#coordinatorsOn",
    test: "core/organization/coordinator.test.ts#is answered for by its coordinator, and by the coordinator of that one",
  },
} as const satisfies Record<string, Rule>;

import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** Claims that all is done, and the findings that answer them. */
export const claimRules = {
  R2: {
    title: label(
      "A claim is no implementation",
      "Une déclaration n'est pas une mise en œuvre",
      "Een melding is geen uitvoering",
      "Eine Meldung ist keine Umsetzung",
    ),
    text: label(
      "When the addressee claims that all is done, the follow-up waits for verification. It is not implemented by that.",
      "Quand le destinataire déclare que tout est fait, le suivi attend une vérification. La recommandation n'est pas pour autant mise en œuvre.",
      "Meldt de geadresseerde dat alles klaar is, dan wacht de opvolging op verificatie. Daarmee is de aanbeveling nog niet uitgevoerd.",
      "Meldet der Adressat, dass alles getan ist, wartet die Nachverfolgung auf Überprüfung. Umgesetzt ist die Empfehlung damit nicht.",
    ),
    source: "GAO; Auditor General of Alberta",
    function: "core/follow-up/replay/replay.ts#Replay.update",
    test: "core/follow-up/standing.test.ts#R2: waits for verification and is not implemented",
  },
  R25: {
    title: label("What a claim is", "Ce qu'est une déclaration", "Wat een melding is", "Was eine Meldung ist"),
    text: label(
      "A claim is an update that reports fully implemented, alternative action or no longer applicable, with evidence. It covers the whole follow-up. Who reports so with evidence makes a claim.",
      "Une déclaration est un état d'avancement qui indique « entièrement mise en œuvre », « autre mesure » ou « sans objet », avec des preuves. Elle porte sur tout le suivi. Qui l'indique avec des preuves fait une déclaration.",
      "Een melding is een voortgangsbericht met volledig uitgevoerd, alternatieve maatregel of niet langer van toepassing, met bewijs. Ze gaat over de hele opvolging. Wie dat met bewijs bericht, doet een melding.",
      "Eine Meldung ist ein Fortschrittsbericht mit vollständig umgesetzt, alternative Maßnahme oder nicht mehr anwendbar, mit Nachweis. Sie gilt für die ganze Nachverfolgung. Wer das mit Nachweis berichtet, macht eine Meldung.",
    ),
    source: "decided here",
    function: "core/acts/update.ts#update",
    test: "core/acts/entry-rules.test.ts#an update that reports with evidence that all is done is a claim",
  },
  R26: {
    title: label(
      "Which finding answers a claim",
      "Quel constat répond à une déclaration",
      "Welke bevinding op een melding antwoordt",
      "Welche Feststellung auf eine Meldung antwortet",
    ),
    text: label(
      "A finding answers a claim only when it describes the situation that was claimed, or a later one.",
      "Un constat ne répond à une déclaration que s'il décrit la situation déclarée ou une situation ultérieure.",
      "Een bevinding antwoordt alleen op een melding als ze de gemelde situatie beschrijft, of een latere.",
      "Eine Feststellung antwortet nur auf eine Meldung, wenn sie die gemeldete Lage beschreibt oder eine spätere.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/claims.ts#Claims.answeredBy",
    test: "core/follow-up/boundaries.test.ts#a finding of the very situation that is claimed answers the claim",
  },
  R27: {
    title: label(
      "A claim while another waits",
      "Une déclaration pendant qu'une autre attend",
      "Een melding terwijl een andere wacht",
      "Eine Meldung, während eine andere wartet",
    ),
    text: label(
      "A second claim waits beside the first. The issuing body's clock runs from the first one. Each claim waits until it is withdrawn, or until a finding answers it.",
      "Une deuxième déclaration attend à côté de la première. Le délai de l'organisme émetteur court à partir de la première. Chacune attend jusqu'à ce qu'elle soit retirée ou qu'un constat y réponde.",
      "Een tweede melding wacht naast de eerste. De klok van de uitgevende instantie loopt vanaf de eerste. Elke melding wacht tot ze wordt ingetrokken of tot een bevinding erop antwoordt.",
      "Eine zweite Meldung wartet neben der ersten. Die Uhr der herausgebenden Stelle läuft ab der ersten. Jede wartet, bis sie zurückgezogen wird oder eine Feststellung darauf antwortet.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/claims.ts#Claims.withdraw",
    test: "core/follow-up/readings-claim.test.ts#waits alone once the first is withdrawn",
  },
  R28: {
    title: label(
      "A claim that is withdrawn",
      "Une déclaration retirée",
      "Een ingetrokken melding",
      "Eine zurückgezogene Meldung",
    ),
    text: label(
      "The level of a withdrawn claim is no longer reported, also where another claim was the one that waited. The claim still counts as the update for its year.",
      "Le niveau d'une déclaration retirée n'est plus rapporté, même si c'est une autre qui attendait. La déclaration compte toujours comme état d'avancement pour son année.",
      "Het niveau van een ingetrokken melding is niet meer gerapporteerd, ook als een andere melding wachtte. De melding blijft tellen als bericht voor haar jaar.",
      "Die Stufe einer zurückgezogenen Meldung gilt nicht mehr als berichtet, auch wenn eine andere Meldung wartete. Die Meldung zählt weiter als Bericht für ihr Jahr.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/replay.ts#Replay.withdrawClaim",
    test: "core/follow-up/readings-claim.test.ts#and was not the waiting one: its level goes as well",
  },
  R29: {
    title: label(
      "A claim on a closed follow-up",
      "Une déclaration sur un suivi clôturé",
      "Een melding na de afsluiting",
      "Eine Meldung nach dem Abschluss",
    ),
    text: label(
      "It is kept and shown, and changes nothing.",
      "Elle est conservée et montrée, et ne change rien.",
      "Ze wordt bewaard en getoond, en verandert niets.",
      "Sie wird aufbewahrt und gezeigt, und ändert nichts.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/replay.ts#Replay.update",
    test: "core/follow-up/readings-claim.test.ts#a claim on a closed follow-up is kept and shown, and changes nothing",
  },
  R30: {
    title: label(
      "Divergent and unverified",
      "Divergente et non vérifiée",
      "Uiteenlopend en niet geverifieerd",
      "Abweichend und ungeprüft",
    ),
    text: label(
      "Unverified: a claim without a finding. Divergent: the addressee's newest account is that all is done, and the newest finding since, about that situation or a later one, is below it. A new claim, a new account or closing as done ends it; a reopening does not.",
      "Non vérifiée : une déclaration sans constat. Divergente : le dernier récit du destinataire est que tout est fait, et le dernier constat depuis, sur cette situation ou une situation ultérieure, est plus bas. Une nouvelle déclaration, un nouveau récit ou une clôture comme faite y met fin ; une réouverture, non.",
      "Niet geverifieerd: een melding zonder bevinding. Uiteenlopend: het laatste bericht van de geadresseerde is dat alles klaar is, en de laatste bevinding sindsdien, over die situatie of een latere, is lager. Een nieuwe melding, een nieuw bericht of een afsluiting als gedaan maakt er een eind aan; een heropening niet.",
      "Ungeprüft: eine Meldung ohne Feststellung. Abweichend: Nach dem neuesten Bericht des Adressaten ist alles getan, und die neueste Feststellung seither, zu dieser oder einer späteren Lage, liegt darunter. Eine neue Meldung, ein neuer Bericht oder ein Abschluss als umgesetzt beendet das; eine Wiederaufnahme nicht.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/divergence.ts#isDivergent",
    test: "core/follow-up/readings-claim.test.ts#a divergence",
  },
  R31: {
    title: label(
      "Found done, then below",
      "Constatée faite, puis en dessous",
      "Klaar bevonden, dan lager",
      "Als getan festgestellt, dann darunter",
    ),
    text: label(
      "A finding below full opens again what was found done and is not closed yet, also where a claim had been withdrawn before.",
      "Un constat inférieur au niveau complet rouvre ce qui avait été constaté fait et n'est pas encore clôturé, même si une déclaration avait été retirée auparavant.",
      "Een bevinding onder volledig opent opnieuw wat klaar was bevonden en nog niet is afgesloten, ook als eerder een melding was ingetrokken.",
      "Eine Feststellung unter der vollen Stufe öffnet wieder, was als getan festgestellt und noch nicht abgeschlossen ist, auch wenn zuvor eine Meldung zurückgezogen wurde.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/replay.ts#Replay.assessBelow",
    test: "core/follow-up/readings-claim.test.ts#and found done: a finding below full opens it again",
  },
} as const satisfies Record<string, Rule>;

import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** What commands and the service promise to those who call them. */
export const surfaceRules = {
  R69: {
    title: label("Exit codes", "Codes de sortie", "Exitcodes", "Rückgabewerte"),
    text: label(
      "A missing database ends a command with 3, an unexpected failure with 70. 1 means that something is overdue, and is given only where --exit-code asks for it.",
      "Une base absente termine une commande par 3, une défaillance inattendue par 70. 1 signifie que quelque chose est en retard, et n'est donné que si --exit-code le demande.",
      "Een ontbrekende databank beëindigt een commando met 3, een onverwachte fout met 70. 1 betekent dat iets te laat is, en komt alleen als --exit-code erom vraagt.",
      "Eine fehlende Datenbank beendet einen Befehl mit 3, ein unerwarteter Fehler mit 70. 1 heißt, dass etwas überfällig ist, und kommt nur, wo --exit-code danach fragt.",
    ),
    source: "decided here",
    function: "cli/process/exit-codes.ts#exitCodes",
    test: "cli/exit-codes.test.ts#a database that cannot be used is 3",
  },
  R70: {
    title: label("Who changes the schema", "Qui change le schéma", "Wie het schema wijzigt", "Wer das Schema ändert"),
    text: label(
      "Only the service and the command for it bring a database to a new schema. Every other command refuses one that is older or newer than itself, and says so.",
      "Seuls le service et la commande prévue amènent une base à un nouveau schéma. Toute autre commande refuse une base plus ancienne ou plus récente qu'elle, et le dit.",
      "Alleen de dienst en het commando daarvoor brengen een databank naar een nieuw schema. Elk ander commando weigert er een die ouder of nieuwer is dan het zelf, en zegt dat.",
      "Nur der Dienst und der Befehl dafür bringen eine Datenbank auf ein neues Schema. Jeder andere Befehl lehnt eine ältere oder neuere ab und sagt es.",
    ),
    source: "decided here",
    function: "store/migrations.ts#requireCurrentSchema",
    test: "store/migrations.test.ts#is refused by a program that does not know its last migration",
  },
  R71: {
    title: label("The contract", "Le contrat", "Het contract", "Der Vertrag"),
    text: label(
      "The API describes itself in OpenAPI 3.0.3 and 3.1, which say the same. It refuses unknown parameters and properties: a mistyped filter must not answer with everything.",
      "L'API se décrit en OpenAPI 3.0.3 et 3.1, qui disent la même chose. Elle refuse les paramètres et propriétés inconnus : un filtre mal écrit ne doit pas tout renvoyer.",
      "De API beschrijft zichzelf in OpenAPI 3.0.3 en 3.1, die hetzelfde zeggen. Ze weigert onbekende parameters en eigenschappen: een verkeerd gespelde filter mag niet alles geven.",
      "Die API beschreibt sich in OpenAPI 3.0.3 und 3.1, die dasselbe sagen. Sie lehnt unbekannte Parameter und Eigenschaften ab: Ein falsch geschriebener Filter darf nicht alles liefern.",
    ),
    source: "REST guide of the Belgian government (Belgif)",
    function: "api/http/read-input.ts#readQuery",
    test: "api/operations.test.ts#an unknown parameter, also of what has none, and after a second question mark",
  },
  R72: {
    title: label("Pages of a list", "Les pages d'une liste", "Bladzijden van een lijst", "Seiten einer Liste"),
    text: label(
      "Lists go on by a place in their order, so that nothing is missed or repeated. A page number reaches the first 10,000 rows only. The total is counted on request, and always for what is overdue.",
      "Les listes se poursuivent par une place dans leur ordre, sans rien manquer ni répéter. Un numéro de page n'atteint que les 10 000 premières lignes. Le total est compté sur demande, et toujours pour les retards.",
      "Lijsten gaan verder vanaf een plaats in hun volgorde, zodat niets ontbreekt of dubbel staat. Een bladzijdenummer bereikt alleen de eerste 10.000 rijen. Het totaal wordt op verzoek geteld, en altijd voor wat te laat is.",
      "Listen gehen an einer Stelle ihrer Reihenfolge weiter, damit nichts fehlt oder doppelt steht. Eine Seitenzahl erreicht nur die ersten 10.000 Zeilen. Die Summe wird auf Wunsch gezählt, und immer für das Überfällige.",
    ),
    source: "decided here",
    function: "api/contract/page.ts#pageBody",
    test: "api/operations.test.ts#pages by number too, over every list",
  },
  R73: {
    title: label("Entity tags", "Étiquettes d'entité", "Entiteitstags", "Entitätsmarken"),
    text: label(
      "A tag is a digest of what this reader sees on that day, in that language and media type. If-Match compares the visible version only, so that no tag betrays what is hidden.",
      "Une étiquette est une empreinte de ce que ce lecteur voit ce jour-là, dans cette langue et ce format. If-Match ne compare que la version visible : aucune étiquette ne trahit ce qui est caché.",
      "Een tag is een hash van wat deze lezer die dag ziet, in die taal en dat formaat. If-Match vergelijkt alleen de zichtbare versie, zodat geen tag verraadt wat verborgen is.",
      "Eine Marke ist eine Prüfsumme dessen, was dieser Leser an dem Tag sieht, in dieser Sprache und diesem Format. If-Match vergleicht nur die sichtbare Fassung, damit keine Marke Verborgenes verrät.",
    ),
    source: "decided here",
    function: "api/http/entity-tag.ts#entityTag",
    test: "api/no-trace.test.ts#moves nothing that he sees, in any answer, tag or refusal",
  },
} as const satisfies Record<string, Rule>;

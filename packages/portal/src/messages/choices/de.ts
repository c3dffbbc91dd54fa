import type { ChoiceMessages } from "./en.ts";

export const choicesDe: ChoiceMessages = {
  "choice.position.accepted": "Einverstanden; die Umsetzung wird geschuldet.",
  "choice.position.acceptedInPart": "Mit einem Teil einverstanden; die Umsetzung wird geschuldet.",
  "choice.position.acceptedInPrinciple":
    "Mit dem Ziel einverstanden, noch nicht mit einem Weg; die Umsetzung wird geschuldet.",
  "choice.position.noted": "Nur zur Kenntnis genommen; keine Umsetzung wird geschuldet.",
  "choice.position.rejected": "Nicht einverstanden; keine Umsetzung wird geschuldet.",
  "choice.position.notCompetent": "Wir sind die falsche Stelle; die herausgebende Stelle sagt, ob sie dem zustimmt.",
  "choice.level.contraryAction": "Was getan wurde, läuft der Empfehlung zuwider.",
  "choice.level.noEvidence": "Nichts zeigt, dass etwas getan wurde, auch nach den Erinnerungen.",
  "choice.level.notStarted": "Nichts wurde unternommen.",
  "choice.level.announced": "Es wurde gesagt, dass etwas getan wird, ohne Zeitplan.",
  "choice.level.underWay": "Es wird daran gearbeitet, mit einem Zeitplan.",
  "choice.level.partiallyImplemented": "Es gibt Ergebnisse, und mehr ist nötig.",
  "choice.level.substantiallyImplemented": "Das Wichtigste ist getan, und etwas fehlt noch.",
  "choice.level.alternativeAction": "Das Ziel wurde auf andere Weise erreicht.",
  "choice.level.fullyImplemented": "Mehr ist nicht nötig.",
  "choice.level.noLongerApplicable": "Die Sache besteht nicht mehr.",
};

import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** What is counted. */
export const progressRules = {
  R13: {
    title: label(
      "A rate says what it rests on",
      "Un taux dit sur quoi il repose",
      "Een percentage zegt waarop het rust",
      "Eine Quote sagt, worauf sie beruht",
    ),
    text: label(
      "Every rate comes with its numerator and denominator, what the denominator counts, the day, and how many are too young to judge. In the rate of responses all count whose response was due before the day, whatever became of them since.",
      "Chaque taux donne son numérateur, son dénominateur, sa cohorte, son jour et le nombre de ceux qui sont trop récents pour être jugés. Dans le taux de réponse comptent tous ceux dont la réponse était attendue avant ce jour, quoi qu'il soit advenu depuis.",
      "Elk percentage komt met teller, noemer, groep, dag en hoeveel er te jong zijn om te beoordelen. In het antwoordpercentage telt ieder wiens antwoord voor die dag verwacht was, wat er sindsdien ook gebeurde.",
      "Jede Quote kommt mit Zähler, Nenner, Gruppe, Tag und der Zahl derer, die zu jung für ein Urteil sind. In der Antwortquote zählen alle, deren Antwort vor dem Tag fällig war, was auch seither geschah.",
    ),
    source: "UN Board of Auditors; GAO's four-year look-back",
    function: "core/progress/progress.ts#progressOf",
    test: "core/progress/progress.test.ts#who never answered by the due date is counted, also once it was closed or claims that all is done",
  },
} as const satisfies Record<string, Rule>;

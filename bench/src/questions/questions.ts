import { overdueQuestions } from "./overdue.ts";
import { matrixQuestions, progressQuestions } from "./progress.ts";
import type { Floor, Question } from "./question.ts";
import { recommendationQuestions } from "./recommendations.ts";
import { registerQuestions } from "./register.ts";

/** What people ask: a list of the service has a file here, and a filter of it a row there. */
export function questions(floor: Floor): readonly Question[] {
  return [
    ...recommendationQuestions(floor),
    ...overdueQuestions(),
    ...progressQuestions(),
    ...matrixQuestions(),
    ...registerQuestions,
  ];
}

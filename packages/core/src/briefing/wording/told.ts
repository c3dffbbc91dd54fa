import type { BriefQuestion } from "../brief-question.ts";

/** What is told of a recommendation's asking, in the reader's language. */
export type AskedFacts = {
  body: string;
  report: string;
  published?: string | undefined;
  to: string;
  times: number;
  first?: string | undefined;
};

/** What a question names: whom, and what of it is known. */
export type QuestionFacts = {
  who: string;
  what?: string | undefined;
  due?: string | undefined;
  first?: string | undefined;
  days?: number | undefined;
  moves?: number | undefined;
  level?: string | undefined;
};

/** The sentences of a briefing in one language. */
export type BriefWording = {
  asked: (facts: AskedFacts) => string;
  nobody: string;
  more: (count: number) => string;
  said: (facts: { who: string; position: string; reported?: string | undefined }) => string;
  found: (facts: { who: string; assessed?: string | undefined; closed?: string | undefined }) => string;
  overdue: (count: number, days: number) => string;
  nothingOverdue: string;
  questions: Readonly<Record<BriefQuestion, (facts: QuestionFacts) => string>>;
};

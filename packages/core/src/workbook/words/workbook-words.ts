import type { ColumnName } from "../columns/columns.ts";

/** What a workbook says in one language, and what is said of one that came back. */
export type WorkbookWords = {
  /** The names of the sheets: at most 31 signs, none of them []:*?/\. */
  sheets: { instructions: string; answers: string };
  title: (name: string, day: string) => string;
  steps: readonly string[];
  columns: Record<ColumnName, string>;
  yes: string;
  no: string;
  /** In what was said before: a promise, and what is owed by when. */
  promised: string;
  by: (what: string, due: string) => string;
  faults: {
    choice: (all: string) => string;
    needed: string;
    day: string;
    due: string;
    year: string;
    formula: string;
    notAsked: string;
    promise: string;
    pasted: string;
    reference: string;
    twice: string;
    saidBefore: (row: number) => string;
    unknown: string;
    notYours: string;
    future: string;
    done: string;
    passed: string;
    text: string;
    other: (detail: string) => string;
  };
  skipped: { empty: string; answered: string; already: string; otherwise: string; over: string };
  warnings: { deleted: string; lacks: (what: string) => string; since: string };
  lacksEvidence: string;
  refusals: {
    file: string;
    unknown: string;
    format: string;
    otherOrganization: (name: string) => string;
    sheet: (name: string) => string;
    column: (name: string) => string;
    rows: (rows: number) => string;
    manyRows: (sheet: string, most: number) => string;
  };
};

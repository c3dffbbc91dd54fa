import type { Issue } from "@heed/core";
import { rowsOf } from "@heed/core/domain-error";
import type { Label } from "@heed/core/label";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import { workbookWords } from "@heed/core/workbook/words/words";
import type { WorkbookWords } from "@heed/core/workbook/words/workbook-words";
import type { RowFacts } from "@heed/core/workbook/workbook";
import type { RowOutcome, Told } from "./compare-row.ts";

type Row = { row: number; facts?: RowFacts };

/** What is told of the rows of a workbook, by its reason. */
export class ToldRows {
  readonly rejected: Issue[] = [];
  private readonly skipped = new Map<string, Issue[]>();
  private readonly warnings = new Map<string, Issue[]>();
  private readonly words: WorkbookWords;
  private readonly file: string;
  private readonly sheet: string;

  constructor(file: string, sheet: string, language: keyof Label) {
    this.words = workbookWords(language);
    this.file = file;
    this.sheet = sheet;
  }

  /** Tells something of a row. */
  inSheet({ row }: Row): Told {
    return { words: this.words, issue: (issue) => ({ sheet: this.sheet, row, ...issue }) };
  }

  skip(why: keyof WorkbookWords["skipped"], row: Row): void {
    add(this.skipped, this.words.skipped[why], this.placeOf(row, this.words.skipped[why]));
  }

  reject(issues: readonly Issue[]): void {
    this.rejected.push(...issues.map((issue) => ({ file: this.file, ...issue })));
  }

  outcome(row: Row, outcome: RowOutcome): void {
    if ("faults" in outcome) this.reject(outcome.faults);
    else if ("skipped" in outcome) this.skip(outcome.skipped, row);
    else for (const detail of outcome.warnings) add(this.warnings, detail, this.placeOf(row, detail));
  }

  deleted(rows: readonly RowFacts[]): void {
    const { deleted: detail } = this.words.warnings;
    for (const { reference } of rows) add(this.warnings, detail, { file: this.file, value: reference, detail });
  }

  result(): Pick<ImportResult, "skipped" | "rejected" | "rejectedRows" | "warnings"> {
    const { rejected } = this;
    return {
      skipped: [...this.skipped].map(([why, examples]) => ({ why, rows: examples.length, examples })),
      ...{ rejected, rejectedRows: rowsOf(rejected) },
      warnings: [...this.warnings].map(([detail, examples]) => ({ detail, rows: examples.length, examples })),
    };
  }

  private placeOf({ row, facts }: Row, detail: string): Issue {
    return { file: this.file, sheet: this.sheet, row, ...(facts && { value: facts.reference }), detail };
  }
}

function add(told: Map<string, Issue[]>, why: string, issue: Issue): void {
  told.set(why, [...(told.get(why) ?? []), issue]);
}

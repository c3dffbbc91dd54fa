import type { Label } from "../label.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { ColumnName, ReferenceColumn, WorkbookAct } from "./columns/columns.ts";

/** The form of a workbook that this version writes and reads. */
export const workbookFormat = "1";

/** What a machine needs of a row, and a person does not see. */
export type RowFacts = {
  /** Which row of the workbook it is, wherever it stands. */
  key: string;
  act: WorkbookAct;
  followUp: Id;
  /** How many answers it had when the workbook was made. */
  said: number;
  /** How often the issuing body had found or decided something then. */
  found: number;
  reference: string;
  report: string;
};

/** What a workbook is, and for whom. */
export type WorkbookFacts = { format: string; language: keyof Label; organization: Id; name: string; day: Day };

/** A text, or a day that is shown as one. */
export type ReferenceCell = string | { day: Day };

export type WorkbookRow = RowFacts & {
  cells: Readonly<Record<ReferenceColumn, ReferenceCell>>;
  /** The year that an update would be about. */
  year: string;
};

/** A workbook that goes out: a row for each thing that an organization can answer. */
export type Workbook = WorkbookFacts & { rows: readonly WorkbookRow[] };

/** A cell that came back; `fault` where it has a formula or an error instead of a value. */
export type FilledCell = { text: string; fault?: boolean };

/** A row that came back, by its number in the sheet. */
export type FilledRow = { row: number; key: string; cells: Readonly<Partial<Record<ColumnName, FilledCell>>> };

/** A workbook that came back. */
export type FilledWorkbook = WorkbookFacts & {
  sheet: string;
  known: readonly RowFacts[];
  rows: readonly FilledRow[];
};

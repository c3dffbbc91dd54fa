/** What a row of a workbook is for: its owner answers, or reports. A promise can stand in both. */
export type WorkbookAct = "respond" | "update";

/** What is asked in a cell: a choice of a list, a text, a day, a due date, a year, or yes or no. */
export type AskedKind = "position" | "level" | "yesNo" | "text" | "day" | "dueDate" | "year";

/** What a row is about: told, and locked. */
export const referenceColumns = ["reference", "report", "text", "owed", "due", "said", "found"] as const;
export type ReferenceColumn = (typeof referenceColumns)[number];

/** What is filled in, in which rows, and which property of which act it becomes. */
export const askedColumns = {
  position: { kind: "position", rows: ["respond"], act: "respond", property: "position" },
  reason: { kind: "text", rows: ["respond"], act: "respond", property: "reason" },
  year: { kind: "year", rows: ["update"], act: "update", property: "reportingYear" },
  level: { kind: "level", rows: ["update"], act: "update", property: "level" },
  narrative: { kind: "text", rows: ["update"], act: "update", property: "narrative" },
  asOf: { kind: "day", rows: ["update"], act: "update", property: "asOf" },
  claim: { kind: "yesNo", rows: ["update"], act: "update", property: "claim" },
  promise: { kind: "text", rows: ["respond", "update"], act: "commit", property: "description" },
  promiseDue: { kind: "dueDate", rows: ["respond", "update"], act: "commit", property: "due" },
} as const satisfies Record<string, AskedColumn>;

export type AskedColumn = {
  kind: AskedKind;
  rows: readonly WorkbookAct[];
  act: WorkbookAct | "commit";
  property: string;
};
export type AskedName = keyof typeof askedColumns;
export const askedNames = Object.keys(askedColumns) as readonly AskedName[];

export type ColumnName = ReferenceColumn | AskedName;

/** The columns in their order, behind the hidden one with the key of the row. */
export const columnNames: readonly ColumnName[] = [...referenceColumns, ...askedNames];

export function isAskedIn(name: AskedName, act: WorkbookAct): boolean {
  const rows: readonly WorkbookAct[] = askedColumns[name].rows;
  return rows.includes(act);
}

/** The column of a property of an act. */
export function columnOf(act: AskedColumn["act"], property: string | undefined): AskedName | undefined {
  return askedNames.find((name) => askedColumns[name].act === act && askedColumns[name].property === property);
}

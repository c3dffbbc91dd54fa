import type { Issue } from "../domain-error.ts";
import type { Label } from "../label.ts";
import { columnName } from "../text/plain-text.ts";
import { type AskedColumn, type AskedName, askedColumns, askedNames, isAskedIn } from "./columns/columns.ts";
import { matterOf } from "./matter-of.ts";
import { readCell } from "./read-cell.ts";
import { workbookWords } from "./words/words.ts";
import type { FilledRow, FilledWorkbook, RowFacts } from "./workbook.ts";

/** An act that a row says. */
export type WorkbookInput = { act: AskedColumn["act"]; input: Record<string, unknown> };

/** What a row says: nothing, what is wrong with it, or what it would draft. */
export type ReadRow = { row: number; facts?: RowFacts } & Said;

/** Every row of a workbook that came back, and the rows that are missing. `language`: in which faults are told. */
export function readWorkbookRows(
  workbook: FilledWorkbook,
  language: keyof Label,
): { rows: readonly ReadRow[]; deleted: readonly RowFacts[] } {
  const known = new Map(workbook.known.map((each) => [each.key, each]));
  const keys = workbook.rows.map(({ key }) => key.trim());
  const rows = workbook.rows.flatMap((row): ReadRow[] => {
    const facts = known.get(row.key.trim());
    if (facts === undefined && isBlank(row)) return [];
    return [{ row: row.row, ...(facts && { facts }), ...readRow(workbook, row, facts, { language, keys }) }];
  });
  const deleted = workbook.known.filter(({ key }) => !keys.includes(key));
  return { rows: saidOnce(rows, workbook.sheet, language), deleted };
}

/** What an earlier row says of the same follow-up already is a fault of the later one. */
function saidOnce(rows: readonly ReadRow[], sheet: string, language: keyof Label): readonly ReadRow[] {
  const { columns, faults: told } = workbookWords(language);
  const firstRows = new Map<string, number>();
  return rows.map((row) => {
    if (row.says !== "acts") return row;
    const { followUp, reference: value } = row.facts;
    const faults = row.acts.flatMap((act): Issue[] => {
      const matter = `${followUp} ${matterOf(act)}`;
      const first = firstRows.get(matter);
      if (first === undefined) firstRows.set(matter, row.row);
      return first === undefined
        ? []
        : [{ sheet, row: row.row, name: columns[firstColumn[act.act]], value, detail: told.saidBefore(first) }];
    });
    return faults.length === 0 ? row : { row: row.row, facts: row.facts, says: "faults", faults };
  });
}

/** Where it is told that an act is said twice. */
const firstColumn = { respond: "position", update: "year", commit: "promise" } as const satisfies Record<
  AskedColumn["act"],
  AskedName
>;

type Said =
  | { says: "nothing" }
  | { says: "faults"; faults: readonly Issue[] }
  | { says: "acts"; facts: RowFacts; acts: readonly WorkbookInput[] };

function readRow(
  { sheet, language: written }: FilledWorkbook,
  { row, cells }: FilledRow,
  facts: RowFacts | undefined,
  { language, keys }: { language: keyof Label; keys: readonly string[] },
): Said {
  const { faults: told, columns } = workbookWords(language);
  const faults: Issue[] = [];
  const fault = (name: AskedName | "reference" | "report" | undefined, detail: string) => {
    const value = name && cells[name]?.text;
    faults.push({ sheet, row, ...(name && { name: columns[name] }), ...(value && { value }), detail });
  };
  if (facts === undefined) {
    fault("reference", told.pasted);
    return { says: "faults", faults };
  }
  if (!isFilled(facts, cells)) return { says: "nothing" };
  if (keys.filter((key) => key === facts.key).length > 1) fault("reference", told.twice);
  for (const name of ["reference", "report"] as const)
    if (columnName(cells[name]?.text ?? "") !== columnName(facts[name])) fault(name, told.reference);
  const inputs = new Map<AskedColumn["act"], Record<string, unknown>>();
  for (const name of askedNames) {
    const { kind, act, property } = askedColumns[name];
    const cell = cells[name];
    if (cell === undefined || (cell.text.trim() === "" && !cell.fault)) continue;
    if (cell.fault) fault(name, told.formula);
    else if (!isAskedIn(name, facts.act)) fault(name, told.notAsked);
    else {
      const read = readCell(kind, cell.text, written, language);
      if ("fault" in read) fault(name, read.fault);
      else inputs.set(act, { ...inputs.get(act), [property]: read.value });
    }
  }
  // The year stands there from the beginning: it says nothing alone.
  if (Object.keys(inputs.get("update") ?? {}).join() === "reportingYear") inputs.delete("update");
  if (faults.length === 0) {
    if (inputs.get("respond") && inputs.get("respond")?.position === undefined) fault("position", told.needed);
    if (inputs.get("update") && inputs.get("update")?.level === undefined) fault("level", told.needed);
    if (inputs.get("update") && inputs.get("update")?.reportingYear === undefined) fault("year", told.year);
    if (inputs.get("commit") && inputs.get("commit")?.description === undefined) fault("promise", told.promise);
  }
  if (faults.length > 0) return { says: "faults", faults };
  return { says: "acts", facts, acts: [...inputs].map(([act, input]) => ({ act, input })) };
}

function isFilled({ act }: RowFacts, cells: FilledRow["cells"]): boolean {
  return askedNames.some((name) => (name !== "year" || act === "respond") && isSaid(cells[name]));
}

function isBlank({ key, cells }: FilledRow): boolean {
  return key.trim() === "" && !Object.values(cells).some(isSaid);
}

function isSaid(cell: FilledRow["cells"][AskedName]): boolean {
  return cell !== undefined && (cell.fault === true || cell.text.trim() !== "");
}

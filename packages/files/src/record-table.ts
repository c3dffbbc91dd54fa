import { type Id, type LocalizedText, type RecordFile, textIn } from "@heed/core";
import { withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import { cellsOf, entryColumns } from "./entry-cells.ts";
import { csvLine, escaped } from "./write-csv.ts";
import { workbookOf } from "./write-workbook.ts";

const placeColumns = [
  "report",
  "issuingBody",
  "recommendation",
  "title",
  "text",
  "addressee",
  "role",
  "followUp",
] as const;
/** The columns of a record written as a table; examples/mappings/heed-export.yaml reads them back. */
export const tableColumns: readonly string[] = [...placeColumns, ...entryColumns];

type Items = AsyncIterable<{ list: string; item: unknown }>;
type FollowUpItem = RecordFile["followUps"][number];

/**
 * A record for people who use spreadsheets: a row for each entry, and one for each follow-up without entries.
 * Organizations, reports and recommendations must come before the follow-ups that name them, as in the record's own
 * format; they are kept in memory.
 */
export async function* tableRows(items: Items, lang?: string): AsyncGenerator<string[]> {
  const names = new Map<Id, string>();
  const reports = new Map<Id, { reference: string; issuingBody: string; authenticLanguages: readonly string[] }>();
  const recommendations = new Map<Id, string[]>();
  const text = (each: LocalizedText | undefined, authenticLanguages?: readonly string[]) =>
    each === undefined ? "" : textIn(each, lang, authenticLanguages);
  for await (const { list, item } of items)
    if (list === "organizations") {
      const { id, name } = item as RecordFile["organizations"][number];
      names.set(id, text(name));
    } else if (list === "reports") {
      const { id, reference, issuingBody, authenticLanguages } = item as RecordFile["reports"][number];
      reports.set(id, { reference, issuingBody: names.get(issuingBody) ?? issuingBody, authenticLanguages });
    } else if (list === "recommendations") {
      const { id, report, reference, issuingBody, title, text: own } = item as RecordFile["recommendations"][number];
      const of = reports.get(report);
      const body = issuingBody === undefined ? of?.issuingBody : names.get(issuingBody);
      recommendations.set(id, [
        of?.reference ?? "",
        body ?? "",
        reference,
        ...[title, own].map((each) => text(each, of?.authenticLanguages)),
      ]);
    } else if (list === "followUps") {
      const { id, recommendation, addressee, nameAtIssue, role, entries } = item as FollowUpItem;
      const nameOf = (organization: Id) => names.get(organization) ?? organization;
      const name = nameAtIssue ?? nameOf(addressee);
      const place = [...(recommendations.get(recommendation) ?? Array(5).fill("")), name, role, id];
      if (entries.length === 0) yield [...place, ...entryColumns.map(() => "")];
      for (const entry of withAmendedBy(entries)) yield [...place, ...cellsOf(entry, nameOf)];
    }
}

/** The table as CSV, in pieces. An apostrophe is put before a text that looks like a formula. */
export async function* tableCsv(rows: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield csvLine(tableColumns);
  for await (const row of rows) yield csvLine(row.map(escaped));
}

/** The table as a workbook. It is built in memory, so up to 100,000 rows. Throws invalidInput beyond that. */
export function tableWorkbook(rows: AsyncIterable<string[]>): Promise<Buffer> {
  return workbookOf(
    { head: tableColumns, rows: oneByOne(rows) },
    { sheet: "Entries", maxRows: 100_000, nameOf: (row) => String(row[7]) },
  );
}

async function* oneByOne(rows: AsyncIterable<string[]>): AsyncGenerator<string[][]> {
  for await (const row of rows) yield [row];
}

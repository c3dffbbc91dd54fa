import type { Reader } from "../access/reader.ts";
import { DomainError } from "../domain-error.ts";
import { addresseeKinds } from "../follow-up/levels.ts";
import { yearToReport } from "../follow-up/standing/year-to-report.ts";
import type { Label } from "../label.ts";
import { textIn } from "../localized-text.ts";
import type { ObligationItem } from "../read-models/obligation-item.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { WorkbookAct } from "./columns/columns.ts";
import { answersTo, foundIn } from "./counted-entries.ts";
import { referenceCells } from "./reference-cells.ts";
import { type Workbook, type WorkbookRow, workbookFormat } from "./workbook.ts";

/** A person fills in no more than this. */
const mostRows = 2_000;

type Asked = { reads: TrackerReads; reader: Reader; organization: Id; today: Day; language: keyof Label };

/**
 * What an organization owes, with those for which it answers, as a workbook: a row for each answer and each report that is owed, the
 * first due first. Errors: notFound; invalidInput when it owes more than a workbook holds.
 */
export async function makeWorkbook({ reads, reader, organization, today, language }: Asked): Promise<Workbook> {
  const found = (await reads.organizationsById([organization])).get(organization);
  if (found === undefined) throw new DomainError("notFound", `there is no organization with the id ${organization}`);
  const settings = await reads.settings();
  const rows: WorkbookRow[] = [];
  for (const { followUp, act, owed } of await owedRows({ reads, reader, organization, today })) {
    const detail = await reads.followUp(reader, followUp, today);
    if (detail === undefined) continue;
    const cells = referenceCells({ detail, owed, today, language, settings });
    rows.push({
      ...{ key: String(rows.length + 1), act, followUp, cells },
      said: answersTo(act, detail.case.entries),
      found: foundIn(detail.case.entries),
      reference: String(cells.reference),
      report: String(cells.report),
      year: String(yearToReport({ cycles: detail.case.cycles, owed, day: today })),
    });
  }
  const name = textIn(found.name, language);
  return { format: workbookFormat, language, organization, name, day: today, rows };
}

type OwedRow = { followUp: Id; act: WorkbookAct; owed: ObligationItem[] };

async function owedRows({ reads, reader, organization, today }: Omit<Asked, "language">): Promise<OwedRow[]> {
  const filter = {
    kind: addresseeKinds,
    asOf: today,
    responsible: await reads.answeredFor([organization], today),
  };
  const rows = new Map<string, OwedRow>();
  for await (const batch of reads.obligationItems(reader, filter))
    for (const item of batch) {
      const act = item.kind === "response" ? "respond" : "update";
      const key = `${act} ${item.followUp}`;
      const row = rows.get(key) ?? { followUp: item.followUp, act, owed: [] };
      row.owed.push(item);
      rows.set(key, row);
      if (rows.size > mostRows)
        throw new DomainError("invalidInput", `it owes more than the ${mostRows} answers that a workbook holds`);
    }
  return [...rows.values()];
}

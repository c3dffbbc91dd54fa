import { DomainError, dayOf, type Issue } from "@heed/core";
import { rowsOf } from "@heed/core/domain-error";
import type { Label } from "@heed/core/label";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import { requireMayDraftFor } from "@heed/core/workbook/may-draft";
import { readWorkbookRows } from "@heed/core/workbook/read-workbook";
import { workbookWords } from "@heed/core/workbook/words/words";
import type { FilledWorkbook } from "@heed/core/workbook/workbook";
import { lockAuditShared } from "../audit/audit-lock.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { type DraftActing, performDraftActIn } from "../drafts/perform-draft-act.ts";
import { lockFollowUp } from "../entries/append-entries.ts";
import { readAnsweredFor } from "../organizations/answered-for.ts";
import { readBodiesOfActor } from "../organizations/bodies-of-actor.ts";
import { compareRow, type RowOutcome } from "./compare-row.ts";
import { ToldRows } from "./told-rows.ts";

export type WorkbookTaking = Omit<DraftActing, "request"> & {
  workbook: FilledWorkbook;
  /** The name of the file, for what is told of it. */
  file: string;
  /** In which language that is told. */
  language: keyof Label;
  /** Tell what would happen, and change nothing. */
  dryRun: boolean;
  /** Leave faulty rows out; without it one refuses the whole file. */
  skipInvalid: boolean;
  whenDone?: (sql: Sql, result: ImportResult) => Promise<void>;
};

/**
 * Makes drafts of what a workbook answers, all in one transaction. What was answered since it was made, and what lies in draft, is
 * told and left as it is; so a workbook that comes twice makes nothing the second time. Errors: missingPermission for another
 * organization's workbook; rowsRejected, with sheet, row and column of each fault, without `skipInvalid`.
 */
export function takeWorkbook(database: Database, taking: WorkbookTaking): Promise<ImportResult> {
  const { workbook, language, person, at, settings, whenDone } = taking;
  return database.transaction(
    async (sql) => {
      await lockAuditShared(sql);
      const today = dayOf(settings, at);
      await requireMayDraftFor(person, workbook.organization, {
        // Also for what has become one of theirs.
        answeredFor: async (held) =>
          readBodiesOfActor(sql, { organizations: await readAnsweredFor(sql, held, today), today }),
        otherwise: `${taking.file} ${workbookWords(language).refusals.otherOrganization(workbook.name)}`,
      });
      // In one order for everybody, so that two workbooks never wait for each other.
      const followUps = [...new Set(workbook.known.map(({ followUp }) => followUp))].sort();
      for (const followUp of followUps) await lockFollowUp(sql, followUp);
      const result = await takenIn(sql, taking);
      await whenDone?.(sql, result);
      return result;
    },
    { together: true },
  );
}

async function takenIn(sql: Sql, taking: WorkbookTaking): Promise<ImportResult> {
  const { workbook, file, language, dryRun, skipInvalid, whenDone: _, ...acting } = taking;
  const { rows, deleted } = readWorkbookRows(workbook, language);
  const told = new ToldRows(file, workbook.sheet, language);
  const outcomes: RowOutcome[] = [];
  for (const row of rows) {
    if (row.says === "nothing") told.skip("empty", row);
    else if (row.says === "faults") told.reject(row.faults);
    else {
      const outcome = await compareRow(sql, acting, row, told.inSheet(row));
      outcomes.push(outcome);
      told.outcome(row, outcome);
    }
  }
  told.deleted(deleted);
  const { rejected } = told;
  if (rejected.length > 0 && !skipInvalid) throw rowsRejected(file, rejected, language);
  const made = outcomes.flatMap((outcome) => ("drafts" in outcome ? outcome.drafts : []));
  if (!dryRun)
    for (const { followUp, ...input } of made)
      await performDraftActIn(sql, { ...acting, act: "makeDraft", thing: followUp, input });
  return { ...nothingImported, dryRun, rows: rows.length, drafts: made.length, ...told.result() };
}

function rowsRejected(file: string, issues: readonly Issue[], language: keyof Label): DomainError {
  return new DomainError("rowsRejected", `${file}: ${workbookWords(language).refusals.rows(rowsOf(issues))}`, issues);
}

const nothingImported = {
  created: { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 },
  ...{ unchanged: 0, corrected: 0, correctedReports: 0, correctedEntries: 0, withoutAddressee: 0 },
} satisfies Partial<ImportResult>;

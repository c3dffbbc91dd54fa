import { type DomainError, dayOf, type Id, type Issue } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import { type AskedName, askedColumns, columnOf } from "@heed/core/workbook/columns/columns";
import { answersTo, foundIn } from "@heed/core/workbook/counted-entries";
import { matterOf } from "@heed/core/workbook/matter-of";
import type { ReadRow, WorkbookInput } from "@heed/core/workbook/read-workbook";
import type { WorkbookWords } from "@heed/core/workbook/words/workbook-words";
import { orRefused } from "../acts/or-refused.ts";
import { permitAct } from "../acts/permit-act.ts";
import type { Sql } from "../connection/sql.ts";
import { loadCase } from "../derived/load-cases.ts";
import type { DraftReading } from "../drafts/draft-reading.ts";
import { foresee } from "../drafts/foresee.ts";
import { readDrafts } from "../drafts/read-drafts.ts";

/** How something is told of a row. */
export type Told = { words: WorkbookWords; issue: (issue: Omit<Issue, "sheet" | "row">) => Issue };

/** What becomes of a row: drafts with what is to be said of them, its faults, or why it is left out. */
export type RowOutcome =
  | { drafts: readonly (WorkbookInput & { followUp: Id })[]; warnings: readonly string[] }
  | { faults: readonly Issue[] }
  | { skipped: keyof WorkbookWords["skipped"] };

/** Compares a row with the follow-up as it now is, and with what lies in draft. */
export async function compareRow(
  sql: Sql,
  reading: DraftReading,
  { facts, acts }: ReadRow & { says: "acts" },
  told: Told,
): Promise<RowOutcome> {
  const { followUp } = facts;
  const { words } = told;
  const fault = (detail: string) => ({
    faults: [told.issue({ name: words.columns.reference, value: facts.reference, detail })],
  });
  const followUpCase = await loadCase(sql, followUp);
  if (followUpCase === undefined) return fault(words.faults.unknown);
  // Who does not answer for it learns nothing of what was said there.
  const { person, at, settings } = reading;
  const asked = { case: followUpCase, at, today: dayOf(settings, at), settings, newId: () => "new" };
  const { error: refused } = await orRefused(() =>
    Promise.all([...new Set(acts.map(({ act }) => act))].map((act) => permitAct(sql, act, person, asked))),
  );
  if (refused !== undefined) return fault(refused.code === "notFound" ? words.faults.unknown : words.faults.notYours);
  const { entries } = followUpCase;
  if (answersTo(facts.act, entries) !== facts.said) return { skipped: "answered" };
  const standing = (await readDrafts(sql, reading, { followUp: [followUp] }, {})).items;
  const kept: WorkbookInput[] = [];
  let there: "already" | "otherwise" | undefined;
  for (const each of acts) {
    const draft = standing.find((other) => matterOf(other) === matterOf(each));
    if (draft === undefined) kept.push(each);
    else if (canonical(draft.input) !== canonical(each.input)) there = "otherwise";
    else there ??= "already";
  }
  if (there === "otherwise" || kept.length === 0) return { skipped: there ?? "already" };
  const faults: Issue[] = [];
  const lacks: string[] = [];
  for (const { act, input } of kept) {
    const { error } = await orRefused(() => foresee(sql, reading, { followUp, act, input }));
    if (error === undefined) continue;
    if (error.code === "missingPermission") return fault(words.faults.notYours);
    if (error.code === "invalidStateTransition") return { skipped: "over" };
    for (const issue of issuesOf(error)) {
      const column = columnOf(act, issue.name?.split(".")[0]);
      if (column === undefined) lacks.push(issue.name === "evidence" ? words.lacksEvidence : issue.detail);
      else
        faults.push(
          told.issue({
            name: words.columns[column],
            ...(issue.value !== undefined && { value: issue.value }),
            detail: refusalOf(words, column, issue),
          }),
        );
    }
  }
  if (faults.length > 0) return { faults };
  return {
    drafts: kept.map((each) => ({ ...each, followUp })),
    warnings: [...lacks.map(words.warnings.lacks), ...(foundIn(entries) === facts.found ? [] : [words.warnings.since])],
  };
}

function issuesOf({ issues, message }: DomainError): readonly Issue[] {
  return issues.length > 0 ? issues : [{ detail: message }];
}

/** Why an act refuses what a column says, in the words of the report. */
function refusalOf({ faults }: WorkbookWords, column: AskedName, { detail }: Issue): string {
  switch (askedColumns[column].kind) {
    case "day":
    case "year":
      return faults.future;
    case "dueDate":
      return faults.passed;
    case "level":
    case "yesNo":
      return faults.done;
    case "text":
      return faults.text;
    default:
      return faults.other(detail);
  }
}

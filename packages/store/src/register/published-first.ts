import { DomainError, type Id, type Issue, type Report, type Settings } from "@heed/core";
import { liveEntries } from "@heed/core/follow-up/entries/live-entries";
import { publishedFrom } from "@heed/core/report/publication-day";
import type { Sql } from "../connection/sql.ts";
import { loadCases } from "../derived/load-cases.ts";
import { levelOverridesOf } from "../recommendations/overridden.ts";

/** As many as one reads. */
const issuesTold = 20;

type Corrected = {
  before: Report;
  after: Report;
  recommendations: readonly { id: Id; followUps: readonly { id: Id }[] }[];
};

/**
 * Refuses a correction by which a report would be published only after something was answered to it or found about it,
 * as an act of before the report is refused. What was so before the correction stays. Errors: invalidInput, with the
 * days.
 */
export async function requirePublishedFirst(
  sql: Sql,
  { before, after, recommendations }: Corrected,
  settings: Settings,
): Promise<void> {
  const from = publishedFrom(after);
  const old = publishedFrom(before);
  if (from === undefined || (old !== undefined && from <= old)) return;
  const issues: Issue[] = [];
  const add = (what: string, on: string) => {
    if (on < from && on >= (old ?? on))
      issues.push({ name: "publishedOn", value: from, detail: `${what} is of ${on}, before that` });
  };
  const followUps = recommendations.flatMap((each) => each.followUps.map(({ id }) => id));
  for await (const cases of loadCases(sql, followUps))
    for (const { followUp, entries } of cases)
      for (const { entry, from: on } of liveEntries(entries, settings))
        add(`the ${entry.type} ${entry.id} of the follow-up ${followUp.id}`, on);
  const ids = recommendations.map(({ id }) => id);
  for (const { id, on } of await levelOverridesOf(sql, ids)) add(`the override ${id}`, on);
  if (issues.length > 0)
    throw new DomainError(
      "invalidInput",
      `the report would be published on ${from}, after what was answered to it or found`,
      issues.slice(0, issuesTold),
    );
}

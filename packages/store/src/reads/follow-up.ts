import {
  type Day,
  type Entry,
  type FollowUpCase,
  type FollowUpDetail,
  type Id,
  type Instant,
  maySeeConfidential,
  type Reader,
  type Settings,
  type Standing,
  standing,
  withoutConfidential,
} from "@heed/core";
import { inUtc } from "../entries/entry-rows.ts";
import { recommendationOf, reportOf } from "../import/record-rows.ts";
import { loadCase } from "../projection/load-cases.ts";
import type { Database } from "../sql.ts";
import { recommendationsAsKnown, reportsAsKnown } from "./known-at/as-known.ts";
import { organizationRefs } from "./organization-refs.ts";
import { visibleTo } from "./visibility.ts";
import { Where } from "./where.ts";

/** One follow-up with all its entries; its standing is asked of standing() itself, so `knownAt` works too (decision 10). */
export async function readFollowUp(
  database: Database,
  reader: Reader,
  id: Id,
  asOf: Day,
  settings: Settings,
  knownAt?: Instant,
): Promise<FollowUpDetail | undefined> {
  const moment = knownAt === undefined ? undefined : inUtc(knownAt);
  const where = visibleTo(reader, new Where(database.dialect).and("f.id = ?", id), "p");
  if (moment !== undefined) where.and("f.recorded_at <= ?", moment);
  const recommendations = moment === undefined ? "recommendation" : recommendationsAsKnown;
  const reports = moment === undefined ? "report" : reportsAsKnown(database.dialect);
  const known = moment === undefined ? [] : [moment];
  const [row] = await database.all<{ recommendation: Id; report: Id; version: number }>(
    `SELECT f.recommendation_id AS recommendation, r.report_id AS report, f.version
     FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id JOIN ${reports} p ON p.id = r.report_id
     WHERE ${where.text}`,
    [...known, ...where.values],
  );
  if (row === undefined) return undefined;
  const [recommendation] = await database.all<Parameters<typeof recommendationOf>[0]>(
    `SELECT r.*, p.issuing_body_id AS report_issuing_body
     FROM ${recommendations} r JOIN report p ON p.id = r.report_id WHERE r.id = ?`,
    [...known, row.recommendation],
  );
  const [report] = await database.all<Parameters<typeof reportOf>[0]>(`SELECT p.* FROM ${reports} p WHERE p.id = ?`, [
    ...known,
    row.report,
  ]);
  const followUpCase = await loadCase(database, id, moment);
  if (recommendation === undefined || report === undefined || followUpCase === undefined) return undefined;
  const derived = standing(followUpCase, asOf, settings);
  const { addressee } = followUpCase.followUp;
  const responsible = derived?.responsible.organization ?? addressee;
  const refs = await organizationRefs(database, [addressee, responsible]);
  const { entries, hiddenActs } = await visibleEntries(database, reader, followUpCase, derived);
  return {
    case: { ...followUpCase, entries },
    recommendation: recommendationOf(recommendation),
    report: reportOf(report),
    addressee: refs.get(addressee),
    responsible: refs.get(responsible),
    // Who may act sees all; for others an act of which they see nothing is none (decision 20).
    version: row.version - hiddenActs,
    standing: derived,
  };
}

/** What the reader may see of what was said, and how many acts made nothing of it. */
async function visibleEntries(
  database: Database,
  reader: Reader,
  { followUp, entries }: FollowUpCase,
  derived: Standing | undefined,
): Promise<{ entries: readonly Entry[]; hiddenActs: number }> {
  if (maySeeConfidential(reader, followUp.addressee, derived)) return { entries, hiddenActs: 0 };
  const { visible, hidden } = withoutConfidential(entries);
  if (hidden.length === 0) return { entries: visible, hiddenActs: 0 };
  const moments = new Where(database.dialect).andAmong(
    "at",
    hidden.map(({ recordedAt }) => recordedAt),
  );
  const [row] = await database.all<{ acts: number }>(
    `SELECT count(*) AS acts FROM audit_record WHERE follow_up_id = ? AND action <> 'import' AND ${moments.text}`,
    [followUp.id, ...moments.values],
  );
  return { entries: visible, hiddenActs: row?.acts ?? 0 };
}

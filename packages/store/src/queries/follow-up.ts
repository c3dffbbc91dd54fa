import {
  type Day,
  type Entry,
  type FollowUpCase,
  type Id,
  type Instant,
  type Reader,
  type Settings,
  type Standing,
  standing,
  withoutConfidential,
} from "@heed/core";
import { maySeeConfidential } from "@heed/core/access/visibility";
import { responsibleNow } from "@heed/core/acts/act";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { OpenSuccession } from "@heed/core/read-models/open-succession";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import { visibleTo } from "../access/visibility.ts";
import type { Database } from "../connection/sql.ts";
import { recommendationsAsKnown, reportsAsKnown } from "../derived/as-known.ts";
import { loadCase } from "../derived/load-cases.ts";
import { confidentialImport } from "../import/import-run.ts";
import { type Coordination, readCoordination } from "../organizations/coordination.ts";
import { Where } from "../statements/where.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { recommendationColumns, recommendationOf, type StoredRecommendation } from "../tables/recommendation-rows.ts";
import { reportColumns, reportOf, type StoredReport } from "../tables/report-rows.ts";
import { withoutUnseenCitations } from "./ground-refs.ts";
import { organizationRefs } from "./organization-refs.ts";

/** One follow-up with all its entries. standing() itself derives its standing, so `knownAt` works too (D16). */
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
  const knownReport = [...known, ...known];
  const [row] = await database.all<{ recommendation: Id; report: Id; version: number }>(
    `SELECT f.recommendation_id AS recommendation, r.report_id AS report, f.version
     FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id JOIN ${reports} p ON p.id = r.report_id
     WHERE ${where.text}`,
    [...knownReport, ...where.values],
  );
  if (row === undefined) return undefined;
  const [recommendation] = await database.all<StoredRecommendation>(
    `SELECT ${recommendationColumns}
     FROM ${recommendations} r JOIN report p ON p.id = r.report_id WHERE r.id = ?`,
    [...known, row.recommendation],
  );
  const [report] = await database.all<StoredReport>(`SELECT ${reportColumns("p")} FROM ${reports} p WHERE p.id = ?`, [
    ...knownReport,
    row.report,
  ]);
  const followUpCase = await loadCase(database, id, moment);
  if (recommendation === undefined || report === undefined || followUpCase === undefined) return undefined;
  const { addressee } = followUpCase.followUp;
  const coordination = await readCoordination(database);
  const { entries, hiddenActs } = await visibleEntries(
    database,
    { ...reader, today: reader.today ?? asOf },
    followUpCase,
    settings,
    coordination,
    moment,
  );
  // The standing is the same for everybody, but its reasons must not name hidden entries.
  const derived = standing({ ...followUpCase, entries }, asOf, settings);
  const responsible = derived?.responsible.organization ?? addressee;
  const [coordinator] = coordination(responsible, asOf, moment);
  const refs = await organizationRefs(database, [
    ...[addressee, responsible, ...(coordinator ? [coordinator] : [])],
    ...[derived?.responsible, derived?.issuingBody].flatMap((each) =>
      each === undefined ? [] : [each.organization, ...each.candidates],
    ),
  ]);
  const openSuccessions = successionsIn(derived, refs);
  return {
    case: { ...followUpCase, entries: await withoutUnseenCitations(database, reader, entries) },
    recommendation: recommendationOf(recommendation),
    report: reportOf(report),
    addressee: refs.get(addressee),
    responsible: refs.get(responsible),
    ...(coordinator && { coordinator: refs.get(coordinator) }),
    ...(openSuccessions.length > 0 && { openSuccessions }),
    // Actors see every act; for others, an act that made only hidden entries does not count (R59).
    version: row.version - hiddenActs,
    standing: derived,
  };
}

function successionsIn(standing: Standing | undefined, refs: { get(id: Id): OrganizationRef }): OpenSuccession[] {
  if (standing === undefined) return [];
  return (["addressee", "issuingBody"] as const).flatMap((of): OpenSuccession[] => {
    const { state, organization, candidates, since, change } = standing[of === "addressee" ? "responsible" : of];
    if (state === "answers" || since === undefined || change === undefined) return [];
    const others = candidates.map((each) => refs.get(each));
    return [{ of, state, since, change, organization: refs.get(organization), candidates: others }];
  });
}

/** What the reader may see of a follow-up as it is today, and what is hidden. */
export function seenEntries(
  reader: Reader & { today: Day },
  present: FollowUpCase,
  settings: Settings,
  coordination: Coordination,
): { visible: readonly Entry[]; hidden: readonly Entry[] } {
  const { addressee, issuingBody } = responsibleNow({ case: present, today: reader.today, settings });
  const coordinators = coordination(addressee.organization, reader.today);
  const sides = { responsible: addressee, issuingBody };
  if (maySeeConfidential(reader, present.followUp.addressee, sides, coordinators))
    return { visible: present.entries, hidden: [] };
  // What a later correction made confidential is hidden in the earlier versions too.
  return withoutConfidential(present.entries);
}

/**
 * The entries that the reader may see, and the number of acts that made only hidden ones, including acts after
 * `knownAt`. Whether the reader sees everything depends on who is responsible and who verifies today: asking about
 * another day or moment shows nobody more.
 */
async function visibleEntries(
  database: Database,
  reader: Reader & { today: Day },
  { followUp, entries, ...known }: FollowUpCase,
  settings: Settings,
  coordination: Coordination,
  knownAt: Instant | undefined,
): Promise<{ entries: readonly Entry[]; hiddenActs: number }> {
  const now = knownAt === undefined ? undefined : await loadCase(database, followUp.id);
  const present = now ?? { followUp, entries, ...known };
  const { visible, hidden } = seenEntries(reader, present, settings, coordination);
  if (visible === present.entries) return { entries, hiddenActs: 0 };
  const told = new Set(entries.map(({ id }) => id));
  return {
    entries: visible.filter(({ id }) => told.has(id)),
    hiddenActs: await hiddenActs(database, followUp.id, hidden),
  };
}

/** An act makes one entry; the action of an import tells that it brought only hidden ones. */
async function hiddenActs(database: Database, followUp: Id, hidden: readonly Entry[]): Promise<number> {
  if (hidden.length === 0) return 0;
  const rows = await database.all<{ at: Instant; action: string }>(
    "SELECT at, action FROM audit_record WHERE follow_up_id = ?",
    [followUp],
  );
  const byImport = rows.filter(({ action }) => action === confidentialImport).length;
  const acts = rows.filter(({ action }) => action !== confidentialImport && action !== "import");
  const moments = new Set(hidden.map(({ recordedAt }) => recordedAt));
  const byAct = [...moments].map((moment) =>
    Math.min(
      acts.filter(({ at }) => at === moment).length,
      hidden.filter(({ recordedAt }) => recordedAt === moment).length,
    ),
  );
  return byAct.reduce((sum, count) => sum + count, byImport);
}

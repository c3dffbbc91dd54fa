import {
  type Day,
  Entry,
  FollowUp,
  type FollowUpCase,
  type Id,
  type Instant,
  Link,
  Organization,
  type OrganizationChange,
  type Reader,
  Recommendation,
  type RecordFile,
  Report,
  ReportingCycle,
  SettingChange,
  type Settings,
  withoutConfidential,
} from "@heed/core";
import { maySeeAll } from "@heed/core/access/reader";
import { maySeeConfidential } from "@heed/core/access/visibility";
import { responsibleNow } from "@heed/core/acts/act";
import { CollectedItem } from "@heed/core/collected-item/collected-item";
import { groupedBy } from "@heed/core/grouped-by";
import { FormerVersion } from "@heed/core/recommendation/former-version";
import { LevelOverride } from "@heed/core/recommendation-standing/level-override";
import { SnapshotRow } from "@heed/core/register/snapshot";
import { FormerReport } from "@heed/core/report/former-report";
import { ReportSection } from "@heed/core/report-section/report-section";
import { visibleTo } from "../access/visibility.ts";
import type { Database, Sql, SqlValue } from "../connection/sql.ts";
import { loadCases } from "../derived/load-cases.ts";
import { type Coordination, readCoordination } from "../organizations/coordination.ts";
import { visibleItem } from "../queries/collected-items.ts";
import { withoutUnseenCitations } from "../queries/ground-refs.ts";
import { visibleSection } from "../queries/report-sections.ts";
import { withEntriesSeen } from "../queries/snapshot-entries.ts";
import { visibleGround } from "../queries/visible-ground.ts";
import { formerReportsOf } from "../recommendations/former-reports.ts";
import { formerVersionsOf } from "../recommendations/former-versions.ts";
import { readSettingChanges } from "../settings/setting-rows.ts";
import { pages } from "../statements/pages-of.ts";
import { Where } from "../statements/where.ts";
import { cycleColumns, cycleOf, type StoredCycle } from "../tables/cycle-rows.ts";
import { organizationColumns, organizationOf, type StoredOrganization } from "../tables/organization-rows.ts";
import { recommendationColumns, recommendationOf, type StoredRecommendation } from "../tables/recommendation-rows.ts";
import { reportColumns, reportOf, type StoredReport } from "../tables/report-rows.ts";

/** The lists of a record file, in their order. */
export type RecordList = Exclude<keyof RecordFile, "heed" | "@context" | "about" | "exportedFor">;
export type RecordItem = { [List in RecordList]: { list: List; item: RecordFile[List][number] } }[RecordList];

const itemsPerBatch = 1000;

/**
 * What a reader may see of the record, in Heed's own format, one item at a time. Drafts and confidential evidence leave
 * no trace for those who may not see them. Everything is read at one moment, in a fixed order, and the keys of an item
 * are in the order of its schema, so that the same record gives the same bytes.
 */
export async function* exportRecord(
  database: Database,
  reader: Reader,
  asOf: Day,
  settings: Settings,
): AsyncGenerator<RecordItem> {
  const snapshot = await database.snapshot();
  try {
    for (const item of await readSettingChanges(snapshot))
      yield { list: "settingChanges", item: inSchemaOrder(SettingChange, item) };
    // Without the days that changes give: those are told by the changes.
    for await (const row of rowsOf<StoredOrganization>(
      snapshot,
      `SELECT ${organizationColumns()} FROM organization ORDER BY id`,
    ))
      yield { list: "organizations", item: inSchemaOrder(Organization, organizationOf(row)) };
    for await (const { body } of rowsOf<Body>(snapshot, "SELECT body FROM organization_change ORDER BY id"))
      yield { list: "organizationChanges", item: JSON.parse(body) as OrganizationChange };
    const where = visibleTo(reader, new Where(snapshot.dialect), "p");
    yield* reports(snapshot, where);
    yield* recommendations(snapshot, where);
    const grounds = visibleGround(reader, new Where(snapshot.dialect), "l");
    for await (const { body } of rowsOf<Body>(snapshot, linksText(where.text, grounds.text), [
      ...where.values,
      ...where.values,
      ...grounds.values,
    ]))
      yield { list: "links", item: inSchemaOrder(Link, JSON.parse(body)) };
    for await (const { body } of rowsOf<Body>(snapshot, overridesText(where.text), where.values))
      yield { list: "levelOverrides", item: inSchemaOrder(LevelOverride, JSON.parse(body)) };
    const coordination = await readCoordination(snapshot);
    yield* followUps(snapshot, where, async (each) => {
      const isAll = seesAll(reader, each, asOf, settings, coordination);
      return withoutUnseenCitations(snapshot, reader, isAll ? each.entries : withoutConfidential(each.entries).visible);
    });
    for await (const { recordedAt, ...row } of rowsOf<StoredCycle & { recordedAt: Instant }>(
      snapshot,
      `SELECT ${cycleColumns()} FROM reporting_cycle ORDER BY id`,
    ))
      yield { list: "reportingCycles", item: { ...inSchemaOrder(ReportingCycle, cycleOf(row)), recordedAt } };
    for await (const batch of snapshot.batches<Body & { cycle: Id }>(snapshotsText, [], itemsPerBatch)) {
      const read = ({ body }: Body) => inSchemaOrder(SnapshotRow, JSON.parse(body));
      for (const [cycle, rows] of groupedBy(batch, (row) => row.cycle, read))
        for (const row of maySeeAll(reader) ? rows : await withEntriesSeen(snapshot, cycle, rows))
          yield { list: "cycleSnapshots", item: { cycle, ...row } };
    }
    const seen = visibleItem(reader, new Where(snapshot.dialect), "i");
    for await (const { body, recordedAt } of rowsOf<Body & { recordedAt: Instant }>(
      snapshot,
      `SELECT i.body, i.recorded_at AS "recordedAt" FROM collected_item i WHERE ${seen.text} ORDER BY i.id`,
      seen.values,
    ))
      yield { list: "collectedItems", item: { ...inSchemaOrder(CollectedItem, JSON.parse(body)), recordedAt } };
    const sections = visibleSection(reader, new Where(snapshot.dialect), "s", "p");
    for await (const { body, recordedAt } of rowsOf<Body & { recordedAt: Instant }>(
      snapshot,
      `SELECT s.body, s.recorded_at AS "recordedAt" FROM report_section s JOIN report p ON p.id = s.report_id
       WHERE ${sections.text} ORDER BY s.id`,
      sections.values,
    ))
      yield { list: "reportSections", item: { ...inSchemaOrder(ReportSection, JSON.parse(body)), recordedAt } };
  } finally {
    await snapshot.end();
  }
}

/**
 * An item with its keys in the order of its schema. Something that was imported under milder rules is given as it is,
 * because an export loses nothing.
 */
function inSchemaOrder<Thing>(
  schema: { safeParse: (kept: unknown) => { success: true; data: Thing } | { success: false } },
  kept: unknown,
): Thing {
  const parsed = schema.safeParse(kept);
  return parsed.success ? parsed.data : (kept as Thing);
}

type Body = { body: string };

async function* rowsOf<Row>(sql: Sql, text: string, values: readonly SqlValue[] = []): AsyncGenerator<Row> {
  for await (const batch of sql.batches<Row>(text, values, itemsPerBatch)) yield* batch;
}

/** A snapshot has no drafts and no confidential evidence: everyone may see it. */
const snapshotsText = `SELECT cycle_id AS cycle, body FROM cycle_snapshot ORDER BY cycle_id, follow_up_id`;

function seenRecommendations(where: string): string {
  return `SELECT r.id FROM recommendation r JOIN report p ON p.id = r.report_id WHERE ${where}`;
}

function overridesText(where: string): string {
  return `SELECT o.body FROM level_override o WHERE o.recommendation_id IN (${seenRecommendations(where)}) ORDER BY o.id`;
}

/** A link to or from a draft is hidden like the draft, and so is one to what the reader does not see. */
function linksText(where: string, grounds: string): string {
  const seen = seenRecommendations(where);
  return `SELECT l.body FROM recommendation_link l
    WHERE l.from_id IN (${seen}) AND (l.to_id IS NULL OR l.to_id IN (${seen})) AND ${grounds} ORDER BY l.id`;
}

/**
 * In the order in which they were recorded, so that lists have the same order where the file is read; each with what it
 * said before its corrections.
 */
async function* reports(sql: Sql, where: Where): AsyncGenerator<Extract<RecordItem, { list: "reports" }>> {
  const read = (last: { number: number } | undefined) =>
    sql.all<StoredReport & { recordedAt: Instant; number: number }>(
      `SELECT ${reportColumns("p")}, p.recorded_at AS "recordedAt", n.number FROM report_number n
         JOIN report p ON p.id = n.report_id
       WHERE ${where.text} AND n.number > ? ORDER BY n.number LIMIT ${itemsPerBatch}`,
      [...where.values, last?.number ?? 0],
    );
  for await (const page of pages(read)) {
    const former = await formerReportsOf(
      sql,
      page.map(({ id }) => id),
    );
    for (const row of page) {
      const formerVersions = former.get(row.id)?.map((each) => inSchemaOrder(FormerReport, each));
      yield {
        list: "reports",
        item: {
          ...inSchemaOrder(Report, reportOf(row)),
          recordedAt: row.recordedAt,
          ...(formerVersions && { formerVersions }),
        },
      };
    }
  }
}

type RecommendationRow = StoredRecommendation & { position: number } & WhenRecorded;

type WhenRecorded = { recordedAt: Instant; ofReport: Instant };

/** When a thing was recorded, where that was later than its report. */
function recordedLater({ recordedAt, ofReport }: WhenRecorded): { recordedAt?: Instant } {
  return recordedAt > ofReport ? { recordedAt } : {};
}

/** In the order in which their reports print them, each with what it said before its corrections. */
async function* recommendations(
  sql: Sql,
  where: Where,
): AsyncGenerator<Extract<RecordItem, { list: "recommendations" }>> {
  const start = { reportId: "", position: 0, id: "" };
  const read = ({ reportId, position, id }: typeof start = start) =>
    sql.all<RecommendationRow>(
      `SELECT ${recommendationColumns}, r.position, r.recorded_at AS "recordedAt", p.recorded_at AS "ofReport" FROM recommendation r JOIN report p ON p.id = r.report_id
       WHERE ${where.text} AND (r.report_id, r.position, r.id) > (?, ?, ?)
       ORDER BY r.report_id, r.position, r.id LIMIT ${itemsPerBatch}`,
      [...where.values, reportId, position, id],
    );
  for await (const page of pages(read)) {
    const former = await formerVersionsOf(
      sql,
      page.map(({ id }) => id),
    );
    for (const row of page) {
      const formerVersions = former.get(row.id)?.map((each) => inSchemaOrder(FormerVersion, each));
      const item = {
        ...inSchemaOrder(Recommendation, recommendationOf(row)),
        ...recordedLater(row),
        ...(formerVersions && { formerVersions }),
      };
      yield { list: "recommendations", item };
    }
  }
}

async function* followUps(
  sql: Sql,
  where: Where,
  entriesOf: (followUpCase: FollowUpCase) => Promise<readonly Entry[]>,
): AsyncGenerator<Extract<RecordItem, { list: "followUps" }>> {
  const read = (last: { id: Id } | undefined) =>
    sql.all<{ id: Id } & WhenRecorded>(
      `SELECT f.id, f.recorded_at AS "recordedAt", p.recorded_at AS "ofReport" FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id
       WHERE ${where.text} AND f.id > ? ORDER BY f.id LIMIT ${itemsPerBatch}`,
      [...where.values, last?.id ?? ""],
    );
  for await (const page of pages(read)) {
    const later = new Map(page.map((row) => [row.id, recordedLater(row)]));
    for await (const cases of loadCases(sql, [...later.keys()]))
      for (const followUpCase of cases) {
        const { followUp } = followUpCase;
        const entries = (await entriesOf(followUpCase)).map((entry) => inSchemaOrder(Entry, entry));
        yield {
          list: "followUps",
          item: { ...inSchemaOrder(FollowUp, followUp), ...later.get(followUp.id), entries },
        };
      }
  }
}

function seesAll(
  reader: Reader,
  each: FollowUpCase,
  today: Day,
  settings: Settings,
  coordination: Coordination,
): boolean {
  if (reader.rights.every(({ organizations }) => organizations.length === 0))
    return maySeeConfidential(reader, each.followUp.addressee, undefined);
  const { addressee, issuingBody } = responsibleNow({ case: each, today, settings });
  const coordinators = coordination(addressee.organization, today);
  return maySeeConfidential(reader, each.followUp.addressee, { responsible: addressee, issuingBody }, coordinators);
}

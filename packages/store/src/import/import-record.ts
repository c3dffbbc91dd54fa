import {
  type Day,
  DomainError,
  dayOf,
  type Entry,
  type FollowUp,
  type Id,
  type Issue,
  type Link,
  type Organization,
  type OrganizationChange,
  type Precision,
  Recommendation,
  type RecordFile,
  Report,
  withoutConfidential,
} from "@heed/core";
import { canonical } from "@heed/core/canonical";
import type { Selection } from "@heed/core/cycle/selection";
import { findCircles } from "@heed/core/find-circles";
import type { EntryType } from "@heed/core/follow-up/entries/entry";
import { groupedBy } from "@heed/core/grouped-by";
import { differences } from "@heed/core/import/differences";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import { firstPossibleDay } from "@heed/core/mapping/reading/map-entry";
import { applyChanges } from "@heed/core/organization/apply-changes";
import { differingEnds, newContradictions } from "@heed/core/organization/contradictions";
import type { FormerVersion } from "@heed/core/recommendation/former-version";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { overrideIssues } from "@heed/core/recommendation-standing/level-override";
import { addresseeWarnings } from "@heed/core/register/addressee-warnings";
import { movesDates } from "@heed/core/register/change-settings";
import type { FormerReport } from "@heed/core/report/former-report";
import { settingIssues } from "@heed/core/settings/setting-issues";
import type { AuditedKind } from "../audit/audited-kind.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { deriveAgain } from "../derived/derive-again.ts";
import { linkedFollowUps } from "../derived/linked-follow-ups.ts";
import { brokenReferences } from "../entries/entry-references.ts";
import {
  cycleSnapshotTable,
  followUpTable,
  levelOverrideTable,
  organizationChangePartTable,
  organizationChangeTable,
  organizationNameTable,
  organizationTable,
  recommendationLinkTable,
  recommendationTable,
  recommendationThemeTable,
  reportingCycleTable,
  reportTable,
  settingTable,
} from "../generated/tables.ts";
import { currentOrganizations, knownOrganizations } from "../organizations/known-organizations.ts";
import { originalsOf } from "../organizations/originals-of.ts";
import { keepFormerReferences } from "../recommendations/former-references.ts";
import { formerReportsOf } from "../recommendations/former-reports.ts";
import { formerVersionsOf } from "../recommendations/former-versions.ts";
import { overriddenAmong } from "../recommendations/overridden.ts";
import { unknownSelected } from "../recommendations/unknown-selected.ts";
import { readSettingChanges, readSettings, settingRow } from "../settings/setting-rows.ts";
import { inList } from "../statements/in-list.ts";
import { insertRows } from "../statements/insert-rows.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { cycleRow } from "../tables/cycle-rows.ts";
import { asStored, insertEntries, inUtc } from "../tables/entry-rows.ts";
import { followUpRow } from "../tables/follow-up-rows.ts";
import { formerVersionTable, formerVersionValues } from "../tables/former-version-rows.ts";
import { levelOverrideRow } from "../tables/level-override-row.ts";
import { linkRow } from "../tables/link-row.ts";
import { organizationChangePartRows, organizationChangeRow } from "../tables/organization-change-rows.ts";
import { organizationNameRows, organizationRow } from "../tables/organization-rows.ts";
import {
  recommendationColumns,
  recommendationOf,
  recommendationRow,
  type StoredRecommendation,
  themeRows,
} from "../tables/recommendation-rows.ts";
import { reportColumns, reportOf, reportRow, type StoredReport } from "../tables/report-rows.ts";
import { insertInto, selected, type Table } from "../tables/table.ts";
import {
  edgesOfChanges,
  edgesOfEntries,
  edgesOfLinks,
  edgesOfParts,
  leadsBack,
  namingsOfCoordinators,
  type PlacedEdge,
} from "./edges.ts";
import {
  confidentialImport,
  finishFollowUps,
  finishImport,
  type ImportRun,
  inOneTransaction,
  refuseRejected,
} from "./import-run.ts";
import { missingAddressee, precisionOf } from "./missing-addressees.ts";
import { Moments } from "./moments.ts";

/**
 * Imports a file of Heed's own format. What is there already with the same content stays, what is new is added, and
 * nothing is overwritten. All of it or nothing is imported; importing the same file again changes nothing. Errors:
 * rowsRejected with an issue for each fault; databaseBusy.
 */
export async function importRecord(database: Database, record: RecordFile, run: ImportRun): Promise<ImportResult> {
  return inOneTransaction(database, run, async (sql) => {
    const intake = new RecordImport(sql, record, run);
    await intake.take();
    const result = intake.result();
    refuseRejected({ skipInvalid: false }, result.rejected);
    const now = intake.run;
    const organizations = await intake.organizationsTouched();
    const touched = [...intake.touched].sort();
    const hidden = touched.filter((id) => intake.hidden.has(id));
    await finishFollowUps(
      sql,
      touched.filter((id) => !intake.hidden.has(id)),
      now,
    );
    await finishFollowUps(sql, hidden, now, confidentialImport);
    if (intake.datesMove) await deriveAgain(sql, "all", now.settings);
    const linked = await linkedFollowUps(sql, touched, intake.recommendationsLinked);
    if (linked.length > 0) await deriveAgain(sql, { followUps: linked }, now.settings);
    if (organizations.length > 0) await deriveAgain(sql, { organizations }, now.settings);
    await finishImport(sql, run.newId(), run, { result, things: intake.things });
    return result;
  });
}

type Stored = { id: Id; content: object };

/** Evidence that is hidden from others completely. */
function isConfidential(entry: Entry): boolean {
  return entry.type === "evidence" && entry.evidence.every(({ confidential }) => confidential);
}

/** The state of one import: what is new of each kind, and what was wrong. */
class RecordImport {
  readonly touched = new Set<Id>();
  /** Of these, the follow-ups that get only confidential evidence. */
  readonly hidden = new Set<Id>();
  /** Those that a new link names. */
  recommendationsLinked: Id[] = [];
  /** The new things of the register. */
  readonly things: Partial<Record<AuditedKind, readonly Id[]>> = {};
  private readonly issues: Issue[] = [];
  private readonly warnings = new Map<string, Issue[]>();
  private readonly created = { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 };
  private unchanged = 0;
  private newCycles: RecordFile["reportingCycles"] = [];
  private newChanges: OrganizationChange[] = [];
  private readonly sql: Sql;
  private readonly record: RecordFile;
  /** With the settings of the database, once those of the file are in it. */
  run: ImportRun;
  /** Whether new settings may move dates of follow-ups that are not in the file. */
  datesMove = false;
  private readonly at: string;
  private readonly moments: Moments;

  constructor(sql: Sql, record: RecordFile, run: ImportRun) {
    this.sql = sql;
    this.record = {
      ...record,
      reports: record.reports.map(({ recordedAt: _, ...report }) => report),
      recommendations: record.recommendations.map(({ recordedAt: _, ...recommendation }) => recommendation),
      followUps: record.followUps.map(({ recordedAt: _, ...followUp }) => followUp),
      reportingCycles: record.reportingCycles.map(({ recordedAt: _, ...cycle }) => cycle),
    };
    this.run = run;
    this.at = inUtc(run.at);
    this.moments = new Moments(record, this.at);
  }

  async take(): Promise<void> {
    await this.takeSettings();
    await this.takeOrganizations();
    await this.takeChanges();
    await this.takeReports();
    await this.takeRecommendations();
    await this.takeFollowUps();
    await this.takeLinks();
    await this.takeLevelOverrides();
    await this.takeCycles();
    await this.takeSnapshots();
    this.tellReader();
  }

  result(): ImportResult {
    const { organizations, reports, recommendations, followUps, reportingCycles } = this.record;
    const addressed = new Set(followUps.map(({ recommendation }) => recommendation));
    const parents = new Set(recommendations.map(({ partOf }) => partOf));
    return {
      dryRun: this.run.dryRun,
      rows: organizations.length + reports.length + recommendations.length + followUps.length + reportingCycles.length,
      created: this.created,
      unchanged: this.unchanged,
      corrected: 0,
      correctedReports: 0,
      correctedEntries: 0,
      skipped: [],
      withoutAddressee: recommendations.filter(({ id }) => !addressed.has(id) && !parents.has(id)).length,
      rejected: this.issues,
      rejectedRows: 0,
      warnings: [...this.warnings].map(([detail, examples]) => ({ detail, rows: examples.length, examples })),
    };
  }

  /** The organizations whose follow-ups may now have other answers (D3). */
  async organizationsTouched(): Promise<Id[]> {
    const changes = this.newChanges.flatMap(({ id, replaces }) => (replaces === undefined ? [id] : [id, replaces]));
    const changed = await originalsOf(this.sql, changes);
    return [...new Set([...this.newCycles.map(({ issuingBody }) => issuingBody), ...changed])];
  }

  /**
   * They hold from their days on, for all that is in the database. Refuses another value of a setting from a day from
   * which this database has one.
   */
  private async takeSettings(): Promise<void> {
    const changes = this.record.settingChanges.map((each) => ({ ...each, recordedAt: inUtc(each.recordedAt) }));
    const known = await readSettingChanges(this.sql);
    const added = await this.newOf("settingChanges", changes, async () =>
      known.map((each) => ({ id: each.id, content: each })),
    );
    const inFile = new Set(idsOf(changes));
    const ofOthers = known.filter(({ id }) => !inFile.has(id));
    for (const change of added)
      for (const { name, value = "", detail } of settingIssues(change, ofOthers, this.at))
        this.refuse(`settingChanges ${change.id}, ${name}`, value, detail);
    if (this.issues.length > 0 || added.length === 0) return;
    await insertInto(this.sql, settingTable, added.map(settingRow));
    this.things.setting = idsOf(added);
    this.run = { ...this.run, settings: await readSettings(this.sql) };
    const [other] = await this.sql.all<{ id: Id }>("SELECT id FROM follow_up LIMIT 1");
    if (other === undefined && ofOthers.length === 0) return;
    this.datesMove = added.some(movesDates);
    for (const { id, from, changes: changed } of added)
      this.warn("a change of the settings is new: it holds for all that this database has", {
        name: `settingChanges ${id}`,
        value: `from ${from}: ${Object.keys(changed).join(", ")}`,
        detail: "",
      });
  }

  private async takeOrganizations(): Promise<void> {
    const { organizations } = this.record;
    const codes = new Map(organizations.map(({ id, code }) => [code, id]));
    const taken = await this.sql.all<{ id: Id; code: string }>(
      `SELECT id, code FROM organization WHERE ${inList(this.sql, "code")}`,
      [JSON.stringify([...codes.keys()])],
    );
    for (const { id, code } of taken)
      if (codes.get(code) !== id)
        this.refuse(`organizations ${codes.get(code)}`, code, `the code is taken by the organization ${id}`);
    await this.requireKnown("organizations", organizations, "coordinator", "organization", organizations);
    this.refuseCircles(namingsOfCoordinators(organizations));
    // A day that a change gives is the same whether the organization repeats it or not.
    const { organizations: kept, changes } = await knownOrganizations(
      this.sql,
      organizations.map(({ id }) => id),
    );
    const all = [...changes, ...this.record.organizationChanges];
    const contents = (each: readonly Organization[]) =>
      [...applyChanges(each, all).values()].map((told) => ({
        id: told.id,
        content: comparedOf(organizationRow(told, "")),
      }));
    const inFile = new Map(contents(organizations).map(({ id, content }) => [id, content]));
    const added = await this.newOf(
      "organizations",
      organizations,
      async () => contents(kept),
      ({ id }) => inFile.get(id) ?? {},
    );
    if (this.issues.length > 0) return;
    this.created.organizations = await insertInto(
      this.sql,
      organizationTable,
      added.map((each) => organizationRow(each, this.at)),
    );
    await insertInto(this.sql, organizationNameTable, added.flatMap(organizationNameRows));
    this.things.organization = idsOf(added);
  }

  private async takeChanges(): Promise<void> {
    const changes = this.record.organizationChanges.map((change) => ({
      ...change,
      recordedAt: inUtc(change.recordedAt),
    }));
    const named = changes.flatMap(({ id, originals, results }) =>
      [...originals, ...results.map(({ organization }) => organization)].map((organization) => ({ id, organization })),
    );
    await this.requireKnown("organizationChanges", named, "organization", "organization", this.record.organizations);
    await this.requireKnown("organizationChanges", changes, "replaces", "organization_change", changes);
    const known = await this.bodiesBeside<OrganizationChange>("organization_change", changes);
    this.refuseCircles(edgesOfChanges([...changes, ...known]), known);
    this.newChanges = await this.newOf("organizationChanges", changes, (ids) =>
      this.knownBodies("organization_change", ids),
    );
    await this.requireOneTruth();
    if (this.issues.length > 0) return;
    await insertInto(this.sql, organizationChangeTable, this.newChanges.map(organizationChangeRow));
    await insertInto(this.sql, organizationChangePartTable, this.newChanges.flatMap(organizationChangePartRows));
    this.things.organizationChange = idsOf(this.newChanges);
  }

  /** Refuses changes that contradict each other or the days of the organizations; warns of a changed end. */
  private async requireOneTruth(): Promise<void> {
    const { organizations: kept, changes } = await knownOrganizations(this.sql);
    const organizations = [...new Map([...this.record.organizations, ...kept].map((each) => [each.id, each])).values()];
    const added = new Set(this.newChanges.map(({ id }) => id));
    for (const each of newContradictions(organizations, changes, this.newChanges))
      if (added.has(each.change))
        this.refuse(`organizationChanges ${each.change}, ${each.name}`, each.organization, each.detail);
      else if (each.other !== undefined && added.has(each.other))
        this.refuse(
          `organizationChanges ${each.other}`,
          each.organization,
          `${each.change} came later: ${each.detail}`,
        );
      else
        this.refuse(
          "organizationChanges",
          each.organization,
          `with the new ones the change ${each.change} cannot be: ${each.detail}`,
        );
    for (const change of this.newChanges)
      for (const { name, ...issue } of differingEnds(organizations, change))
        this.warn("a change dates an end otherwise than the organization; the change holds", {
          ...issue,
          name: `organizationChanges ${change.id}, ${name}`,
        });
  }

  private async takeReports(): Promise<void> {
    const reports = this.record.reports.map(({ formerVersions: _, ...plain }) => plain);
    await this.requireKnown("reports", reports, "issuingBody", "organization", this.record.organizations);
    const added = await this.newOf("reports", reports, (ids) => this.keptReports(ids));
    await this.requireFormerReports(new Set(idsOf(added)));
    if (this.issues.length > 0) return;
    this.created.reports = await insertInto(
      this.sql,
      reportTable,
      added.map((each) => reportRow(each, contentDigest(each), this.moments.ofReport(each.id))),
    );
    const drafts = new Set(idsOf(reports.filter(({ status }) => status === "draft")));
    this.things.report = idsOf(added).filter((id) => drafts.has(id));
    this.things.importedReport = idsOf(added).filter((id) => !drafts.has(id));
    await this.takeFormerReports(new Set(idsOf(added)));
  }

  /** They are of the report, published, and in the order of their moments; of a known one they are those that are known. */
  private async requireFormerReports(added: ReadonlySet<Id>): Promise<void> {
    const told = this.record.reports.filter(({ formerVersions }) => formerVersions !== undefined);
    const known = await formerReportsOf(this.sql, idsOf(told));
    for (const { id, status, formerVersions = [] } of told) {
      let last = "";
      for (const [index, { report, replacedAt }] of keptVersions(formerVersions).entries()) {
        const place = `reports ${id}, formerVersions ${index}`;
        if (report.id !== id) this.refuse(place, report.id, "it is a version of another report");
        if (status === "draft" || report.status === "draft") this.refuse(place, id, "a draft has no former versions");
        if (replacedAt < last) this.refuse(place, replacedAt, `it does not come after ${last}`);
        last = replacedAt;
      }
      if (!added.has(id) && contentDigest(keptVersions(formerVersions)) !== contentDigest(known.get(id) ?? []))
        this.refuse(`reports ${id}`, id, "it is known with other former versions; nothing is overwritten");
    }
    const bodies = told.flatMap(({ id, formerVersions = [] }) =>
      formerVersions.map(({ report: { issuingBody } }) => ({ id, issuingBody })),
    );
    await this.requireKnown("reports", bodies, "issuingBody", "organization", this.record.organizations);
  }

  private async takeFormerReports(added: ReadonlySet<Id>): Promise<void> {
    const told = this.record.reports.filter(({ id, formerVersions }) => formerVersions && added.has(id));
    await insertRows(
      this.sql,
      "report_version",
      { report_id: "text", version: "integer", body: "text", replaced_at: "text", replaced_by: "text" },
      told.flatMap(({ id, formerVersions = [] }) =>
        keptVersions(formerVersions).map(({ report, replacedAt, replacedBy }, index) => [
          id,
          index + 1,
          JSON.stringify(report),
          replacedAt,
          replacedBy,
        ]),
      ),
    );
    await keepFormerReferences(this.sql, "report", idsOf(told));
  }

  private async takeRecommendations(): Promise<void> {
    const recommendations = this.record.recommendations.map(({ formerVersions: _, ...plain }) => plain);
    await this.requireKnown("recommendations", recommendations, "report", "report", this.record.reports);
    await this.requireKnown(
      "recommendations",
      recommendations,
      "issuingBody",
      "organization",
      this.record.organizations,
    );
    await this.requireKnown("recommendations", recommendations, "partOf", "recommendation", recommendations);
    this.refuseCircles(edgesOfParts(recommendations));
    const added = await this.newOf("recommendations", recommendations, (ids) => this.keptRecommendations(ids));
    await this.requireFormerVersions(new Set(idsOf(added)));
    await this.requireFreeReferences(added);
    if (this.issues.length > 0) return;
    const reports = await this.sql.all<{ id: Id; body: Id; status: Report["status"]; last: number | null }>(
      `SELECT p.id, p.issuing_body_id AS body, p.status,
         (SELECT max(position) FROM recommendation r WHERE r.report_id = p.id) AS last
       FROM report p WHERE ${inList(this.sql, "p.id")}`,
      [JSON.stringify([...new Set(added.map(({ report }) => report))])],
    );
    const of = new Map(reports.map(({ id, body, last }) => [id, { body, last: last ?? 0 }]));
    const drafts = new Set(idsOf(reports.filter(({ status }) => status === "draft")));
    this.things.recommendation = idsOf(added.filter(({ report }) => drafts.has(report)));
    this.things.importedReport = [
      ...new Set([...(this.things.importedReport ?? []), ...idsOf(reports).filter((id) => !drafts.has(id))]),
    ];
    const rows = wholesFirst(added).map((each) => {
      const report = of.get(each.report) ?? { body: "", last: 0 };
      report.last += 1;
      return recommendationRow(
        each,
        report.body,
        report.last,
        contentDigest(each),
        this.moments.ofRecommendation(each),
      );
    });
    this.created.recommendations = await insertInto(this.sql, recommendationTable, rows);
    await insertInto(this.sql, recommendationThemeTable, added.flatMap(themeRows));
    await this.takeFormerVersions(added, (report) => of.get(report)?.body ?? "");
  }

  /** A new recommendation takes no reference that another one of its report, which is known already, has or had. */
  private async requireFreeReferences(added: readonly Recommendation[]): Promise<void> {
    if (this.run.reuseReferences || added.length === 0) return;
    const reports = JSON.stringify([...new Set(added.map(({ report }) => report))]);
    const keys = JSON.stringify([...new Set(added.map(({ reference }) => referenceKey(reference)))]);
    const taken = await this.sql.all<{ report: Id; id: Id; reference: string; key: string }>(
      `SELECT r.report_id AS report, r.id, r.reference, r.reference_key AS key FROM recommendation r
       WHERE ${inList(this.sql, "r.report_id")} AND ${inList(this.sql, "r.reference_key")}
       UNION SELECT r.report_id AS report, r.id, r.reference, f.reference_key AS key
       FROM former_reference f JOIN recommendation r ON r.id = f.thing_id
       WHERE f.kind = 'recommendation' AND ${inList(this.sql, "r.report_id")} AND ${inList(this.sql, "f.reference_key")}`,
      [reports, keys, reports, keys],
    );
    const bearers = new Map(taken.map((each) => [`${each.report} ${each.key}`, each]));
    for (const { id, report, reference } of added) {
      const bearer = bearers.get(`${report} ${referenceKey(reference)}`);
      if (bearer === undefined) continue;
      const has = referenceKey(bearer.reference) === bearer.key;
      const told = has ? `it is that of ${bearer.id}` : `it was that of ${bearer.id}, which is ${bearer.reference} now`;
      this.refuse(`recommendations ${id}, reference`, reference, `${told}; it is taken only with --reuse-references`);
    }
  }

  /** They are of the recommendation and older than it; of a known one they are those that are known. */
  private async requireFormerVersions(added: ReadonlySet<Id>): Promise<void> {
    const told = this.record.recommendations.filter(({ formerVersions }) => formerVersions !== undefined);
    const known = await formerVersionsOf(this.sql, idsOf(told));
    for (const { id, report, partOf, version, formerVersions = [] } of told) {
      let next = version;
      for (const [index, { recommendation: former }] of [...formerVersions.entries()].reverse()) {
        const place = `recommendations ${id}, formerVersions ${index}`;
        if (former.id !== id || former.report !== report || former.partOf !== partOf)
          this.refuse(place, former.id, "it is a version of another recommendation, or of one at another place");
        if (former.version >= next)
          this.refuse(place, String(former.version), `it does not come before version ${next}`);
        next = former.version;
      }
      if (!added.has(id) && contentDigest(keptVersions(formerVersions)) !== contentDigest(known.get(id) ?? []))
        this.refuse(`recommendations ${id}`, id, "it is known with other former versions; nothing is overwritten");
    }
    const bodies = told.flatMap(({ id, formerVersions = [] }) =>
      formerVersions.map(({ recommendation: { issuingBody } }) => ({ id, issuingBody })),
    );
    await this.requireKnown("recommendations", bodies, "issuingBody", "organization", this.record.organizations);
  }

  private async takeFormerVersions(added: readonly Recommendation[], bodyOf: (report: Id) => Id): Promise<void> {
    const ids = new Set(idsOf(added));
    const told = this.record.recommendations.filter(({ id, formerVersions }) => formerVersions && ids.has(id));
    await insertRows(
      this.sql,
      "recommendation_version",
      formerVersionTable,
      told.flatMap(({ report, formerVersions = [] }) =>
        keptVersions(formerVersions).map((each) =>
          formerVersionValues(each, bodyOf(report), contentDigest(each.recommendation)),
        ),
      ),
    );
    await keepFormerReferences(this.sql, "recommendation", idsOf(told));
  }

  private async takeFollowUps(): Promise<void> {
    const { followUps } = this.record;
    await this.requireKnown("followUps", followUps, "recommendation", "recommendation", this.record.recommendations);
    await this.requireKnown("followUps", followUps, "addressee", "organization", this.record.organizations);
    await this.requireOnePerAddressee();
    const plain = followUps.map(({ entries: _, ...followUp }) => followUp);
    const added = await this.newOf(
      "followUps",
      plain,
      (each) => this.known(followUpTable, each),
      (each) => comparedOf(followUpRow(each, "")),
    );
    const entries = await this.newEntries();
    if (this.issues.length > 0) return;
    this.created.followUps = await insertInto(
      this.sql,
      followUpTable,
      added.map((each) => followUpRow(each, this.moments.ofFollowUp(each))),
    );
    this.created.entries = await insertEntries(this.sql, entries);
    await this.tellMissingAddressees(added);
    this.tellGivenAfterImport(entries);
    for (const { followUp } of entries) this.hidden.add(followUp);
    for (const { followUp, entry } of entries) if (!isConfidential(entry)) this.hidden.delete(followUp);
    for (const { id } of added) this.hidden.delete(id);
    for (const { id } of added) this.touched.add(id);
    for (const { followUp } of entries) this.touched.add(followUp);
  }

  /** Warns of what was given on a day after the import: it is often a mistake of a digit. */
  private tellGivenAfterImport(entries: readonly { followUp: Id; entry: Entry }[]): void {
    const today = dayOf(this.run.settings, this.run.at);
    for (const { followUp, entry } of entries) {
      const day = firstPossibleDay(entry);
      const detail = `the ${entry.type} is given on a day after the import`;
      if (day !== undefined && day > today)
        this.warn(detail, { name: `followUps ${followUp}, entries`, value: `${entry.id}, ${day}`, detail });
    }
  }

  /** R49: warns of addressees that did not exist on the day of the report. */
  private async tellMissingAddressees(added: readonly Pick<FollowUp, "id" | "recommendation" | "addressee">[]) {
    const days = await this.sql.all<{ id: Id; publishedOn: Day; precision: Precision | null }>(
      `SELECT r.id, p.published_on AS "publishedOn", ${precisionOf(this.sql, "p.body")} AS precision
       FROM recommendation r JOIN report p ON p.id = r.report_id
       WHERE ${inList(this.sql, "r.id")} AND p.status = 'published' AND p.published_on IS NOT NULL`,
      [JSON.stringify([...new Set(added.map(({ recommendation }) => recommendation))])],
    );
    const published = new Map(days.map((each) => [each.id, each]));
    const organizations = await currentOrganizations(this.sql, [...new Set(added.map(({ addressee }) => addressee))]);
    for (const { id, recommendation, addressee } of added) {
      const { publishedOn: day, precision } = published.get(recommendation) ?? {};
      if (day === undefined) continue;
      const asked = [{ reference: `followUps ${id}, addressee`, followUps: [{ addressee }] }];
      for (const warning of addresseeWarnings(day, asked, organizations, precision ?? "day"))
        this.warn(missingAddressee, warning);
    }
  }

  /**
   * Imports links. A link touches the follow-ups on both sides: the older ones close, and the newer ones count their
   * age from the older ones.
   */
  private async takeLinks(): Promise<void> {
    const { recommendations } = this.record;
    const links = this.record.links.map((link) => ({ ...link, recordedAt: inUtc(link.recordedAt) }));
    await this.requireKnown("links", links, "from", "recommendation", recommendations);
    await this.requireKnown("links", links, "to", "recommendation", recommendations);
    const known = await this.bodiesBeside<Link>("recommendation_link", links);
    this.refuseCircles(edgesOfLinks([...links, ...known]), known);
    const added = await this.newOf("links", links, (ids) => this.knownBodies("recommendation_link", ids));
    if (this.issues.length > 0) return;
    await insertInto(this.sql, recommendationLinkTable, added.map(linkRow));
    this.things.link = idsOf(added);
    const recommendationsOf = await this.touchedBy(added);
    this.recommendationsLinked = recommendationsOf;
    const touched = await this.sql.all<{ id: Id }>(
      `SELECT id FROM follow_up WHERE ${inList(this.sql, "recommendation_id")}`,
      [JSON.stringify(recommendationsOf)],
    );
    for (const { id } of touched) {
      this.touched.add(id);
      this.hidden.delete(id);
    }
  }

  /** No follow-up stands otherwise by them: nothing is derived again. */
  private async takeLevelOverrides(): Promise<void> {
    const overrides = this.record.levelOverrides.map((each) => ({ ...each, recordedAt: inUtc(each.recordedAt) }));
    const { organizations, recommendations } = this.record;
    await this.requireKnown("levelOverrides", overrides, "recommendation", "recommendation", recommendations);
    await this.requireKnown("levelOverrides", overrides, "organization", "organization", organizations);
    const added = await this.newOf("levelOverrides", overrides, (ids) => this.knownBodies("level_override", ids));
    if (this.issues.length > 0 || added.length === 0) return;
    const kept = await overriddenAmong(this.sql, [...new Set(added.map(({ recommendation }) => recommendation))]);
    for (const override of added) {
      const on = kept.get(override.recommendation);
      const inFile = overrides.filter(({ recommendation }) => recommendation === override.recommendation);
      const issues = on ? overrideIssues(override, { ...on, overrides: [...on.overrides, ...inFile] }) : [];
      for (const { name, value = "", detail } of issues)
        this.refuse(`levelOverrides ${override.id}, ${name}`, value, detail);
    }
    if (this.issues.length > 0) return;
    await insertInto(this.sql, levelOverrideTable, added.map(levelOverrideRow));
    this.things.levelOverride = idsOf(added);
  }

  /** A draft changes nothing public until it is published: of its links, only its own side is touched. */
  private async touchedBy(links: readonly Link[]): Promise<Id[]> {
    const sides = ({ from, to }: Link) => (to === undefined ? [from] : [from, to]);
    const rows = await this.sql.all<{ id: Id }>(
      `SELECT r.id FROM recommendation r JOIN report p ON p.id = r.report_id AND p.status = 'draft'
       WHERE ${inList(this.sql, "r.id")}`,
      [JSON.stringify(links.flatMap(sides))],
    );
    const drafts = new Set(rows.map(({ id }) => id));
    return links.flatMap((link) => {
      const hidden = sides(link).filter((id) => drafts.has(id));
      return hidden.length > 0 ? hidden : sides(link);
    });
  }

  private async newEntries() {
    const all = this.record.followUps.flatMap(({ id, entries }) =>
      entries.map((entry) => ({ followUp: id, entry: asStored(entry) })),
    );
    this.requireUnique(
      "entries",
      all.map(({ entry }) => entry.id),
    );
    const ids = JSON.stringify(all.map(({ entry }) => entry.id));
    const known = await this.sql.all<{ id: Id; digest: string; followUp: Id }>(
      `SELECT id, content_digest AS digest, follow_up_id AS "followUp" FROM entry WHERE ${inList(this.sql, "id")}`,
      [ids],
    );
    const kept = new Map(known.map((each) => [each.id, each]));
    const added = all.filter(({ entry }) => !kept.has(entry.id));
    await this.refuseOtherContent(
      all.filter(({ followUp, entry }) => {
        const before = kept.get(entry.id);
        return before !== undefined && (before.followUp !== followUp || before.digest !== contentDigest(entry));
      }),
    );
    await this.requireReferences(added);
    this.refuseCircles(this.record.followUps.flatMap(edgesOfEntries));
    return added;
  }

  /** A file for a reader who may not see all tells of an entry what that reader sees of it. */
  private async refuseOtherContent(differing: readonly { followUp: Id; entry: Entry }[]): Promise<void> {
    const ids = differing.map(({ entry }) => entry.id);
    const rows = await this.sql.all<{ followUp: Id; body: string }>(
      `SELECT follow_up_id AS "followUp", body FROM entry WHERE follow_up_id IN (
         SELECT follow_up_id FROM entry WHERE ${inList(this.sql, "id")}) ORDER BY recorded_at, id`,
      [JSON.stringify(ids)],
    );
    const entriesOf = groupedBy(
      rows,
      (row) => row.followUp,
      ({ body }): Entry => JSON.parse(body),
    );
    const known = new Map<Id, { followUp: Id; entry: Entry; shown: Entry | undefined }>();
    for (const [followUp, entries] of entriesOf) {
      const shown = new Map(withoutConfidential(entries).visible.map((entry) => [entry.id, entry]));
      for (const entry of entries) known.set(entry.id, { followUp, entry, shown: shown.get(entry.id) });
    }
    for (const { followUp, entry } of differing) {
      const before = known.get(entry.id);
      const place = `followUps ${followUp}, entry ${entry.id}`;
      if (before === undefined || before.followUp !== followUp)
        this.refuse(place, entry.id, `there is an entry with this id in the follow-up ${before?.followUp}`);
      else if (this.record.exportedFor && before.shown && contentDigest(before.shown) === contentDigest(entry))
        continue;
      else
        this.refuse(
          place,
          entry.id,
          `there is an entry with this id and another content${differencesText(before.entry, entry)}`,
        );
    }
  }

  private async requireReferences(added: Awaited<ReturnType<RecordImport["newEntries"]>>): Promise<void> {
    const followUps = [...new Set(added.map(({ followUp }) => followUp))];
    const known = await this.sql.all<{ followUp: Id; id: Id; type: EntryType }>(
      `SELECT follow_up_id AS "followUp", id, type FROM entry WHERE ${inList(this.sql, "follow_up_id")}`,
      [JSON.stringify(followUps)],
    );
    const types = new Map(followUps.map((id) => [id, new Map<Id, EntryType>()]));
    for (const { followUp, id, type } of known) types.get(followUp)?.set(id, type);
    for (const { followUp, entry } of added) types.get(followUp)?.set(entry.id, entry.type);
    for (const { followUp, entry } of added)
      for (const broken of brokenReferences([entry], types.get(followUp) ?? new Map()))
        this.refuse(`followUps ${followUp}, entry ${entry.id}, ${broken.key}`, broken.id, broken.detail);
  }

  private async requireOnePerAddressee(): Promise<void> {
    const { followUps } = this.record;
    const known = await this.sql.all<{ id: Id; recommendation: Id; addressee: Id }>(
      `SELECT id, recommendation_id AS recommendation, addressee_id AS addressee FROM follow_up
       WHERE ${inList(this.sql, "recommendation_id")}`,
      [JSON.stringify([...new Set(followUps.map(({ recommendation }) => recommendation))])],
    );
    const seen = new Map<string, Id>();
    for (const { id, recommendation, addressee } of [...known, ...followUps]) {
      const other = seen.get(`${recommendation} ${addressee}`);
      seen.set(`${recommendation} ${addressee}`, id);
      if (other !== undefined && other !== id)
        this.refuse(`followUps ${id}`, addressee, `the follow-up ${other} asks the same of the same addressee`);
    }
    const parents = await this.sql.all<{ id: Id }>(
      `SELECT DISTINCT part_of_id AS id FROM recommendation WHERE ${inList(this.sql, "part_of_id")}`,
      [JSON.stringify(followUps.map(({ recommendation }) => recommendation))],
    );
    const whole = new Set(parents.map(({ id }) => id));
    for (const { id, recommendation } of followUps)
      if (whole.has(recommendation))
        this.refuse(`followUps ${id}`, recommendation, "a recommendation with parts has follow-ups on its parts only");
  }

  private async takeCycles(): Promise<void> {
    const { reportingCycles } = this.record;
    await this.requireKnown(
      "reportingCycles",
      reportingCycles,
      "issuingBody",
      "organization",
      this.record.organizations,
    );
    for (const { id, selections = [] } of reportingCycles)
      for (const { name, value = "", detail } of await this.unknownSelected(selections)) {
        const place = `reportingCycles ${id}, selections ${name}`;
        // A correction may have taken a theme from all that had it.
        if (name === "themes")
          this.warn("a cycle selects by a theme that no recommendation has", { name: place, value, detail });
        else this.refuse(place, value, detail);
      }
    this.newCycles = await this.newOf(
      "reportingCycles",
      reportingCycles,
      (each) => this.known(reportingCycleTable, each),
      (each) => comparedOf(cycleRow(each, "")),
    );
    if (this.issues.length > 0) return;
    await insertInto(
      this.sql,
      reportingCycleTable,
      this.newCycles.map((each) => cycleRow(each, this.moments.ofCycle(each))),
    );
    this.things.reportingCycle = idsOf(this.newCycles);
  }

  /** A snapshot is frozen: that of a known cycle is the one that is known. */
  private async takeSnapshots(): Promise<void> {
    const { cycleSnapshots, reportingCycles, followUps } = this.record;
    const places = cycleSnapshots.map(({ cycle, followUp }) => ({ id: `${cycle} ${followUp}`, cycle, followUp }));
    await this.requireKnown("cycleSnapshots", places, "cycle", "reporting_cycle", reportingCycles);
    await this.requireKnown("cycleSnapshots", places, "followUp", "follow_up", followUps);
    this.requireUnique("cycleSnapshots", idsOf(places));
    const added = new Set(idsOf(this.newCycles));
    for (const { id, closedOn } of this.newCycles)
      if (closedOn === undefined && cycleSnapshots.some(({ cycle }) => cycle === id))
        this.refuse(`cycleSnapshots ${id}`, id, "only a closed cycle has a snapshot");
    const rows = groupedBy(cycleSnapshots, ({ cycle }) => cycle);
    for (const [cycle, of] of rows) {
      if (added.has(cycle)) continue;
      const kept = await this.sql.all<{ body: string }>("SELECT body FROM cycle_snapshot WHERE cycle_id = ?", [cycle]);
      const known = kept.map(({ body }) => canonical(JSON.parse(body))).sort();
      const given = of.map(({ cycle: _, ...row }) => canonical(row)).sort();
      if (known.join("\n") !== given.join("\n"))
        this.refuse(
          `cycleSnapshots ${cycle}`,
          cycle,
          `the cycle is known with another snapshot (of ${known.length}, here of ${given.length} follow-ups); it is frozen`,
        );
    }
    if (this.issues.length > 0) return;
    await insertInto(
      this.sql,
      cycleSnapshotTable,
      cycleSnapshots
        .filter(({ cycle }) => added.has(cycle))
        .map(({ cycle, ...row }) => ({ cycleId: cycle, followUpId: row.followUp, body: JSON.stringify(row) })),
    );
  }

  private tellReader(): void {
    const { exportedFor } = this.record;
    if (exportedFor === undefined) return;
    const { role, organizations = [] } = exportedFor;
    const reader = [role, ...organizations].join(" of ");
    const detail = `the file was exported for a reader who may not see all (${reader}): it has not everything that its record has, such as drafts and confidential evidence`;
    this.warn(detail, { detail });
  }

  private async unknownSelected(selections: readonly Selection[]): Promise<Issue[]> {
    if (selections.length === 0) return [];
    const { organizations, followUps, recommendations } = this.record;
    const reports = this.record.reports.filter(({ status }) => status === "published");
    return unknownSelected(this.sql, selections, {
      ids: new Set([...reports, ...organizations, ...followUps].map(({ id }) => id)),
      themes: new Set(recommendations.flatMap(({ themes }) => themes)),
    });
  }

  /** The things that are not there yet. A known id with another content is refused. */
  private async newOf<Thing extends { id: Id }>(
    list: string,
    things: readonly Thing[],
    keptOf: (ids: readonly Id[]) => Promise<Stored[]>,
    contentOf: (thing: Thing) => object = (thing) => thing,
  ): Promise<Thing[]> {
    const ids = things.map(({ id }) => id);
    this.requireUnique(list, ids);
    const kept = new Map((await keptOf(ids)).map(({ id, content }) => [id, content]));
    return things.filter((thing) => {
      const before = kept.get(thing.id);
      if (before === undefined) return true;
      const content = contentOf(thing);
      if (canonical(before) !== canonical(content))
        this.refuse(
          `${list} ${thing.id}`,
          thing.id,
          `it is known with another content; nothing is overwritten${differencesText(before, content)}`,
        );
      else if (list === "recommendations") this.unchanged += 1;
      return false;
    });
  }

  // Not by their stored digests: the digest of a mapped row covers what the row said, without what the record adds.
  private async keptReports(ids: readonly Id[]): Promise<Stored[]> {
    const rows = await this.sql.all<StoredReport>(
      `SELECT ${reportColumns()} FROM report WHERE ${inList(this.sql, "id")}`,
      [JSON.stringify(ids)],
    );
    return rows.map((row) => ({ id: row.id, content: Report.parse(reportOf(row)) }));
  }

  private async keptRecommendations(ids: readonly Id[]): Promise<Stored[]> {
    const rows = await this.sql.all<StoredRecommendation>(
      `SELECT ${recommendationColumns} FROM recommendation r JOIN report p ON p.id = r.report_id
       WHERE ${inList(this.sql, "r.id")}`,
      [JSON.stringify(ids)],
    );
    return rows.map((row) => ({ id: row.id, content: Recommendation.parse(recommendationOf(row)) }));
  }

  /** For a thing that is kept as one text. */
  private async knownBodies(table: string, ids: readonly Id[]): Promise<Stored[]> {
    const rows = await this.sql.all<{ id: Id; body: string }>(
      `SELECT id, body FROM ${table} WHERE ${inList(this.sql, "id")}`,
      [JSON.stringify(ids)],
    );
    return rows.map(({ id, body }) => ({ id, content: JSON.parse(body) }));
  }

  /** For a thing of several columns: its row. */
  private async known<Row extends { id: Id; recordedAt: string }>(
    table: Table<Row>,
    ids: readonly Id[],
  ): Promise<Stored[]> {
    const rows = await this.sql.all<Row>(
      `SELECT ${selected(table)} FROM ${table.name} WHERE ${inList(this.sql, "id")}`,
      [JSON.stringify(ids)],
    );
    return rows.map((row) => ({ id: row.id, content: comparedOf(row) }));
  }

  private async requireKnown<Key extends string, Thing extends { id: Id } & { [K in Key]?: Id | undefined }>(
    list: string,
    things: readonly Thing[],
    key: Key,
    table: string,
    inFile: readonly { id: Id }[],
  ): Promise<void> {
    const named = [...new Set(things.flatMap((thing) => thing[key] ?? []))];
    const rows = await this.sql.all<{ id: Id }>(`SELECT id FROM ${table} WHERE ${inList(this.sql, "id")}`, [
      JSON.stringify(named),
    ]);
    const known = new Set([...rows, ...inFile].map(({ id }) => id));
    for (const thing of things) {
      const id = thing[key];
      if (id !== undefined && !known.has(id))
        this.refuse(`${list} ${thing.id}, ${key}`, id, `there is no such ${table.replace("_", " ")}`);
    }
  }

  /** What is recorded outside the file, because a circle may include it. */
  private async bodiesBeside<Thing extends { id: Id }>(table: string, given: readonly Thing[]): Promise<Thing[]> {
    if (given.length === 0) return [];
    const inFile = new Set(given.map(({ id }) => id));
    const rows = await this.sql.all<{ body: string }>(`SELECT body FROM ${table}`);
    return rows.map(({ body }): Thing => JSON.parse(body)).filter(({ id }) => !inFile.has(id));
  }

  private refuseCircles(edges: readonly PlacedEdge[], known: readonly { id: Id }[] = []): void {
    const others = new Set(known.map(({ id }) => id));
    for (const circle of findCircles(edges))
      for (const { by, place, from, to, written } of edges)
        if (!others.has(by) && circle.has(from) && circle.has(to)) this.refuse(place, written, leadsBack(circle));
  }

  private requireUnique(list: string, ids: readonly Id[]): void {
    const seen = new Set<Id>();
    for (const id of ids) {
      if (seen.has(id)) this.refuse(`${list} ${id}`, id, "the id stands twice in the file");
      seen.add(id);
    }
  }

  private warn(detail: string, issue: Issue): void {
    const known = this.warnings.get(detail) ?? [];
    known.push({ file: this.run.file, ...issue });
    this.warnings.set(detail, known);
  }

  private refuse(name: string, value: string, detail: string): void {
    this.issues.push({ file: this.run.file, name, value, detail });
    if (this.issues.length >= 1000)
      throw new DomainError("rowsRejected", "nothing was imported: the file has too many faults", this.issues);
  }
}

/** A part comes after its whole, because rows are inserted in statements of a thousand. */
function wholesFirst(recommendations: readonly Recommendation[]): Recommendation[] {
  const byId = new Map(recommendations.map((each) => [each.id, each]));
  const ordered = new Set<Recommendation>();
  for (const each of recommendations) {
    const above: Recommendation[] = [];
    for (
      let up: Recommendation | undefined = each;
      up !== undefined && !ordered.has(up);
      up = byId.get(up.partOf ?? "")
    )
      above.push(up);
    for (const up of above.reverse()) ordered.add(up);
  }
  return [...ordered];
}

function keptVersions<Version extends FormerVersion | FormerReport>(versions: readonly Version[]): Version[] {
  return versions.map((each) => ({ ...each, replacedAt: inUtc(each.replacedAt) }));
}

function idsOf(things: readonly { id: Id }[]): Id[] {
  return things.map(({ id }) => id);
}

/** What is compared of a thing: its row, but for the moment it was recorded, its key in a file, and the acts done on it. */
function comparedOf(row: { recordedAt: string }): object {
  const besides = ["recordedAt", "importKey", "version", "auditHead"];
  return Object.fromEntries(Object.entries(row).filter(([field]) => !besides.includes(field)));
}

const toldDifferences = 3;

/** The first differences, after what is told of the things; nothing where they differ only in notation. */
function differencesText(known: object, given: object): string {
  const told = differences(known, given);
  if (told.length === 0) return "";
  const more = told.length > toldDifferences ? `; and ${told.length - toldDifferences} more` : "";
  return `: ${told.slice(0, toldDifferences).join("; ")}${more}`;
}

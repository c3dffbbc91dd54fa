import {
  type Day,
  type Entry,
  type FollowUpCase,
  type Id,
  type Instant,
  type LinkType,
  type OrganizationChange,
  type Precision,
  type Replacement,
  ReportingCycle,
  type Role,
  withoutConfidential,
} from "@heed/core";
import { CaseReport } from "@heed/core/follow-up/case/case-report";
import type { EntryType } from "@heed/core/follow-up/entries/entry";
import { replacingEntryTypes } from "@heed/core/follow-up/replay/replacement";
import { groupedBy } from "@heed/core/grouped-by";
import { withSuccessors } from "@heed/core/organization/succession";
import { repeatingLinks, replacingLinks } from "@heed/core/recommendation/link";
import { precisionsOf } from "@heed/core/time/shown-date";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { joinInOrder } from "../statements/join-in-order.ts";
import { cycleColumns, cycleOf, type StoredCycle } from "../tables/cycle-rows.ts";
import { byBytes, type FollowUpContent } from "../tables/follow-up-digest.ts";
import { cyclesAsKnown, recommendationsAsKnown, reportsAsKnown } from "./as-known.ts";

export type LoadCasesOptions = {
  /** Follow-ups in each batch; 1,000 when left out. */
  batch?: number;
  /**
   * Only what had been recorded by then (R12, D16), of everything that a case depends on. In UTC, as the record stores
   * moments.
   */
  knownAt?: Instant;
};

/** A case, and the place of its recommendation in the order of lists (docs/decisions/0045). */
export type PlacedCase = FollowUpCase & { place: number };

/** A case with the content that its next audit record vouches for: a write reads both at once. */
export type StoredCase = { case: PlacedCase; content: FollowUpContent };

/**
 * The given follow-ups, or all, in the order of their ids, in batches, each with everything that its standing depends
 * on. Each batch takes six queries, which are sent together; at most one batch is in memory. Unknown ids are left out.
 */
export async function* loadCases(
  sql: Sql,
  which: readonly Id[] | "all",
  { batch = 1000, knownAt }: LoadCasesOptions = {},
): AsyncIterable<PlacedCase[]> {
  for await (const ids of idPages(sql, which, batch))
    yield (await storedCases(sql, ids, knownAt)).map((kept) => kept.case);
}

/** One case; undefined when there is no such follow-up. */
export async function loadCase(sql: Sql, followUp: Id, knownAt?: Instant): Promise<FollowUpCase | undefined> {
  return (await storedCases(sql, [followUp], knownAt))[0]?.case;
}

/** The ids of the given follow-ups, or of all, in order, in pages. */
export async function* idPages(sql: Sql, which: readonly Id[] | "all", batch: number): AsyncIterable<readonly Id[]> {
  if (which !== "all") {
    const sorted = [...new Set(which)].sort();
    for (let start = 0; start < sorted.length; start += batch) yield sorted.slice(start, start + batch);
    return;
  }
  let after = "";
  for (;;) {
    const page = await sql.all<{ id: Id }>(`SELECT id FROM follow_up WHERE id > ? ORDER BY id LIMIT ${batch}`, [after]);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map(({ id }) => id);
    after = last.id;
  }
}

/** The cases of some follow-ups, in the order of their ids. All queries are sent before the first answer is awaited. */
export async function storedCases(sql: Sql, ids: readonly Id[], knownAt?: Instant): Promise<StoredCase[]> {
  const list = JSON.stringify(ids);
  const [rows, entries, later, around, cycles, replacedBy, asked] = await Promise.all([
    sql.all<CaseRow>(caseQuery(sql, knownAt), [...asKnown(knownAt), list]),
    entriesOf(sql, list, knownAt),
    knownAt === undefined ? new Map<Id, Entry[]>() : laterWithSecrets(sql, list, knownAt),
    changesAround(sql, list, knownAt),
    cyclesOf(sql, list, knownAt),
    replacementsOf(sql, list, knownAt),
    askedOf(sql, list, knownAt),
  ]);
  const printed = new Set(rows.flatMap(({ addressee, issuingBody }) => [addressee, issuingBody]));
  const newer = [...replacedBy.values()].flat().flatMap((each) => each.newer?.addressee ?? []);
  const others = [...successorsIn(entries), ...newer].filter((each) => !printed.has(each));
  const changes = await withChangesOf(sql, others, around, knownAt);
  const lineages = new Map(
    [...new Set(rows.map(({ issuingBody }) => issuingBody))].map((body) => [body, [...withSuccessors(body, changes)]]),
  );
  return rows.map((row) => ({
    content: {
      id: row.id,
      recommendation: row.recommendation,
      addressee: row.addressee,
      nameAtIssue: row.nameAtIssue,
      role: row.role,
      source: row.source,
      version: row.version,
      auditHead: row.auditHead,
      importKey: row.importKey,
      entries: (entries.get(row.id) ?? [])
        .map(({ id, digest, importKey }) => ({ id, digest, importKey }))
        .sort((a, b) => byBytes(a.id, b.id)),
    },
    case: {
      followUp: {
        id: row.id,
        recommendation: row.recommendation,
        addressee: row.addressee,
        ...(row.nameAtIssue === null ? {} : { nameAtIssue: row.nameAtIssue }),
        role: row.role,
        ...(row.source === null ? {} : { source: JSON.parse(row.source) }),
      },
      recommendation: {
        id: row.recommendation,
        ...(row.ownIssuingBody === null ? {} : { issuingBody: row.ownIssuingBody }),
        ...(row.implementationDue === null ? {} : { implementationDue: JSON.parse(row.implementationDue) }),
        themes: row.themes === null ? [] : JSON.parse(row.themes),
      },
      report: caseReport(row),
      recordedAt: row.recordedAt,
      ...shownThen(
        (entries.get(row.id) ?? []).map(({ entry }) => entry),
        later.get(row.id),
      ),
      cycles: (lineages.get(row.issuingBody) ?? []).flatMap((body) => cycles.get(body) ?? []),
      changes,
      replacedBy: replacedBy.get(row.id) ?? [],
      asked: asked.get(row.recommendation) ?? { times: 1 },
      place: row.place,
    },
  }));
}

type CaseRow = {
  id: Id;
  recommendation: Id;
  addressee: Id;
  nameAtIssue: string | null;
  role: Role;
  source: string | null;
  recordedAt: Instant;
  version: number;
  auditHead: string;
  importKey: string | null;
  issuingBody: Id;
  ownIssuingBody: Id | null;
  implementationDue: string | null;
  themes: string | null;
  report: Id;
  reportIssuingBody: Id;
  reportingYear: number;
  status: string;
  publishedOn: string | null;
  reportBody: string;
  place: number;
};

/** Only the deadline and the themes of a recommendation are read, not its text. */
function ofRecommendation({ dialect }: Pick<Sql, "dialect">, name: "implementationDue" | "themes"): string {
  return dialect === "sqlite" ? `r.body -> '${name}'` : `(r.body::json -> '${name}')::text`;
}

function caseQuery({ dialect }: Sql, knownAt: Instant | undefined): string {
  const field = (name: "implementationDue" | "themes") => ofRecommendation({ dialect }, name);
  return `SELECT f.id, f.recommendation_id AS recommendation, f.addressee_id AS addressee,
      f.name_at_issue AS "nameAtIssue", f.role, f.source, f.recorded_at AS "recordedAt", f.version, f.audit_head AS "auditHead",
      f.import_key AS "importKey",
      COALESCE(r.own_issuing_body_id, p.issuing_body_id) AS "issuingBody", r.own_issuing_body_id AS "ownIssuingBody",
      ${field("implementationDue")} AS "implementationDue", ${field("themes")} AS themes, p.id AS report, p.issuing_body_id AS "reportIssuingBody",
      p.reporting_year AS "reportingYear", p.status, p.published_on AS "publishedOn", p.body AS "reportBody", l.place
    FROM follow_up f
      JOIN recommendation_place l ON l.recommendation_id = f.recommendation_id
      JOIN ${knownAt === undefined ? "recommendation" : recommendationsAsKnown} r ON r.id = f.recommendation_id
      JOIN ${knownAt === undefined ? "report" : reportsAsKnown(dialect)} p ON p.id = r.report_id
    WHERE ${inList({ dialect }, "f.id")} ORDER BY f.id`;
}

function caseReport(row: CaseRow): FollowUpCase["report"] {
  return CaseReport.parse({
    ...JSON.parse(row.reportBody),
    id: row.report,
    issuingBody: row.reportIssuingBody,
    reportingYear: row.reportingYear,
    status: row.status,
    ...(row.publishedOn === null ? {} : { publishedOn: row.publishedOn }),
  });
}

type StoredEntry = FollowUpContent["entries"][number] & { entry: Entry };

async function entriesOf(
  sql: Sql,
  list: string,
  knownAt: Instant | undefined,
  types?: readonly EntryType[],
): Promise<Map<Id, StoredEntry[]>> {
  const rows = await sql.all<{ key: Id; body: string } & FollowUpContent["entries"][number]>(
    `SELECT follow_up_id AS key, id, body, content_digest AS digest, import_key AS "importKey" FROM entry
     WHERE ${inList(sql, "follow_up_id")}${knownAt === undefined ? "" : " AND recorded_at <= ?"}
       ${types === undefined ? "" : `AND type IN ${oneOf(types)}`}
     ORDER BY follow_up_id, recorded_at, id`,
    knownAt === undefined ? [list] : [list, knownAt],
  );
  return groupedBy(rows, byKey, ({ id, body, digest, importKey }) => ({
    id,
    digest,
    importKey,
    entry: JSON.parse(body) as Entry,
  }));
}

/** What was recorded after a moment on the follow-ups on which evidence was confidential after it. */
async function laterWithSecrets(sql: Sql, list: string, knownAt: Instant): Promise<Map<Id, Entry[]>> {
  const rows = await sql.all<{ key: Id; body: string }>(
    `SELECT e.follow_up_id AS key, e.body FROM entry e
     WHERE ${inList(sql, "e.follow_up_id")} AND e.recorded_at > ? AND EXISTS (
       SELECT 1 FROM entry c WHERE c.follow_up_id = e.follow_up_id AND c.recorded_at > ?
         AND c.body LIKE '%"confidential":true%')
     ORDER BY e.follow_up_id, e.recorded_at, e.id`,
    [list, knownAt, knownAt],
  );
  return groupedBy(rows, byKey, ({ body }) => JSON.parse(body) as Entry);
}

/** The entries as known at a moment, and those of them that everybody may read, by what was made confidential since (R59). */
function shownThen(
  entries: readonly Entry[],
  later: readonly Entry[] | undefined,
): Pick<FollowUpCase, "entries" | "shown"> {
  if (later === undefined) return { entries };
  const known = new Set(entries.map(({ id }) => id));
  return { entries, shown: withoutConfidential([...entries, ...later]).visible.filter(({ id }) => known.has(id)) };
}

/** The SQL for the issuing bodies or addressees of some follow-ups, and all their successors. */
function successorsOfFollowUps(sql: Sql, whose: ("addressee" | "issuingBody")[], knownAt: Instant | undefined): string {
  const begin = {
    addressee: `SELECT f.addressee_id FROM follow_up f WHERE ${inList(sql, "f.id")}`,
    issuingBody:
      knownAt === undefined
        ? `SELECT r.issuing_body_id FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id
      WHERE ${inList(sql, "f.id")}`
        : `SELECT COALESCE(r.own_issuing_body_id, p.issuing_body_id) FROM follow_up f
        JOIN ${recommendationsAsKnown} r ON r.id = f.recommendation_id
        JOIN ${reportsAsKnown(sql.dialect)} p ON p.id = r.report_id WHERE ${inList(sql, "f.id")}`,
  };
  return withSuccessorsFrom(whose.map((each) => begin[each]).join(" UNION "));
}

/** The SQL for some organizations, given as a JSON list, and all their successors. */
function successorsOfList(sql: Sql): string {
  return withSuccessorsFrom(`SELECT id FROM organization WHERE ${inList(sql, "id")}`);
}

function withSuccessorsFrom(begin: string): string {
  return `WITH RECURSIVE lineage(id) AS (
    ${begin}
    UNION SELECT r.organization_id FROM lineage
      JOIN organization_change_part o ON o.organization_id = lineage.id AND o.part = 'original'
      JOIN organization_change_part r ON r.change_id = o.change_id AND r.part = 'result'
  )`;
}

async function cyclesOf(sql: Sql, list: string, knownAt: Instant | undefined): Promise<Map<Id, ReportingCycle[]>> {
  type Row = { key: Id; known: string | null } & StoredCycle;
  const rows = await sql.all<Row>(
    knownAt === undefined
      ? `${successorsOfFollowUps(sql, ["issuingBody"], knownAt)}
         SELECT issuing_body_id AS key, NULL AS known, ${cycleColumns("c")} FROM reporting_cycle c
         WHERE issuing_body_id IN (SELECT id FROM lineage) ORDER BY issuing_body_id, year`
      : `${successorsOfFollowUps(sql, ["issuingBody"], knownAt)}
         SELECT c.issuing_body_id AS key, k.body AS known, ${cycleColumns("c")} FROM ${cyclesAsKnown}
         WHERE c.issuing_body_id IN (SELECT id FROM lineage) AND c.recorded_at <= ? ORDER BY c.issuing_body_id, c.year`,
    knownAt === undefined ? [list] : [...asKnown(knownAt), list, knownAt, knownAt],
  );
  return groupedBy(rows, byKey, ({ known, ...row }) =>
    known === null ? cycleOf(row) : ReportingCycle.strip().parse(JSON.parse(known)),
  );
}

/** The changes that the organizations or their successors went through. */
function changesAround(sql: Sql, list: string, knownAt: Instant | undefined): Promise<OrganizationChange[]> {
  return changesOf(
    sql,
    successorsOfFollowUps(sql, ["addressee", "issuingBody"], knownAt),
    [list, ...asKnown(knownAt), list],
    knownAt,
  );
}

async function changesOf(
  sql: Sql,
  lineageText: string,
  values: readonly string[],
  knownAt: Instant | undefined,
): Promise<OrganizationChange[]> {
  const rows = await sql.all<{ body: string }>(
    `${lineageText}
     SELECT c.body FROM organization_change c
     WHERE c.id IN (SELECT o.change_id FROM organization_change_part o JOIN lineage ON lineage.id = o.organization_id
                    WHERE o.part = 'original')${knownAt === undefined ? "" : " AND c.recorded_at <= ?"}
     ORDER BY c.id`,
    knownAt === undefined ? values : [...values, knownAt],
  );
  const changes = rows.map(({ body }) => JSON.parse(body) as OrganizationChange);
  return changes.length === 0 ? changes : [...changes, ...(await withReplacingChanges(sql, changes, knownAt))];
}

/** An editor may have chosen a successor to which no change leads. */
function successorsIn(entries: ReadonlyMap<Id, readonly StoredEntry[]>): Id[] {
  return [...entries.values()]
    .flat()
    .flatMap(({ entry }) => (entry.type === "successorDecision" ? [entry.successor] : []));
}

/** Adds the later changes of these other organizations when they are not among the changes yet. */
async function withChangesOf(
  sql: Sql,
  others: readonly Id[],
  changes: OrganizationChange[],
  knownAt: Instant | undefined,
): Promise<OrganizationChange[]> {
  const results = new Set(changes.flatMap((each) => each.results.map(({ organization }) => organization)));
  const found = others.filter((each) => !results.has(each));
  if (found.length === 0) return changes;
  const known = new Set(changes.map(({ id }) => id));
  const theirs = await changesOf(sql, successorsOfList(sql), [JSON.stringify([...new Set(found)])], knownAt);
  return [...changes, ...theirs.filter(({ id }) => !known.has(id))];
}

/** A change may be replaced by one about other organizations. */
async function withReplacingChanges(
  sql: Sql,
  changes: readonly OrganizationChange[],
  knownAt: Instant | undefined,
): Promise<OrganizationChange[]> {
  const rows = await sql.all<{ body: string }>(
    `SELECT body FROM organization_change
     WHERE body LIKE '%"replaces":%'${knownAt === undefined ? "" : " AND recorded_at <= ?"} ORDER BY id`,
    knownAt === undefined ? [] : [knownAt],
  );
  const known = new Set(changes.map(({ id }) => id));
  const replacements = rows.map(({ body }) => JSON.parse(body) as OrganizationChange);
  return replacements.filter(({ id, replaces }) => replaces !== undefined && known.has(replaces) && !known.has(id));
}

const oneOf = (types: readonly (LinkType | EntryType)[]) => `(${types.map((type) => `'${type}'`).join(", ")})`;

/** The links of newer recommendations that may replace an older one, with each addressee of the newer ones (R50). */
async function replacementsOf(
  sql: Sql,
  list: string,
  knownAt: Instant | undefined,
): Promise<Map<Id, FollowUpCase["replacedBy"][number][]>> {
  type Row = Omit<Replacement, "newer"> & {
    key: Id;
    newer: Id;
    addressee: Id;
    role: Role;
    themes: string | null;
    publishedOn: Day | null;
    reportingYear: number;
  };
  const rows = await sql.all<Row>(
    `SELECT f.id AS key, l.id, l.type, l.on_day AS "on", l.recorded_at AS "recordedAt", newer.id AS newer,
       newer.addressee_id AS addressee, newer.role, ${ofRecommendation(sql, "themes")} AS themes, p.published_on AS "publishedOn",
       p.reporting_year AS "reportingYear"
     FROM follow_up f
       JOIN recommendation_link l ON l.to_id = f.recommendation_id AND l.type IN ${oneOf(replacingLinks)} AND ${linkInForce(knownAt)}
       JOIN follow_up newer ON newer.recommendation_id = l.from_id
       JOIN ${knownAt === undefined ? "recommendation" : recommendationsAsKnown} r ON r.id = l.from_id
       JOIN ${knownAt === undefined ? "report" : reportsAsKnown(sql.dialect)} p
         ON p.id = r.report_id AND p.status = 'published'
     WHERE ${inList(sql, "f.id")}${knownAt === undefined ? "" : " AND newer.recorded_at <= ?"}
     ORDER BY l.on_day, l.id, newer.id`,
    knownAt === undefined ? [list] : [knownAt, knownAt, ...asKnown(knownAt), list, knownAt],
  );
  const entries =
    rows.length === 0
      ? new Map<Id, StoredEntry[]>()
      : await entriesOf(
          sql,
          JSON.stringify([...new Set(rows.map(({ newer }) => newer))]),
          knownAt,
          replacingEntryTypes,
        );
  return groupedBy(rows, byKey, ({ key: _, newer, addressee, role, themes, publishedOn, reportingYear, ...link }) => ({
    ...link,
    newer: {
      addressee,
      role,
      themes: themes === null ? [] : JSON.parse(themes),
      report: { reportingYear, ...(publishedOn === null ? {} : { publishedOn }) },
      entries: (entries.get(newer) ?? []).map(({ entry }) => entry),
    },
  }));
}

/** That a link `l` counts; as known at a moment, which it takes twice. */
function linkInForce(knownAt: Instant | undefined): string {
  return knownAt === undefined
    ? "l.withdrawn_at IS NULL"
    : "l.recorded_at <= ? AND (l.withdrawn_at IS NULL OR l.withdrawn_at > ?)";
}

/** When each recommendation was first asked, and how often, along the recommendations that it repeats (R15). */
async function askedOf(sql: Sql, list: string, knownAt: Instant | undefined): Promise<Map<Id, FollowUpCase["asked"]>> {
  // A day with its precision: of two equal dates, the plain day sorts first.
  const field = (column: string, path: readonly string[]) =>
    sql.dialect === "sqlite" ? `${column} ->> '$.${path.join(".")}'` : `(${column}::json #>> '{${path.join(",")}}')`;
  const withPrecision = (day: string, precision: string) => `${day} || ' ' || COALESCE(${precision}, 'day')`;
  const published = withPrecision("p.published_on", field("p.body", ["publishedOnPrecision"]));
  const due = withPrecision(
    field("r.body", ["implementationDue", "on"]),
    field("r.body", ["implementationDue", "precision"]),
  );
  const reports = knownAt === undefined ? "report" : reportsAsKnown(sql.dialect);
  // SQLite does not know how short a line is, and would scan all recommendations.
  const inOrder = joinInOrder(sql);
  const rows = await sql.all<{ key: Id; first: string | null; firstDue: string | null; times: number }>(
    `WITH RECURSIVE line(newest, id) AS (
       SELECT f.recommendation_id, f.recommendation_id FROM follow_up f WHERE ${inList(sql, "f.id")}
       UNION SELECT line.newest, l.to_id FROM line
         JOIN recommendation_link l ON l.from_id = line.id AND l.type IN ${oneOf(repeatingLinks)} AND ${linkInForce(knownAt)}
         JOIN recommendation older ON older.id = l.to_id
         JOIN ${reports} printed ON printed.id = older.report_id AND printed.status = 'published'
     )
     SELECT line.newest AS key, min(${published}) AS first, min(${due}) AS "firstDue", count(*) AS times
     FROM line
       ${inOrder} ${knownAt === undefined ? "recommendation" : recommendationsAsKnown} r ON r.id = line.id
       JOIN ${reports} p ON p.id = r.report_id
     GROUP BY line.newest`,
    knownAt === undefined ? [list] : [list, knownAt, knownAt, knownAt, knownAt, ...asKnown(knownAt)],
  );
  return new Map(
    rows.map(({ key, first, firstDue, times }) => [
      key,
      { times, ...askedDay("first", first), ...askedDay("firstDue", firstDue) },
    ]),
  );
}

/** A day and its precision, separated by a space. */
function askedDay(name: "first" | "firstDue", text: string | null): Partial<FollowUpCase["asked"]> {
  const [on, precision] = text?.split(" ") ?? [];
  return { ...(on && { [name]: on }), ...precisionsOf({ [name]: precision as Precision | undefined }) };
}

/** For the recommendations and the reports that are joined as they were known. */
function asKnown(knownAt: Instant | undefined): Instant[] {
  return knownAt === undefined ? [] : [knownAt, knownAt, knownAt];
}

function byKey({ key }: { key: Id }): Id {
  return key;
}

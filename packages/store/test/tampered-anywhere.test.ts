import { createHash, randomUUID } from "node:crypto";
import { personAs, RecordFile, defaultSettings as settings } from "@heed/core";
import {
  addUser,
  checkDerived,
  checkFiles,
  checkProjections,
  createToken,
  type Database,
  performDraftAct,
  type SqlValue,
  trackerReads,
  uploadFile,
  usualLimit,
  verifyAudit,
} from "@heed/store";
import { expect, test } from "vitest";
import { tablePlace } from "../src/files/table-place.ts";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";
import { seenTampered } from "./tampering.ts";

const recordedAt = "2023-01-10T08:00:00Z";
const letter = Buffer.from("%PDF-1.7");
const digest = createHash("sha256").update(letter).digest("hex");

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    {
      id: "centre",
      code: "centre",
      name: { en: "Centre" },
      otherNames: [{ name: "The Centre" }],
      foundingDate: "1993-02-15",
    },
    { id: "justice", code: "just", name: { nl: "Justitie", fr: "Justice" }, source: { name: "file" } },
    { id: "police", code: "police", name: { nl: "Politie" }, dissolutionDate: "2030-01-01", coordinator: "justice" },
    { id: "next", code: "next", name: { nl: "Opvolger" } },
  ],
  organizationChanges: [
    {
      ...{
        id: "change",
        type: "renamed",
        on: "2023-06-01",
        originals: ["justice"],
        results: [{ organization: "next" }],
      },
      ...{ legalBasis: "a law", recordedAt: "2023-06-01T08:00:00Z" },
    },
  ],
  reports: [
    {
      id: "r",
      reference: "2021",
      issuingBody: "centre",
      reportingYear: 2021,
      publishedOn: "2022-10-18",
      title: { en: "A report" },
    },
  ],
  recommendations: [
    {
      id: "a",
      report: "r",
      reference: "1",
      text: { en: "Train the inspectors." },
      themes: ["inspection"],
      issuingBody: "centre",
    },
    {
      id: "w",
      report: "r",
      reference: "2",
      text: { en: "Train the police." },
      implementationDue: { on: "2024-01-01" },
    },
    { id: "w1", report: "r", reference: "2a", partOf: "w", text: { en: "All of it." } },
  ],
  followUps: [
    {
      ...{
        id: "fa",
        recommendation: "a",
        addressee: "justice",
        nameAtIssue: "FOD Justitie",
        source: { name: "file", row: 2 },
      },
      entries: [
        { id: "e1", type: "response", position: "accepted", givenOn: "2022-12-19", recordedAt },
        {
          id: "e2",
          type: "commitment",
          description: "A plan.",
          owner: "J.",
          due: { on: "2023-05-31" },
          givenOn: "2022-12-19",
          recordedAt,
        },
        {
          ...{
            id: "e3",
            type: "progressUpdate",
            reportingYear: 2022,
            level: "underWay",
            asOf: "2022-12-31",
            knownBy: "2023-02-01",
            recordedAt,
          },
          evidence: [
            {
              kind: "file",
              title: "A letter",
              file: { digest, name: "letter.pdf", mediaType: "application/pdf", size: letter.length },
            },
            { kind: "document", title: "The count", item: "item" },
          ],
        },
      ],
    },
    { id: "f1", recommendation: "w1", addressee: "police", entries: [] },
  ],
  links: [{ id: "link", type: "sharpens", from: "a", to: "w", on: "2022-10-18", recordedAt }],
  reportingCycles: [
    {
      ...{ id: "cycle", issuingBody: "centre", year: 2022, opensOn: "2023-01-15", updatesDueOn: "2023-03-31" },
      ...{ assessmentsDueOn: "2023-06-30", publishedOn: "2023-07-01" },
    },
  ],
  collectedItems: [
    {
      ...{
        id: "item",
        kind: "judgment",
        issuingBody: "centre",
        reference: "J-1",
        year: 2022,
        title: { en: "The farm" },
        themes: ["housing"],
      },
      content: { court: "Gent", decidedOn: "2022-10-05", instance: "first", outcome: "convicted" },
    },
  ],
  reportSections: [
    {
      id: "section",
      report: "r",
      reference: "law",
      position: 1,
      kind: "law",
      title: { en: "Law" },
      text: { en: "One." },
      state: "final",
      authenticLanguage: "en",
    },
  ],
});

async function* pieces() {
  yield letter;
}

/** A record with something in each table that somebody's act or import fills. */
async function filled(database: Database): Promise<void> {
  const maes = personAs({ id: "maes", name: "C. Maes", role: "respondent", organizations: ["next"] });
  await uploadFile(database, tablePlace(database), {
    ...{ name: "letter.pdf", bytes: pieces(), limit: usualLimit, inspect: async () => "application/pdf" as const },
    ...{ person: maes, at: recordedAt, newId: randomUUID },
  });
  await imported(database, record);
  const at = "2026-02-01T08:00:00Z";
  await registerAct(
    database,
    "correctRecommendation",
    { text: { en: "Train all inspectors." }, reference: "1bis" },
    { thing: "a", at },
  );
  await registerAct(
    database,
    "changeReport",
    { title: { en: "The report" }, reference: "2021bis" },
    { thing: "r", at },
  );
  await registerAct(database, "closeCycle", {}, { thing: "cycle", at });
  const assessor = { id: "a-lambert", name: "A. Lambert", role: "assessor", organizations: [] } as const;
  const level = { level: "partiallyImplemented", on: "2024-03-01", reason: { en: "Little is missing." } };
  await registerAct(database, "overrideLevel", level, { thing: "w", at, actor: assessor });
  const keeping = { at, today: "2026-02-01", newId: () => "maes", by: { actor: "root", systemUser: "root" } };
  const roles = [{ role: "respondent" as const, organization: "next" }];
  const identities = [{ issuer: "https://login.example.org", subject: "42" }];
  await addUser(database, { name: "C. Maes", email: "c@example.org", language: "nl", roles, identities }, keeping);
  await createToken(
    database,
    { name: "program", role: "editor", organizations: ["centre"], expiresAt: "2027-01-01T00:00:00Z" },
    at,
  );
  await performDraftAct(database, {
    ...{ act: "makeDraft", thing: "fa", systemUser: "tester", at, settings, newId: randomUUID },
    person: maes,
    input: { act: "update", input: { level: "underWay" } },
  });
  await registerAct(
    database,
    "changeSettings",
    { from: "2026-03-01", changes: { dueSoonDays: 14 }, reason: "A." },
    { at },
  );
}

/** Kept for a while, derived anew, or of the program itself; what checks them else is named. */
const apart: readonly RegExp[] = [
  // The migrations, by their digests at each start; working tables, empty between two commands.
  /^_prisma_migrations$|^sqlite_|^staged_|^listing$|^import_job$|^scheduled_run$/,
  // The tables of SQLite's word index: check-derived.test.ts tries the words of search.
  /^recommendation_words/,
  // What is sent or asked, and who is signed in: no part of the record.
  /^session$|^sign_in_link$|^outbox_message$|^reminder_step$|^follower$|^webhook$/,
  // Files that were brought and are named by nothing yet; the bytes of frozen reports, by their digests: frozen-report.test.ts.
  /^kept_file$|^uploaded_file$|^frozen_document$/,
  // Only acts of the first months, corrections by files, and what is late for years, have rows here.
  /^entry_side$|^report_version$|^shown_again$|^late_count$|^late_year$|^progress_count$/,
  // The answers to repeated requests.
  /^idempotency_key$/,
];

/** What nothing vouches for, as decision 0020 says. */
const unprotected = [
  // Which acts a write has read, the last use of a token, and a user's address.
  ...["api_token", "organization", "report", "reporting_cycle", "collected_item", "report_section"].map(
    (table) => `${table}.version`,
  ),
  ...["api_token.last_used_at", "user_account.email", "user_role.position"],
  ...["organization", "reporting_cycle", "follow_up", "collected_item", "report_section"].map(
    (table) => `${table}.recorded_at`,
  ),
  // Beside what came without an import key, nothing reads these.
  ...["entry.import_key", "follow_up.import_key"],
  ...["recommendation", "recommendation_version", "report"].map((table) => `${table}.content_digest`),
  // A checkpoint's hash that is kept elsewhere shows that a later one was taken away.
  "audit_checkpoint: a row taken away",
  // Found as the database is opened: derivation.test.ts.
  ...["derivation.version", "derivation: a row taken away"],
];

type Column = { table: string; name: string; type: string; key: number };

async function columnsOf(database: Database): Promise<Column[]> {
  const all = await database.all<Column>(
    database.dialect === "sqlite"
      ? `SELECT m.name AS "table", c.name, c.type, c.pk AS key FROM sqlite_master m, pragma_table_info(m.name) c
         WHERE m.type = 'table' ORDER BY m.name, c.cid`
      : `SELECT c.table_name AS "table", c.column_name AS name, c.data_type AS type, CAST(count(k.column_name) AS INTEGER) AS key
         FROM information_schema.columns c LEFT JOIN information_schema.table_constraints t
           ON t.table_name = c.table_name AND t.constraint_type = 'PRIMARY KEY'
         LEFT JOIN information_schema.key_column_usage k ON k.constraint_name = t.constraint_name AND k.column_name = c.column_name
         WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER' GROUP BY 1, 2, 3, c.ordinal_position ORDER BY 1, c.ordinal_position`,
  );
  return all.filter(({ table, type }) => !apart.some((each) => each.test(table)) && /^(text|int|bigint)/i.test(type));
}

/** Another value of the same kind; of JSON one for each of its keys. */
function changesOf(value: unknown): [path: string, changed: SqlValue][] {
  if (typeof value === "number" || typeof value === "bigint") return [["", Number(value) + 1]];
  if (typeof value !== "string") return [];
  if (!/^[[{]/.test(value)) return [["", otherText(value)]];
  const json = JSON.parse(value) as object;
  if (Array.isArray(json)) return [["", JSON.stringify([...json, "x"])]];
  return Object.entries(json).map(([key, each]) => [`.${key}`, JSON.stringify({ ...json, [key]: otherJson(each) })]);
}

function otherText(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.endsWith("1") ? `${text.slice(0, -1)}2` : `${text.slice(0, -1)}1`;
  if (/^\d{4}-.*T/.test(text)) return text.replace(/T../, "T23");
  return `${text}x`;
}

function otherJson(value: unknown): unknown {
  if (typeof value === "string") return otherText(value);
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value)) return value.length > 0 ? value.slice(1) : ["x"];
  const [first] = Object.entries(value ?? {});
  return first === undefined ? { x: "x" } : { ...(value as object), [first[0]]: otherJson(first[1]) };
}

/** Tables that are derived of follow-ups, and compared with them. */
const derived = /^(owed|standing|responsibility|follow_up_change|late_change|progress_change)$/;

async function areProjectionsWrong(database: Database): Promise<boolean> {
  const { differences } = await checkProjections(database, await trackerReads(database).settings());
  return differences.length > 0 || (await checkDerived(database)).length > 0;
}

async function isFound(database: Database): Promise<boolean> {
  if ((await verifyAudit(database)).fault !== undefined) return true;
  if ((await checkFiles(database, tablePlace(database))).faults.length > 0) return true;
  return areProjectionsWrong(database);
}

type Row = Record<string, SqlValue>;

/** What is done by hand to one row, by its name: another value in each column, the row taken away, and a copy of it put in. */
function deedsOn(own: readonly Column[], rows: readonly Row[]): [name: string, ...deed: [string, ...SqlValue[]]][] {
  const [{ table } = { table: "" }] = own;
  const keys = own.filter(({ key }) => key > 0);
  const where = `WHERE ${keys.map(({ name }) => `"${name}" = ?`).join(" AND ")}`;
  const placeOf = (row: Row) => keys.map(({ name }) => row[name] ?? null);
  const changed = own.flatMap(({ name, type }) => {
    const row = rows.find((each) => each[name] !== null && each[name] !== "") ?? rows[0] ?? {};
    return changesOf(row[name] ?? (/text/i.test(type) ? "" : 0)).map(
      ([path, value]): [string, string, ...SqlValue[]] => [
        `${table}.${name}${path}`,
        `UPDATE "${table}" SET "${name}" = ? ${where}`,
        value,
        ...placeOf(row),
      ],
    );
  });
  const [row = {}] = rows;
  const copy = own.map(({ name, key }): SqlValue => {
    const value = row[name] ?? null;
    if (key === 0 && !/_key$|^code$/.test(name)) return value;
    return typeof value === "number" ? value + 90 : `${value}x`;
  });
  const names = own.map(({ name }) => `"${name}"`).join(", ");
  const marks = own.map(() => "?").join(", ");
  return [
    ...changed,
    [`${table}: a row taken away`, `DELETE FROM "${table}" ${where}`, ...placeOf(row)],
    [`${table}: a row put in`, `INSERT INTO "${table}" (${names}) VALUES (${marks})`, ...copy],
  ];
}

describeDatabase("what was changed by hand", (open) => {
  test("is found in every table and column that holds the record, but for what is said to be unprotected", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open();
    await filled(database);
    expect(await isFound(database)).toBe(false);
    const columns = await columnsOf(database);
    const missed: string[] = [];
    for (const table of new Set(columns.map((each) => each.table))) {
      const rows = await database.all<Row>(`SELECT * FROM "${table}"`);
      expect(rows, table).not.toEqual([]);
      const own = columns.filter((each) => each.table === table);
      const look = derived.test(table) ? areProjectionsWrong : isFound;
      for (const [name, ...deed] of deedsOn(own, rows))
        if ((await seenTampered(database, deed, look)) === false) missed.push(name);
    }
    expect(missed.sort()).toEqual(unprotected.sort());
  });
});

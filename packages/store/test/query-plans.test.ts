import { publicReader } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { type Database, type Sql, type SqlValue, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followUpCases } from "../../core/test/case-generator.ts";
import { numbered } from "../src/connection/numbered.ts";
import { describeDatabase } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

const asOf = "2023-06-01";
const page = { limit: 20 };

const followUp = "one follow-up with all that was said on it";

/** The queries of each page of answers: a table that grows with the record is never read completely. */
const pages: Record<string, (reads: TrackerReads) => Promise<unknown>> = {
  "everything overdue": (reads) => reads.overdue(publicReader, { asOf }, page),
  "everything overdue against the original dates": (reads) =>
    reads.overdue(publicReader, { asOf, against: "original" }, page),
  "the overdue page after another": async (reads) => {
    const { next } = await reads.overdue(publicReader, { asOf }, { limit: 2 });
    if (next === undefined) throw new Error("there is no second page");
    return reads.overdue(publicReader, { asOf }, { ...page, after: next });
  },
  "what is overdue by some days": (reads) => reads.overdue(publicReader, { asOf, minDaysOverdue: 45 }, page),
  "what one addressee owes": (reads) => reads.overdue(publicReader, { asOf, addressee: ["c1-justice"] }, page),
  "what one organization is responsible for": (reads) =>
    reads.overdue(publicReader, { asOf, responsible: ["c1-justice"] }, page),
  "what is overdue on a theme": (reads) => reads.overdue(publicReader, { asOf, theme: ["prosecution"] }, page),
  "all follow-ups": (reads) => reads.followUps(publicReader, { asOf }, page),
  "the follow-ups of one organization": (reads) =>
    reads.followUps(publicReader, { asOf, responsible: ["c1-justice"] }, page),
  "the follow-ups that changed lately": (reads) =>
    reads.followUps(publicReader, { asOf, changedSince: "2023-05-31T00:00:00.000Z" }, page),
  "everything owed": (reads) => reads.obligations(publicReader, { asOf }, { ...page, withTotal: true }),
  "everything owed that is not overdue": (reads) => reads.obligations(publicReader, { asOf, overdue: false }, page),
  "the page of everything owed after another": async (reads) => {
    const { next } = await reads.obligations(publicReader, { asOf }, { limit: 2 });
    if (next === undefined) throw new Error("there is no second page");
    return reads.obligations(publicReader, { asOf }, { ...page, after: next });
  },
  "everything that one organization owes": (reads) =>
    reads.obligations(publicReader, { asOf, responsible: ["c1-justice"] }, { ...page, withTotal: true }),
  "everything owed on a theme": (reads) => reads.obligations(publicReader, { asOf, theme: ["prosecution"] }, page),
  "what changed between two days": (reads) =>
    reads.changes(publicReader, { from: "2019-06-01", to: asOf }, { ...page, withTotal: true }),
  "what was found between two days": (reads) =>
    reads.changes(publicReader, { from: "2019-06-01", to: asOf, kind: ["found"] }, page),
  "what changed at one organization": (reads) =>
    reads.changes(publicReader, { from: "2019-06-01", to: asOf, responsible: ["c1-justice"] }, page),
  "the list of recommendations": (reads) => reads.recommendations(publicReader, { asOf }, { ...page, withTotal: true }),
  "the recommendations that one organization is responsible for": (reads) =>
    reads.recommendations(publicReader, { asOf, responsible: ["c1-justice"] }, { ...page, withTotal: true }),
  "what was found, by the values of its filters": (reads) =>
    reads.recommendationFacets(publicReader, { asOf, q: "c7 r1" }),
  "what one organization is responsible for, by the values of its filters": (reads) =>
    reads.recommendationFacets(publicReader, { asOf, responsible: ["c1-justice"] }),
  "what is long outstanding": (reads) =>
    reads.recommendations(publicReader, { asOf, longOutstanding: true }, { ...page, withTotal: true }),
  "the acceptances that were withdrawn": (reads) =>
    reads.recommendations(publicReader, { asOf, acceptanceWithdrawn: true }, { ...page, withTotal: true }),
  "the progress matrix": (reads) => reads.progressMatrix(publicReader, { asOf }),
  "the progress matrix of an addressee": (reads) =>
    reads.progressMatrix(publicReader, { asOf, addressee: ["c1-justice"], reportingYear: [2018] }),
  [followUp]: async (reads) => {
    const found = await reads.followUp(publicReader, "c1-fu", asOf);
    if (found === undefined) throw new Error("there is no such follow-up");
  },
  "what is stale": (reads) => reads.stale(publicReader, { asOf }, page),
  "the recommendations of a name": (reads) => reads.named(publicReader, "recommendation", ["c7 r1"]),
  "the reports of a name": (reads) => reads.named(publicReader, "report", ["c7"]),
  "the themes of a name": (reads) => reads.named(publicReader, "theme", ["detection"]),
  "a search": (reads) => reads.recommendations(publicReader, { asOf, q: "c7 r1" }, { ...page, withTotal: true }),
};

/** Lists that are read in order: nothing is sorted except the page itself. */
const inOrder = [
  "everything overdue",
  "everything overdue against the original dates",
  "the overdue page after another",
  "what is overdue by some days",
  "everything owed",
  "everything owed that is not overdue",
  "the page of everything owed after another",
  "the list of recommendations",
];

const growing = [
  "follow_up_change",
  "owed",
  "late_year",
  "progress_count",
  "standing",
  "follow_up",
  "recommendation",
  "recommendation_theme",
  "entry",
  "responsibility",
];

const pageOfPlans = `# The query plans behind a page of answers

What each page asks of SQLite, as \`EXPLAIN QUERY PLAN\` tells it: one block a query (but for that of the settings). \`SEARCH\` goes by an index, \`SCAN\` reads all of
what it names, which is a page, a list that was given, or a table that does not grow with the record. packages/store/test/query-plans.test.ts writes
this page, and fails on both databases when a plan falls back to reading a growing table whole.
`;

type Asked = { text: string; values: readonly SqlValue[] };

/** The same database, which notes the queries. */
function noting(database: Database): { database: Database; asked: Asked[] } {
  const asked: Asked[] = [];
  const noted: Database = Object.create(database, {
    all: {
      value: (text: string, values: readonly SqlValue[] = []) => {
        asked.push({ text, values });
        return database.all(text, values);
      },
    },
  });
  return { database: noted, asked };
}

describeDatabase("the plans of the queries behind a page", (open) => {
  test("go by indexes in the order that is asked for", { timeout: 120_000 }, async () => {
    const { database } = await open();
    await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 150, seed: 9 }));
    if (database.dialect === "postgresql") await database.run("ANALYZE");
    let ordered = 0;
    let told = pageOfPlans;
    for (const [name, ask] of Object.entries(pages)) {
      const { database: noted, asked } = noting(database);
      await ask(trackerReads(noted));
      expect(asked.length, name).toBeLessThanOrEqual(name === followUp ? 15 : name.includes("by the values") ? 8 : 6);
      for (const { text, values } of asked) {
        if (/page\.(id|place)/.test(text) && inOrder.includes(name)) {
          // The branches of the overdue list are in order, except the two that sort the few rows that ended since;
          // merged they are few.
          const most = /overdue|owed/.test(name) ? 3 : 0;
          expect((await sorts(database, text, values)).length, `${name}:\n${text}`).toBeLessThanOrEqual(most);
          ordered += 1;
        }
        const faults =
          database.dialect === "sqlite"
            ? await sqliteFaults(database, text, values)
            : await postgresqlFaults(database, text);
        expect(faults, `${name}:\n${text}`).toEqual([]);
      }
      if (database.dialect === "sqlite") {
        const plans = await Promise.all(
          asked.filter(({ text }) => !text.includes("FROM setting")).map((each) => planOf(database, each)),
        );
        told += `\n## ${name.replace(/^./, (first) => first.toUpperCase())}\n\n${plans.map((plan) => `\`\`\`text\n${plan}\n\`\`\`\n`).join("\n")}`;
      }
    }
    expect(ordered).toBe(inOrder.length + 2);
    // `npx vitest run packages/store/test/query-plans.test.ts -u` writes the file again.
    if (database.dialect === "sqlite") await expect(told).toMatchFileSnapshot("../../../docs/query-plans.md");
  });
});

describeDatabase("a plan", (open) => {
  test("is kept for what is short, and made anew in what fills a table from nothing", async () => {
    const { database } = await open();
    if (database.dialect === "sqlite") return;
    const mode = async (sql: Pick<Database, "all">) =>
      (await sql.all<{ plan_cache_mode: string }>("SHOW plan_cache_mode"))[0]?.plan_cache_mode;
    expect(await mode(database)).toBe("force_generic_plan");
    expect(await database.transaction(mode, { together: true })).toBe("force_generic_plan");
    expect(await database.transaction(mode)).toBe("force_custom_plan");
    expect(await mode(database)).toBe("force_generic_plan");
  });
});

/** The plan as the database shows it, each step under the step that it belongs to. */
async function planOf(database: Database, { text, values }: Asked): Promise<string> {
  const steps = await database.all<{ id: number; parent: number; detail: string }>(
    `EXPLAIN QUERY PLAN ${text}`,
    values,
  );
  const depths = new Map<number, number>();
  return steps
    .map(({ id, parent, detail }) => {
      depths.set(id, (depths.get(parent) ?? -1) + 1);
      return `${"  ".repeat(depths.get(id) ?? 0)}${detail}`;
    })
    .join("\n");
}

/** SQLite names each table that it scans; one alias for each table is enough to recognize it. */
async function sqliteFaults(database: Database, text: string, values: readonly SqlValue[]): Promise<string[]> {
  const plan = await database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, values);
  const aliases = new Map(
    [...text.matchAll(/(?:FROM|JOIN) (\w+)(?: INDEXED BY \w+)? (?:AS )?(\w+)/g)].map(([, table, alias]) => [
      alias,
      table,
    ]),
  );
  return plan
    .map(({ detail }) => detail)
    .filter((detail) => {
      const scanned = /^SCAN (\w+)(?! VIRTUAL)/.exec(detail)?.[1];
      return scanned !== undefined && growing.includes(aliases.get(scanned) ?? scanned);
    });
}

/**
 * On few rows PostgreSQL would scan every table. A table that it scans although scans are made expensive has no
 * suitable index.
 */
async function postgresqlFaults(database: Database, text: string): Promise<string[]> {
  const dear = ["seqscan", ...(text.includes("heed_words") ? [] : ["bitmapscan"]), "hashjoin", "mergejoin", "sort"];
  return (await postgresqlPlan(database, text, dear)).filter((line) =>
    growing.some((table) => new RegExp(`Seq Scan on ${table}\\b`).test(line)),
  );
}

/** The plan that a connection keeps for the query, made without its values, with some methods made expensive. */
async function postgresqlPlan(database: Database, text: string, dear: readonly string[]): Promise<string[]> {
  const planned = async (sql: Sql) => {
    for (const way of dear) await sql.run(`SET LOCAL enable_${way} = off`);
    await sql.run(`PREPARE asked AS ${numbered(text)}`);
    const parameters = text.split("?").length - 1;
    const given = parameters === 0 ? "" : `(${Array.from({ length: parameters }, () => "NULL").join(", ")})`;
    const plan = await sql.all<{ "QUERY PLAN": string }>(`EXPLAIN EXECUTE asked${given}`);
    await sql.run("DEALLOCATE asked");
    return plan.map((row) => row["QUERY PLAN"]);
  };
  return database.transaction(planned, { together: true });
}

/** What is sorted on the way to a page, before its rows are known. */
async function sorts(database: Database, text: string, values: readonly SqlValue[]): Promise<string[]> {
  const inner = (/^WITH page AS \(([\s\S]*?)\)\s+SELECT o\.id/.exec(text) ??
    /FROM \((SELECT l\.place[\s\S]*?)\) AS page/.exec(text))?.[1];
  if (inner === undefined) throw new Error(`no page in ${text}`);
  const used = values.slice(0, inner.split("?").length - 1);
  if (database.dialect === "sqlite") {
    const plan = await database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${inner}`, used);
    return plan.map(({ detail }) => detail).filter((detail) => detail.includes("TEMP B-TREE"));
  }
  const plan = await postgresqlPlan(database, inner, ["seqscan", "bitmapscan", "hashjoin", "mergejoin", "sort"]);
  // The few recommendations of a report may be sorted when the report is reached.
  return plan.filter((line) => /Sort/.test(line) && !/Incremental Sort|Sort Key|Presorted/.test(line));
}

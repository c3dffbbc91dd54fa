import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@heed/store";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ended, hasSharedData, sharedData, start } from "./heed.ts";

const asOf = "2024-04-04";
const register = join(sharedData, "taic", "TAIC_recommendations_04_04_2024.xlsx");
const panel = join(sharedData, "taic", "minister_status_panel.csv");

type PanelRow = Record<"report_as_of" | "table" | "ref" | "response" | "status_30jun" | "continuation_row", string>;

/**
 * What happened to a reference: what its addressee reported as of 30 June of each year, and the register's own word.
 */
type FollowUpLine = {
  years: { reportingYear: number; reported?: string }[];
  said: Record<string, string>;
  lifecycle: string;
};
type Line = { reference: string; reported2022?: string; reported2023?: string; register: string; lifecycle: string };

describe.skipIf(!hasSharedData)("the Commission's register and the departments' own account (../shared/data)", () => {
  let folder = "";
  let url = "";
  const heed = async (...args: string[]) => {
    const done = await ended(start(args, url));
    expect(done.code, done.stderr).toBe(0);
    return done.stdout;
  };
  const listed = async (...args: string[]) =>
    JSON.parse(await heed("recommendation", "list", "--as-of", asOf, "--limit", "3000", "--format", "json", ...args));

  let registered: { created: unknown; rows: number; warnings: { detail: string; rows: number }[] };
  let reported: { created: unknown; rows: number; skipped: { why: string; rows: number }[] };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "heed-taic-"));
    url = `file:${join(folder, "heed.sqlite")}`;
    await heed("database", "upgrade");
    const json = ["--format", "json"];
    registered = JSON.parse(
      await heed("import", register, "--mapping", "examples/mappings/taic-register.yaml", ...json),
    );
    reported = JSON.parse(await heed("import", panel, "--mapping", "examples/mappings/taic-panel.yaml", ...json));
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("the register imports whole, with what is odd in it told", () => {
    expect(registered).toMatchObject({
      rows: 2192,
      // Three rows are repeated.
      created: { reports: 2189, recommendations: 2189, followUps: 2158 },
      withoutAddressee: 31,
      rejected: [],
    });
    const told = new Map(registered.warnings.map(({ detail, rows }) => [detail, rows]));
    expect(told.get("the register calls it closed and gives no day")).toBe(5);
    expect(told.get("the response is before the report")).toBe(6);
  });

  test("its statuses are lifecycles, with its own word kept", { timeout: 120_000 }, async () => {
    const database = await openDatabase(url, { mode: "read" });
    try {
      const rows = await database.all<{ body: string; madeOn: string | null; inquiry: string }>(
        `SELECT r.body, p.published_on AS "madeOn", p.reference AS inquiry FROM recommendation r JOIN report p ON p.id = r.report_id`,
      );
      const all = rows.map(({ body, ...row }) => ({
        ...row,
        ...JSON.parse(body),
        status: JSON.parse(body).source.said.Status,
      }));
      const counts = new Map<string, number>();
      for (const { status } of all) counts.set(status, (counts.get(status) ?? 0) + 1);
      expect(Object.fromEntries(counts)).toEqual({
        "Closed acceptable": 1178,
        Unconfirmed: 340,
        "Closed cancelled": 269,
        Open: 267,
        Withdrawn: 110,
        "Closed superseded": 25,
      });
      const days = all.flatMap(({ madeOn }) => madeOn ?? []).sort();
      expect([days[0], days.at(-1), all.length - days.length]).toEqual(["1980-05-30", "2024-02-22", 101]);
      expect(all.filter(({ text }) => text === undefined)).toHaveLength(104);
      // Where the register leaves the inquiry blank, a name is derived from the content.
      expect(all.filter(({ inquiry }) => inquiry.startsWith("~"))).toHaveLength(61);
      expect(all.filter(({ status, madeOn }) => status === "Open" && madeOn < "2015-01-01")).toHaveLength(104);
      // Neither a blank cell nor a cell that says there was no reply is a reply (R11).
      const [replies] = await database.all(
        "SELECT count(*) AS n FROM entry WHERE type = 'response' AND body LIKE '%taic-register%'",
      );
      expect(replies).toEqual({ n: 1746 });
    } finally {
      await database.close();
    }
    // By addressee: 31 rows name none (26 unconfirmed and 5 withdrawn ones).
    expect((await listed("--lifecycle", "closed")).total).toBe(1178 + 269 + 25 + 105);
    const open = await listed("--lifecycle", "open", "--lifecycle", "pendingVerification");
    expect(open.total).toBe(267 + 314);
    const closedBy = (await listed("--lifecycle", "closed")).items.flatMap(
      ({ followUps }: { followUps: { closureReason: string }[] }) => followUps.map((each) => each.closureReason),
    );
    const count = (reason: string) => closedBy.filter((each: string) => each === reason).length;
    expect([count("implemented"), count("withdrawn"), count("superseded")]).toEqual([1178, 269 + 105, 25]);
    // One body under two names; its predecessor is a different body.
    const names = async (name: string) => (await listed("--addressee", name)).total;
    expect(await names("MNZ")).toBe(105 + 5);
    expect(await names("Maritime New Zealand")).toBe(105 + 5);
    expect(await names("MSA")).toBe(113);
  });

  test("the account adds entries to what is known and makes nothing else, and again nothing", async () => {
    expect(reported).toMatchObject({
      rows: 96,
      created: { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 99 },
      rejected: [],
      warnings: [],
    });
    const again = await heed("import", panel, "--mapping", "examples/mappings/taic-panel.yaml");
    expect(again).toContain("nothing is new, nothing was changed");
  });

  test("31 references are claimed as implemented in update rows: 30 are unverified, one was closed before", {
    timeout: 120_000,
  }, async () => {
    const rows = await panelRows();
    const claimed = new Set(rows.filter((row) => row.status_30jun === "Implemented").map(({ ref }) => ref));
    const atOnce = new Set(rows.filter((row) => row.response === "Accepted and implemented").map(({ ref }) => ref));
    expect([claimed.size, atOnce.size]).toEqual([31, 6]);
    const unverified: string[] = (await listed("--unverified")).items.map(
      ({ reference }: { reference: string }) => reference,
    );
    expect(unverified).toHaveLength(36);
    expect(unverified.filter((reference) => claimed.has(reference))).toHaveLength(30);
    expect(unverified.filter((reference) => atOnce.has(reference))).toHaveLength(6);
    expect([...claimed].filter((reference) => !unverified.includes(reference))).toEqual(["010/18"]);
    // "Open" is not a finding, so it contradicts no claim (R30).
    expect((await listed("--divergent")).total).toBe(0);
    const shown = JSON.parse(await heed("recommendation", "show", "010/18", "--as-of", asOf, "--format", "json"));
    expect(shown.followUps).toMatchObject([
      { reported: "fullyImplemented", lifecycle: "closed", closureReason: "implemented", unverified: false },
    ]);
  });

  test("each reference has what was reported in 2022 and 2023 beside what the register says", {
    timeout: 120_000,
  }, async () => {
    const items: { reference: string; followUps: FollowUpLine[] }[] = (await listed("--by-year")).items;
    const table = items.flatMap(({ reference, followUps }) =>
      followUps.map(({ years, said, lifecycle }): Line => {
        const reported = (year: number) => years.find(({ reportingYear }) => reportingYear === year)?.reported;
        const [reported2022, reported2023] = [reported(2022), reported(2023)];
        return {
          reference,
          ...(reported2022 && { reported2022 }),
          ...(reported2023 && { reported2023 }),
          register: said.Status ?? "",
          lifecycle,
        };
      }),
    );
    // The references on which the departments report a level, and no others.
    const reportedOn = new Set((await panelRows()).map(({ ref }) => ref));
    expect(table.filter(({ reference }) => !reportedOn.has(reference))).toEqual([]);
    const line = (reference: string) => table.find((each) => each.reference === reference);
    expect(line("003/21")).toEqual({
      reference: "003/21",
      reported2022: "underWay",
      reported2023: "fullyImplemented",
      register: "Open",
      lifecycle: "pendingVerification",
    });
    expect(line("008/17")).toMatchObject({ reported2022: "underWay", reported2023: "partiallyImplemented" });
    expect(line("010/18")).toMatchObject({
      reported2022: "fullyImplemented",
      register: "Closed acceptable",
      lifecycle: "closed",
    });
    expect(line("010/18")?.reported2023).toBeUndefined();
    expect(table.filter((each) => each.reported2022 && each.reported2023)).toHaveLength(13);
    const full = table.filter((each) => [each.reported2022, each.reported2023].includes("fullyImplemented"));
    expect(full).toHaveLength(37);
    expect(full.filter(({ register: word }) => word === "Open")).toHaveLength(36);
    const shown = await heed("recommendation", "list", "--by-year", "--as-of", asOf, "--reference", "003/21");
    expect(shown.replace(/ +/g, " ")).toContain(
      "under way | - fully implemented | - pending verification Status: Open",
    );
    // The last answer that states a position counts, even when the register also has a reply without a date.
    const show = JSON.parse(await heed("recommendation", "show", "001/22", "--as-of", asOf, "--format", "json"));
    expect(show.followUps).toMatchObject([{ position: "rejected" }]);
    // A row about both addressees counts for each of them.
    const both = (await listed("--reference", "012/21")).items.flatMap(
      ({ followUps }: { followUps: { position: string }[] }) => followUps.map(({ position }) => position),
    );
    expect(both).toEqual(["accepted", "accepted"]);
  });

  async function panelRows(): Promise<PanelRow[]> {
    return parse(await readFile(panel), { columns: true, bom: true });
  }
});

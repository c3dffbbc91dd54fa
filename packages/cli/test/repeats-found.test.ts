import { join } from "node:path";
import { type LocalizedText, publicReader } from "@heed/core";
import { openDatabase, trackerReads } from "@heed/store";
import { describe, expect, test } from "vitest";
import { freshDatabase, hasSharedData, sharedData } from "./heed.ts";

type Row = { id: string; reference: string; text: string; addressee: string };

/** The set of 8,343 takes a minute: it is measured when it is asked for, and docs/drafting.md gives the figure. */
const withUpr = process.env.HEED_MEASURE_REPEATS !== undefined;

describe.skipIf(!hasSharedData)("what was asked before, in real sets (../shared/data)", () => {
  test("repeats are proposed as docs/drafting.md says", { timeout: 600_000 }, async () => {
    const { heed, url } = await freshDatabase();
    for (const [file, mapping] of [
      ["taic/TAIC_recommendations_04_04_2024.xlsx", "taic-register"],
      ...(withUpr ? [["upr/6-9.csv", "upr"] as const] : []),
    ] as const) {
      const taken = await heed(
        "import",
        join(sharedData, file),
        "--create",
        "--mapping",
        `examples/mappings/${mapping}.yaml`,
      );
      expect(taken.code, taken.stderr).toBe(0);
    }
    const database = await openDatabase(url, { mode: "migrate" });
    try {
      const rows = await database.all<Row>(
        `SELECT r.id, r.reference, r.body AS text, f.addressee_id AS addressee FROM recommendation r
           JOIN follow_up f ON f.recommendation_id = r.id`,
      );
      const reads = trackerReads(database);
      const isProposed = async (one: string, other: string) => {
        const remarks = (await reads.draftingRemarks(publicReader, one, "2026-01-01")) ?? [];
        return remarks.some(({ similar = [] }) => similar.some(({ id }) => id === other));
      };
      const found = async (pairs: readonly (readonly [string, string])[]) => {
        let proposed = 0;
        for (const [one, other] of pairs) if (await isProposed(one, other)) proposed += 1;
        return { pairs: pairs.length, proposed };
      };
      expect(await found(citedPairs(rows))).toEqual({ pairs: 34, proposed: 31 });
      if (withUpr) expect(await found(repeatedPairs(rows))).toEqual({ pairs: 175, proposed: 132 });
    } finally {
      await database.close();
    }
  });
});

/** A recommendation whose text names another one of the register: one repeats, replaces or completes the other. */
function citedPairs(rows: readonly Row[]): (readonly [string, string])[] {
  const ids = new Map(rows.map(({ id, reference }) => [reference, id]));
  const pairs = rows.flatMap(({ id, reference, text }) =>
    [...textOf(text).matchAll(/\d{3}\/\d{2}/g)].flatMap(([named]) => {
      const other = ids.get(named);
      return named === reference || other === undefined ? [] : [[id, other] as const];
    }),
  );
  return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
}

/** The same words to the same State, by two others or in two reviews. */
function repeatedPairs(rows: readonly Row[]): (readonly [string, string])[] {
  const first = new Map<string, string>();
  return rows.flatMap(({ id, text, addressee }) => {
    const words = textOf(text).toLowerCase().replace(/\W+/g, " ").trim();
    const key = `${addressee} ${words}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, id);
    return before === undefined || before === id || words === "" ? [] : [[id, before] as const];
  });
}

function textOf(body: string): string {
  const { text = {} } = JSON.parse(body) as { text?: LocalizedText };
  return Object.values(text).join(" ");
}

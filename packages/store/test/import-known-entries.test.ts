import type { ImportPlan, MappedRow } from "@heed/core/mapping/reading/import-row";
import { importRecord, importRows } from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "./describe-database.ts";
import { importRun } from "./importing.ts";

const plan: ImportPlan = {
  name: "heed-export",
  reports: "byReference",
  unknownOrganizations: "create",
  levels: { issuingBody: "other", addressee: "other" },
  additions: { byId: true, unknown: "refuse", several: "refuse" },
  entriesBeforeReport: "warn",
};
const followUp = world.followUps.find(({ entries }) => entries.some(({ type }) => type === "response"));
const response = followUp?.entries.find((entry) => entry.type === "response");
const other = world.followUps.find(({ id }) => id !== followUp?.id);

type Said = { row: number; reference?: string | undefined; id?: string; reason?: string | undefined };

function aRow({ row, reference = followUp?.id ?? "", id, reason = response?.reason }: Said): MappedRow {
  const { givenOn = "2010-01-01", position = "accepted" } = response ?? {};
  const entry = { type: "response" as const, givenOn, position, ...(reason && { reason }), ...(id && { id }) };
  return { row, digest: "", onto: { reference, addressees: [] }, entries: [entry], warnings: [] };
}

describeDatabase("rows that bear the ids of entries", (open) => {
  async function take(...rows: readonly Said[]) {
    const { database } = await open();
    await importRecord(database, world, importRun());
    const stream = async function* () {
      yield* rows.map(aRow);
    };
    const result = await importRows(database, plan, stream(), importRun({ dryRun: true, skipInvalid: true }));
    return { entries: result.created.entries, rejected: result.rejected.map(({ row, detail }) => `${row}: ${detail}`) };
  }
  const id = response?.id ?? "";

  test("what is known is left, what says something else is told, what is new is taken", async () => {
    expect(await take({ row: 2, id, reason: `${response?.reason ?? ""}\r\n` })).toEqual({ entries: 0, rejected: [] });
    expect(
      await take(
        { row: 2, id },
        { row: 3, id, reason: "Another." },
        { row: 4, id, reference: other?.id },
        { row: 5, reference: "nothing" },
        { row: 6, reason: "New." },
        { row: 7, id: "twice", reason: "One." },
        { row: 8, id: "twice", reason: "Two." },
      ),
    ).toEqual({
      entries: 2,
      rejected: [
        expect.stringMatching(/^3: .* another reason; entries are never changed/),
        "4: the entry with this id stands on another follow-up",
        "5: there is no follow-up with this id",
        "8: this id stands on several rows",
      ],
    });
  });
});

import { RecordFile } from "@heed/core";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";

const base = { issuingBody: "centre", year: 2014, title: { en: "Victims" } };
const series = {
  ...{ ...base, id: "s", kind: "series", reference: "STAT-1" },
  content: { definition: { en: "Met." }, unit: "persons", rows: [{ code: "women" }, { code: "men" }], smallBelow: 0 },
};
const figures = (id: string, rows: readonly string[]) => ({
  ...{ ...base, id, kind: "figures", reference: id },
  content: { series: "STAT-1", deliveredBy: id, cells: rows.map((row) => ({ row, value: 3 })) },
});
const fileOf = (...collectedItems: object[]) =>
  RecordFile.parse({
    heed: "record/1",
    organizations: [{ id: "centre", code: "centre", name: { en: "Centre" } }],
    collectedItems,
  });

describeDatabase("figures in a record file", (open) => {
  test("fit their series as in an act, and a series loses no numbers", async () => {
    const { database } = await open();
    const refusedIn = (...items: object[]) =>
      imported(database, fileOf(...items)).then(
        () => [],
        ({ issues }) => issues.map(({ name }: { name: string }) => name),
      );
    expect(await refusedIn(figures("f", ["women"]))).toEqual(["collectedItems f, content.series"]);
    expect(await refusedIn(series, figures("f", ["others", "women", "men"]))).toEqual([
      "collectedItems f, content.cells.0",
    ]);
    expect(await refusedIn(series, figures("f", ["women", "men"]))).toEqual([]);
    // What a later row of the series leaves open is told, so that a record always comes in again.
    expect(await refusedIn(figures("g", ["women"]))).toEqual([]);
    const without = { content: { rows: [{ code: "women" }] } };
    await expect(registerAct(database, "correctItem", without, { thing: "s" })).rejects.toMatchObject({
      issues: [{ name: "content.rows", value: "men" }],
    });
    await registerAct(database, "withdrawItem", { reason: "Wrong." }, { thing: "f" });
    await registerAct(database, "correctItem", without, { thing: "s" });
  });
});

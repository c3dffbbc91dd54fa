import { RecordFile } from "@heed/core";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";

describeDatabase("an entry of a record with a day or a moment that cannot be right", (open) => {
  test("is taken, with a warning that names it", async () => {
    const { database } = await open();
    const { database: other } = await open();
    const record = RecordFile.parse(JSON.parse(JSON.stringify(world)));
    const before = await imported(other, record);
    const followUp = record.followUps.find(({ entries }) => entries.some(({ type }) => type === "response"));
    const response = followUp?.entries.find(({ type }) => type === "response");
    if (response === undefined) throw new Error("the example has a response");
    Object.assign(response, { givenOn: "2204-02-01" });
    const [other1, other2] = record.followUps.flatMap(({ id, entries }) =>
      entries.filter((each) => each !== response && each.type === "response").map((entry) => ({ id, entry })),
    );
    if (other1 === undefined || other2 === undefined) throw new Error("the example has three responses");
    Object.assign(other1.entry, { givenOn: "1994-02-01" });
    Object.assign(other2.entry, { recordedAt: "2204-02-01T09:00:00Z" });
    const { warnings, created } = await imported(database, record);
    expect(created).toEqual(before.created);
    const told = (detail: string) => warnings.filter((each) => each.detail === detail);
    expect(told("the response is given on a day after the import")).toMatchObject([
      { rows: 1, examples: [{ name: `followUps ${followUp?.id}, entries`, value: `${response.id}, 2204-02-01` }] },
    ]);
    expect(told("the response is before the report")).toMatchObject([
      { rows: 1, examples: [{ name: `followUps ${other1.id}, entries`, value: `${other1.entry.id}, 1994-02-01` }] },
    ]);
    const later = "tells a moment after the import at which it was recorded: until then it counts as not known";
    expect(told(later)).toMatchObject([
      {
        rows: 1,
        examples: [{ name: `followUps ${other2.id}, entries ${other2.entry.id}`, value: "2204-02-01T09:00:00Z" }],
      },
    ]);
  });
});

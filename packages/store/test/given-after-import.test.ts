import { RecordFile } from "@heed/core";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";

describeDatabase("an entry of a record that was given after the day of the import", (open) => {
  test("is taken, with a warning that names it", async () => {
    const { database } = await open();
    const { database: other } = await open();
    const record = RecordFile.parse(JSON.parse(JSON.stringify(world)));
    const before = await imported(other, record);
    const followUp = record.followUps.find(({ entries }) => entries.some(({ type }) => type === "response"));
    const response = followUp?.entries.find(({ type }) => type === "response");
    if (response === undefined) throw new Error("the example has a response");
    Object.assign(response, { givenOn: "2204-02-01" });
    const { warnings, created } = await imported(database, record);
    expect(created).toEqual(before.created);
    const detail = "the response is given on a day after the import";
    expect(warnings.filter((each) => each.detail === detail)).toMatchObject([
      { rows: 1, examples: [{ name: `followUps ${followUp?.id}, entries`, value: `${response.id}, 2204-02-01` }] },
    ]);
  });
});

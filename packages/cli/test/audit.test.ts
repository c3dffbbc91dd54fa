import { type Entry, RecordFile, defaultSettings as settings } from "@heed/core";
import { appendEntries, type Database } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { tamper } from "../../store/test/tampering.ts";
import { runKept } from "./heed.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { nl: "Justitie" } },
  ],
  reports: [{ id: "r", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" }],
  recommendations: ["a", "b"].map((id) => ({ id, report: "r", reference: id, text: { en: "Train the inspectors." } })),
  followUps: ["a", "b"].map((id) => ({ id: `fu-${id}`, recommendation: id, addressee: "justice" })),
});

/** Two follow-ups with two answers each. */
async function answeredTwice(database: Database): Promise<void> {
  await imported(database, record);
  for (const followUp of ["fu-a", "fu-b"])
    for (const position of ["noted", "accepted"] as const) {
      const at = "2022-12-20T09:00:00.000Z";
      const entry: Entry = {
        id: `${followUp}-${position}`,
        type: "response",
        position,
        givenOn: "2022-12-19",
        recordedAt: at,
      };
      await appendEntries(database, {
        followUp,
        entries: [entry],
        actor: "J. Claes",
        systemUser: "tester",
        at,
        settings,
      });
    }
}

const heed = (url: string, ...args: string[]) => runKept(args, url);

describeDatabase("heed audit verify", (open) => {
  test("tells that nothing was touched, and how much it saw", async () => {
    const { database, url } = await open();
    await answeredTwice(database);
    const { code, stdout } = await heed(url, "audit", "verify");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^The audit is unbroken: 10 records on 2 follow-ups and 4 things of the register, 1 checkpoint\.\n/,
    );
    // The import has the newest moment: what was added after it has an earlier one.
    expect(stdout).toContain(
      "The newest act is import at 2026-01-01T00:00:00.000Z, follow-up fu-a, record 1.\nThe last checkpoint is 1 of 2026-01-01T00:00:00.000Z: ",
    );
    expect(stdout).toContain(
      "The clock went back for 2 records, first at 2022-12-20T09:00:00.000Z, follow-up fu-a, record 2.\n",
    );
  });

  test.each([
    [
      "an entry",
      "entry",
      `UPDATE entry SET body = replace(body, 'accepted', 'rejected') WHERE id LIKE '%-accepted'`,
      "follow-up fu-a, entry fu-a-accepted: the entry's content does not match its digest",
    ],
    [
      "the name of who acted",
      "audit_record",
      "UPDATE audit_record SET actor = 'somebody else' WHERE sequence > 1",
      "follow-up fu-a, record 2: its fields do not match its hash",
    ],
    [
      "a record in the middle",
      "audit_record",
      "DELETE FROM audit_record WHERE sequence = 2",
      "follow-up fu-a, record 2: the record is missing",
    ],
    [
      "the last record",
      "audit_record",
      "DELETE FROM audit_record WHERE sequence = 3 AND follow_up_id = 'fu-b'",
      "follow-up fu-b, record 3: the record is missing: the follow-up counts more acts",
    ],
    [
      "a checkpoint",
      "audit_checkpoint",
      "UPDATE audit_checkpoint SET records = 1",
      "checkpoint 1: the checkpoint does not match its hash",
    ],
  ])("names the first that was tampered with by hand: %s", async (_, table, statement, fault) => {
    const { database, url } = await open();
    await answeredTwice(database);
    await tamper(database, table, statement);
    const { code, stdout } = await heed(url, "audit", "verify");
    expect(stdout).toBe(`The audit is broken: ${fault}.\n`);
    expect(code).toBe(4);
  });

  test("shows a tail that was cut off with all that tells of it, once a checkpoint had seen it", async () => {
    const { database, url } = await open();
    await answeredTwice(database);
    const made = await heed(url, "audit", "checkpoint", "--format", "json");
    const { hash } = JSON.parse(made.stdout);
    await tamper(database, "entry", "DELETE FROM entry WHERE id = 'fu-b-accepted'");
    await tamper(database, "audit_record", "DELETE FROM audit_record WHERE sequence = 3 AND follow_up_id = 'fu-b'");
    await database.run(
      `UPDATE follow_up SET version = 2,
         audit_head = (SELECT hash FROM audit_record WHERE follow_up_id = 'fu-b' AND sequence = 2) WHERE id = 'fu-b'`,
    );
    expect((await heed(url, "audit", "verify")).stdout).toContain("checkpoint 2: the records are not those");
    // Somebody who removes the checkpoint too is found by its hash, if somebody noted it.
    await tamper(database, "audit_checkpoint", "DELETE FROM audit_checkpoint WHERE sequence = 2");
    expect((await heed(url, "audit", "verify")).code).toBe(0);
    const noted = await heed(url, "audit", "verify", "--checkpoint", hash);
    // What is no hash is told so, and not as a checkpoint that was removed.
    const mistyped = await heed(url, "audit", "verify", "--checkpoint", "1234");
    expect([mistyped.code, mistyped.stderr]).toEqual([2, expect.stringContaining("64 hexadecimal digits")]);
    expect(noted.stdout).toContain(`checkpoint 2: the checkpoint ${hash} is not there`);
    expect(noted.code).toBe(4);
  });
});

import { Writable } from "node:stream";
import { RecordFile, defaultSettings as settings } from "@heed/core";
import { appendEntries, createToken, type Database, verifyAudit } from "@heed/store";
import { pino } from "pino";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { startService } from "../src/index.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { nl: "Justitie" } },
  ],
  reports: [{ id: "r", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" }],
  recommendations: [{ id: "rec", report: "r", reference: "1", text: { en: "Train the inspectors." } }],
  followUps: [{ id: "fu", recommendation: "rec", addressee: "justice" }],
});

const made = "2026-01-31T09:00:00.000Z";

async function answer(database: Database): Promise<void> {
  const at = "2026-02-01T09:00:00.000Z";
  await appendEntries(database, {
    followUp: "fu",
    entries: [{ id: "answer", type: "response", position: "accepted", givenOn: "2026-02-01", recordedAt: at }],
    actor: "J. Claes",
    systemUser: "tester",
    at,
    settings,
  });
}

describeDatabase("the service", (open) => {
  test("writes a checkpoint of what is new when it stops, and hands out its hash", async () => {
    const { database, url } = await open();
    await imported(database, record);
    await answer(database);
    const [editor, respondent] = [
      await createToken(database, { name: "E. Maes", role: "editor", organizations: [] }, made),
      await createToken(database, { name: "J. Claes", role: "respondent", organizations: ["justice"] }, made),
    ];
    const lines: string[] = [];
    const logger = pino(
      { level: "warn" },
      new Writable({
        write: (line, _, done) => {
          lines.push(String(line));
          done();
        },
      }),
    );
    const checkpoints = async () => {
      const service = await startService({ url, port: 0, logger });
      const ask = (token?: string) =>
        fetch(`http://127.0.0.1:${service.port}/recommendationFollowUp/v1/audit/checkpoints`, {
          headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
        });
      expect([(await ask()).status, (await ask(respondent)).status]).toEqual([401, 403]);
      const response = await ask(editor);
      const { items } = (await response.json()) as { items: { sequence: number; at: string; hash: string }[] };
      await service.close();
      return items;
    };
    expect((await checkpoints()).map(({ sequence }) => sequence)).toEqual([1]);
    const after = await checkpoints();
    expect(after.map(({ sequence }) => sequence)).toEqual([2, 1]);
    expect(Object.keys(after[0] ?? {})).toEqual(["sequence", "at", "hash"]);
    const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "checkpoint of the audit");
    expect(told).toMatchObject([{ sequence: 2, hash: after[0]?.hash }]);
    // Nothing was recorded since, so no checkpoint was needed.
    expect(await checkpoints()).toEqual(after);
    expect(await verifyAudit(database, after[0]?.hash)).toMatchObject({ checkpoints: 2 });
  });
});

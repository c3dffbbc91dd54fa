import { defaultSettings, publicReader, type Reader, RecordFile, readerAs } from "@heed/core";
import { type Database, exportRecord, importRecord, type RecordItem } from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "./describe-database.ts";
import { importRun } from "./importing.ts";

const editor = readerAs("editor");
const all = (database: Database, reader: Reader = editor) =>
  exportRecord(database, reader, "2024-01-01", defaultSettings);

async function textOf(items: AsyncIterable<RecordItem>): Promise<string> {
  const record: Record<string, unknown[]> = {};
  for await (const { list, item } of items) {
    record[list] ??= [];
    record[list].push(item);
  }
  return JSON.stringify({ heed: "record/1", ...record });
}

const exported = (database: Database, reader: Reader = editor) => textOf(all(database, reader));
const parsed = (text: string) => RecordFile.parse(JSON.parse(text));

describeDatabase("exporting the record", (open) => {
  test("what was exported comes back: into an empty database the same bytes, into the same one nothing", async () => {
    const { database } = await open();
    await importRecord(database, world, importRun());
    const text = await exported(database);
    const { database: empty } = await open();
    await importRecord(empty, parsed(text), importRun());
    expect(await exported(empty)).toBe(text);
    const again = await importRecord(database, parsed(text), importRun());
    expect(again.created).toEqual({ organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 });
    expect(again.rejected).toEqual([]);
    expect(await exported(database)).toBe(text);
  });

  test("drafts and confidential evidence leave no trace for who may not see them", async () => {
    const { database } = await open();
    const record = structuredClone(world);
    const [report, other] = record.reports;
    const [recommendation] = record.recommendations.filter((each) => each.report === other?.id);
    if (!report || !other || !recommendation) throw new Error("the world has two reports");
    const secret = { kind: "file" as const, title: "Secret file", confidential: true };
    const followUp = record.followUps.find(({ entries }) => entries.some((entry) => entry.type === "progressUpdate"));
    followUp?.entries.push({
      id: "e-secret",
      type: "evidence",
      recordedAt: "2020-01-01T00:00:00Z",
      evidence: [secret],
    });
    const draft = { ...report, id: "draft", reference: "Draft report", status: "draft" as const };
    await importRecord(
      database,
      {
        ...record,
        reports: [...record.reports, draft],
        recommendations: [...record.recommendations, { ...recommendation, id: "draft-1", report: "draft" }],
        links: [
          ...record.links,
          {
            id: "l-draft",
            type: "repeats",
            from: "draft-1",
            to: recommendation.id,
            on: "2020-01-01",
            recordedAt: "2020-01-01T00:00:00Z",
          },
        ],
      },
      importRun(),
    );
    const whole = await exported(database);
    for (const hidden of ["Secret file", "Draft report", "draft-1", "l-draft"]) {
      expect(whole).toContain(hidden);
      expect(await exported(database, publicReader)).not.toContain(hidden);
    }
  });

  test("an export is of one moment, whatever is written meanwhile", async () => {
    const { database } = await open();
    await importRecord(database, world, importRun());
    const before = await exported(database);
    const things = all(database);
    const first = await things.next();
    const late = { id: "late", code: "late", name: { en: "Late" }, otherNames: [], level: "other" as const };
    await importRecord(database, RecordFile.parse({ heed: "record/1", organizations: [late] }), importRun());
    async function* whole() {
      if (!first.done) yield first.value;
      yield* things;
    }
    expect(await textOf(whole())).toBe(before);
    expect(await exported(database)).not.toBe(before);
  });
});

import { fork } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { personAs } from "@heed/core";
import {
  cleanFiles,
  type Database,
  type FilePlace,
  filePlaceOf,
  openDatabase,
  uploadFile,
  usualLimit,
} from "@heed/store";
import { expect, onTestFinished, test } from "vitest";
import { lockAuditShared } from "../src/audit/audit-lock.ts";
import { tablePlace } from "../src/files/table-place.ts";
import { readUploadedFile } from "../src/files/uploaded-files.ts";
import { describeDatabase } from "./describe-database.ts";

const person = personAs({ id: "heed_1", name: "J. Claes", role: "respondent", organizations: ["justice"] });
const colleague = { ...person, id: "heed_2", name: "K. Claes" };
const others = [
  personAs({ id: "heed_3", name: "I. Bos", role: "respondent", organizations: ["interior"] }),
  personAs({ id: "heed_4", name: "A. Lambert", role: "assessor", organizations: [] }),
];
const at = "2015-06-30T08:00:00.000Z";
const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function* inPieces(bytes: Uint8Array, size = 65_536) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

function upload(database: Database, place: FilePlace, bytes: AsyncIterable<Uint8Array>, limit = usualLimit) {
  const inspect = async () => "application/pdf" as const;
  return uploadFile(database, place, { name: "letter.pdf", bytes, limit, inspect, person, at, newId: randomUUID });
}

async function read(place: FilePlace, digest: string, range?: { start: number; end: number }) {
  const opened = await place.open(digest, range);
  return opened && buffer(opened);
}

async function digestsIn(place: FilePlace): Promise<string[]> {
  const found: string[] = [];
  for await (const { digest } of place.kept()) found.push(digest);
  return found;
}

describeDatabase("a file of evidence", (open) => {
  test("is kept by its digest, once, and is given back whole or in part", async () => {
    const { database } = await open();
    const folder = await mkdtemp(join(tmpdir(), "heed-files-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    for (const place of [tablePlace(database), filePlaceOf(database, folder)]) {
      const bytes = randomBytes(700_001);
      const file = await upload(database, place, inPieces(bytes));
      expect(file).toMatchObject({ digest: digestOf(bytes), size: bytes.length, name: "letter.pdf" });
      const again = await upload(database, place, inPieces(bytes, 1_000));
      expect(again.id).not.toBe(file.id);
      expect(await digestsIn(place)).toEqual([file.digest]);
      expect(await place.sizeOf(file.digest)).toBe(bytes.length);
      expect(digestOf((await read(place, file.digest)) ?? Buffer.of())).toBe(file.digest);
      for (const [start, end] of [
        [0, 0],
        [262_143, 262_144],
        [300_000, 700_000],
      ] as const)
        expect((await read(place, file.digest, { start, end }))?.equals(bytes.subarray(start, end + 1))).toBe(true);
      expect(await place.open(digestOf(Buffer.from("other")))).toBeUndefined();
    }
  });

  test("is named by who brought it and by colleagues alone", async () => {
    const { database } = await open();
    const file = await upload(database, filePlaceOf(database), inPieces(randomBytes(10)));
    for (const each of [person, colleague]) expect(await readUploadedFile(database, each, file.id)).toEqual(file);
    for (const each of others)
      await expect(readUploadedFile(database, each, file.id)).rejects.toMatchObject({ code: "notFound" });
  });

  test("leaves nothing when it has no end, no bytes, or is refused", async () => {
    const { database } = await open();
    const incoming = await mkdtemp(join(tmpdir(), "heed-incoming-"));
    onTestFinished(() => rm(incoming, { recursive: true }));
    const place = { ...filePlaceOf(database), incoming };
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(65_536, "x");
      }
    }
    await expect(upload(database, place, endless(), 1_000_000)).rejects.toMatchObject({ code: "fileTooLarge" });
    expect(sent).toBe(16);
    await expect(upload(database, place, inPieces(Buffer.of()))).rejects.toMatchObject({ code: "invalidInput" });
    async function* cut() {
      yield Buffer.from("%PDF-");
      throw new Error("the client is gone");
    }
    await expect(upload(database, place, cut())).rejects.toThrow("gone");
    const inspect = () => Promise.reject(new Error("no such type"));
    const refused = { name: "x.pdf", limit: 9, inspect, person, at, newId: randomUUID };
    await expect(uploadFile(database, place, { ...refused, bytes: inPieces(Buffer.from("x")) })).rejects.toThrow(
      "type",
    );
    expect(await digestsIn(place)).toEqual([]);
    expect(await readdir(incoming)).toEqual([]);
  });

  test("goes a day later when nothing names it", async () => {
    const { database } = await open();
    const place = filePlaceOf(database);
    const file = await upload(database, place, inPieces(randomBytes(10)));
    expect(await cleanFiles(database, place, "2015-07-01T07:00:00Z")).toMatchObject({ uploads: 0, files: 0 });
    // What was put is as old as the clock of the machine tells.
    const later = new Date(Date.now() + 2 * 86_400_000).toISOString();
    expect(await cleanFiles(database, place, later)).toMatchObject({ uploads: 1, files: 1 });
    expect(await place.open(file.digest)).toBeUndefined();
    await expect(readUploadedFile(database, person, file.id)).rejects.toMatchObject({ code: "notFound" });
  });

  test("is not promised without its bytes where the clean-up fails half-way, and keeps no act waiting", async () => {
    const { database, url } = await open();
    const place = filePlaceOf(database);
    const files = [];
    for (let count = 0; count < 3; count += 1) files.push(await upload(database, place, inPieces(randomBytes(10))));
    const later = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const removed: string[] = [];
    const failing: FilePlace = {
      ...place,
      async remove(_sql, digest) {
        if (removed.length > 0) throw new Error("the object store is gone");
        removed.push(digest);
        if (database.dialect === "sqlite") return;
        // An act of another process goes on meanwhile.
        const other = await openDatabase(url, { mode: "write" });
        await other.transaction(lockAuditShared);
        await other.close();
      },
    };
    await expect(cleanFiles(database, failing, later)).rejects.toThrow("gone");
    const rows = await database.all<{ digest: string }>("SELECT digest FROM uploaded_file");
    expect(rows.filter(({ digest }) => removed.includes(digest))).toEqual([]);
    // What was left goes the next time, and nothing that is named meanwhile.
    const kept = files.find(({ digest }) => !removed.includes(digest));
    await database.run("UPDATE kept_file SET put_at = ?", ["2015-06-30T08:00:00.000Z"]);
    await database.run(
      `INSERT INTO uploaded_file (id, digest, name, media_type, size, person_id, person, rights, uploaded_at)
       VALUES ('again', ?, 'a.pdf', 'application/pdf', 10, 'heed_1', 'J. Claes', '[]', ?)`,
      [kept?.digest ?? "", later],
    );
    await cleanFiles(database, place, later);
    expect(await digestsIn(place)).toEqual([kept?.digest]);
  });

  test("is there whole when it was acknowledged, and else not at all, whenever the process is killed", {
    timeout: 120_000,
  }, async () => {
    const { database, url } = await open();
    const place = filePlaceOf(database);
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const child = fork(fileURLToPath(new URL("uploading-process.ts", import.meta.url)), [url], {
        execArgv: ["--conditions=heed:source", "--import", "tsx"],
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      child.on("message", (digest) => acknowledged.push(String(digest)));
      await new Promise<void>((go) => child.once("message", () => setTimeout(go, 20 + Math.random() * 200)));
      const ended = new Promise((end) => child.once("exit", end));
      child.kill("SIGKILL");
      await ended;
    }
    expect(acknowledged.length).toBeGreaterThan(2);
    const kept = await digestsIn(place);
    for (const digest of acknowledged) expect(kept).toContain(digest);
    for (const digest of kept) expect(digestOf((await read(place, digest)) ?? Buffer.of())).toBe(digest);
    const rows = await database.all<{ digest: string }>("SELECT digest FROM uploaded_file");
    for (const { digest } of rows) expect(kept).toContain(digest);
  });
});

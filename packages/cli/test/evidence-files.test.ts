import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { residentMiB } from "../../../bench/src/measure/memory.ts";
import { aPdf } from "../../files/test/evidence-files.ts";
import { objectStore } from "../../store/test/object-store.ts";
import { ended, freshDatabase, program, root, start, worldDatabase } from "./heed.ts";
import { api, serving } from "./serving.ts";

const digest = createHash("sha256").update(aPdf).digest("hex");
const added = [
  "evidence",
  "add",
  "2013-02",
  "--addressee",
  "just",
  "--role",
  "respondent",
  "--for",
  "just",
  "--as",
  "J. Claes",
];

async function withLetter() {
  const made = await worldDatabase();
  const letter = join(made.folder, "letter.pdf");
  await writeFile(letter, aPdf);
  return { ...made, letter };
}

test("a file of this machine is evidence, is shown, given back, exported and imported with its bytes", async () => {
  const { folder, heed, letter } = await withLetter();
  const done = await heed(...added, "--file", `document:The letter=${letter}`);
  expect(done.stderr).toBe("");
  expect(done.stdout).toContain(`The letter (document, letter.pdf sha256:${digest.slice(0, 16)})`);
  const shown = await heed("follow-up", "show", "2013-02", "--addressee", "just");
  expect(shown.stdout).toContain(`letter.pdf sha256:${digest.slice(0, 16)}`);
  const got = await heed("file", "get", digest.slice(0, 16), "--to", join(folder, "got.pdf"));
  expect([got.code, got.stderr]).toEqual([0, ""]);
  expect((await readFile(join(folder, "got.pdf"))).equals(aPdf)).toBe(true);

  const record = join(folder, "record.json");
  const files = join(folder, "exported");
  expect((await heed("export", "--role", "editor", "--to", record, "--with-files", files)).stderr).toBe("");
  const csv = await heed("export", "--role", "editor", "--format", "csv");
  expect(csv.stdout).toContain(`document: The letter [letter.pdf sha256:${digest}]`);
  const other = await freshDatabase();
  const without = await other.heed("import", record, "--create");
  expect(without.stderr).toContain(`the file ${digest}: it is named, and its bytes are not there`);
  expect((await other.heed("database", "check")).code).toBe(4);
  const again = await other.heed("import", record, "--with-files", files);
  expect([again.code, again.stderr]).toEqual([0, ""]);
  expect((await other.heed("database", "check")).stdout).toContain("1 file of evidence: as they should be.");
  expect((await other.heed("file", "get", digest, "--to", join(other.folder, "got.pdf"))).code).toBe(0);
});

test("a backup, its rehearsal and its restoring tell files of evidence that are not there", async () => {
  const { folder, heed, letter, url } = await withLetter();
  await heed(...added, "--file", `document:The letter=${letter}`);
  const place = `${url.slice("file:".length)}.files`;
  const backup = join(folder, "record.backup");
  expect(await heed("database", "backup", backup)).toMatchObject({ code: 0 });
  expect((await heed("database", "rehearse", backup)).stdout).toContain("With 1 file of evidence");
  for (const lost of [join(`${backup}.files`, digest.slice(0, 2), digest), `${backup}.files`]) {
    await rm(lost, { recursive: true });
    const rehearsed = await heed("database", "rehearse", backup);
    expect([rehearsed.code, rehearsed.stdout]).toEqual([4, expect.stringContaining(digest)]);
  }
  const other = await freshDatabase();
  const restored = await other.heed("database", "restore", backup);
  expect([restored.code, restored.stdout]).toEqual([4, expect.stringContaining(digest)]);
  await rm(place, { recursive: true });
  const again = await heed("database", "backup", join(folder, "again.backup"));
  expect([again.code, again.stdout]).toEqual([4, expect.stringContaining(digest)]);
});

test("a confidential file is given to its readers alone, and a wrong one is refused with its option", async () => {
  const { folder, heed, letter } = await withLetter();
  expect((await heed(...added, "--confidential-file", letter)).code).toBe(0);
  const refused = await heed("file", "get", digest);
  const unknown = await heed("file", "get", "0".repeat(64));
  expect([refused.code, unknown.code]).toEqual([2, 2]);
  expect(refused.stderr.replace(digest, "")).toBe(unknown.stderr.replace("0".repeat(64), ""));
  const to = join(folder, "got.pdf");
  expect((await heed("file", "get", digest, "--role", "respondent", "--for", "just", "--to", to)).code).toBe(0);
  const text = join(folder, "note.txt");
  await writeFile(text, "<html>");
  for (const path of [text, join(folder, "none.pdf"), folder]) {
    const { code, stderr } = await heed(...added, "--file", path);
    expect([code, stderr]).toEqual([2, expect.stringContaining("not taken as evidence")]);
  }
});

test("a backup has the files, a restored database too, and what was damaged is told", async () => {
  const { folder, url, heed, letter } = await withLetter();
  await heed(...added, "--file", letter);
  const backup = join(folder, "backup.sqlite");
  const made = await heed("database", "backup", backup);
  expect([made.code, made.stdout]).toEqual([0, expect.stringContaining("With 1 file of evidence")]);
  const file = url.slice("file:".length);
  for (const end of ["", "-wal", "-shm"]) await rm(`${file}${end}`, { force: true });
  await rm(`${file}.files`, { recursive: true });
  expect((await heed("database", "restore", backup)).stdout).toContain("With 1 file of evidence");
  expect((await heed("database", "check")).stdout).toContain("1 file of evidence: as they should be.");
  await writeFile(join(`${file}.files`, digest.slice(0, 2), digest), "others");
  const checked = await heed("database", "check");
  expect([checked.code, checked.stdout]).toEqual([4, expect.stringContaining("are others")]);
  expect((await heed("file", "clean")).stdout).toContain("Removed 0 files");
});

/** Speaks clamd's INSTREAM, and finds a word. */
async function aScanner(folder: string, word: string): Promise<{ address: string; server: Server }> {
  const server = createServer((socket) => {
    let said = Buffer.of();
    socket.on("error", () => undefined);
    socket.on("data", (piece) => {
      said = Buffer.concat([said, piece]);
      if (said.subarray(-4).readUInt32BE(0) !== 0) return;
      expect(said.subarray(0, 10).toString()).toBe("zINSTREAM\0");
      socket.end(said.includes(word) ? "stream: Heed.Test FOUND\0" : "stream: OK\0");
    });
  });
  const path = join(folder, "clamd.ctl");
  server.listen(path);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { address: `unix:${path}`, server };
}

test("a virus scanner is asked before a file is kept, and without its answer none is", async () => {
  const { folder, url, heed, letter } = await withLetter();
  const { address, server } = await aScanner(folder, "EICAR");
  const token = (
    await heed("token", "create", "--name", "J. Claes", "--role", "respondent", "--organization", "just")
  ).stdout.trim();
  const service = await serving(url, ["--virus-scanner", address, "--largest-file", "1"]);
  onTestFinished(() => void service.child.kill("SIGKILL"));
  const send = async (name: string, body: Uint8Array) => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" };
    const answer = await fetch(`${service.address}${api}/files?name=${name}`, {
      method: "POST",
      headers,
      body: new Uint8Array(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
  expect((await send("letter.pdf", aPdf)).status).toBe(201);
  expect(await send("note.txt", Buffer.from("EICAR"))).toEqual({
    status: 400,
    text: expect.stringContaining("Heed.Test"),
  });
  expect((await send("note.txt", Buffer.alloc(1_000_001, "x"))).status).toBe(413);
  server.close();
  await rm(join(folder, "clamd.ctl"), { force: true });
  expect((await send("other.txt", Buffer.from("x"))).status).toBe(503);
  const kept = join(`${url.slice("file:".length)}.files`, digest.slice(0, 2), digest);
  expect(existsSync(kept)).toBe(true);
  const local = await ended(start([...added, "--file", letter], url, { HEED_VIRUS_SCANNER: address }));
  expect([local.code, local.stderr]).toEqual([70, expect.stringContaining("virus scanner")]);
  service.child.kill("SIGTERM");
  expect((await service.end).code).toBe(0);
});

test("a file for which the disk has no room is refused in one line, and nothing of it is kept", async () => {
  const { folder, url, heed } = await withLetter();
  const large = join(folder, "large.pdf");
  // Larger than what the process may write, which stands for the disk, and within the limit of a file.
  await writeFile(large, Buffer.concat([aPdf, Buffer.alloc(3_000_000, " "), Buffer.from("\n%%EOF\n")]));
  const line = `ulimit -f 2500; exec "$@"`;
  const given = [...added, "--file", `document:The letter=${large}`];
  const full = await ended(
    spawn("bash", ["-c", line, "bash", process.execPath, program, ...given], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, HEED_DATABASE: url, NO_COLOR: "1" },
    }),
  );
  expect(full).toEqual({ code: 3, stdout: "", stderr: expect.stringMatching(/disk of the files is full.*\n$/) });
  expect((await heed("follow-up", "show", "2013-02", "--addressee", "just")).stdout).not.toContain("The letter");
  const kept = await readdir(folder, { recursive: true, withFileTypes: true });
  expect(kept.filter((each) => each.isFile() && /incoming|[0-9a-f]{64}/.test(each.name))).toEqual([]);
  expect((await heed("database", "check")).code).toBe(0);
});

test("a bucket of an object store keeps evidence, which is checked, backed up and restored; while it is down, the exit code is 3", async () => {
  const { folder, url, letter } = await withLetter();
  const store = await objectStore();
  const secret = join(folder, "files.secret");
  await writeFile(secret, `${store.bucket.secret}\n`);
  const settings = {
    HEED_FILES: `s3://${store.bucket.bucket}/heed`,
    HEED_FILES_ENDPOINT: store.bucket.endpoint,
    HEED_FILES_REGION: store.bucket.region,
    HEED_FILES_KEY: store.bucket.keyId,
    HEED_FILES_SECRET_FILE: secret,
  };
  const heed = (args: readonly string[], more: Partial<typeof settings> = {}, database = url) =>
    ended(start(args, database, { ...settings, ...more }));
  const done = await heed([...added, "--file", letter]);
  expect([done.code, done.stderr]).toEqual([0, ""]);
  expect([...store.kept.keys()]).toEqual([`heed/${digest}`]);
  const [checked, backedUp, unset] = await Promise.all([
    heed(["database", "check"]),
    heed(["database", "backup", join(folder, "backup")]),
    heed(["database", "check"], { HEED_FILES_SECRET_FILE: "" }),
  ]);
  expect(checked.stdout).toContain("1 file of evidence: as they should be.");
  expect(backedUp.stdout).toContain("With 1 file of evidence, in a folder beside it.");
  expect([unset.code, unset.stderr]).toEqual([2, expect.stringContaining("HEED_FILES_SECRET_FILE: is not given")]);
  store.kept.clear();
  const other = `file:${join(folder, "restored.sqlite")}`;
  const lacking = await heed(["database", "check"]);
  expect([lacking.code, lacking.stdout]).toEqual([
    4,
    expect.stringContaining("its bytes are not in s3://evidence/heed/"),
  ]);
  expect((await heed(["database", "restore", join(folder, "backup")], {}, other)).code).toBe(0);
  expect(store.kept.get(`heed/${digest}`)?.bytes.equals(aPdf)).toBe(true);
  await store.close();
  const down = await heed(["file", "get", digest, "--to", join(folder, "got.pdf")]);
  expect([down.code, down.stderr]).toEqual([3, expect.stringContaining("the object store of the files is not there")]);
});

test("a stream without an end is stopped at the limit, and the memory of the service stays as it was", async () => {
  const { url, heed } = await withLetter();
  const named = ["token", "create", "--name", "J. Claes", "--role", "respondent", "--organization", "just"];
  const token = (await heed(...named)).stdout.trim();
  const limit = 400;
  const service = await serving(url, ["--largest-file", String(limit)]);
  onTestFinished(() => void service.child.kill("SIGKILL"));
  const piece = Buffer.alloc(1_000_000, "x");
  let sent = 0;
  async function* endless() {
    for (;;) {
      yield piece;
      sent += 1;
    }
  }
  const stopped = () =>
    new Promise<number | undefined>((resolve) => {
      const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" };
      const request = httpRequest(`${service.address}${api}/files?name=note.txt`, { method: "POST", headers });
      request.on("response", (answer) => resolve(answer.resume().statusCode));
      // A service that stops reading closes the connection, and a sender may see that before its answer.
      request.on("error", () => resolve(undefined));
      Readable.from(endless()).pipe(request);
    });
  const { child } = service;
  await service.get("/health");
  const before = residentMiB(child.pid ?? 0).now;
  const status = await stopped();
  const grown = residentMiB(child.pid ?? 0).highest - before;
  expect([413, undefined]).toContain(status);
  expect(sent).toBeGreaterThan(limit - 2);
  expect(sent).toBeLessThan(limit + 50);
  // Measured: 36 MiB for 405 MB.
  expect(grown).toBeLessThan(96);
  expect(await readdir(join(`${url.slice("file:".length)}.files`, "incoming"))).toEqual([]);
  expect((await service.get("/health")).status).toBe(200);
});

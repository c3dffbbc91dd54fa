import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { lstat, readdir, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { addUser, cleanFiles, createUserToken, type Database, filePlaceOf } from "@heed/store";
import supertest from "supertest";
import { expect, onTestFinished, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { aPdf, oneOfEach } from "../../files/test/evidence-files.ts";
import { describeDatabase, describeSqlite } from "../../store/test/describe-database.ts";
import { objectStore } from "../../store/test/object-store.ts";
import { basePath } from "../src/contract/base-path.ts";
import { type FileOptions, trackerOf } from "../src/tracker.ts";
import { people, tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const followUp = "2013-02-just";
const persons = {
  ...people,
  interior: { name: "I. Bos", role: "respondent", organizations: ["interior"] },
} as const;
const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function serve(database: Database, files: FileOptions = {}) {
  const express = await worldApp(database, trackerOf(database, files));
  const app = supertest(express);
  const tokens = await tokensOf(database, persons);
  const as = (who: keyof typeof tokens | "nobody") =>
    who === "nobody" ? {} : { Authorization: `Bearer ${tokens[who]}` };
  const send = (who: keyof typeof tokens, bytes: Uint8Array, name = "letter.pdf") =>
    app
      .post(`${basePath}/files?name=${encodeURIComponent(name)}`)
      .set(as(who))
      .set("Content-Type", "application/octet-stream")
      .send(Buffer.from(bytes));
  const get = (who: Parameters<typeof as>[0], path: string) =>
    app
      .get(basePath + path)
      .set(as(who))
      .buffer(true);
  const act = async (who: keyof typeof tokens, collection: string, body: object) =>
    app
      .post(`${basePath}/followUps/${followUp}/${collection}`)
      .set(as(who))
      .set("If-Match", (await get(who, `/followUps/${followUp}`)).headers.etag ?? "")
      .send(body);
  const bring = async (who: keyof typeof tokens, bytes: Uint8Array, name?: string) => {
    const { status, text, body } = await send(who, bytes, name);
    expect(status, text).toBe(201);
    return body as { id: string; digest: string; href: string };
  };
  return { express, app, tokens, as, send, get, act, bring };
}

const inBytes = (response: supertest.Response, done: (error: Error | null, body: Buffer) => void) => {
  const pieces: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on("data", (piece: Buffer) => pieces.push(piece));
  stream.on("end", () => done(null, Buffer.concat(pieces)));
};

describeDatabase("the files of evidence", (open) => {
  test("are taken in, named by an act, and downloaded as they were", async () => {
    const { database } = await open(world);
    const { app, as, send, get, act, bring } = await serve(database);
    for (const [name, bytes, mediaType] of oneOfEach) {
      const { status, body, headers } = await send("justice", bytes, name);
      expect(status, JSON.stringify(body)).toBe(201);
      expect(body).toMatchObject({ name, mediaType, size: bytes.length, digest: digestOf(bytes) });
      expect((await get("justice", (headers.location ?? "").slice(basePath.length))).body).toEqual(body);
    }
    const file = await bring("justice", aPdf, "Réponse.pdf");
    const made = await act("justice", "evidence", {
      evidence: [{ kind: "document", title: "The answer", file: file.id }],
    });
    expect(made.status, made.text).toBe(201);
    const told = { digest: digestOf(aPdf), name: "Réponse.pdf", mediaType: "application/pdf", size: aPdf.length };
    expect(made.body.entries[0].evidence).toEqual([
      { kind: "document", title: "The answer", file: told, confidential: false },
    ]);
    const shown = await get("nobody", `/files/${file.digest}`);
    expect(shown.body).toEqual({ ...told, href: `${basePath}/files/${file.digest}` });
    const path = `${basePath}/files/${file.digest}/content`;
    const whole = await app.get(path).parse(inBytes);
    expect(whole.status).toBe(200);
    expect(Buffer.compare(whole.body, aPdf)).toBe(0);
    expect(whole.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="R?ponse.pdf"; filename*=UTF-8''R%C3%A9ponse.pdf`,
      "content-length": String(aPdf.length),
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "cache-control": "private, no-cache, no-transform",
      etag: `"${file.digest}"`,
    });
    const part = await app.get(path).set("Range", "bytes=5-9").parse(inBytes);
    expect([part.status, part.headers["content-range"], String(part.body)]).toEqual([
      206,
      `bytes 5-9/${aPdf.length}`,
      aPdf.subarray(5, 10).toString(),
    ]);
    expect((await app.get(path).set("Range", "bytes=9999-")).status).toBe(416);
    expect((await app.get(path).set("If-None-Match", `"${file.digest}"`)).status).toBe(304);
    const head = await app.head(path).set(as("nobody"));
    expect([head.status, head.headers["content-length"]]).toEqual([200, String(aPdf.length)]);
  });

  test("leave no trace for who may not see them", async () => {
    const { database } = await open(world);
    const { get, act, bring } = await serve(database);
    const file = await bring("justice", aPdf);
    const paths = [file.id, file.digest, "0".repeat(64)].flatMap((id) => [`/files/${id}`, `/files/${id}/content`]);
    const seen = async () => {
      const all = [];
      for (const who of ["nobody", "interior"] as const)
        for (const path of [...paths, `/followUps/${followUp}`, `/followUps/${followUp}/history`]) {
          const { status, headers, text } = await get(who, path);
          all.push([who, path, status, headers.etag, (text ?? "").replace(/"instance":"[^"]+"/, "")]);
        }
      return all;
    };
    const before = await seen();
    expect(before.filter(([, , status]) => status === 404)).toHaveLength(12);
    const secret = { kind: "file", title: "The file", confidential: true, file: file.id };
    const made = await act("justice", "evidence", { evidence: [secret] });
    expect(made.status, made.text).toBe(201);
    expect(await seen()).toEqual(before);
    for (const who of ["justice", "assessor", "editor"] as const)
      expect((await get(who, `/files/${file.digest}/content`).parse(inBytes)).body.equals(aPdf)).toBe(true);
    // Who knows the digest or the id of another's file cannot make it his own.
    const told = made.body.entries[0].evidence[0].file;
    for (const stolen of [file.id, file.digest, told]) {
      const evidence = [{ kind: "file", title: "Mine", file: stolen }];
      const refused = await act("interior", "evidence", { evidence });
      expect([400, 403, 404]).toContain(refused.status);
      const observed = await act("assessor", "evidence", { evidence });
      expect(observed.status, observed.text).toBe(400);
    }
    expect(await seen()).toEqual(before);
  });

  test("stay with an entry that is corrected, which names no other's", async () => {
    const { database } = await open(world);
    const { app, as, get, act, bring } = await serve(database);
    const file = await bring("justice", aPdf);
    const made = await act("justice", "evidence", { evidence: [{ kind: "document", title: "Leter", file: file.id }] });
    const [entry] = made.body.entries;
    const correct = async (evidence: object) =>
      app
        .patch(`${basePath}/followUps/${followUp}/entries/${entry.id}`)
        .set(as("justice"))
        .set("Content-Type", "application/merge-patch+json")
        .set("If-Match", (await get("justice", `/followUps/${followUp}`)).headers.etag ?? "")
        .send(JSON.stringify({ evidence: [evidence] }));
    const other = { ...entry.evidence[0].file, digest: "0".repeat(64) };
    const refused = await correct({ kind: "document", title: "Letter", file: other });
    expect(refused.status, refused.text).toBe(400);
    expect(refused.body.issues[0].name).toBe("evidence.0.file");
    const corrected = await correct({ ...entry.evidence[0], title: "Letter" });
    expect(corrected.status, corrected.text).toBe(200);
    expect(corrected.body.entries[0].evidence[0].file).toEqual(entry.evidence[0].file);
    const renewed = await bring("justice", Buffer.from("A text.\n"), "note.txt");
    const replaced = await app
      .patch(`${basePath}/followUps/${followUp}/entries/${corrected.body.entries[0].id}`)
      .set(as("justice"))
      .set("Content-Type", "application/merge-patch+json")
      .set("If-Match", (await get("justice", `/followUps/${followUp}`)).headers.etag ?? "")
      .send(JSON.stringify({ evidence: [{ kind: "document", title: "Letter", file: renewed.id }] }));
    expect(replaced.status, replaced.text).toBe(200);
    expect(replaced.body.entries[0].evidence[0].file.name).toBe("note.txt");
  });

  test("are brought by nobody who may name none", async () => {
    const { database } = await open(world);
    const { app } = await serve(database);
    const bring = (token: string) =>
      app
        .post(`${basePath}/files?name=letter.pdf`)
        .set("Authorization", `Bearer ${token}`)
        .set("Content-Type", "application/octet-stream")
        .send(aPdf);
    const keeping = {
      at: "2015-01-01T00:00:00Z",
      today: "2015-01-01",
      newId: randomUUID,
      by: { actor: "a", systemUser: "a" },
    };
    const roles = [{ role: "respondent", organization: "justice" }, { role: "admin" }];
    for (const [name, given, limits, status] of [
      ["M. Parl", [{ role: "parliament" }], {}, 403],
      ["N. Admin", [{ role: "admin" }], {}, 403],
      ["O. Nobody", [], {}, 403],
      ["P. Answer", roles, { acts: ["respond"] }, 403],
      ["Q. Elsewhere", roles, { organizations: ["interior"] }, 403],
      ["R. Update", roles, { acts: ["update"] }, 201],
      ["S. Corrects", roles, { acts: ["correct"] }, 201],
    ] as const) {
      const { id } = await addUser(database, { name, roles: given }, keeping);
      const token = await createUserToken(database, { user: id, ...limits }, "2015-01-01T00:00:00Z");
      expect((await bring(token)).status, name).toBe(status);
    }
  });

  test("are refused as documented, and leave nothing", async () => {
    const { database } = await open(world);
    const { app, as, send } = await serve(database, { limit: 1000 });
    const post = () => app.post(`${basePath}/files?name=letter.pdf`).set("Content-Type", "application/octet-stream");
    expect((await post().send(aPdf)).status).toBe(401);
    expect((await send("justice", Buffer.alloc(1001, "x"), "note.txt")).status).toBe(413);
    for (const name of [
      "../letter.pdf",
      "a\\b.pdf",
      "letter\u202efdp.exe",
      ".pdf",
      "letter.exe",
      "a:b.pdf",
      "CON.pdf",
      "",
    ])
      expect((await send("justice", aPdf, name)).status, name).toBe(400);
    for (const [type, status] of [
      ["multipart/form-data; boundary=x", 415],
      ["application/x-www-form-urlencoded", 415],
      ["image/png", 400],
      ["application/pdf", 201],
    ] as const) {
      const sent = app.post(`${basePath}/files?name=letter.pdf`).set(as("justice")).set("Content-Type", type);
      expect((await sent.send(aPdf.toString())).status, type).toBe(status);
    }
    const named = await app
      .post(`${basePath}/files`)
      .set(as("justice"))
      .set("Content-Type", "application/octet-stream")
      .set("Content-Disposition", "attachment; filename*=UTF-8''R%C3%A9ponse.pdf")
      .send(aPdf);
    expect([named.status, named.body.name]).toEqual([201, "Réponse.pdf"]);
    const keyed = () => send("justice", aPdf).set("Idempotency-Key", "one");
    expect((await keyed()).body.id).toBe((await keyed()).body.id);
    expect((await send("justice", Buffer.from("x"), "letter.txt").set("Idempotency-Key", "one")).status).toBe(422);
    const kept = [];
    for await (const { digest } of filePlaceOf(database).kept()) kept.push(digest);
    expect(kept).toEqual([digestOf(aPdf)]);
  });

  test("have an end: a stream that has none is told so while it runs, in bounded memory", async () => {
    const { database } = await open(world);
    const { express, tokens } = await serve(database, { limit: 1_000_000 });
    const server = createServer(express).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const headers = { Authorization: `Bearer ${tokens.justice}`, "Content-Type": "application/octet-stream" };
    const sending = httpRequest({ port, method: "POST", path: `${basePath}/files?name=note.txt`, headers });
    sending.on("error", () => undefined);
    const before = process.memoryUsage().rss;
    let sent = 0;
    const piece = Buffer.alloc(65_536, "x");
    const write = () => {
      while (sent < 5_000_000_000) {
        sent += piece.length;
        if (!sending.write(piece)) return void sending.once("drain", write);
      }
    };
    write();
    const [response] = await once(sending, "response");
    expect(response.statusCode).toBe(413);
    await once(response.resume(), "close");
    if (!sending.destroyed) await once(sending, "close");
    expect(sent).toBeLessThan(200_000_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    // One that is announced as too long is refused before it comes, whatever reads it.
    const json = "application/json";
    for (const [path, type] of [
      [`${basePath}/files?name=note.txt`, "text/plain"],
      [`${basePath}/broughtCollectedItems?kind=judgment&name=a.csv`, "text/csv"],
      [`${basePath}/acts`, json],
      ["/en/desk/items/new/judgment", "application/x-www-form-urlencoded"],
      ["/en/desk/items/new/judgment", "multipart/form-data; boundary=x"],
    ] as const) {
      const long = { "Content-Type": type, "Content-Length": "99999999999", "Sec-Fetch-Site": "same-origin" };
      const by = {
        Authorization: `Bearer ${tokens.editor}`,
        ...(path.startsWith("/en") && { Cookie: "visitor=peeters" }),
      };
      const waiting = httpRequest({ port, method: "POST", path, headers: { ...by, ...long } });
      waiting.on("error", () => undefined);
      waiting.write("x");
      const [answer] = await once(waiting, "response");
      expect([path, type, answer.statusCode]).toEqual([path, type, path.startsWith("/en") ? 400 : 413]);
      waiting.destroy();
    }
  });
});

describeSqlite("files of evidence in a folder", (open) => {
  test("are given in part where one part of them is asked for, and whole or not at all for any other Range", async () => {
    const { database } = await open(world);
    const { app, act, bring } = await serve(database);
    const text = Buffer.from("Judges are trained in the rights of victims.\n");
    const file = await bring("justice", text, "note.txt");
    await act("justice", "evidence", { evidence: [{ kind: "document", title: "It", file: file.id }] });
    const asked = (range: string) =>
      app.get(`${basePath}/files/${file.digest}/content`).set("Range", range).buffer(true).parse(inBytes);
    const last = text.length - 1;
    const huge = "9".repeat(400);
    for (const [range, status, start, end] of [
      ["bytes=0-0", 206, 0, 0],
      ["bytes=5-", 206, 5, last],
      ["bytes=-4", 206, last - 3, last],
      [`bytes=0-${huge}`, 206, 0, last],
      [`bytes=-${huge}`, 206, 0, last],
      ["bytes=3-9,0-4", 206, 0, 9],
      ["bytes=0-1,20-21", 200, 0, last],
      [`bytes=${Array.from({ length: 400 }, (_, place) => `${place}-${place}`).join(",")}`, 206, 0, last],
      ["items=0-4", 200, 0, last],
      ["bytes", 200, 0, last],
      ["0-4", 200, 0, last],
      ["bytes=9-2", 416],
      ["bytes=a-b", 200, 0, last],
      ["bytes=", 200, 0, last],
      [`bytes=${huge}-`, 416],
      [`bytes=${last + 1}-`, 416],
      ["bytes=-0", 416],
      ["bytes=--5", 200, 0, last],
      ["bytes=0x1-0x4", 200, 0, last],
    ] as const) {
      const { status: answered, body, headers } = await asked(range);
      expect([range.slice(0, 40), answered]).toEqual([range.slice(0, 40), status]);
      if (start === undefined) expect(headers["content-range"], range).toBe(`bytes */${text.length}`);
      else expect(body.toString(), range).toBe(text.subarray(start, (end ?? 0) + 1).toString());
    }
  });

  test("that come slowly keep nobody waiting, and leave nothing when they are cut", async () => {
    const { database, url } = await open(world);
    const { express, tokens, bring } = await serve(database);
    const server = createServer(express).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const headers = { Authorization: `Bearer ${tokens.justice}`, "Content-Type": "application/octet-stream" };
    const slow = Array.from({ length: 40 }, () => {
      const sending = httpRequest({ port, method: "POST", path: `${basePath}/files?name=note.txt`, headers });
      sending.on("error", () => undefined);
      sending.write("It begins");
      return sending;
    });
    const incoming = join(`${url.replace("file:", "")}.files`, "incoming");
    await expect.poll(async () => (await readdir(incoming).catch(() => [])).length, { timeout: 20_000 }).toBe(40);
    const { digest } = await bring("justice", aPdf);
    const [ended, ...cut] = slow;
    for (const sending of cut) sending.destroy();
    ended?.end(" and ends.\n");
    const [response] = await once(ended as NonNullable<typeof ended>, "response");
    expect(response.resume().statusCode).toBe(201);
    await expect.poll(() => readdir(incoming), { timeout: 20_000 }).toEqual([]);
    const rows = await database.all<{ digest: string }>("SELECT digest FROM uploaded_file");
    const whole = digestOf(Buffer.from("It begins and ends.\n"));
    expect(rows.map((each) => each.digest).sort()).toEqual([digest, whole].sort());
    const kept = [];
    for await (const each of filePlaceOf(database).kept()) kept.push(each.digest);
    expect(kept.sort()).toEqual([digest, whole].sort());
  });

  test("are open while they are sent, and no longer", async () => {
    const { database } = await open(world);
    const { app, act, bring } = await serve(database);
    const file = await bring("justice", aPdf);
    await act("justice", "evidence", { evidence: [{ kind: "document", title: "It", file: file.id }] });
    const isOpen = async () => {
      const names = await Promise.all(
        (await readdir("/proc/self/fd")).map((each) => readlink(`/proc/self/fd/${each}`).catch(() => "")),
      );
      return names.some((name) => name.endsWith(file.digest));
    };
    const content = `${basePath}/files/${file.digest}/content`;
    expect((await app.head(content)).status).toBe(200);
    expect((await app.get(content).set("Range", "bytes=0-3")).status).toBe(206);
    expect(await isOpen()).toBe(false);
  });

  test("are not sent when they are others than were brought, or a link to elsewhere", async () => {
    const { database, url } = await open(world);
    const { app, act, bring } = await serve(database);
    const file = await bring("justice", aPdf);
    await act("justice", "evidence", { evidence: [{ kind: "document", title: "It", file: file.id }] });
    const path = join(`${url.replace("file:", "")}.files`, file.digest.slice(0, 2), file.digest);
    const statusOf = async () => (await app.get(`${basePath}/files/${file.digest}/content`)).status;
    await writeFile(path, aPdf.subarray(1));
    expect(await statusOf()).toBe(500);
    await writeFile(path, Buffer.concat([aPdf, Buffer.from("HTTP/1.1 200 OK")]));
    expect(await statusOf()).toBe(500);
    const elsewhere = `${path}.elsewhere`;
    await writeFile(elsewhere, aPdf);
    await rm(path);
    await symlink(elsewhere, path);
    expect(await statusOf()).toBe(404);
    await bring("justice", aPdf);
    expect(await statusOf()).toBe(200);
    expect((await lstat(path)).isSymbolicLink()).toBe(false);
  });
});

// What is asked of the bucket is the same for both databases, but that PostgreSQL would keep files itself.
describeDatabase("files of evidence in a bucket of an object store", (open) => {
  test("are brought, downloaded and cleaned, and while it is down nothing is taken and the answer is a 503", async () => {
    const { database } = await open(world);
    const store = await objectStore();
    const { app, act, bring, send } = await serve(database, { at: store.bucket });
    const file = await bring("justice", aPdf);
    const left = await bring("justice", Buffer.concat([aPdf, Buffer.from("\n")]));
    const named = await act("justice", "evidence", { evidence: [{ kind: "document", title: "It", file: file.id }] });
    expect(named.status, named.text).toBe(201);
    expect([...store.kept.keys()].sort()).toEqual([file, left].map(({ digest }) => `heed/${digest}`).sort());
    const content = `${basePath}/files/${file.digest}/content`;
    const whole = await app.get(content).buffer(true).parse(inBytes);
    expect([whole.status, aPdf.equals(whole.body)]).toEqual([200, true]);
    const part = await app.get(content).set("Range", "bytes=1-3").buffer(true).parse(inBytes);
    expect([part.status, part.body.toString()]).toEqual([206, "PDF"]);
    const later = new Date(Date.now() + 2 * 86_400_000).toISOString();
    expect(await cleanFiles(database, filePlaceOf(database, store.bucket), later)).toMatchObject({ files: 1 });
    expect([...store.kept.keys()]).toEqual([`heed/${file.digest}`]);

    await store.close();
    const uploads = () => database.all("SELECT id FROM uploaded_file");
    const before = await uploads();
    for (const answer of [await send("justice", aPdf), await app.get(content)]) {
      expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "5"]);
      expect(answer.text).toContain("The place where files are kept cannot be reached now.");
      for (const secret of [store.bucket.endpoint, store.bucket.keyId]) expect(answer.text).not.toContain(secret);
    }
    expect(await uploads()).toEqual(before);
    expect((await app.get(`${basePath}/files/${file.digest}`)).status).toBe(200);
  });
});

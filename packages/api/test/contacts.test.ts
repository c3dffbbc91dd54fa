import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { RecordFile, readerAs } from "@heed/core";
import { backupDatabase, type Database, exportRecord, trackerReads, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { tamper } from "../../store/test/tampering.ts";
import { basePath } from "../src/contract/base-path.ts";
import { adminToken, people, tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const persons = {
  editor: people.editor,
  own: { ...people.editor, name: "M. Myria", organizations: ["myria"] },
  elsewhere: { ...people.editor, name: "U. Unia", organizations: ["unia"] },
  assessor: people.assessor,
  ofBody: { ...people.assessor, name: "T. Toets", organizations: ["myria"] },
  ministry: people.justice,
} as const;

const contact = {
  ...{ kind: "contact", issuingBody: "myria", reference: "Zqvarrie-1", year: 2014, title: { nl: "Mevrouw Zqvarrie" } },
  content: {
    ...{ organization: "Payoke", name: "Lena Zqvarrie", reachedAt: "lena@zqvarrie.example" },
    ...{ purpose: "to ask about numbers", retainUntil: "2015-06-29", obtainedFrom: "herself" },
  },
};
/** Part of all that tells who she is. */
const name = "qvarrie";

/** Everything that is kept on disk, or comes out of it. */
async function bytesOf(database: Database, url: string): Promise<string> {
  if (database.dialect === "postgresql") {
    const { stdout } = await promisify(execFile)("pg_dump", [url], { maxBuffer: 1e9 });
    return stdout;
  }
  const folder = dirname(fileURLToPath(url));
  const files = (await readdir(folder)).filter((file) => file.startsWith("heed.sqlite"));
  expect(files).toContain("heed.sqlite-wal");
  return (await Promise.all(files.map((file) => readFile(join(folder, file), "latin1")))).join("");
}

async function exported(database: Database): Promise<object[]> {
  const items: object[] = [];
  const settings = await trackerReads(database).settings();
  for await (const { list, item } of exportRecord(database, readerAs("admin"), "2015-06-30", settings))
    if (list === "collectedItems") items.push(item);
  return items;
}

describeDatabase("contacts of the field", (open) => {
  test("are seen by editors of their body and admins alone, and erased to the last byte, while the audit still verifies", {
    timeout: 120_000,
  }, async () => {
    const { database, url } = await open(world);
    const app = supertest(await worldApp(database));
    const tokens = { ...(await tokensOf(database, persons)), admin: await adminToken(database), public: undefined };
    const ask = (method: "get" | "post" | "patch" | "delete", path: string, who: keyof typeof tokens) => {
      const request = app[method](path.startsWith("/en/") ? path : basePath + path);
      const token = tokens[who];
      return token === undefined ? request : request.set("Authorization", `Bearer ${token}`);
    };
    const outside = ["public", "ministry", "assessor", "ofBody", "elsewhere"] as const;
    const everything = () =>
      Promise.all(
        (["public", "ofBody"] as const).flatMap((who) =>
          [
            ...["/collectedItems?withTotal=true", "/collectedItems?hidden=true&withTotal=true&kind=contact"],
            ...[
              "/collectedItems?q=lena",
              "/collectedItems?toEraseOn=2016-01-01",
              "/collectedItems?reference=Zqvarrie-1",
            ],
            ...["/exports/collectedItems?format=csv", "/exports/record", "/names?kind=collectedItem&name=zqvarrie-1"],
            ...["/en/collected", "/en/collected?q=lena", "/en/collected/myria/Zqvarrie-1"],
          ].map(async (path) => {
            const { status, text } = await ask("get", path, who);
            return [who, path, status, text.replace(/"(?:exportedOn|instance)":"[^"]*"/g, "")];
          }),
        ),
      );
    const before = await everything();
    const added = await ask("post", "/collectedItems", "editor").set("Idempotency-Key", "one").send(contact);
    expect(added.status, added.text).toBe(201);
    const { id } = added.body.collectedItem;
    const at = `/collectedItems/${id}`;
    const change = (content: object, who: keyof typeof tokens = "own") =>
      ask("patch", at, who).set("If-Match", "*").set("Idempotency-Key", JSON.stringify(content)).send({ content });
    expect((await change({ name: "Lena M. Zqvarrie" })).status).toBe(200);
    expect(await everything()).toEqual(before);
    for (const who of outside) expect((await ask("get", at, who)).status, who).toBe(404);
    for (const who of ["elsewhere", "ofBody"] as const)
      expect((await change({ name: "Other" }, who)).status).toBe(who === "ofBody" ? 403 : 404);
    for (const who of ["editor", "own", "admin"] as const) {
      const due = await ask("get", "/collectedItems?toEraseOn=2015-06-30&issuingBody=myria", who);
      expect(
        due.body.items.map(({ id: each }: { id: string }) => each),
        who,
      ).toEqual([id]);
    }
    expect((await ask("get", "/collectedItems?toEraseOn=2015-06-29&issuingBody=myria", "own")).body.items).toEqual([]);
    const backupBefore = await exported(database);
    const telling = JSON.stringify({ problem: { detail: 'row 3, name: "Lena Zqvarrie" is there already' } });
    const others = JSON.stringify({ problem: { detail: "Lena Zqvarrier wrote herself, row 1" } });
    for (const [job, file, outcome] of [
      ["telling", "Lena Zqvarrie.csv", telling],
      ["others", "others.csv", others],
    ] as const)
      await database.run(
        `INSERT INTO import_job (id, person_id, person, kind, file, asked, state, created_at, ended_at, outcome)
         VALUES (?, 'p', 'P', 'record', ?, '{"kind":"record"}', 'refused', ?, ?, ?)`,
        [job, file, "2015-06-30T10:00:00Z", "2015-06-30T10:00:00Z", outcome],
      );
    expect(await bytesOf(database, url)).toContain(name);

    const erase = (path: string, who: keyof typeof tokens = "own") => ask("delete", path, who).set("If-Match", "*");
    expect((await erase(at, "ofBody")).status).toBe(403);
    expect((await erase("/collectedItems/circular-of-2014")).status).toBe(409);
    expect((await ask("delete", at, "own")).status).toBe(428);
    const erased = await erase(at).set("Idempotency-Key", "gone");
    expect([erased.status, erased.text]).toEqual([204, ""]);
    expect((await erase(at).set("Idempotency-Key", "gone")).status).toBe(204);
    expect((await erase(at)).status).toBe(404);

    // The request that made it does not make it once more.
    const again = await ask("post", "/collectedItems", "editor").set("Idempotency-Key", "one").send(contact);
    expect([again.status, again.body.type]).toEqual([422, "urn:problem-type:heed:idempotencyKeyReused"]);

    // What imports told of her is gone; what they told of others is not.
    expect(await database.all("SELECT id, file, outcome FROM import_job ORDER BY id")).toEqual([
      { id: "others", file: "others.csv", outcome: others },
      { id: "telling", file: "", outcome: null },
    ]);
    await database.run("DELETE FROM import_job");
    await database.purge();
    expect(await bytesOf(database, url)).not.toContain(name);
    expect(JSON.stringify(await exported(database))).not.toContain(name);
    expect((await ask("get", "/collectedItems?q=lena&withTotal=true", "admin")).body.total).toBe(0);
    expect(await everything()).toEqual(before);
    const folder = database.dialect === "sqlite" ? dirname(fileURLToPath(url)) : undefined;
    if (folder !== undefined) {
      await backupDatabase(url, join(folder, "backup.sqlite"), { at: "2015-06-30T10:00:00Z" });
      expect(await readFile(join(folder, "backup.sqlite"), "latin1")).not.toContain(name);
    }
    expect((await verifyAudit(database)).fault).toBeUndefined();

    // A file of before does not bring it back.
    const file = RecordFile.parse({
      heed: "record/1",
      organizations: world.organizations,
      collectedItems: backupBefore,
    });
    const { warnings } = await imported(database, file);
    expect(JSON.stringify(warnings)).toContain("it was erased here");
    expect(await bytesOf(database, url)).not.toContain(name);
    expect((await verifyAudit(database)).fault).toBeUndefined();

    // Nothing of a record changes, but that what can be erased is; and what is left of it is held to the chain.
    const of = "WHERE kind = 'collectedItem' AND thing_id";
    const refused = async (set: string, thing: string) =>
      database.run(`UPDATE register_record SET ${set} ${of} = ?`, [thing]).then(
        () => "changed",
        ({ message }: Error) => message,
      );
    const kept = "circular-of-2014";
    expect(await refused("body = '{}'", kept)).toContain("append-only");
    expect(await refused("body = '', salt = '', actor = 'x'", kept)).toContain("append-only");
    const faultAfter = async (statement: string, values: string[]) => {
      await tamper(database, "register_record", statement, values);
      return (await verifyAudit(database)).fault?.detail;
    };
    const [first] = await database.all<{ digest: string }>(
      `SELECT body_digest AS digest FROM register_record ${of} = ? AND sequence = 1`,
      [id],
    );
    const digest = `UPDATE register_record SET body_digest = ? ${of} = ? AND sequence = 1`;
    expect(await faultAfter(digest, ["0".repeat(64), id])).toContain("do not match its hash");
    expect(await faultAfter(digest, [first?.digest ?? "", id])).toBeUndefined();
    const body = `UPDATE register_record SET body = ? ${of} = ? AND sequence = 1`;
    expect(await faultAfter(body, ['{"id":"x"}', id])).toContain("it was erased, and what it said is there");
    expect(await faultAfter(body, ["", id])).toBeUndefined();
    expect(await faultAfter(`UPDATE register_record SET body = '', salt = '' ${of} = ?`, [kept])).toContain(
      "nobody erased it",
    );
  });
});

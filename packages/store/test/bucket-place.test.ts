import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { filePlaceOf } from "@heed/store";
import { expect, onTestFinished, test } from "vitest";
import { bucketPlace } from "../src/files/bucket-place.ts";
import { objectStore } from "./object-store.ts";

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const noSql = undefined as never;
async function* nothing(): AsyncGenerator<Uint8Array> {}

async function aFile(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "heed-bucket-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "letter.pdf"), bytes);
  return join(folder, "letter.pdf");
}

async function digestsIn(place: ReturnType<typeof filePlaceOf>): Promise<string[]> {
  const found: string[] = [];
  for await (const { digest, putAt } of place.kept()) {
    expect(Math.abs(Date.parse(putAt) - Date.now())).toBeLessThan(60_000);
    found.push(digest);
  }
  return found;
}

test("a bucket keeps files by their digest, gives them back whole and in part, lists and removes them", async () => {
  const { kept, bucket } = await objectStore();
  const place = filePlaceOf(noSql, bucket);
  const files = [700_001, 1, 65_536, 3, 5].map((size) => randomBytes(size));
  for (const bytes of files) {
    const digest = digestOf(bytes);
    expect([await place.sizeOf(digest), await place.open(digest)]).toEqual([undefined, undefined]);
    await place.put(noSql, digest, await aFile(bytes));
    expect(await place.sizeOf(digest)).toBe(bytes.length);
    expect((await buffer((await place.open(digest)) ?? nothing())).equals(bytes)).toBe(true);
  }
  const [large = Buffer.of()] = files;
  for (const [start, end] of [
    [0, 0],
    [262_143, 262_144],
    [300_000, 700_000],
  ] as const) {
    const part = await buffer((await place.open(digestOf(large), { start, end })) ?? nothing());
    expect(part.equals(large.subarray(start, end + 1))).toBe(true);
  }
  // What others keep in the bucket is not ours.
  kept.set("heed/readme.txt", { bytes: Buffer.of(1), at: new Date() });
  kept.set("other/x", { bytes: Buffer.of(1), at: new Date() });
  expect(await digestsIn(place)).toEqual(files.map(digestOf).sort());
  for (const digest of [digestOf(large), digestOf(large)]) await place.remove(noSql, digest);
  expect(await digestsIn(place)).toEqual(files.slice(1).map(digestOf).sort());
});

test("a bucket takes no other bytes than the digest says, and tells why it does nothing", async () => {
  const store = await objectStore();
  const place = bucketPlace(store.bucket);
  const bytes = randomBytes(200_000);
  const digest = digestOf(bytes);
  const path = await aFile(bytes);
  const refused = (detail: string) => ({ code: "filesUnreachable", message: expect.stringContaining(detail) });
  await expect(place.put(noSql, digestOf(Buffer.from("other")), path)).rejects.toMatchObject(refused("Mismatch"));
  expect(store.kept.size).toBe(0);
  for (const [wrong, detail] of [
    [{ secret: "another" }, "403"],
    [{ region: "us-east-1" }, "403"],
    [{ bucket: "nobodys" }, "404 NoSuchBucket"],
  ] as const)
    await expect(digestsIn(bucketPlace({ ...store.bucket, ...wrong }))).rejects.toMatchObject(refused(detail));
  await place.put(noSql, digest, path);
  // A connection that was kept, and that the other side closed meanwhile, is nobody's fault.
  expect(await place.sizeOf(digest)).toBe(bytes.length);
  store.cutAfter = 100_000;
  await expect(place.open(digest).then((pieces) => buffer(pieces ?? nothing()))).rejects.toMatchObject(
    refused("broke off"),
  );
  await store.close();
  for (const work of [
    () => place.put(noSql, digest, path),
    () => place.sizeOf(digest),
    () => place.open(digest),
    () => digestsIn(place),
    () => place.remove(noSql, digest),
  ])
    await expect(work()).rejects.toMatchObject(refused("ECONNREFUSED"));
});

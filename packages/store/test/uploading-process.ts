// Run by evidence-files.test.ts: brings one file after another until it is killed, and reports the digest of each that was
// acknowledged. usage: uploading-process.ts DATABASE
import { randomBytes, randomUUID } from "node:crypto";
import { personAs } from "@heed/core";
import { filePlaceOf, openDatabase, uploadFile, usualLimit } from "@heed/store";

const database = await openDatabase(process.argv[2] ?? "", { mode: "write" });
const place = filePlaceOf(database);
const person = personAs({ id: "heed_1", name: "J. Claes", role: "respondent", organizations: ["justice"] });
async function* pieces() {
  for (let piece = 0; piece < 20; piece += 1) yield randomBytes(65_536);
}
for (;;) {
  const { digest } = await uploadFile(database, place, {
    name: "letter.pdf",
    bytes: pieces(),
    limit: usualLimit,
    inspect: async () => "application/pdf",
    person,
    at: new Date().toISOString(),
    newId: randomUUID,
  });
  process.send?.(digest);
}

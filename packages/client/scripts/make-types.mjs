// Makes the types of the client from the committed contract.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";

const folder = join(import.meta.dirname, "..", "src", "generated");
const contract = readFileSync(join(import.meta.dirname, "..", "..", "api", "openapi31.json"), "utf8");
const file = join(folder, "contract.ts");
const mark = join(folder, "contract.sha256");
const digest = createHash("sha256")
  .update(contract)
  .update(readFileSync(import.meta.filename))
  .digest("hex");

if (!existsSync(file) || !existsSync(mark) || readFileSync(mark, "utf8") !== digest) {
  mkdirSync(folder, { recursive: true });
  // A property with a default may be left out of what is sent.
  const types = await openapiTS(JSON.parse(contract), { defaultNonNullable: false, alphabetize: true });
  writeFileSync(file, astToString(types));
  writeFileSync(mark, digest);
}

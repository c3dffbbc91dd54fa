// Writes the next migration for both providers: the difference between the schema of the last migration and the schema
// of today. Each migration folder keeps the schema that it leads to, so no database is needed to compute the difference.
// usage: scripts/with-postgresql.sh node packages/store/scripts/migration.mjs NAME
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { providers, schemaFor, storeFolder } from "./prisma-schema.mjs";
import { difference } from "./schema-difference.mjs";

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write("usage: node packages/store/scripts/migration.mjs NAME (lowercase, with _)\n");
  process.exit(2);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
for (const provider of providers) {
  const folder = join(storeFolder, "migrations", provider);
  mkdirSync(folder, { recursive: true });
  const last = readdirSync(folder)
    .filter((each) => /^\d{14}_/.test(each))
    .sort()
    .at(-1);
  const before =
    last && existsSync(join(folder, last, "schema.prisma"))
      ? readFileSync(join(folder, last, "schema.prisma"), "utf8")
      : undefined;
  const after = schemaFor(provider);
  const sql = await difference(provider, before, after);
  if (sql === "") {
    process.stdout.write(`${provider}: no difference\n`);
    continue;
  }
  const made = join(folder, `${stamp}_${name}`);
  mkdirSync(made);
  writeFileSync(join(made, "migration.sql"), sql);
  writeFileSync(join(made, "schema.prisma"), after);
  process.stdout.write(`${pathToFileURL(join(made, "migration.sql")).pathname.split("/packages/")[1]}\n`);
}

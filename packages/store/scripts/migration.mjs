// Writes the next migration for both providers: the difference between the schema that the migrations lead to
// (migrations/schema.prisma) and the one of today (prisma/schema.prisma), which then takes its place.
// usage: scripts/with-postgresql.sh node packages/store/scripts/migration.mjs NAME
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { migratedSchemaFile, providers, schemaFile, schemaFor, storeFolder } from "./prisma-schema.mjs";
import { difference } from "./schema-difference.mjs";

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write("usage: node packages/store/scripts/migration.mjs NAME (lowercase, with _)\n");
  process.exit(2);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const scripts = [];
for (const provider of providers)
  scripts.push([provider, await difference(provider, schemaFor(provider, migratedSchemaFile), schemaFor(provider))]);
copyFileSync(schemaFile, migratedSchemaFile);
if (scripts.every(([, script]) => script === "")) process.stdout.write("no difference\n");
else
  for (const [provider, script] of scripts) {
    const folder = join(storeFolder, "migrations", provider, `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    // Both databases have the same migrations, so that one without a change is there too.
    writeFileSync(join(folder, "migration.sql"), script || "-- Nothing changes here.\n");
    process.stdout.write(`${relative(storeFolder, join(folder, "migration.sql"))}\n`);
  }

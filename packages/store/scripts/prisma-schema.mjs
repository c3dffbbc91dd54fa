import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const storeFolder = dirname(dirname(fileURLToPath(import.meta.url)));
export const providers = ["sqlite", "postgresql"];

/** The schema of today, written by hand. */
export const schemaFile = join(storeFolder, "prisma", "schema.prisma");
/** The schema that the migrations lead to: the one of the day on which the last migration was made. */
export const migratedSchemaFile = join(storeFolder, "migrations", "schema.prisma");

/** A schema for one provider: only the provider and the folder of the client differ. */
export function schemaFor(provider, file = schemaFile) {
  return readFileSync(file, "utf8")
    .replace('provider = "sqlite"', `provider = "${provider}"`)
    .replace("../src/generated/sqlite", `../src/generated/${provider}`);
}

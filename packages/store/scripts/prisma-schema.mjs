import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const storeFolder = dirname(dirname(fileURLToPath(import.meta.url)));
export const providers = ["sqlite", "postgresql"];

/**
 * The schema, which is written by hand once, for one provider: only the provider and the folder of the client differ.
 */
export function schemaFor(provider) {
  return readFileSync(join(storeFolder, "prisma", "schema.prisma"), "utf8")
    .replace('provider = "sqlite"', `provider = "${provider}"`)
    .replace("../src/generated/sqlite", `../src/generated/${provider}`);
}

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const storeFolder = dirname(dirname(fileURLToPath(import.meta.url)));
export const providers = ["sqlite", "postgresql"];

/** The one schema written by hand, for a provider: only the provider and the client's folder differ. */
export function schemaFor(provider) {
  return readFileSync(join(storeFolder, "prisma", "schema.prisma"), "utf8")
    .replace('provider = "sqlite"', `provider = "${provider}"`)
    .replace("../src/generated/sqlite", `../src/generated/${provider}`);
}

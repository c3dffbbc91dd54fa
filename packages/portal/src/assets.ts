import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The style sheet, the typeface and the licences of both (scripts/make-assets.mjs). */
export const assetsFolder = fileURLToPath(new URL("../assets", import.meta.url));

/** Names what is in the folder, so that a browser may keep it for ever: with another content it has another address. */
export const assetsPath = `/assets/${digestOf(assetsFolder)}`;

function digestOf(folder: string): string {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const digest = createHash("sha256");
  for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1)))
    digest.update(`${name}\n`).update(readFileSync(join(folder, name)));
  return digest.digest("hex").slice(0, 16);
}

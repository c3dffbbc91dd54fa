import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../heed.ts";

/** Where databases are kept from one run to the next. */
export const folder = process.env.HEED_BENCH_FOLDER ?? join(root, ".heed-bench");

/** Changes with the files of some folders of the project. */
export function digestOf(...places: readonly string[]): string {
  const hash = createHash("sha256");
  for (const place of places)
    for (const name of (readdirSync(join(root, place), { recursive: true }) as string[]).sort()) {
      const path = join(root, place, name);
      if (statSync(path).isFile()) hash.update(name).update(readFileSync(path));
    }
  return hash.digest("hex").slice(0, 8);
}

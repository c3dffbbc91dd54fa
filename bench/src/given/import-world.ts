import { heed } from "../heed.ts";
import type { MappedFile } from "./given-world.ts";

/** Imports files into a new database as a user would, one after the other. */
export function importWorld(url: string, files: readonly MappedFile[]): void {
  heed(url, "database", "upgrade");
  for (const { csv, mapping } of files) {
    process.stderr.write(`  importing ${csv}\n`);
    heed(url, "import", csv, "--mapping", mapping);
  }
}

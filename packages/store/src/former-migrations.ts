import { createHash } from "node:crypto";
import { DomainError } from "@heed/core";
import type { Dialect } from "./connection/sql.ts";

/** A migration that a database has, by its row of _prisma_migrations. */
export type Applied = { name: string; checksum: string };

/** Until the first release 26 migrations made the schema, from this one to that one. `initial` makes the same in one step. */
const first = "20261124115340_initial";
const last = "20261126002101_coordinator";

/** SHA-256 over the names and checksums of all of them: nothing else is taken for the schema of `initial`. */
const digests: Readonly<Record<Dialect, string>> = {
  sqlite: "1ce5dd8507d56e614b7411789e55278e3842057d1f47abbfb0b5997dc93bc5a6",
  postgresql: "bcd68d9ac4d4986a8f690f98b56022ff0827c631247a5e0b35f197b2ca6196ff",
};

/**
 * The former migrations in a database; none in one that `initial` made, or that is not Heed's. Errors: databaseOlder
 * when they are not all of them.
 */
export function formerAmong(dialect: Dialect, applied: readonly Applied[]): readonly Applied[] {
  if (!applied.some(({ name }) => name === first)) return [];
  const former = applied.filter(({ name }) => name <= last);
  if (digestOf(former) !== digests[dialect])
    throw new DomainError(
      "databaseOlder",
      "the database has a schema of before the first release, older than this program can take over; it was left as it is: " +
        "export it with the program that wrote it (heed export), and import that file into a new database (heed import)",
    );
  return former;
}

function digestOf(applied: readonly Applied[]): string {
  const lines = applied.map(({ name, checksum }) => `${name} ${checksum}\n`).sort();
  return createHash("sha256").update(lines.join("")).digest("hex");
}

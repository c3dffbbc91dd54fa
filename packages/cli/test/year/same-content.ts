import type { Database } from "@heed/store";

/**
 * Everything in a database that people put there, by table: the rows in a fixed order, with each generated id replaced
 * by the place where it was created. Left out: tokens and their records, the keys of requests, and what differs between the surfaces (the
 * account of the system, and with it the hashes, which the audit of each database verifies). `drafts`: with what is recorded of
 * drafts; at a desk each act on a follow-up is a draft first.
 */
export async function contentOf(
  database: Database,
  { drafts = true } = {},
): Promise<Record<string, readonly string[]>> {
  const apartKinds = ["apiToken", ...(drafts ? [] : ["actDraft"])];
  const lines = new Map<string, string[]>();
  for (const table of await tablesOf(database)) {
    const rows = await database.all<Record<string, unknown>>(`SELECT * FROM ${table}`);
    lines.set(table, rows.filter(({ kind }) => !apartKinds.includes(String(kind))).map(lineOf));
  }
  const made = new Set([...lines.values()].flat().join("\n").match(generatedId) ?? []);
  const places = new Map([...made].sort().map((id, place) => [id, `#${place}`]));
  return Object.fromEntries(
    [...lines].map(([table, all]) => [
      table,
      all.map((line) => line.replace(generatedId, (id) => places.get(id) ?? id)).sort(),
    ]),
  );
}

/** The ids that the tests generate sort in the order of creation. */
const generatedId = /made-\d{4}-\d{4}/g;

/** Who acted: a token of the service, or a name on a local database. */
const actorId = /(\\?"(?:author|madeBy|holder|handedBy)\\?":\{\\?"id\\?":\\?"|\\?"secondReaderId\\?":\\?")[^"\\]+/g;

/** The digest of a frozen snapshot in the record of its cycle: it includes the generated ids. */
const digest = /\b[0-9a-f]{64}\b/g;

const apart = [
  "system_user",
  "person_id",
  "hash",
  "previous_hash",
  "audit_head",
  "heads_digest",
  "act_id",
  "content_digest",
];
const leftOut = ["api_token", "idempotency_key", "_prisma_migrations", "sqlite_sequence"];

function lineOf(row: Record<string, unknown>): string {
  return JSON.stringify(
    Object.entries(row)
      .filter(([column]) => !apart.includes(column))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
    .replace(digest, "(digest)")
    .replace(actorId, "$1(actor)");
}

/** The tables whose content is compared. */
export async function tablesOf(database: Database): Promise<string[]> {
  const rows = await database.all<{ name: string }>(
    database.dialect === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  return rows
    .map(({ name }) => name)
    .filter((name) => !leftOut.includes(name))
    .sort();
}

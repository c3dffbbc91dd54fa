import pg from "pg";
import { heed } from "../heed.ts";
import { digestOf } from "./folder.ts";

/**
 * The URL of the PostgreSQL database of a name. It is filled unless one is kept; one with an older schema is copied and
 * upgraded. `fill` gets the URL of an empty database.
 */
export async function keptPostgresql(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  const serverUrl = process.env.HEED_TEST_POSTGRESQL ?? "";
  const start = `heed_${name}_`.toLowerCase().replace(/\W/g, "_");
  const kept = start + digestOf("packages/store/migrations/postgresql");
  const partial = `${kept}_partial`;
  const server = new pg.Client(serverUrl);
  await server.connect();
  const make = async (template?: string) => {
    await server.query(`DROP DATABASE IF EXISTS ${partial}`);
    await server.query(`CREATE DATABASE ${partial}${template === undefined ? "" : ` TEMPLATE ${template}`}`);
  };
  try {
    const { rows } = await server.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1) AND NOT datname LIKE '%\\_partial' ORDER BY datname = $2 DESC",
      [start, kept],
    );
    const known = rows[0]?.datname;
    if (known === kept) return databaseUrl(serverUrl, kept);
    if (known === undefined || !(await isUpgraded(() => make(known), databaseUrl(serverUrl, partial)))) {
      process.stderr.write(`filling ${kept}\n`);
      await make();
      await fill(databaseUrl(serverUrl, partial));
    }
    await server.query(`ALTER DATABASE ${partial} RENAME TO ${kept}`);
    return databaseUrl(serverUrl, kept);
  } finally {
    await server.end();
  }
}

async function isUpgraded(copy: () => Promise<void>, url: string): Promise<boolean> {
  await copy();
  try {
    heed(url, "database", "upgrade");
    return true;
  } catch {
    // It is newer than this program.
    return false;
  }
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

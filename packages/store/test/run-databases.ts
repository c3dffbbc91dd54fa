import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** Gives the run a place for the databases that its tests copy (prepared-database.ts), and empties it. */
export function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "heed-prepared-"));
  const names = `heed_prepared_${randomUUID().slice(0, 8)}`;
  process.env.HEED_TEST_PREPARED_FOLDER = folder;
  process.env.HEED_TEST_PREPARED_NAMES = names;
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    if (process.env.HEED_TEST_POSTGRESQL) await dropAll(process.env.HEED_TEST_POSTGRESQL, names);
  };
}

async function dropAll(server: string, names: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
    [names],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await client.end();
}

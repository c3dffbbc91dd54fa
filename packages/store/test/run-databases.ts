import { randomUUID } from "node:crypto";
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/**
 * Gives the run a temporary folder, in memory where there is room, since the tests flush some ten thousand small writes to the
 * disk; and in it a place for the databases that its tests copy (prepared-database.ts). Removes all of it at the end.
 */
export function setup(): () => Promise<void> {
  const temporary = mkdtempSync(join(roomy(), "heed-run-"));
  chmodSync(temporary, 0o777);
  process.env.TMPDIR = temporary;
  const folder = mkdtempSync(join(temporary, "prepared-"));
  const names = `heed_prepared_${randomUUID().slice(0, 8)}`;
  process.env.HEED_TEST_PREPARED_FOLDER = folder;
  process.env.HEED_TEST_PREPARED_NAMES = names;
  return async () => {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
    if (process.env.HEED_TEST_POSTGRESQL) await dropAll(process.env.HEED_TEST_POSTGRESQL, names);
  };
}

const inMemory = "/dev/shm";
const enoughBytes = 6e9;

/** Errors: none; a system without a file system in memory has its usual folder. */
function roomy(): string {
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize > enoughBytes ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
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

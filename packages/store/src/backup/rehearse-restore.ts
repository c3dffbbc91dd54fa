import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DomainError } from "@heed/core";
import pg from "pg";
import { verifyAudit } from "../audit/verify-audit.ts";
import { checkDerived } from "../check/check-derived.ts";
import { checkSchema, type SchemaFault } from "../check/check-schema.ts";
import { readDatabaseUrl } from "../connection/database-url.ts";
import { openDatabase } from "../open-database.ts";
import { restoreDatabase } from "./restore-database.ts";
import { isCurrent, type VerifiedRecord } from "./verify-record.ts";

export type Rehearsal = VerifiedRecord & {
  /** How long it took until the record could be used, in milliseconds. */
  took: number;
  /** How long the upgrade took after it, in milliseconds, where it was asked for. */
  upgraded?: number;
  /** What is not as this program makes it. */
  faults: readonly SchemaFault[];
};

type Rehearsing = {
  programs?: string | undefined;
  checkpoint?: string | undefined;
  /** Whether what was restored is brought to this program's schema and rules, as an upgrade would do. */
  upgrade?: boolean;
};

/**
 * Restores a backup beside the database of a URL, reads all of it, and removes it again: on SQLite in a temporary folder, on
 * PostgreSQL in a database of its own on the same server. Errors: those of restoreDatabase(); invalidInput where no database can be
 * made there.
 */
export async function rehearseRestore(url: string, file: string, rehearsing: Rehearsing): Promise<Rehearsal> {
  const target = readDatabaseUrl(url);
  if (target.dialect === "postgresql") return besideOnServer(target.url, file, rehearsing);
  const folder = await mkdtemp(join(tmpdir(), "heed-rehearsal-"));
  try {
    return await restored(`file:${encodeURI(join(folder, "record.sqlite"))}`, join(folder, "files"), file, rehearsing);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function besideOnServer(url: string, file: string, rehearsing: Rehearsing): Promise<Rehearsal> {
  const name = `heed_rehearsal_${randomUUID().slice(0, 8)}`;
  await onServer(url, `CREATE DATABASE ${name}`).catch((error: Error) => {
    throw new DomainError("invalidInput", `no database can be made for a rehearsal: ${error.message}`);
  });
  const beside = new URL(url);
  beside.pathname = `/${name}`;
  const folder = await mkdtemp(join(tmpdir(), "heed-rehearsal-"));
  try {
    return await restored(beside.toString(), join(folder, "files"), file, rehearsing);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await onServer(url, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function restored(
  url: string,
  files: string,
  file: string,
  { programs, checkpoint, upgrade = false }: Rehearsing,
): Promise<Rehearsal> {
  const began = performance.now();
  const held = await restoreDatabase(url, file, { programs, checkpoint, files });
  const took = Math.round(performance.now() - began);
  const database = await openDatabase(url, { mode: upgrade ? "migrate" : "asItIs" });
  const upgraded = upgrade ? { upgraded: Math.round(performance.now() - began) - took } : {};
  try {
    // What an older program made is compared once it is upgraded.
    const faults = (await isCurrent(database))
      ? [...(await checkSchema(database)), ...(await checkDerived(database))]
      : [];
    return { ...held, ...(upgrade && { audit: await verifyAudit(database, checkpoint) }), took, ...upgraded, faults };
  } finally {
    await database.close();
  }
}

import { AsyncLocalStorage } from "node:async_hooks";
import type { Dialect, Sql } from "../connection/sql.ts";
import type { Prisma, PrismaClient } from "../generated/sqlite/client.ts";
import { adapterFor, TransactionAdapter } from "./transaction-adapter.ts";

/** Reads and writes the register's own tables, within a transaction. The models are the same for both databases. */
export type PrismaTransaction = Prisma.TransactionClient;

const clients = new Map<Dialect, Promise<PrismaClient>>();
/** The transaction that the client joins, for the code that asked for it. */
const open = new AsyncLocalStorage<TransactionAdapter>();

/**
 * Prisma would end a transaction after five seconds; ours have their own limits. Milliseconds, the longest time of a
 * timer.
 */
const unlimited = { timeout: 2 ** 31 - 1 };

/**
 * Loads Prisma's client, once for each kind of database. Loading takes some tenths of a second, so it happens before a
 * transaction takes its locks, and never for work that only reads.
 */
export function loadPrisma(dialect: Dialect): Promise<PrismaClient> {
  let client = clients.get(dialect);
  if (client === undefined) {
    client = connected(dialect);
    clients.set(dialect, client);
    // One that could not be loaded is tried again.
    client.catch(() => clients.delete(dialect));
  }
  return client;
}

/**
 * Runs work through Prisma's client, in a transaction that is already open. Errors: those of the database, as without
 * Prisma.
 */
export async function throughPrisma<Result>(
  sql: Sql,
  work: (prisma: PrismaTransaction) => Promise<Result>,
): Promise<Result> {
  const client = await loadPrisma(sql.dialect);
  const transaction = new TransactionAdapter(sql);
  try {
    return await open.run(transaction, () => client.$transaction(work, unlimited));
  } catch (error) {
    throw isOfPrisma(error) ? (transaction.failure ?? error) : error;
  }
}

async function connected(dialect: Dialect): Promise<PrismaClient> {
  const { PrismaClient: Client } = await (dialect === "sqlite"
    ? import("../generated/sqlite/client.ts")
    : (import("../generated/postgresql/client.ts") as unknown as Promise<
        typeof import("../generated/sqlite/client.ts")
      >));
  const adapter = adapterFor(dialect, () => open.getStore());
  const { adapterName, provider } = adapter;
  const client = new Client({
    adapter: { adapterName, provider, connect: async () => adapter },
    // Without lines of the program's source.
    errorFormat: "minimal",
  });
  await client.$connect();
  return client;
}

function isOfPrisma(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith("PrismaClient");
}

import { AsyncLocalStorage } from "node:async_hooks";
import type { Prisma, PrismaClient } from "../generated/sqlite/client.ts";
import type { Dialect, Sql } from "../sql.ts";
import { adapterFor, TransactionAdapter } from "./transaction-adapter.ts";

/** What the register's own tables are read and written with, within a transaction. The models are the same for both databases. */
export type PrismaTransaction = Prisma.TransactionClient;

const clients = new Map<Dialect, Promise<PrismaClient>>();
/** The transaction that a client is given next, by whoever asks it for one. */
const open = new AsyncLocalStorage<TransactionAdapter>();

/** Prisma would end a transaction after five seconds; ours have limits of their own. Milliseconds, the longest that a timer takes. */
const unlimited = { timeout: 2 ** 31 - 1 };

/**
 * Loads Prisma's client, once for each kind of database: it takes some tenths of a second, and so it is asked for before a
 * transaction has its locks, and by nothing that only reads.
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

/** Does some work through Prisma's client, in a transaction that is open already. Errors: those of the database as they are without Prisma. */
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
    // Not with the lines of the program.
    errorFormat: "minimal",
  });
  await client.$connect();
  return client;
}

function isOfPrisma(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith("PrismaClient");
}

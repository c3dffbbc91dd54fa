import { DomainError } from "@heed/core";
import pg from "pg";
import { postgresqlFailure } from "./postgresql-failure.ts";

/**
 * Refuses a pooler between this process and the server, which gives a process of its own (docs/decisions/0092). Errors: invalidInput;
 * databaseUnreachable.
 */
export async function requireServerItself(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    if (rows[0]?.pid === (client as unknown as { processID: number }).processID) return;
  } catch (error) {
    throw postgresqlFailure(error);
  } finally {
    await client.end().catch(() => undefined);
  }
  throw new DomainError(
    "invalidInput",
    "a backup or a restore cannot go through a pooler such as PgBouncer: name PostgreSQL itself (--database)",
  );
}

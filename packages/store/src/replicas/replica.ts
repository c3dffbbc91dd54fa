import { DomainError } from "@heed/core";
import type { DatabaseLimits } from "../connection/database-limits.ts";
import { postgresqlAt } from "../connection/postgresql-database.ts";
import type { Database, Snapshot, SqlValue } from "../connection/sql.ts";

/** `away` does not answer, or is no replica (any more); `behind` is later than is allowed. */
export type ReplicaState = "usable" | "behind" | "away";

/** A place in the log of PostgreSQL, in bytes. */
export type Position = bigint;

/** Milliseconds for which a server may be silent that is asked how far it is. */
const longestSilence = 1_500;

/** One replica, and whether reads may go there. */
export class Replica {
  /** Its host and port. */
  readonly name: string;
  state: ReplicaState = "behind";
  /** Milliseconds by which it was behind when it was looked at last. */
  lag = 0;
  private readonly database: Database;
  /** Connections of its own: when all others are in use, it is not away. */
  private readonly watched: Database;
  private readonly waiting = new Set<(gone: DomainError) => void>();

  constructor(url: string, limits: DatabaseLimits) {
    this.name = new URL(url).host;
    this.database = postgresqlAt(url, limits);
    this.watched = postgresqlAt(url, { ...limits, readConnections: 2 });
  }

  /** How far it has come: it shows all that was written before. Errors: databaseUnreachable, where it is no replica too. */
  position(): Promise<Position> {
    return soon(this.name, this.askPosition());
  }

  private async askPosition(): Promise<Position> {
    const [row] = await this.watched.all<{ isReplica: boolean; position: string | null }>(
      `SELECT pg_is_in_recovery() AS "isReplica", pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::text AS position`,
    );
    if (row?.isReplica !== true || row.position === null) throw unreachable(`${this.name} is no replica`);
    return BigInt(row.position);
  }

  all<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]> {
    return this.whileItIsThere(this.database.all<Row>(text, values));
  }

  async snapshot(): Promise<Snapshot> {
    const begun = this.database.snapshot();
    try {
      return await this.whileItIsThere(begun);
    } catch (error) {
      begun.then((late) => late.end()).catch(() => undefined);
      throw error;
    }
  }

  /** Reads that wait for an answer are given up; they are asked elsewhere. */
  giveUp(): void {
    for (const reject of this.waiting) reject(unreachable(`${this.name} went away`));
  }

  async close(): Promise<void> {
    await Promise.all([this.database.close(), this.watched.close()]);
  }

  private async whileItIsThere<Answer>(asked: Promise<Answer>): Promise<Answer> {
    let mine: ((gone: DomainError) => void) | undefined;
    const gone = new Promise<never>((_, reject) => {
      mine = reject;
      this.waiting.add(reject);
    });
    try {
      return await Promise.race([asked, gone]);
    } finally {
      if (mine) this.waiting.delete(mine);
    }
  }
}

/** Of a server whose commits do not wait for its disk, what is written there already counts too. */
const positionOfPrimary = `SELECT pg_wal_lsn_diff(CASE current_setting('synchronous_commit') WHEN 'off'
  THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END, '0/0')::text AS position`;

/** Where the primary is: all that it acknowledged lies before. */
export async function positionOf(primary: Database): Promise<Position> {
  const [row] = await soon("the primary", primary.all<{ position: string }>(positionOfPrimary));
  return BigInt(row?.position ?? 0);
}

async function soon<Answer>(name: string, asked: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable(`${name} does not answer`)), longestSilence);
  });
  try {
    return await Promise.race([asked, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

function unreachable(message: string): DomainError {
  return new DomainError("databaseUnreachable", message);
}

/** Whether another server may answer what this one did not: it is away, or ended a read to go on with what came from the primary. */
export function mayBeAskedElsewhere(error: unknown): boolean {
  if (!(error instanceof DomainError) || !error.code.startsWith("database")) return false;
  // What took too long would take as long elsewhere.
  return (error.cause as { code?: string } | undefined)?.code !== "57014";
}

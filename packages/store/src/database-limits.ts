/** How long a database is waited for, and by how many connections. */
export type DatabaseLimits = {
  /** Milliseconds that a write waits for others to end theirs, and a read for a connection; then databaseBusy. */
  patience: number;
  /** Milliseconds that one statement may take on PostgreSQL; 0 sets no limit. */
  statementTimeout: number;
  /** Connections for reads, on PostgreSQL: no write takes one of them. */
  readConnections: number;
  /** Connections for writes, on PostgreSQL. */
  writeConnections: number;
};

/** A command waits longer than a service, where somebody else waits for the answer; and it may work as long as it needs. */
export const commandLimits: DatabaseLimits = {
  patience: 30_000,
  statementTimeout: 0,
  readConnections: 16,
  writeConnections: 16,
};

export const serviceLimits: DatabaseLimits = { ...commandLimits, patience: 5_000, statementTimeout: 30_000 };

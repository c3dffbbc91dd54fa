/** How long to wait for a database, and how many connections to use. */
export type DatabaseLimits = {
  /** Milliseconds that a write waits for other writes, and a read for a connection; after that databaseBusy. */
  patience: number;
  /** Milliseconds that one statement may take on PostgreSQL; 0 sets no limit. */
  statementTimeout: number;
  /** Connections for reads, on PostgreSQL: writes never use them. */
  readConnections: number;
  /** Connections for writes, on PostgreSQL. */
  writeConnections: number;
  /**
   * When a write is answered, on PostgreSQL: as soon as it is on the disk of the primary, with what else the server demands, or as soon
   * as its synchronous replicas show it.
   */
  writesReach: "primary" | "replicas";
};

/**
 * A command waits longer than a service, where a client waits for the answer, and its statements have no time limit.
 */
export const commandLimits: DatabaseLimits = {
  patience: 30_000,
  statementTimeout: 0,
  readConnections: 16,
  writeConnections: 16,
  writesReach: "primary",
};

export const serviceLimits: DatabaseLimits = { ...commandLimits, patience: 5_000, statementTimeout: 30_000 };

/** The number of snapshots with temporary tables that are used at a time; each has its own connection. */
export const snapshotsWithTables = 4;

export type Dialect = "sqlite" | "postgresql";
export type SqlValue = string | number | null | Uint8Array;

/** SQL written by hand, run by a driver. Placeholders are `?` in both dialects. */
export interface Sql {
  readonly dialect: Dialect;
  all<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** Answers the number of rows written. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>;
  /** Runs the statement for each row of values. Answers the number of rows written. */
  runEach(text: string, rows: readonly (readonly SqlValue[])[]): Promise<number>;
  /** Rows in batches, never all at once. */
  batches<Row>(text: string, values: readonly SqlValue[], size: number): AsyncIterable<Row[]>;
}

export interface Snapshot extends Sql {
  end(): Promise<void>;
}

export type TransactionOptions = {
  /**
   * For short writes. On SQLite, where writes wait for each other, those that wait are committed together. Each of them
   * is still rolled back alone, and none is answered before it is on disk.
   */
  together?: boolean;
};

export type SnapshotOptions = {
  /**
   * With temporary tables and views, which end with the snapshot. A temporary one is read in place of a stored one of the
   * same name, by this snapshot alone. A read-only server of PostgreSQL refuses them.
   */
  withTables?: boolean;
};

/** An open database. */
export interface Database extends Sql {
  readonly url: string;
  /** Runs one write transaction on its own connection; BEGIN IMMEDIATE on SQLite. Rolls back when `work` throws. */
  transaction<Result>(work: (sql: Sql) => Promise<Result>, options?: TransactionOptions): Promise<Result>;
  /** Reads the database as it is at one moment, while others write without waiting. The caller must end it. */
  snapshot(options?: SnapshotOptions): Promise<Snapshot>;
  /**
   * Takes what was deleted out of the files too: SQLite leaves it in free pages and in the log. A server of PostgreSQL cares for its
   * files itself. Errors: databaseBusy while others read or write.
   */
  purge(): Promise<void>;
  /** Reads some pages of the record itself rather than from a cache. Errors: what is wrong with the database. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

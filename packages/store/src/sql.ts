export type Dialect = "sqlite" | "postgresql";
export type SqlValue = string | number | null;

/** SQL by hand through a driver. Placeholders are `?` in both dialects. */
export interface Sql {
  readonly dialect: Dialect;
  all<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** Number of rows written. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>;
  /** The same statement for each row of values. Number of rows written. */
  runEach(text: string, rows: readonly (readonly SqlValue[])[]): Promise<number>;
  /** Rows in batches, never all at once. */
  batches<Row>(text: string, values: readonly SqlValue[], size: number): AsyncIterable<Row[]>;
}

export interface Snapshot extends Sql {
  end(): Promise<void>;
}

export type TransactionOptions = {
  /**
   * For short writes: where one writes after the other, on SQLite, those that wait are committed together. Each is still rolled
   * back alone, and none is answered before it is on the disk.
   */
  together?: boolean;
};

/** An open database. */
export interface Database extends Sql {
  readonly url: string;
  /** One write transaction on a connection of its own; BEGIN IMMEDIATE on SQLite. Rolled back when `work` throws. */
  transaction<Result>(work: (sql: Sql) => Promise<Result>, options?: TransactionOptions): Promise<Result>;
  /** Reads of one moment, whatever is written meanwhile; writers do not wait for it. End it. */
  snapshot(): Promise<Snapshot>;
  /** Reads some pages of the record, past what is kept in memory. Errors: what is wrong with the database. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

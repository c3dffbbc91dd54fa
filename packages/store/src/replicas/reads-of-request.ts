import type { Database, Snapshot, SnapshotOptions, Sql, SqlValue, TransactionOptions } from "../connection/sql.ts";
import { mayBeAskedElsewhere, type Replica } from "./replica.ts";

/** The reads of one request: all go to the one place that is chosen at the first of them, and to the primary where it fails. */
export class ReadsOfRequest implements Database {
  readonly dialect = "postgresql" as const;
  readonly url: string;
  private readonly primary: Database;
  private readonly choose: () => Promise<Replica | undefined>;
  private readonly failed: (replica: Replica, error: unknown) => void;
  private chosen: Promise<Replica | undefined> | undefined;

  constructor(
    primary: Database,
    choose: () => Promise<Replica | undefined>,
    failed: (replica: Replica, error: unknown) => void,
  ) {
    this.url = primary.url;
    this.primary = primary;
    this.choose = choose;
    this.failed = failed;
  }

  all<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]> {
    return this.read((from) => from.all<Row>(text, values));
  }

  /** A replica takes no temporary tables. */
  snapshot(options: SnapshotOptions = {}): Promise<Snapshot> {
    return options.withTables === true ? this.primary.snapshot(options) : this.read((from) => from.snapshot());
  }

  /** What a replica began it also ends: the rest of it elsewhere would be of another moment. */
  async *batches<Row>(text: string, values: readonly SqlValue[], size: number): AsyncIterable<Row[]> {
    const snapshot = await this.snapshot();
    try {
      yield* snapshot.batches<Row>(text, values, size);
    } finally {
      await snapshot.end();
    }
  }

  run(text: string, values?: readonly SqlValue[]): Promise<number> {
    return this.primary.run(text, values);
  }

  runEach(text: string, rows: readonly (readonly SqlValue[])[]): Promise<number> {
    return this.primary.runEach(text, rows);
  }

  transaction<Result>(work: (sql: Sql) => Promise<Result>, options?: TransactionOptions): Promise<Result> {
    return this.primary.transaction(work, options);
  }

  purge(): Promise<void> {
    return this.primary.purge();
  }

  probe(): Promise<void> {
    return this.primary.probe();
  }

  /** The servers are closed by who opened them. */
  async close(): Promise<void> {}

  private async read<Answer>(ask: (from: Pick<Database, "all" | "snapshot">) => Promise<Answer>): Promise<Answer> {
    this.chosen ??= this.choose();
    const replica = await this.chosen;
    if (replica === undefined) return ask(this.primary);
    try {
      return await ask(replica);
    } catch (error) {
      if (!mayBeAskedElsewhere(error)) throw error;
      this.chosen = Promise.resolve(undefined);
      this.failed(replica, error);
      return ask(this.primary);
    }
  }
}

import type { Sql, SqlValue } from "./sql.ts";

/**
 * What one piece of work reads and writes with, as long as it lasts. Where several of its statements are under way and one fails,
 * the work is undone at once: what the others would still write must not get into what comes after it. A full disk ends a
 * transaction of SQLite by itself: what the others would write then would each be committed alone. `isOpen` tells of that.
 */
export class WorkSql implements Sql {
  private readonly sql: Sql;
  private readonly isOpen: () => boolean;
  private isOver = false;
  private failure: unknown;

  constructor(sql: Sql, isOpen: () => boolean) {
    this.sql = sql;
    this.isOpen = isOpen;
  }

  get dialect(): Sql["dialect"] {
    return this.sql.dialect;
  }

  all<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]> {
    return this.asked(() => this.sql.all(text, values));
  }

  run(text: string, values?: readonly SqlValue[]): Promise<number> {
    return this.asked(() => this.sql.run(text, values));
  }

  runEach(text: string, rows: readonly (readonly SqlValue[])[]): Promise<number> {
    return this.asked(() => this.sql.runEach(text, rows));
  }

  batches<Row>(text: string, values: readonly SqlValue[], size: number): AsyncIterable<Row[]> {
    this.requireOpen();
    return this.sql.batches(text, values, size);
  }

  /** From now on nothing is read or written with it. */
  end(): void {
    this.isOver = true;
  }

  private async asked<Result>(ask: () => Promise<Result>): Promise<Result> {
    this.requireOpen();
    try {
      return await ask();
    } catch (error) {
      this.failure ??= error;
      throw error;
    }
  }

  /** What failed first is why the rest cannot be done. */
  private requireOpen(): void {
    if (!this.isOver && this.isOpen()) return;
    throw this.failure ?? new Error("the work that this statement belongs to is over");
  }
}

/** Does a piece of work, with which it can do nothing when it is over. */
export async function within<Result>(
  sql: Sql,
  work: (sql: Sql) => Promise<Result>,
  isOpen = () => true,
): Promise<Result> {
  const mine = new WorkSql(sql, isOpen);
  try {
    return await work(mine);
  } finally {
    mine.end();
  }
}

import type { Sql, SqlValue } from "./sql.ts";

/**
 * What one piece of work reads and writes with, while it runs. When several of its statements are running and one
 * fails, the work is rolled back at once; the other statements must not write into what comes next. On SQLite a full
 * disk ends the transaction by itself, and later statements would each be committed alone: `isOpen` tells whether the
 * transaction still runs.
 */
export class WorkSql implements Sql {
  private readonly sql: Sql;
  private readonly isOpen: () => boolean;
  private isOver = false;
  private failure: unknown;
  private readonly underWay = new Set<Promise<unknown>>();

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

  /** From now on nothing can be read or written with it. */
  end(): void {
    this.isOver = true;
  }

  private async asked<Result>(ask: () => Promise<Result>): Promise<Result> {
    // The answer of the statement that failed first may still be on its way.
    if (!this.isStillOpen()) await Promise.allSettled([...this.underWay]);
    this.requireOpen();
    const answer = ask();
    this.underWay.add(answer);
    try {
      return await answer;
    } catch (error) {
      this.failure ??= error;
      throw error;
    } finally {
      this.underWay.delete(answer);
    }
  }

  private isStillOpen(): boolean {
    return !this.isOver && this.isOpen();
  }

  /** The first failure is the reason why the rest cannot be done. */
  private requireOpen(): void {
    if (this.isStillOpen()) return;
    throw this.failure ?? new Error("the work that this statement belongs to is over");
  }
}

/** Runs a piece of work with a WorkSql that stops working when the work is over. */
export async function withWorkSql<Result>(
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

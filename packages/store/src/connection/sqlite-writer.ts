import type { Sql } from "./sql.ts";
import { isBusy, nextTry, untilFree } from "./until-free.ts";
import { withWorkSql } from "./work-sql.ts";

type Work<Result> = (sql: Sql) => Promise<Result>;
/** The connection that writes. */
export type Writing = Sql & { execute(text: string): void; readonly inTransaction: boolean };
type Waiting = {
  work: Work<unknown>;
  since: number;
  done: (result: never) => void;
  failed: (error: unknown) => void;
};

/** What the writer needs from its database. */
export type WriterOptions = {
  connect: () => Writing;
  /** Discards a connection that cannot even roll back. */
  disconnect: () => void;
  /** Throws when a write would be lost. */
  requireKept: () => void;
  /** Milliseconds that a write waits for its turn and for writers in other processes. */
  patience: number;
};

/** The largest number of short writes in one transaction; after it readers have their turn. */
const maxTogether = 32;

/**
 * The only writer of an SQLite database within the process. It waits for writers in other processes with timers, so
 * that the process is not blocked. Short writes that wait for the same turn share one transaction, and so wait for the
 * disk only once: each is rolled back alone when it throws, and none is answered before all are on disk
 * (docs/decisions/0015).
 */
export class SqliteWriter {
  private readonly options: WriterOptions;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting: Waiting[] = [];

  constructor(options: WriterOptions) {
    this.options = options;
  }

  /** Runs a write in its own transaction. */
  alone<Result>(work: Work<Result>): Promise<Result> {
    const since = performance.now();
    const result = this.turn.then(() => this.transactionAlone(work, since));
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** Runs in its turn what no transaction can have in it, and again while another process keeps it from that. */
  betweenTransactions(work: (sql: Writing) => void | Promise<void>): Promise<void> {
    const since = performance.now();
    const attempt = async () => {
      this.options.requireKept();
      await work(this.options.connect());
    };
    const done = this.turn.then(() => untilFree(attempt, () => this.isOver(since)));
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** Runs a short write together with others that wait. */
  together<Result>(work: Work<Result>): Promise<Result> {
    return new Promise((done, failed) => {
      this.waiting.push({ work, since: performance.now(), done, failed });
      if (this.waiting.length === 1) this.nextGroup();
    });
  }

  /** Resolves when nothing is being written any more. */
  async idle(): Promise<void> {
    await this.turn;
  }

  /** Starts after all requests that have arrived are read, because they may write too. */
  private nextGroup(): void {
    this.turn = this.turn.then(() => new Promise(setImmediate)).then(() => this.writeGroup());
  }

  private async transactionAlone<Result>(work: Work<Result>, since: number): Promise<Result> {
    const sql = await untilFree(
      () => this.begin(),
      () => this.isOver(since),
    );
    return this.finish(sql, work);
  }

  private async writeGroup(): Promise<void> {
    let group: Waiting[] = [];
    try {
      const sql = await this.beginGroup();
      if (sql === undefined) return;
      group = this.waiting.splice(0, maxTogether);
      if (this.waiting.length > 0) this.nextGroup();
      const answers: (() => void)[] = [];
      await this.finish(sql, async () => {
        for (const each of group) answers.push(await undoneAlone(sql, each));
      });
      for (const answer of answers) answer();
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }

  /** Takes the lock for as long as somebody waits for it; writes that waited too long are refused. */
  private async beginGroup(): Promise<Writing | undefined> {
    while (this.waiting.length > 0) {
      try {
        return this.begin();
      } catch (error) {
        const over = this.waiting.filter(({ since }) => !isBusy(error) || this.isOver(since));
        this.waiting = this.waiting.filter((each) => !over.includes(each));
        for (const { failed } of over) failed(error);
      }
      if (this.waiting.length > 0) await nextTry();
    }
    return undefined;
  }

  private isOver(since: number): boolean {
    return performance.now() - since >= this.options.patience;
  }

  private begin(): Writing {
    this.options.requireKept();
    const sql = this.options.connect();
    sql.execute("BEGIN IMMEDIATE");
    return sql;
  }

  private async finish<Result>(sql: Writing, work: Work<Result>): Promise<Result> {
    try {
      const result = await withWorkSql(sql, work, () => sql.inTransaction);
      this.options.requireKept();
      sql.execute("COMMIT");
      return result;
    } catch (error) {
      this.undo(sql);
      throw error;
    }
  }

  /** After a disk failure SQLite has rolled back already; the first error is the one to report. */
  private undo(sql: Writing): void {
    try {
      if (sql.inTransaction) sql.execute("ROLLBACK");
    } catch {
      this.options.disconnect();
    }
  }
}

/** Answers the function that reports the result, to be called once the transaction is committed. */
async function undoneAlone(sql: Writing, { work, done, failed }: Waiting): Promise<() => void> {
  sql.execute("SAVEPOINT one");
  try {
    const result = await withWorkSql(sql, work, () => sql.inTransaction);
    sql.execute("RELEASE one");
    return () => done(result as never);
  } catch (error) {
    try {
      sql.execute("ROLLBACK TO one");
      sql.execute("RELEASE one");
    } catch {
      // A disk failure has rolled back all of them, so all of them get that error.
      throw error;
    }
    return () => failed(error);
  }
}

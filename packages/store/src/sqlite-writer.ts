import type { Sql } from "./sql.ts";

type Work<Result> = (sql: Sql) => Promise<Result>;
type Connection = Sql & { execute(text: string): void };
type Waiting = { work: Work<unknown>; done: (result: never) => void; failed: (error: unknown) => void };

/** So many short writes at most, and then readers have their turn. */
const mostTogether = 32;

/**
 * The one writer of a SQLite database within the process; writers in other processes wait by the busy timeout. Short writes that
 * wait for the same turn are one transaction: each is undone alone when it throws, none is answered before all are on the disk,
 * and so all of them wait for the disk once (docs/decisions/0015).
 */
export class SqliteWriter {
  private readonly connect: () => Connection;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting: Waiting[] = [];

  constructor(connect: () => Connection) {
    this.connect = connect;
  }

  /** A transaction of its own. */
  alone<Result>(work: Work<Result>): Promise<Result> {
    const result = this.turn.then(() => this.transaction(work));
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** A short write, together with others that wait. */
  together<Result>(work: Work<Result>): Promise<Result> {
    return new Promise((done, failed) => {
      this.waiting.push({ work, done, failed });
      if (this.waiting.length === 1) this.nextGroup();
    });
  }

  /** Resolves when nothing is being written any more. */
  async idle(): Promise<void> {
    await this.turn;
  }

  /** It begins when all requests that have come in are read: they may write too. */
  private nextGroup(): void {
    this.turn = this.turn.then(() => new Promise(setImmediate)).then(() => this.writeGroup());
  }

  private async writeGroup(): Promise<void> {
    const group = this.waiting.splice(0, mostTogether);
    if (this.waiting.length > 0) this.nextGroup();
    const answers: (() => void)[] = [];
    try {
      await this.transaction(async (sql) => {
        for (const each of group) answers.push(await undoneAlone(sql, each));
      });
      for (const answer of answers) answer();
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }

  private async transaction<Result>(work: (sql: Connection) => Promise<Result>): Promise<Result> {
    const sql = this.connect();
    sql.execute("BEGIN IMMEDIATE");
    try {
      const result = await work(sql);
      sql.execute("COMMIT");
      return result;
    } catch (error) {
      sql.execute("ROLLBACK");
      throw error;
    }
  }
}

/** What its writer is told once the transaction is committed. */
async function undoneAlone(sql: Connection, { work, done, failed }: Waiting): Promise<() => void> {
  sql.execute("SAVEPOINT one");
  try {
    const result = await work(sql);
    sql.execute("RELEASE one");
    return () => done(result as never);
  } catch (error) {
    sql.execute("ROLLBACK TO one");
    sql.execute("RELEASE one");
    return () => failed(error);
  }
}
